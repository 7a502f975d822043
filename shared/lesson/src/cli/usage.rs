//! Usage errors as one sentence each.

use clap::Command;
use clap::error::{ContextKind, ErrorKind};
use std::ffi::OsString;

/// One sentence for what clap refused, with what would be right.
pub(super) fn sentence(error: &clap::Error, command: &Command) -> String {
    match (error.kind(), error.get(ContextKind::InvalidArg)) {
        (ErrorKind::UnknownArgument, Some(argument)) => {
            format!("unexpected argument '{argument}'; {} takes {}", command.get_name(), options(command))
        }
        _ => first_paragraph(&error.render().to_string()),
    }
}

/// Refuses `-inf` and `-nan`, which a command line would otherwise take for bundles of one-letter options.
pub(super) fn refuse_signed_words(arguments: &[OsString]) -> Result<(), String> {
    let signed_word = |argument: &&str| {
        argument.starts_with('-')
            && argument.ends_with(|c: char| c.is_ascii_alphabetic())
            && argument.parse::<f64>().is_ok()
    };
    match arguments.iter().filter_map(|argument| argument.to_str()).find(signed_word) {
        Some(word) => Err(format!("'{word}' is no finite number; write numbers such as 1.5, -2 or 1e3")),
        None => Ok(()),
    }
}

/// Writes negative numbers as clap takes them, which knows neither `-1e-9` nor `-.5`, nor the minus sign of a page.
pub(super) fn plain_number(argument: OsString) -> OsString {
    let Some(text) = argument.to_str() else { return argument };
    let text = text.strip_prefix('\u{2212}').map_or_else(|| text.to_owned(), |rest| format!("-{rest}"));
    let number = text.parse::<f64>().ok().filter(|number| text.starts_with('-') && number.is_finite());
    number.map_or(argument, |number| number.to_string().into())
}

fn options(command: &Command) -> String {
    let mut names: Vec<String> =
        command.get_arguments().filter_map(|a| a.get_long()).map(|name| format!("--{name}")).collect();
    let last = names.pop().unwrap_or_default();
    if names.is_empty() { last } else { format!("{} and {last}", names.join(", ")) }
}

/// clap explains below its first paragraph what the sentence already says, and points to `--help`.
fn first_paragraph(rendered: &str) -> String {
    let paragraph = rendered.split("\n\n").next().unwrap_or(rendered);
    let lines: Vec<&str> = paragraph.lines().map(str::trim).collect();
    let line = lines.join(" ");
    line.strip_prefix("error: ").unwrap_or(&line).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negative_numbers_of_all_spellings_are_taken() {
        for (written, taken) in [
            ("-1e-9", "-0.000000001"),
            ("-.5", "-0.5"),
            ("-1E+2", "-100"),
            ("\u{2212}2.5", "-2.5"),
            ("-3", "-3"),
            ("-0", "-0"),
            ("1e-9", "1e-9"),
            ("-inf", "-inf"),
            ("-x", "-x"),
            ("--at", "--at"),
        ] {
            assert_eq!(plain_number(written.into()), OsString::from(taken), "{written}");
        }
    }
}
