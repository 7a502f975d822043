//! Stretches of the input axis.

use crate::text::exact;
use nn::elementary::{max, min};
use std::fmt;

/// The inputs between two ends, neither of which belongs to them; an end may be infinite.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The inputs lie above this.
    pub from: f64,
    /// The inputs lie below this.
    pub to: f64,
}

impl Span {
    /// Every input.
    pub const EVERYWHERE: Self = Self { from: f64::NEG_INFINITY, to: f64::INFINITY };
    /// No input.
    pub const NOWHERE: Self = Self { from: f64::INFINITY, to: f64::NEG_INFINITY };

    /// The inputs above a number.
    pub fn above(from: f64) -> Self {
        Self { from, ..Self::EVERYWHERE }
    }

    /// The inputs below a number.
    pub fn below(to: f64) -> Self {
        Self { to, ..Self::EVERYWHERE }
    }

    /// The inputs that belong to both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { from: max(self.from, other.from), to: min(self.to, other.to) }
    }

    /// Whether no input belongs to it.
    pub fn is_empty(self) -> bool {
        self.from >= self.to
    }

    /// Whether an input belongs to it.
    pub fn holds(self, x: f64) -> bool {
        self.from < x && x < self.to
    }

    /// Whether all inputs of the other belong to it.
    pub fn covers(self, other: Self) -> bool {
        self.from <= other.from && other.to <= self.to
    }

    /// The ends that are numbers, from left to right; none if it is empty.
    pub fn ends(self) -> impl Iterator<Item = f64> {
        [self.from, self.to].into_iter().filter(move |end| !self.is_empty() && end.is_finite())
    }
}

impl Span {
    /// The span in a sentence, its ends written as `number` writes them.
    pub(crate) fn words(self, number: impl Fn(f64) -> String) -> String {
        let (from, to) = (number(self.from), number(self.to));
        match (self.from.is_finite(), self.to.is_finite()) {
            _ if self.is_empty() => "no x".into(),
            (false, false) => "every x".into(),
            (true, false) => format!("x > {from}"),
            (false, true) => format!("x < {to}"),
            (true, true) => format!("{from} < x < {to}"),
        }
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words(exact))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_are_open_and_say_so() {
        let half = Span::above(0.0).and(Span::below(0.5));
        assert!(half.holds(0.25) && !half.holds(0.0) && !half.holds(0.5));
        for (span, said) in [
            (half, "0 < x < 0.5"),
            (Span::above(-0.5), "x > -0.5"),
            (Span::below(0.5), "x < 0.5"),
            (Span::EVERYWHERE, "every x"),
            (Span::NOWHERE, "no x"),
            (Span::above(0.0).and(Span::below(0.0)), "no x"),
        ] {
            assert_eq!(span.to_string(), said);
        }
        assert_eq!(Span::NOWHERE.ends().count(), 0);
    }
}
