//! The key by which clients know this computer: made on first use, and the same ever after.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use russh::keys::ssh_key::LineEnding;
use russh::keys::{Algorithm, HashAlg, PrivateKey, PublicKey};
use tempfile::NamedTempFile;

/// The file, in the folder that the program keeps for whoever runs it.
pub const FILE: &str = "ssh_host_ed25519_key";

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum HostKeyError {
    /// The system says no.
    #[error("{}: {error}", .path.display())]
    Failed {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// What is there is no key that can be used.
    #[error("{} holds no private key without a passphrase: {why}", .path.display())]
    NoKey {
        /// The file.
        path: PathBuf,
        /// Why.
        why: String,
    },
}

/// The key in a folder; made there where there is none.
///
/// # Errors
///
/// Says what is in the way. A file that holds something else is left as it is.
pub fn in_folder(folder: &Path) -> Result<PrivateKey, HostKeyError> {
    let path = folder.join(FILE);
    let failed = |error| HostKeyError::Failed {
        path: path.clone(),
        error,
    };
    let no_key = |error: russh::keys::ssh_key::Error| HostKeyError::NoKey {
        path: path.clone(),
        why: error.to_string(),
    };
    match fs::read_to_string(&path) {
        Ok(text) => return PrivateKey::from_openssh(text).map_err(no_key),
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(failed(error)),
        Err(_) => {}
    }
    let mut random = russh::keys::key::safe_rng();
    let key = PrivateKey::random(&mut random, Algorithm::Ed25519).map_err(no_key)?;
    let text = key.to_openssh(LineEnding::LF).map_err(no_key)?;
    fs::create_dir_all(folder).map_err(failed)?;
    // Written whole beside its place first: whoever begins at the same moment finds all of it or nothing.
    let mut file = NamedTempFile::new_in(folder).map_err(failed)?;
    file.write_all(text.as_bytes())
        .and_then(|()| file.as_file().sync_all())
        .map_err(failed)?;
    match file.persist_noclobber(&path) {
        Ok(_) => Ok(key),
        // Somebody else was faster: theirs is the key.
        Err(refused) if refused.error.kind() == io::ErrorKind::AlreadyExists => {
            let text = fs::read_to_string(&path).map_err(failed)?;
            PrivateKey::from_openssh(text).map_err(no_key)
        }
        Err(refused) => Err(failed(refused.error)),
    }
}

/// A key's fingerprint, as `ssh` shows it.
pub fn fingerprint(key: &PublicKey) -> String {
    key.fingerprint(HashAlg::Sha256).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_once_is_its_owners_alone_and_is_known_again() {
        let folder = tempfile::tempdir().unwrap();
        let inner = folder.path().join("data");
        let first = in_folder(&inner).unwrap();
        let again = in_folder(&inner).unwrap();
        assert_eq!(
            fingerprint(first.public_key()),
            fingerprint(again.public_key())
        );
        assert_eq!(
            fs::read_dir(&inner).unwrap().count(),
            1,
            "nothing is left beside it"
        );
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            let mode = fs::metadata(inner.join(FILE)).unwrap().permissions().mode();
            assert_eq!(mode & 0o077, 0);
        }
    }

    #[test]
    fn many_that_begin_at_once_have_one_key() {
        let folder = tempfile::tempdir().unwrap();
        let threads: Vec<_> = (0..8)
            .map(|_| {
                let folder = folder.path().to_owned();
                std::thread::spawn(move || fingerprint(in_folder(&folder).unwrap().public_key()))
            })
            .collect();
        let kept = |thread: std::thread::JoinHandle<String>| thread.join().unwrap();
        let keys: std::collections::HashSet<String> = threads.into_iter().map(kept).collect();
        assert_eq!(keys.len(), 1);
    }

    #[test]
    fn what_is_no_key_is_said_and_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(FILE);
        fs::write(&path, "mine").unwrap();
        let told = in_folder(folder.path()).unwrap_err().to_string();
        assert!(told.contains("holds no private key"), "{told}");
        assert_eq!(fs::read_to_string(&path).unwrap(), "mine");
    }
}
