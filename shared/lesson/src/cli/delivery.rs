//! Writing to standard output and standard error.

use std::io::{self, Write};

/// Writes to standard output, with styles where they are wanted. The reader of a pipe may leave early, as `head` does.
///
/// # Errors
/// A sentence if what was written has not arrived, as on a full device.
pub fn deliver(text: &str) -> Result<(), String> {
    let mut stdout = anstream::stdout();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
            Err(format!("cannot write to standard output: {error}"))
        }
        _ => Ok(()),
    }
}

/// Says on standard error what is wrong. Where that is closed, the exit code is all that is left to say it with.
pub fn complain(sentence: &str) {
    let _ = writeln!(anstream::stderr(), "error: {sentence}");
}
