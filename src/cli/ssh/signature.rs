//! The public key in a signature of `ssh-keygen`, as a line of allowed signers has it.
//!
//! The form is that of `PROTOCOL.sshsig` of OpenSSH: base64 of a magic word, a version, the key, and more.

/// How what is between the armour begins.
const MAGIC: &[u8] = b"SSHSIG";
/// The digits of base64.
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// The kind of the key and the key, such as `ssh-ed25519 AAAA…`; none where this is no signature.
pub fn public_key(signature: &str) -> Option<String> {
    let armoured = signature
        .trim()
        .strip_prefix("-----BEGIN SSH SIGNATURE-----")?;
    let armoured = armoured.strip_suffix("-----END SSH SIGNATURE-----")?;
    let bytes = decoded(armoured)?;
    let (_version, rest) = bytes.strip_prefix(MAGIC)?.split_at_checked(4)?;
    let (key, _) = part(rest)?;
    let (kind, _) = part(key)?;
    let is_kind = |c: &u8| c.is_ascii_alphanumeric() || b"-@.".contains(c);
    if kind.is_empty() || !kind.iter().all(is_kind) {
        return None;
    }
    Some(format!(
        "{} {}",
        std::str::from_utf8(kind).ok()?,
        encoded(key)
    ))
}

/// A part with its length before it, and what follows.
fn part(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)
}

fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    let (mut bits, mut held) = (0_u32, 0_u32);
    for digit in text
        .bytes()
        .filter(|c| !c.is_ascii_whitespace() && *c != b'=')
    {
        let place = DIGITS.iter().position(|known| *known == digit)?;
        bits = (bits << 6) | u32::try_from(place).ok()?;
        held += 6;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 0xff).ok()?);
            bits &= (1 << held) - 1;
        }
    }
    Some(bytes)
}

fn encoded(bytes: &[u8]) -> String {
    let digit = |place: u32| char::from(DIGITS[(place & 63) as usize]);
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let byte = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = (byte(0) << 16) | (byte(1) << 8) | byte(2);
        for place in 0..4 {
            text.push(if place <= three.len() {
                digit(bits >> (18 - 6 * place))
            } else {
                '='
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_in_base64_and_read_back() {
        // The examples of RFC 4648.
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foobar", "Zm9vYmFy"),
        ] {
            assert_eq!(encoded(bytes.as_bytes()), text);
            assert_eq!(decoded(text).unwrap(), bytes.as_bytes());
        }
        assert_eq!(decoded("Zm9v*"), None);
    }

    #[test]
    fn what_is_no_signature_has_no_key() {
        let armoured = |inner: &[u8]| {
            let text = encoded(inner);
            format!("-----BEGIN SSH SIGNATURE-----\n{text}\n-----END SSH SIGNATURE-----\n")
        };
        let key = b"\0\0\0\x0bssh-ed25519\0\0\0\x02ab";
        let whole = [b"SSHSIG\0\0\0\x01\0\0\0\x15".as_slice(), key].concat();
        let told = public_key(&armoured(&whole)).unwrap();
        assert_eq!(told, format!("ssh-ed25519 {}", encoded(key)));
        for cut in 0..whole.len() {
            assert_eq!(public_key(&armoured(&whole[..cut])), None, "cut at {cut}");
        }
        assert_eq!(public_key("no signature"), None);
    }
}
