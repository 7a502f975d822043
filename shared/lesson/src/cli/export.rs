//! Writing a lesson's figures to a folder.

use super::{NewFolders, patiently};
use crate::{Figure, Lesson};
use std::path::{Path, PathBuf};
use std::{fs, io};
use tempfile::TempDir;

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

/// Gives the files. Their drafts have a folder of their own, which no other run writes to and which goes with them.
fn write(lesson: &Lesson, folder: &Path) -> io::Result<Vec<PathBuf>> {
    let folders = NewFolders::make(folder)?;
    let drafts = TempDir::new_in(folder)?;
    let mut moves = Vec::new();
    for figure in lesson.figures() {
        let name = format!("{}.svg", figure.name);
        let (draft, file) = (drafts.path().join(&name), folder.join(&name));
        if file.is_dir() {
            return Err(io::Error::other(format!("there is a folder {name} in it")));
        }
        fs::write(&draft, figure.standalone())?;
        moves.push((draft, file));
    }
    for (draft, file) in &moves {
        patiently(|_| fs::rename(draft, file))?;
    }
    folders.keep();
    Ok(moves.into_iter().map(|(_, file)| file).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Axis, Curve, Ink, Panel};

    #[test]
    fn runs_that_write_to_one_folder_at_once_all_write_their_figures() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("new/figures");
        let run = || {
            let mut lesson = Lesson::new("c");
            lesson.section("s", "A section");
            for name in ["one", "two", "three"] {
                let line = Curve::through("", Ink::Blue, [(0.0, 0.0), (1.0, 1.0)]);
                let panel = Panel::new(Axis::new("x", 0.0..=1.0), Axis::new("y", 0.0..=1.0)).with(line);
                lesson.figure(|| Figure::new(name, "A line.").panel(panel));
            }
            write(&lesson, &folder).map(|files| files.len())
        };
        let written = std::thread::scope(|scope| {
            let runs: Vec<_> = (0..8).map(|_| scope.spawn(run)).collect();
            runs.into_iter().map(|run| run.join().unwrap()).collect::<Vec<_>>()
        });
        for files in written {
            assert_eq!(files.unwrap(), 3);
        }
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 3);
    }
}
