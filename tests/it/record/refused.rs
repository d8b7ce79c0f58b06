//! What the system refuses: places without permission, limits, things that are no files.

use std::fs::{self, File};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::store::{Journal, StoreError, read};

use super::sample::{self, header, place, write};

/// Runs one of the tests below again, alone, in a shell that sets up its circumstances.
fn again(test: &str, shell: &str, arguments: &[&Path]) -> std::process::Output {
    Command::new("sh")
        .args(["-c", shell, "sh"])
        .arg(std::env::current_exe().unwrap())
        .arg(format!("record::refused::{test}"))
        .args(arguments)
        .env("UNEQUAL_TEST_AT", arguments[0])
        .output()
        .unwrap()
}

#[test]
fn a_folder_that_may_not_be_written_to_is_named_with_what_to_do() {
    if let Some(at) = std::env::var_os("UNEQUAL_TEST_AT") {
        let folder = Path::new(&at);
        let error = Journal::create(folder.join("new.toml"), &header()).unwrap_err();
        assert!(matches!(error, StoreError::Permission { .. }), "{error:?}");
        assert!(
            error
                .to_string()
                .ends_with("no permission to make the record"),
            "{error}"
        );
        assert!(error.hint().contains("a folder you may write to"));
        let error = Journal::open(folder.join("table.toml")).unwrap_err();
        assert!(matches!(error, StoreError::Permission { .. }), "{error:?}");
        assert_eq!(read(folder.join("table.toml")).unwrap().entries.len(), 2);
        return;
    }
    let (folder, path) = place();
    drop(write(&path, 2));
    let read_only = |mode| PermissionsExt::from_mode(mode);
    fs::set_permissions(&path, read_only(0o444)).unwrap();
    fs::set_permissions(folder.path(), read_only(0o555)).unwrap();
    // Permissions do not stop the superuser, who therefore becomes somebody else.
    let shell = "as=; [ $(id -u) != 0 ] || as='setpriv --reuid=65534 --clear-groups'; \
        test=$1 name=$2; $as test -x \"$test\" || { echo cannot-try; exit 0; }; \
        $as \"$test\" --exact \"$name\" --nocapture";
    let output = again(
        "a_folder_that_may_not_be_written_to_is_named_with_what_to_do",
        shell,
        &[folder.path()],
    );
    fs::set_permissions(folder.path(), read_only(0o755)).unwrap();
    let said = String::from_utf8_lossy(&output.stdout);
    if said.contains("cannot-try") {
        println!("not tried: nobody else may run this test here");
        return;
    }
    assert!(
        output.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(said.contains("1 passed"), "{said}");
}

#[test]
fn a_file_size_limit_refuses_the_act_and_keeps_the_record_whole() {
    if let Some(at) = std::env::var_os("UNEQUAL_TEST_AT") {
        let path = Path::new(&at).join("limited.toml");
        let mut journal = Journal::create(&path, &header()).unwrap();
        let mut last = 0;
        let error = loop {
            match journal.append(sample::entry(last)) {
                Ok(_) => last += 1,
                Err(error) => break error,
            }
        };
        assert!(last > 3);
        assert!(matches!(error, StoreError::DiskFull { .. }), "{error:?}");
        assert_eq!(error.entry(), Some(EntryNumber::new(last).next()));
        assert_eq!(fs::metadata(&path).unwrap().len(), journal.size());
        let record = read(&path).unwrap();
        assert_eq!((record.entries.len() as u64, record.torn), (last, None));
        return;
    }
    let (folder, _) = place();
    let shell = "trap '' XFSZ; ulimit -f 8; exec \"$1\" --exact \"$2\" --nocapture";
    let output = again(
        "a_file_size_limit_refuses_the_act_and_keeps_the_record_whole",
        shell,
        &[folder.path()],
    );
    let said = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );
    assert!(said.contains("1 passed"), "{said}");
}

#[test]
fn a_pipe_is_not_waited_for() {
    let (_folder, path) = place();
    assert!(
        Command::new("mkfifo")
            .arg(&path)
            .status()
            .unwrap()
            .success()
    );
    assert!(matches!(
        read(&path).unwrap_err(),
        StoreError::NotAFile { .. }
    ));
    assert!(matches!(
        Journal::open(&path).unwrap_err(),
        StoreError::NotAFile { .. }
    ));
}

#[test]
fn a_new_record_is_as_readable_as_any_new_file() {
    let (folder, path) = place();
    drop(write(&path, 0));
    let ordinary = folder.path().join("ordinary");
    drop(File::create(&ordinary).unwrap());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
    assert_eq!(mode(&path), mode(&ordinary));
}
