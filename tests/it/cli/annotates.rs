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

#[test]
fn of_annotations_written_by_hand_each_problem_is_told_with_its_line_and_the_rest_is_read() {
    let folder = studied();
    let good = folder.read("hers.toml.annotations");
    // An unknown kind, a word in the place of a number, a text that does not end, a heading with a slip.
    let bad = "\n[[annotation]]\nentry = 2\nat = \"2026-06-02T08:00:00Z\"\nauthor = \"Li\"\nkind = \"rant\"\ntext = \"x\"\n\
               \n[[annotation]]\nentry = \"two\"\n\
               \n[[annotation]]\nentry = 2\nat = \"2026-06-02T08:00:00Z\"\nauthor = \"Li\"\nkind = \"comment\"\ntext = \"\"\"half\n\
               \n[[annotaton]]\nentry = 3\n";
    let last = "\n[[annotation]]\nentry = 4\nat = \"2026-06-02T08:00:00Z\"\nauthor = \"Bo\"\nkind = \"glyph\"\ntext = \"??\"\n";
    let by_hand = [&good, bad.as_bytes(), last.as_bytes()].concat();
    folder.write("s.toml.annotations", &by_hand);
    let done = folder.run("annotate list s.toml");
    assert_eq!(done.status, 0, "{}", done.err);
    let listed = "[2] Joost: too hard\n[3] Anna: here it turned\n[4] Bo: ??\n";
    assert_eq!(done.out, listed);
    for says in [
        "s.toml.annotations, line 18: unknown variant `rant`",
        "line 22: invalid type: string \"two\"",
        "; line 29: ",
        "; and 1 more",
        "left out until it is put right there",
    ] {
        assert!(done.err.contains(says), "{says}: {}", done.err);
    }

    // Others' remarks are added behind it, and what nobody understands stays to the byte.
    folder.write("more.annotations", last.replace("Bo", "Eva"));
    folder.run("annotate merge s.toml more.annotations");
    let after = folder.read("s.toml.annotations");
    assert!(after.starts_with(&by_hand));
    let listed = format!("{listed}[4] Eva: ??\n");
    assert_eq!(folder.run("annotate list s.toml").out, listed);
    let report = folder.run("report s.toml --format md --out - --no-expectations");
    assert_eq!(report.status, 0, "{}", report.err);
    assert!(report.out.contains("here it turned"), "{}", report.out);
    assert!(
        report.err.contains("line 18: unknown variant"),
        "{}",
        report.err
    );
}

#[test]
fn a_remark_without_a_name_is_a_persons_and_not_that_of_somebody_so_called() {
    let folder = studied();
    let text = String::from_utf8(folder.read("s.toml.annotations")).unwrap();
    folder.write("s.toml.annotations", text.replace("Anna", "person"));
    let listed = folder.run("annotate list s.toml").fine();
    assert_eq!(listed, "[3] a person: here it turned\n");
    let report = folder
        .run("report s.toml --format md --no-expectations --out -")
        .fine();
    assert!(
        report.contains("a person, comment: “here it turned”"),
        "{report}"
    );
}
