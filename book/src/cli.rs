//! The command line.

use crate::browser;
use crate::build::Build;
use crate::preprocess::{Bend, Faults, Lessons, supports};
use anyhow::{Context, Error, Result};
use clap::{Command, CommandFactory, FromArgMatches, Parser, Subcommand};
use lesson::cli::deliver;
use mdbook_preprocessor::{Preprocessor, parse_input};
use std::env;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

/// Builds the book: runs every lesson and renders the pages.
#[derive(Parser)]
#[command(
    name = "book",
    bin_name = "cargo run --",
    disable_help_subcommand = true,
    args_conflicts_with_subcommands = true
)]
struct Arguments {
    /// Open the book in a browser
    #[arg(long)]
    open: bool,
    /// Build the book in this folder instead of target/book
    #[arg(long, value_name = "DIR")]
    dest: Option<PathBuf>,
    #[command(subcommand)]
    task: Option<Task>,
}

#[derive(Subcommand)]
enum Task {
    /// Rebuild the module that the pages run in the browser
    Browser {
        /// Write its script to this folder instead of book/pages/browser
        #[arg(long, value_name = "DIR")]
        dest: Option<PathBuf>,
    },
    /// Serve stock mdBook as the preprocessor of book.toml
    Preprocess {
        #[command(subcommand)]
        question: Option<Question>,
    },
}

#[derive(Subcommand)]
enum Question {
    /// Say by the exit code whether a renderer is supported
    Supports {
        /// The renderer's name
        renderer: String,
    },
}

/// The whole of the program: 0 for success, 1 for failure, 2 for usage.
pub fn main() -> ExitCode {
    let mut command = Arguments::command();
    let parsed = command
        .try_get_matches_from_mut(env::args_os())
        .and_then(|mut matches| Arguments::from_arg_matches_mut(&mut matches));
    let arguments = match parsed {
        Ok(arguments) => arguments,
        Err(error) if error.use_stderr() => {
            return complain(2, &lesson::cli::sentence(&error, addressed(&command)));
        }
        Err(help) => return finished(say(&help.render().ansi().to_string())),
    };
    match arguments.task {
        None => finished(build(arguments.dest.as_deref(), arguments.open)),
        Some(Task::Browser { dest }) => finished(browser(dest.as_deref())),
        Some(Task::Preprocess { question: None }) => finished(preprocess()),
        Some(Task::Preprocess { question: Some(Question::Supports { renderer }) }) => {
            ExitCode::from(u8::from(!supports(&renderer)))
        }
    }
}

fn build(destination: Option<&Path>, open: bool) -> Result<()> {
    let index = Build { workspace: workspace(), chapters: chapters::ALL, destination }.run()?;
    say(&format!("The book is at {}\n", shortest(&index).display()))?;
    if open {
        opener::open(&index).context("the book is built, but no browser opens it")?;
    }
    Ok(())
}

fn browser(destination: Option<&Path>) -> Result<()> {
    let usual = workspace().join("book").join("pages").join("browser");
    let folder = destination.unwrap_or(&usual);
    let bytes = browser::rebuild(workspace(), folder)?;
    say(&format!("{} has {bytes} bytes\n", shortest(&folder.join(browser::SCRIPT)).display()))
}

fn preprocess() -> Result<()> {
    let (context, book) = parse_input(io::stdin())?;
    let bend = Bend::new(workspace(), Rc::new(Lessons::run(chapters::ALL, |_| {})?));
    say(&serde_json::to_string(&bend.run(&context, book)?)?)
}

fn say(text: &str) -> Result<()> {
    deliver(text).map_err(Error::msg)
}

/// The root of the workspace, which holds this crate's folder.
fn workspace() -> &'static Path {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here)
}

/// The path as the reader would type it: from here, if that is shorter.
fn shortest(path: &Path) -> PathBuf {
    let here = env::current_dir().ok();
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let relative = here.and_then(|here| pathdiff::diff_paths(&absolute, here));
    relative.filter(|relative| relative.as_os_str().len() < absolute.as_os_str().len()).unwrap_or(absolute)
}

fn finished(result: Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => match error.downcast_ref::<Faults>() {
            Some(faults) => complain(1, &format!("the book is not built\n{faults}")),
            None => complain(1, &format!("{error:#}")),
        },
    }
}

fn complain(code: u8, sentence: &str) -> ExitCode {
    lesson::cli::complain(sentence);
    ExitCode::from(code)
}

/// The task that the arguments name, or else the program.
fn addressed(program: &Command) -> &Command {
    env::args_os().skip(1).fold(program, |command, word| command.find_subcommand(word).unwrap_or(command))
}
