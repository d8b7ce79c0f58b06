//! Changes a record and chains it anew, as somebody would who knows the format and has no program.

/// One block of a record without what its frame adds.
pub(crate) struct Block {
    /// The beginning of its first line, up to its length.
    pub(crate) lead: String,
    /// What stands between its first and its last line.
    pub(crate) body: String,
}

/// A record's text with changed blocks, every length, check and digest right. Block 0 is the header.
pub(crate) fn forged(text: &str, mut change: impl FnMut(usize, &mut Block)) -> String {
    let (mut forged, mut previous, mut rest) = (String::new(), String::new(), text);
    for number in 0.. {
        if rest.is_empty() {
            break;
        }
        let (mut block, after) = first_block(rest);
        change(number, &mut block);
        let (text, digest) = framed(&block, &previous);
        forged.push_str(&text);
        previous = digest;
        rest = after;
    }
    forged
}

fn first_block(text: &str) -> (Block, &str) {
    let (before, _) = text.split_once(" bytes, check ").unwrap();
    let (lead, length) = before.rsplit_once(' ').unwrap();
    let (block, after) = text.split_at(length.parse().unwrap());
    let begins = block.find(", check ").unwrap() + ", check 12345678\n".len();
    let ends = block.len() - "digest = \"\"\n".len() - 64;
    let body = block.get(begins..ends).unwrap();
    let block = Block {
        lead: format!("{lead} "),
        body: body.to_owned(),
    };
    (block, after)
}

fn framed(block: &Block, previous: &str) -> (String, String) {
    let hash = |covered: &str| blake3::hash(format!("{previous}{covered}").as_bytes()).to_hex();
    let Block { lead, body } = block;
    let digest_line = "digest = \"\"\n".len() + 64;
    let around = lead.len() + " bytes, check 12345678\n".len() + body.len() + digest_line;
    let length = (around + 1..around + 20)
        .find(|length| around + length.to_string().len() == *length)
        .unwrap();
    let line = format!("{lead}{length} bytes");
    let check = hash(&line);
    let covered = format!("{line}, check {}\n{body}", check.get(..8).unwrap());
    let digest = hash(&covered).to_string();
    (format!("{covered}digest = \"{digest}\"\n"), digest)
}

#[test]
fn what_is_not_changed_is_forged_to_the_byte() {
    let (_folder, path) = super::sample::place();
    drop(super::sample::write(&path, 20));
    let text = std::fs::read_to_string(&path).unwrap();
    assert_eq!(forged(&text, |_, _| {}), text);
}
