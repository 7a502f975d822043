//! `cargo run` builds the book; the rest of the command line is in [`book::cli`].

use std::process::ExitCode;

fn main() -> ExitCode {
    book::cli::main()
}
