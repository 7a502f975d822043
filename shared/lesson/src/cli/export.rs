//! Writing a lesson's figures to a folder.

use super::NewFolders;
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

/// Writes every figure of the lesson as `FOLDER/NAME.svg` and says so. All are written beside their places first, so that what
/// cannot be drawn or written leaves the folder as it was.
pub(super) fn figures(lesson: &Lesson, folder: &Path) -> Result<String, String> {
    if let Some(fault) = lesson.figures().flat_map(Figure::faults).next() {
        return Err(format!("cannot write figures: {fault}; choose other numbers"));
    }
    if lesson.figures().next().is_none() {
        return Ok("no figure belongs to this run\n".into());
    }
    let files = write(lesson, folder).map_err(|error| unwritable(folder, &error))?;
    Ok(files.iter().map(|file| format!("wrote {}\n", file.display())).collect())
}

/// Gives the files.
fn write(lesson: &Lesson, folder: &Path) -> io::Result<Vec<PathBuf>> {
    let folders = NewFolders::make(folder)?;
    let mut draft = Draft::default();
    draft.write(lesson, folder)?;
    let files = draft.publish()?;
    folders.keep();
    Ok(files)
}

/// Files under passing names, each with the path where it belongs. Dropped, it removes those that are not there yet.
#[derive(Default)]
struct Draft(Vec<(PathBuf, PathBuf)>);

impl Draft {
    fn write(&mut self, lesson: &Lesson, folder: &Path) -> io::Result<()> {
        for figure in lesson.figures() {
            let file = folder.join(format!("{}.svg", figure.name));
            if file.is_dir() {
                return Err(io::Error::other(format!("there is a folder {}.svg in it", figure.name)));
            }
            let partial = file.with_extension("svg.partial");
            self.0.push((partial.clone(), file));
            fs::write(&partial, figure.standalone())?;
        }
        Ok(())
    }

    /// Gives every file its name.
    fn publish(mut self) -> io::Result<Vec<PathBuf>> {
        let mut files = Vec::new();
        for (partial, file) in &self.0 {
            fs::rename(partial, file)?;
            files.push(file.clone());
        }
        self.0.clear();
        Ok(files)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        for (partial, _) in &self.0 {
            // Best effort: what cannot be removed is in a folder that was already refused.
            drop(fs::remove_file(partial));
        }
    }
}
