//! What stops a build.

use std::fmt;

/// Something wrong, with the place to mend it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, seen from the workspace, with `/` between its parts.
    pub file: String,
    /// The line, counted from 1; a folder has none.
    pub line: Option<usize>,
    /// What is wrong, and what would be right.
    pub sentence: String,
}

impl Fault {
    /// A fault of a whole page, told at its first line.
    pub fn of_page(file: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self { file: file.into(), line: Some(1), sentence: sentence.into() }
    }

    /// A fault somewhere in a folder.
    pub fn of_folder(folder: impl Into<String>, sentence: impl Into<String>) -> Self {
        Self { file: folder.into(), line: None, sentence: sentence.into() }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "{}:{line}: {}", self.file, self.sentence),
            None => write!(f, "{}: {}", self.file, self.sentence),
        }
    }
}

/// All faults of a book, one a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Faults(pub Vec<Fault>);

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, fault) in self.0.iter().enumerate() {
            if number > 0 {
                writeln!(f)?;
            }
            write!(f, "{fault}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Faults {}
