//! What several people wrote beside their copies of a session.

use super::program::Folder;

/// A session with what two people wrote beside two copies of it, one remark in both.
fn studied() -> Folder {
    let folder = Folder::new();
    folder
        .run("run --deck deck.toml --seed 7 --save s.toml --moves 2 --spread 0 --now 2026-06-01T10:00:00Z")
        .fine();
    let record = folder.read("s.toml");
    folder.write("hers.toml", &record);
    let remark = |entry: u64, author: &str, text: &str| {
        format!(
            "[[annotation]]\nentry = {entry}\nat = \"2026-06-02T08:00:00Z\"\nauthor = \"{author}\"\nkind = \"comment\"\ntext = \"{text}\"\n"
        )
    };
    let both = remark(3, "Anna", "here it turned");
    folder.write("s.toml.annotations", &both);
    folder.write(
        "hers.toml.annotations",
        [both, remark(2, "Joost", "too hard")].concat(),
    );
    folder
}

#[test]
fn what_others_wrote_is_taken_in_once() {
    let folder = studied();
    let told = folder.run("annotate merge s.toml hers.toml").fine();
    assert_eq!(told, "Took in 1 new annotation from hers.toml.\n");
    let listed = "[2] Joost: too hard\n[3] Anna: here it turned\n";
    assert_eq!(folder.run("annotate list s.toml").fine(), listed);
    let again = folder
        .run("annotate merge s.toml hers.toml.annotations")
        .fine();
    assert_eq!(
        again,
        "Took in no new annotations from hers.toml.annotations.\n"
    );
    assert_eq!(folder.run("annotate list s.toml").fine(), listed);
}

#[test]
fn nothing_is_taken_in_where_one_of_several_cannot_be_read() {
    let folder = studied();
    let before = folder.read("s.toml.annotations");
    folder.write("bad.annotations", "no = \"annotations\"");
    for others in [
        "hers.toml none.toml",
        "hers.toml bad.annotations",
        "hers.toml deck.toml",
    ] {
        let done = folder.run(&format!("annotate merge s.toml {others}"));
        assert!(
            done.status != 0 && !done.err.is_empty(),
            "{others}: {}",
            done.out
        );
        assert_eq!(folder.read("s.toml.annotations"), before, "{others}");
    }
}
