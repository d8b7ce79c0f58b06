//! Checksums of files, as `b3sum` writes and checks them.

use std::fmt::Write as _;

/// What the file of checksums is called.
pub const NAME: &str = "BLAKE3SUMS";

/// A line a file: its BLAKE3 digest in hexadecimal digits, two blanks, its name. `b3sum --check` reads them.
pub fn text<'a>(files: impl IntoIterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut text = String::new();
    for (name, bytes) in files {
        let digest = blake3::hash(bytes).to_hex();
        // A name that would break the line is written with signs for it, and the line says so.
        let escaped = name.replace('\\', "\\\\").replace('\n', "\\n");
        let lead = if escaped == name { "" } else { "\\" };
        let _never_fails = writeln!(text, "{lead}{digest}  {escaped}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_has_the_digest_two_blanks_and_the_name() {
        // The digest of nothing, as the specification of BLAKE3 gives it.
        let nothing = "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262";
        let files: [(&str, &[u8]); 2] = [("table 2.toml", b""), ("a\\b\nc", b"")];
        assert_eq!(
            text(files),
            format!("{nothing}  table 2.toml\n\\{nothing}  a\\\\b\\nc\n")
        );
    }
}
