//! The frame around a chapter's options: help, refusals, figures, exit code.

use super::{delivery, export, progress, usage};
use crate::{Lesson, Outcome, Subject, chapter, print};
use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::{Args, CommandFactory, FromArgMatches, Parser};
use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

/// The options of the frame around those of the chapter.
#[derive(Parser)]
#[command(disable_help_subcommand = true)]
struct Frame<O: Args> {
    #[command(flatten)]
    options: O,
    /// Also write every figure to this folder, as SVG
    #[arg(long, value_name = "DIR", value_parser = PathBufValueParser::new().map(usage::folder))]
    figures: Option<PathBuf>,
}

/// The whole of a chapter's `main`.
pub fn main<S: Subject>() -> ExitCode {
    let outcome = outcome::<S>(std::env::args_os().skip(1), print::coloured);
    let delivered = delivery::deliver(&outcome.stdout);
    // If standard error is closed, the exit code is all that is left to say it with.
    let _ = anstream::stderr().write_all(outcome.stderr.as_bytes());
    match delivered {
        Err(sentence) => {
            delivery::complain(&sentence);
            ExitCode::FAILURE
        }
        Ok(()) => ExitCode::from(outcome.code),
    }
}

/// What a run with these arguments prints to a pipe, and how it ends.
pub(crate) fn run<S: Subject>(arguments: &[&str]) -> Outcome {
    let mut outcome = outcome::<S>(arguments.iter().map(OsString::from), print::plain);
    outcome.stdout = anstream::adapter::strip_str(&outcome.stdout).to_string();
    outcome
}

fn outcome<S: Subject>(
    arguments: impl Iterator<Item = OsString>,
    print: impl Fn(&Lesson) -> String,
) -> Outcome {
    let mut command = Frame::<S::Options>::command()
        .name(S::NAME)
        .bin_name(format!("cargo run -p {} --", S::NAME))
        .about(format!("{}\n\n{}", S::TITLE, S::ABOUT))
        .arg_required_else_help(false);
    let parsed = command
        .try_get_matches_from_mut([OsString::from(S::NAME)].into_iter().chain(arguments.map(usage::signed)))
        .and_then(|mut matches| Frame::<S::Options>::from_arg_matches_mut(&mut matches));
    let frame = match parsed {
        Ok(frame) => frame,
        Err(error) if error.use_stderr() => return failure(2, &usage::sentence(&error, &command)),
        Err(help) => return success(help.render().ansi().to_string(), String::new()),
    };
    if let Some(Err(sentence)) = frame.figures.as_deref().map(export::probe) {
        return failure(1, &sentence);
    }
    let lesson = match chapter::tell::<S>(&frame.options, progress::shown(Lesson::new(S::NAME))) {
        Ok(lesson) => lesson,
        Err(refusal) => return failure(2, &refusal.0),
    };
    match frame.figures.map(|folder| export::figures(&lesson, &folder)) {
        Some(Err(sentence)) => failure(1, &sentence),
        Some(Ok(report)) => success(print(&lesson), report),
        None => success(print(&lesson), String::new()),
    }
}

fn success(stdout: String, stderr: String) -> Outcome {
    Outcome { code: 0, stdout, stderr }
}

fn failure(code: u8, sentence: &str) -> Outcome {
    Outcome { code, stdout: String::new(), stderr: format!("error: {sentence}\n") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Refusal;

    #[derive(Args, Default)]
    struct Nothing {}

    /// A chapter that is never told.
    struct Unheard;

    impl Subject for Unheard {
        type Options = Nothing;
        const NAME: &'static str = "ch0-unheard";
        const TITLE: &'static str = "Unheard";
        const ABOUT: &'static str = "Nothing.";

        fn tell(_: &Nothing, _: &mut Lesson) -> Result<(), Refusal> {
            panic!("nobody waits for a lesson whose figures have no place")
        }
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_refused_before_the_lesson() {
        let scratch = tempfile::tempdir().unwrap();
        let file = scratch.path().join("file");
        std::fs::write(&file, "").unwrap();
        for folder in [file.clone(), file.join("below")] {
            let outcome = run::<Unheard>(&["--figures", folder.to_str().unwrap()]);
            assert_eq!((outcome.code, outcome.stdout.as_str()), (1, ""));
            assert!(outcome.stderr.starts_with("error: cannot write figures to '"), "{}", outcome.stderr);
        }
        assert_eq!(std::fs::read_dir(scratch.path()).unwrap().count(), 1);
    }
}
