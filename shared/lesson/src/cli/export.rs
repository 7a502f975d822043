//! Writing a lesson's figures to a folder.

use crate::{Figure, Lesson};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Says that a folder cannot be written to, or made, before hours go into what would be written there. Nothing is left in it.
pub(super) fn probe(folder: &Path) -> Result<(), String> {
    let there = folder.ancestors().find(|folder| folder.exists()).unwrap_or(Path::new("."));
    tempfile::tempfile_in(there).map(drop).map_err(|error| unwritable(folder, &error))
}

fn unwritable(folder: &Path, error: &io::Error) -> String {
    format!("cannot write figures to '{}': {error}; name a folder that can be written to", folder.display())
}

/// Writes every figure of the lesson as `FOLDER/NAME.svg` and says so. All are written beside their places first, so that a
/// failure leaves the folder as it was.
pub(super) fn figures(lesson: &Lesson, folder: &Path) -> Result<String, String> {
    if let Some(fault) = lesson.figures().flat_map(Figure::faults).next() {
        return Err(format!("cannot write figures: {fault}; choose other numbers"));
    }
    if lesson.figures().next().is_none() {
        return Ok("no figure belongs to this run\n".into());
    }
    let mut draft = Draft::default();
    let written = draft.write(lesson, folder).and_then(|()| draft.publish());
    match written {
        Ok(files) => Ok(files.iter().map(|file| format!("wrote {}\n", file.display())).collect()),
        Err(error) => {
            draft.remove();
            Err(unwritable(folder, &error))
        }
    }
}

/// What this run has put on the disk, so that it can be taken back.
#[derive(Default)]
struct Draft {
    /// The folders that were not there, the outermost first.
    folders: Vec<PathBuf>,
    /// Each file under its passing name, and where it belongs.
    files: Vec<(PathBuf, PathBuf)>,
}

impl Draft {
    fn write(&mut self, lesson: &Lesson, folder: &Path) -> io::Result<()> {
        let mut missing: Vec<&Path> = folder.ancestors().take_while(|folder| !folder.exists()).collect();
        missing.reverse();
        for folder in missing.into_iter().filter(|folder| !folder.as_os_str().is_empty()) {
            fs::create_dir(folder)?;
            self.folders.push(folder.to_owned());
        }
        for figure in lesson.figures() {
            let file = folder.join(format!("{}.svg", figure.name));
            if file.is_dir() {
                return Err(io::Error::other(format!("there is a folder {}.svg in it", figure.name)));
            }
            let partial = file.with_extension("svg.partial");
            self.files.push((partial.clone(), file));
            fs::write(&partial, figure.standalone())?;
        }
        Ok(())
    }

    /// Gives every file its name.
    fn publish(&self) -> io::Result<Vec<PathBuf>> {
        for (partial, file) in &self.files {
            fs::rename(partial, file)?;
        }
        Ok(self.files.iter().map(|(_, file)| file.clone()).collect())
    }

    fn remove(self) {
        // Best effort: what cannot be removed is in a folder that was already refused.
        for (partial, _) in self.files {
            drop(fs::remove_file(partial));
        }
        for folder in self.folders.into_iter().rev() {
            drop(fs::remove_dir(folder));
        }
    }
}
