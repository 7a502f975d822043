//! Where a finished book goes, and how it gets there whole.

use anyhow::{Context, Result, bail};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// The file by which a later build knows that a folder is a book, and may be replaced.
const MARKER: &str = ".the-bend";
const MARKER_TEXT: &str = "This folder is built by The Bend and replaced whole by its next build.\n";

/// A folder that will hold the book, and a place beside it to build in.
pub struct Destination {
    folder: PathBuf,
    workshop: TempDir,
}

impl Destination {
    /// Prepares to build for `folder`; `ours` says that the folder belongs to builds whatever it holds.
    ///
    /// # Errors
    /// A folder that holds something else, or that cannot be written.
    pub fn prepare(folder: &Path, ours: bool) -> Result<Self> {
        // A link stays a link: what it leads to is replaced.
        let shown = folder.display();
        let whole = if folder.is_symlink() { folder.canonicalize() } else { std::path::absolute(folder) };
        let folder =
            whole.with_context(|| format!("\"{shown}\" leads nowhere; name a folder for the book"))?;
        if folder.exists() && !folder.is_dir() {
            bail!("\"{shown}\" is a file; name a folder for the book");
        }
        if !ours && !is_replaceable(&folder) {
            bail!("\"{shown}\" holds something that is not this book; name an empty or a new folder");
        }
        let parent = folder.parent().context("the book needs a folder of its own")?;
        let cannot_write = || format!("the book cannot be written to \"{shown}\"");
        fs::create_dir_all(parent).with_context(cannot_write)?;
        let workshop =
            tempfile::Builder::new().prefix(".the-bend-").tempdir_in(parent).with_context(cannot_write)?;
        Ok(Self { folder, workshop })
    }

    /// The folder to build in.
    pub fn draft(&self) -> PathBuf {
        self.workshop.path().join("new")
    }

    /// Puts the draft in the place of the book that was there.
    ///
    /// # Errors
    /// A folder that cannot be replaced; the old book is then where it was.
    pub fn publish(self) -> Result<()> {
        let (draft, old) = (self.draft(), self.workshop.path().join("old"));
        let cannot_replace = || format!("the book cannot be written to \"{}\"", self.folder.display());
        fs::write(draft.join(MARKER), MARKER_TEXT).with_context(cannot_replace)?;
        let replaces = self.folder.exists();
        if replaces {
            fs::rename(&self.folder, &old).with_context(cannot_replace)?;
        }
        let moved = fs::rename(&draft, &self.folder);
        if moved.is_err() && replaces {
            fs::rename(&old, &self.folder).with_context(cannot_replace)?;
        }
        moved.with_context(cannot_replace)
    }
}

/// Whether the folder is not there yet, is empty, or is a book. What cannot be read may hold anything.
fn is_replaceable(folder: &Path) -> bool {
    folder.join(MARKER).is_file()
        || match fs::read_dir(folder) {
            Ok(mut entries) => entries.next().is_none(),
            Err(error) => matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory),
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn build(folder: &Path, text: &str) -> Result<()> {
        let destination = Destination::prepare(folder, false)?;
        fs::create_dir(destination.draft())?;
        fs::write(destination.draft().join("index.html"), text)?;
        destination.publish()
    }

    #[test]
    fn a_book_replaces_a_book_and_leaves_nothing_beside_it() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("a/book");
        build(&folder, "one").unwrap();
        fs::write(folder.join("stale.html"), "").unwrap();
        build(&folder, "two").unwrap();
        assert_eq!(fs::read_to_string(folder.join("index.html")).unwrap(), "two");
        assert!(!folder.join("stale.html").exists());
        assert_eq!(fs::read_dir(parent.path().join("a")).unwrap().count(), 1);
    }

    #[test]
    fn a_draft_that_is_not_published_changes_nothing() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("book");
        build(&folder, "one").unwrap();
        let abandoned = Destination::prepare(&folder, false).unwrap();
        fs::create_dir(abandoned.draft()).unwrap();
        drop(abandoned);
        assert_eq!(fs::read_to_string(folder.join("index.html")).unwrap(), "one");
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1);
    }

    #[test]
    fn other_peoples_folders_are_refused() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("thesis");
        fs::create_dir(&folder).unwrap();
        build(&folder, "an empty folder is fine").unwrap();
        fs::remove_file(folder.join(MARKER)).unwrap();
        let refusal = build(&folder, "two").unwrap_err().to_string();
        assert!(refusal.contains("is not this book"), "{refusal}");
        let refusal = build(&folder.join("index.html"), "three").unwrap_err().to_string();
        assert!(refusal.contains("is a file"), "{refusal}");
        assert!(Destination::prepare(&folder, true).is_ok());
    }
}
