//! Where a finished book goes, and how it gets there whole.

use anyhow::{Context, Result, anyhow, bail};
use lesson::cli::{NewFolders, patiently};
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Component, Path, PathBuf};
use tempfile::TempDir;

/// The file by which a later build knows that a folder is a book, and may be replaced.
const MARKER: &str = ".the-bend";
const MARKER_TEXT: &str = "This folder is built by The Bend and replaced whole by its next build.\n";

/// How the names of the folders begin that books are built in.
const WORKSHOP: &str = ".the-bend-";
/// The file in such a folder that its build keeps locked for as long as it runs.
const LOCK: &str = "lock";

/// A folder that will hold the book, and a place beside it to build in.
pub struct Destination {
    folder: PathBuf,
    // Closed before its folder is removed, as Windows asks for.
    _lock: File,
    workshop: TempDir,
    // Removed after what is in them.
    parents: NewFolders,
}

impl Destination {
    /// Prepares to build for `folder`; `ours` says that the folder belongs to builds whatever it holds. The book is made of
    /// what is in `sources`.
    ///
    /// # Errors
    /// A folder that holds something else, that is among the sources, or that cannot be written.
    pub fn prepare(folder: &Path, ours: bool, sources: &Path) -> Result<Self> {
        // A link stays a link: what it leads to is replaced.
        let (given, shown) = (folder, folder.display());
        let whole = if folder.is_symlink() { folder.canonicalize() } else { std::path::absolute(folder) };
        let folder = whole.map_err(|_| anyhow!("\"{shown}\" leads nowhere; name a folder for the book"))?;
        // Asked once: between two questions another build may put its book there.
        if fs::metadata(&folder).is_ok_and(|found| !found.is_dir()) {
            bail!("\"{shown}\" is a file; name a folder for the book");
        }
        if !ours && !is_replaceable(&folder) {
            bail!("\"{shown}\" holds something that is not this book; name an empty or a new folder");
        }
        if resolved(&folder).starts_with(resolved(&std::path::absolute(sources)?)) {
            bail!("\"{shown}\" is among the sources of the book; name a folder outside of them");
        }
        let parent = folder.parent().context("the book needs a folder of its own")?;
        let parents = NewFolders::make(parent).map_err(|error| unwritable(given, &error))?;
        remove_abandoned(&folder);
        let (workshop, lock) = workshop(parent).map_err(|error| unwritable(given, &error))?;
        Ok(Self { folder, _lock: lock, workshop, parents })
    }

    /// The folder to build in.
    pub fn draft(&self) -> PathBuf {
        self.workshop.path().join("new")
    }

    /// A folder for what only the build needs.
    pub fn words(&self) -> PathBuf {
        self.workshop.path().join("words")
    }

    /// Puts the draft in the place of the book that was there.
    ///
    /// # Errors
    /// A folder that cannot be replaced; the old book is then where it was.
    pub fn publish(self) -> Result<()> {
        let marked = fs::write(self.draft().join(MARKER), MARKER_TEXT);
        marked.and_then(|()| self.exchange()).map_err(|error| unwritable(&self.folder, &error))?;
        self.parents.keep();
        Ok(())
    }

    /// Puts the draft in the place of what is there. Another build that does the same at the same time may put its book there
    /// in between; then that one is replaced.
    fn exchange(&self) -> io::Result<()> {
        patiently(|before| {
            let old = self.workshop.path().join(format!("old-{before}"));
            match fs::rename(&self.folder, &old) {
                Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
                _ => {}
            }
            fs::rename(self.draft(), &self.folder).inspect_err(|_| {
                // Back to where it was, unless another book is there by now.
                drop(fs::rename(&old, &self.folder));
            })
        })
    }
}

/// A folder of this build's own, and the file in it that stays locked.
fn workshop(parent: &Path) -> io::Result<(TempDir, File)> {
    let workshop = tempfile::Builder::new().prefix(WORKSHOP).tempdir_in(parent)?;
    // It gets its name once it is locked: before that, another build would take it for abandoned.
    let unnamed = workshop.path().join("unlocked");
    let lock = File::create(&unnamed)?;
    // Where nothing can be locked, what a build leaves behind stays.
    drop(lock.try_lock());
    fs::rename(unnamed, workshop.path().join(LOCK))?;
    Ok((workshop, lock))
}

fn unwritable(folder: &Path, error: &io::Error) -> anyhow::Error {
    // The error itself may name a passing folder.
    let cause = match error.kind() {
        ErrorKind::Other => error.to_string(),
        kind => kind.to_string(),
    };
    anyhow!(
        "the book cannot be written to \"{}\": {cause}; name a folder that can be written to",
        folder.display()
    )
}

