//! What the tests of a chapter ask of its runs. All of it panics where a run does otherwise.

use crate::Chapter;
use crate::explore::View;
use std::fmt::Display;

impl Chapter {
    /// What a run with these arguments prints, which succeeds and complains of nothing.
    ///
    /// # Panics
    /// If it does not.
    #[track_caller]
    pub fn printed(&self, arguments: &[&str]) -> String {
        let outcome = self.run(arguments);
        assert_eq!((outcome.code, outcome.stderr.as_str()), (0, ""), "{arguments:?}");
        outcome.stdout
    }

    /// What such a run prints, its line breaks taken for spaces.
    ///
    /// # Panics
    /// If it does not succeed.
    #[track_caller]
    pub fn in_one_line(&self, arguments: &[&str]) -> String {
        self.printed(arguments).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The line that a run prints under this label, without the label.
    ///
    /// # Panics
    /// If the run fails, or prints no such line.
    #[track_caller]
    pub fn said(&self, arguments: &[&str], label: &str) -> String {
        let printed = self.printed(arguments);
        let line = printed.lines().find_map(|line| line.strip_prefix(label)?.strip_prefix("  "));
        line.unwrap_or_else(|| panic!("no line \"{label}\" in:\n{printed}")).trim().to_owned()
    }

    /// Holds that a run with these arguments is refused as a wrong usage, in this sentence alone.
    ///
    /// # Panics
    /// If it is not.
    #[track_caller]
    pub fn refuses(&self, arguments: &[&str], sentence: impl Display) {
        let outcome = self.run(arguments);
        let expected = (2, "", format!("error: {sentence}\n"));
        assert_eq!((outcome.code, outcome.stdout.as_str(), outcome.stderr), expected, "{arguments:?}");
    }
}

impl View {
    /// What stands under a label, in words.
    ///
    /// # Panics
    /// If nothing does.
    #[track_caller]
    pub fn said(&self, label: &str) -> String {
        self.read(label).unwrap_or_else(|| panic!("no read-out \"{label}\"")).to_string()
    }
}
