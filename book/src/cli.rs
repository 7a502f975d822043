//! The command line.

use crate::browser;
use crate::build::Build;
use crate::preprocess::{Bend, Faults, Lessons, supports};
use anyhow::{Context, Result};
use clap::{Parser, Subcommand};
use mdbook_preprocessor::{Preprocessor, parse_input};
use std::env;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

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
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) if error.use_stderr() => return complain(2, &first_line(&error)),
        Err(help) => return finished(help.print().context("the help cannot be printed")),
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
    writeln!(io::stdout(), "The book is at {}", shortest(&index).display())?;
    if open {
        opener::open(&index).context("the book is built, but no browser opens it")?;
    }
    Ok(())
}

fn browser(destination: Option<&Path>) -> Result<()> {
    let usual = workspace().join("book").join("pages").join("browser");
    let folder = destination.unwrap_or(&usual);
    let bytes = browser::rebuild(workspace(), folder)?;
    writeln!(io::stdout(), "{} has {bytes} bytes", shortest(&folder.join(browser::SCRIPT)).display())?;
    Ok(())
}

fn preprocess() -> Result<()> {
    let (context, book) = parse_input(io::stdin())?;
    let bend = Bend::new(workspace(), Lessons::run(chapters::ALL, |_| {})?);
    serde_json::to_writer(io::stdout().lock(), &bend.run(&context, book)?)?;
    Ok(())
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
    // With standard error closed, the exit code is all that is left to say it with.
    let _ = writeln!(io::stderr(), "error: {sentence}");
    ExitCode::from(code)
}

/// What follows clap's first line repeats it or points to `--help`.
fn first_line(error: &clap::Error) -> String {
    let rendered = error.render().to_string();
    let line = rendered.lines().next().unwrap_or_default();
    line.strip_prefix("error: ").unwrap_or(line).to_owned()
}