/// Removes what builds beside this folder left when they were interrupted: nobody holds their locks any more.
fn remove_abandoned(folder: &Path) {
    let beside = folder.parent().and_then(|parent| fs::read_dir(parent).ok());
    for entry in beside.into_iter().flatten().flatten() {
        if !entry.file_name().to_string_lossy().starts_with(WORKSHOP) {
            continue;
        }
        let lock = File::open(entry.path().join(LOCK));
        if lock.is_ok_and(|lock| lock.try_lock().is_ok()) {
            // Best effort: the book is there, whatever stays beside it.
            drop(fs::remove_dir_all(entry.path()));
        }
    }
}

/// The path without links and `..`. What does not exist has no links, so that `..` takes away what stands before it.
fn resolved(path: &Path) -> PathBuf {
    let mut whole = PathBuf::new();
    for part in path.components() {
        match part {
            Component::ParentDir => drop(whole.pop()),
            Component::Normal(name) => {
                whole.push(name);
                whole = whole.canonicalize().unwrap_or(whole);
            }
            part => whole.push(part),
        }
    }
    whole
}

/// Whether the folder is not there yet, is empty, or is a book. What cannot be read may hold anything.
fn is_replaceable(folder: &Path) -> bool {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory),
    };
    let mut names = entries.flatten().map(|entry| entry.file_name()).peekable();
    names.peek().is_none() || names.any(|name| name == MARKER)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(folder: &Path, text: &str) -> Result<Destination> {
        let destination = Destination::prepare(folder, false, Path::new("book"))?;
        fs::create_dir(destination.draft())?;
        fs::write(destination.draft().join("index.html"), text)?;
        Ok(destination)
    }

    fn build(folder: &Path, text: &str) -> Result<()> {
        draft(folder, text)?.publish()
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
        let abandoned = Destination::prepare(&folder, false, Path::new("book")).unwrap();
        fs::create_dir(abandoned.draft()).unwrap();
        drop(abandoned);
        assert_eq!(fs::read_to_string(folder.join("index.html")).unwrap(), "one");
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1);
        drop(Destination::prepare(&parent.path().join("new/book"), false, Path::new("book")).unwrap());
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
        assert!(Destination::prepare(&folder, true, Path::new("book")).is_ok());
    }

    #[test]
    fn sources_are_no_place_for_a_book() {
        let parent = tempfile::tempdir().unwrap();
        let sources = parent.path().join("sources");
        fs::create_dir_all(sources.join("pages")).unwrap();
        for name in ["sources/out", "sources/pages/new/out", "sources/pages/../out", "other/../sources/out"] {
            let prepared = Destination::prepare(&parent.path().join(name), false, &sources);
            let refusal = prepared.err().map(|error| error.to_string()).unwrap_or_default();
            assert!(refusal.contains("is among the sources of the book"), "{name}: {refusal}");
        }
        assert_eq!(fs::read_dir(&sources).unwrap().count(), 1);
        assert!(Destination::prepare(&parent.path().join("sources-of-joy"), false, &sources).is_ok());
    }

    #[test]
    fn builds_at_once_leave_one_whole_book() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("book");
        for _ in 0..50 {
            let built = ["one", "two", "three", "four"].map(|text| draft(&folder, text).unwrap());
            std::thread::scope(|scope| {
                for destination in built {
                    scope.spawn(|| destination.publish().unwrap());
                }
            });
            let text = fs::read_to_string(folder.join("index.html")).unwrap();
            assert!(["one", "two", "three", "four"].contains(&text.as_str()), "{text}");
            assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 1);
        }
    }

    #[test]
    fn what_cannot_be_written_to_is_said_with_what_would_do() {
        let parent = tempfile::tempdir().unwrap();
        let file = parent.path().join("file");
        fs::write(&file, "").unwrap();
        let below = file.join("below/book");
        let refusal = Destination::prepare(&below, false, Path::new("book")).err().unwrap().to_string();
        assert!(refusal.contains(&format!("cannot be written to \"{}\": ", below.display())), "{refusal}");
        assert!(refusal.ends_with("; name a folder that can be written to"), "{refusal}");
        assert!(!refusal.contains(WORKSHOP), "{refusal}");
    }

    #[test]
    fn what_an_interrupted_build_left_goes_and_what_another_builds_stays() {
        let parent = tempfile::tempdir().unwrap();
        let abandoned = parent.path().join(".the-bend-old");
        fs::create_dir_all(abandoned.join("new")).unwrap();
        fs::write(abandoned.join(LOCK), "").unwrap();
        let other = Destination::prepare(&parent.path().join("other"), false, Path::new("book")).unwrap();
        build(&parent.path().join("book"), "one").unwrap();
        assert!(!abandoned.exists());
        assert!(other.workshop.path().is_dir());
    }
}
