//! Usage errors as one sentence each.

use super::numbers::MINUS;
use clap::Command;
use clap::error::{ContextKind, ErrorKind};
use std::ffi::OsString;
use std::path::PathBuf;

/// One sentence for what clap refused, with what would be right.
pub fn sentence(error: &clap::Error, command: &Command) -> String {
    let argument = error.get(ContextKind::InvalidArg).or(error.get(ContextKind::InvalidSubcommand));
    let sentence = match (error.kind(), argument) {
        (ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand, Some(argument)) => {
            format!("unexpected argument '{argument}'; {} takes {}", command.get_name(), names(command))
        }
        (ErrorKind::ArgumentConflict, Some(argument))
            if error.get(ContextKind::PriorArg) == Some(argument) =>
        {
            let option = argument.to_string();
            let values = if option.ends_with("...") { ", with all its values" } else { "" };
            format!("'{option}' is given twice; give it once{values}")
        }
        _ => first_paragraph(&error.render().to_string()),
    };
    sentence.replace(MINUS, "-")
}

/// Writes a number, or what is meant as one, with the minus sign of a page: after a hyphen clap looks for the letters of
/// options, in `-1e-9` and `-.5` as in `-1x` and `-inf`.
pub(super) fn signed(argument: OsString) -> OsString {
    let meant = |rest: &&str| {
        rest.starts_with(|c: char| c.is_ascii_digit() || c == '.')
            || (!rest.starts_with('-') && rest.parse::<f64>().is_ok())
    };
    let number = argument.to_str().and_then(|text| text.strip_prefix('-')).filter(meant);
    number.map(|rest| format!("{MINUS}{rest}").into()).unwrap_or(argument)
}

/// A folder by the name that was typed.
pub(super) fn folder(named: PathBuf) -> PathBuf {
    let number = named.to_str().and_then(|text| text.strip_prefix(MINUS));
    number.map(|rest| format!("-{rest}").into()).unwrap_or(named)
}

/// The options and tasks of a command.
fn names(command: &Command) -> String {
    let options = command.get_arguments().filter_map(|a| a.get_long()).map(|name| format!("--{name}"));
    let tasks = command.get_subcommands().map(|task| task.get_name().to_owned());
    let mut names: Vec<String> = tasks.chain(options).collect();
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
    fn what_is_meant_as_a_negative_number_is_no_option() {
        for written in ["-1e-9", "-.5", "-1E+2", "-3", "-0", "-1x", "-inf", "-nan", "-."] {
            let taken = signed(written.into());
            assert_eq!(taken, OsString::from(written.replacen('-', "\u{2212}", 1)));
            assert_eq!(folder(taken.into()), PathBuf::from(written));
        }
        for written in ["1e-9", "\u{2212}2.5", "-x", "--at", "--1", "-"] {
            assert_eq!(signed(written.into()), OsString::from(written));
        }
    }
}
