//! The command line: exit codes, and one sentence for each mistake.

#![allow(clippy::unwrap_used, reason = "a fixture that fails fails its test")]

use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_book")).args(arguments).stdin(Stdio::null()).output().unwrap()
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap().replace("\r\n", "\n")
}

#[test]
fn usage_errors_are_one_sentence_and_exit_code_2() {
    for (arguments, sentence) in [
        (
            vec!["--nope"],
            "error: unexpected argument '--nope'; book takes browser, preprocess, --open, --dest and --help\n",
        ),
        (vec!["browser", "-x"], "error: unexpected argument '-x'; browser takes --dest and --help\n"),
        (vec!["--dest", "a", "--dest", "b"], "error: '--dest <DIR>' is given twice; give it once\n"),
        (vec!["--dest"], "error: a value is required for '--dest <DIR>' but none was supplied\n"),
        (
            vec!["bake"],
            "error: unexpected argument 'bake'; book takes browser, preprocess, --open, --dest and --help\n",
        ),
    ] {
        let output = run(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert_eq!(stderr(&output), sentence);
        assert!(output.stdout.is_empty());
    }
}

#[test]
fn html_is_supported_and_nothing_else() {
    assert_eq!(run(&["preprocess", "supports", "html"]).status.code(), Some(0));
    assert_eq!(run(&["preprocess", "supports", "epub"]).status.code(), Some(1));
}

#[test]
fn input_that_is_no_book_is_refused() {
    let output = run(&["preprocess"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).starts_with("error: Unable to parse the input: "), "{}", stderr(&output));
}

#[test]
fn a_destination_that_cannot_be_written_is_one_sentence_and_exit_code_1() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("file");
    std::fs::write(&file, "").unwrap();
    let output = run(&["--dest", file.join("book").to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).starts_with("error: the book cannot be written to \""), "{}", stderr(&output));
    assert_eq!(stderr(&output).lines().count(), 1);
}

#[test]
fn the_last_line_says_where_the_book_is() {
    let folder = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_book"))
        .args(["--dest", "book"])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let expected = format!("The book is at {}\n", std::path::Path::new("book").join("index.html").display());
    assert_eq!(String::from_utf8(output.stdout.clone()).unwrap().replace("\r\n", "\n"), expected);
    assert!(output.stderr.is_empty(), "no progress line in a pipe: {}", stderr(&output));
    assert!(folder.path().join("book/index.html").is_file());
}

/// Writes the help to a pipe that nobody reads.
#[test]
fn a_reader_may_leave_early() {
    let mut help = Command::new(env!("CARGO_BIN_EXE_book"));
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let output = help.arg("--help").stdout(writer).stderr(Stdio::piped()).spawn().unwrap();
    let output = output.wait_with_output().unwrap();
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_device_is_one_sentence_and_exit_code_1() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_book")).arg("--help").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).starts_with("error: cannot write to standard output: "), "{}", stderr(&output));
    assert_eq!(stderr(&output).lines().count(), 1);
}

#[test]
fn help_tells_the_options() {
    let output = run(&["--help"]);
    assert_eq!(output.status.code(), Some(0));
    let help = String::from_utf8(output.stdout).unwrap();
    for word in ["--open", "--dest <DIR>", "browser", "preprocess"] {
        assert!(help.contains(word), "{help}");
    }
}
