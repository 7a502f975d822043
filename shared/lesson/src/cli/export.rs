//! Writing a lesson's figures to a folder.

use crate::{Figure, Lesson};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Writes every figure of the lesson as `FOLDER/NAME.svg` and says so; a failure leaves none of them behind.
pub(super) fn figures(lesson: &Lesson, folder: &Path) -> Result<String, String> {
    if let Some(fault) = lesson.figures().flat_map(Figure::faults).next() {
        return Err(format!("cannot write figures: {fault}; choose other numbers"));
    }
    let mut written = Written::default();
    match written.write(lesson, folder) {
        Ok(()) => Ok(report(&written.files)),
        Err(error) => {
            written.remove();
            let shown = folder.display();
            Err(format!("cannot write figures to '{shown}': {error}; name a folder that can be written to"))
        }
    }
}

fn report(files: &[PathBuf]) -> String {
    if files.is_empty() {
        return "no figure belongs to this run\n".into();
    }
    files.iter().map(|file| format!("wrote {}\n", file.display())).collect()
}

/// What this run put on the disk, so that it can be taken back.
#[derive(Default)]
struct Written {
    folder: Option<PathBuf>,
    files: Vec<PathBuf>,
}

impl Written {
    fn write(&mut self, lesson: &Lesson, folder: &Path) -> io::Result<()> {
        if !folder.exists() {
            fs::create_dir_all(folder)?;
            self.folder = Some(folder.to_owned());
        }
        for figure in lesson.figures() {
            let file = folder.join(format!("{}.svg", figure.name));
            let partial = file.with_extension("svg.partial");
            self.files.push(partial.clone());
            fs::write(&partial, figure.standalone())?;
            fs::rename(&partial, &file)?;
            self.files.pop();
            self.files.push(file);
        }
        Ok(())
    }

    fn remove(self) {
        // Best effort: what cannot be removed is in a folder that was already refused.
        for file in self.files {
            drop(fs::remove_file(file));
        }
        if let Some(folder) = self.folder {
            drop(fs::remove_dir(folder));
        }
    }
}
