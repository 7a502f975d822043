//! A chapter, as its author writes it and as the registry lists it.

use crate::{Explorable, Lesson};
use std::fmt;

/// What a chapter's author writes: a name, what it shows, its options and the lesson.
pub trait Subject {
    /// The reader's own numbers; [`Default`] gives those of the page.
    type Options: clap::Args + Default;
    /// The crate's name: `env!("CARGO_PKG_NAME")`.
    const NAME: &'static str;
    /// The title of the chapter and its page.
    const TITLE: &'static str;
    /// One or two sentences that say what the chapter shows.
    const ABOUT: &'static str;

    /// Computes the lesson and says it.
    ///
    /// # Errors
    /// [`Refusal`] where options that are fine one by one do not fit each other.
    fn tell(options: &Self::Options, say: &mut Lesson) -> Result<(), Refusal>;
}

/// Why a chapter will not run with these options: one sentence that also says what would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(pub String);

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Refusal {}

/// What a run printed and how it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The exit code: 0 for success, 1 for failure, 2 for usage.
    pub code: u8,
    /// What went to standard output.
    pub stdout: String,
    /// What went to standard error.
    pub stderr: String,
}

/// A chapter as the registry lists it.
#[derive(Clone, Copy, Debug)]
pub struct Chapter {
    /// The crate's name, which is also that of its page.
    pub name: &'static str,
    /// The title of the chapter and its page.
    pub title: &'static str,
    /// One or two sentences that say what the chapter shows.
    pub about: &'static str,
    /// Its figures that answer.
    pub explorables: &'static [Explorable],
    tell: fn(Lesson) -> Result<Lesson, Refusal>,
    // The browser has no command line, and leaves out what parses one.
    #[cfg(not(target_family = "wasm"))]
    run: fn(&[&str]) -> Outcome,
}

impl Chapter {
    /// The registry's entry for a subject.
    pub const fn of<S: Subject>() -> Self {
        Self {
            name: S::NAME,
            title: S::TITLE,
            about: S::ABOUT,
            explorables: &[],
            tell: |lesson| tell::<S>(&S::Options::default(), lesson),
            #[cfg(not(target_family = "wasm"))]
            run: crate::cli::run::<S>,
        }
    }

    /// The same entry with figures that answer.
    #[must_use]
    pub const fn with(self, explorables: &'static [Explorable]) -> Self {
        Self { explorables, ..self }
    }

    /// The lesson with the page's numbers.
    ///
    /// # Errors
    /// [`Refusal`] if the chapter refuses its own defaults, which its tests rule out.
    pub fn lesson(&self) -> Result<Lesson, Refusal> {
        (self.tell)(Lesson::new(self.name))
    }

    /// What `cargo run -p NAME -- ARGUMENTS` prints, without starting a process.
    #[cfg(not(target_family = "wasm"))]
    pub fn run(&self, arguments: &[&str]) -> Outcome {
        (self.run)(arguments)
    }
}

/// The lesson with these options, told into an empty record.
pub(crate) fn tell<S: Subject>(options: &S::Options, mut empty: Lesson) -> Result<Lesson, Refusal> {
    S::tell(options, &mut empty)?;
    Ok(empty)
}
