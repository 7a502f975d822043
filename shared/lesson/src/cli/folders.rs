//! Folders that are made for what will be written there, and taken back if it is not.

use std::path::{Path, PathBuf};
use std::{fs, io};

/// The folders that one call has made, the outermost first. Dropped, it removes them, unless something is in them or they
/// were [kept](Self::keep).
#[derive(Debug, Default)]
pub struct NewFolders(Vec<PathBuf>);

impl NewFolders {
    /// Makes a folder, and those above it that are not there.
    ///
    /// # Errors
    /// As of [`fs::create_dir`]; what was made before then is removed.
    pub fn make(folder: &Path) -> io::Result<Self> {
        let mut missing: Vec<&Path> = folder.ancestors().take_while(|folder| !folder.exists()).collect();
        missing.reverse();
        let mut made = Self::default();
        for folder in missing.into_iter().filter(|folder| !folder.as_os_str().is_empty()) {
            match fs::create_dir(folder) {
                Ok(()) => made.0.push(folder.to_owned()),
                // Somebody else has made it by now.
                Err(_) if folder.is_dir() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(made)
    }

    /// Lets them stay.
    pub fn keep(mut self) {
        self.0.clear();
    }
}

impl Drop for NewFolders {
    fn drop(&mut self) {
        for folder in self.0.iter().rev() {
            // Best effort: one that holds something stays.
            drop(fs::remove_dir(folder));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_made_goes_unless_it_is_kept_or_used() {
        let parent = tempfile::tempdir().unwrap();
        let (there, deep) = (parent.path().join("a"), parent.path().join("a/b/c"));
        drop(NewFolders::make(&deep).unwrap());
        assert!(!there.exists());

        fs::create_dir(&there).unwrap();
        drop(NewFolders::make(&deep).unwrap());
        assert!(there.exists() && !there.join("b").exists());

        NewFolders::make(&deep).unwrap().keep();
        assert!(deep.exists());

        let deeper = NewFolders::make(&deep.join("d")).unwrap();
        fs::write(deep.join("d/file"), "").unwrap();
        drop(deeper);
        assert!(deep.join("d/file").exists());
    }
}
