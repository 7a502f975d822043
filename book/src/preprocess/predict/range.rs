//! Ranges of wrong answers, in Rust's syntax.

use super::escape;
use std::fmt;

/// All numbers from `low` on, up to `high`, which belongs to them if `closed`.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    written: String,
    low: f64,
    high: f64,
    closed: bool,
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl Span {
    /// Reads `..5`, `..=5`, `2..5`, `2..=5` or `2..`.
    ///
    /// # Errors
    /// What cannot be read, and ranges without a number in them.
    pub fn read(text: &str) -> Result<Self, String> {
        let unreadable = || format!("[{text}] is no range; write [..5], [2..5], [2..=5] or [5..]");
        let (low, high) = text.split_once("..").ok_or_else(unreadable)?;
        let (closed, high) = high.strip_prefix('=').map_or((false, high), |high| (true, high));
        let bound = |text: &str, open: f64| match text.trim() {
            "" => Ok(open),
            digits => digits.parse::<f64>().ok().filter(|number| number.is_finite()).ok_or_else(unreadable),
        };
        let (low, high) = (bound(low, f64::NEG_INFINITY)?, bound(high, f64::INFINITY)?);
        let unbounded = low.is_infinite() && high.is_infinite();
        if unbounded || low > high || (low >= high && !closed) {
            return Err(unreadable());
        }
        Ok(Self { written: text.to_owned(), low, high, closed })
    }

    /// Whether a number lies in the range.
    pub fn contains(&self, number: f64) -> bool {
        self.low <= number && (number < self.high || (self.closed && number <= self.high))
    }

    /// Whether a number lies in both ranges.
    pub fn overlaps(&self, other: &Self) -> bool {
        // Two ranges overlap exactly when one of them holds the lower end of the other.
        self.contains(other.low.clamp(f64::MIN, f64::INFINITY))
            || other.contains(self.low.clamp(f64::MIN, f64::INFINITY))
    }

    /// The range for the script that gives the feedback.
    pub fn attributes(&self) -> String {
        let bound = |name: &str, number: f64| match number.is_finite() {
            true => format!(" data-{name}=\"{}\"", escape(&number.to_string())),
            false => String::new(),
        };
        let closed = if self.closed { " data-closed=\"\"" } else { "" };
        format!("{}{}{closed}", bound("low", self.low), bound("high", self.high))
    }

    /// The range for a reader.
    pub fn words(&self) -> String {
        let Self { low, high, .. } = self;
        let words = match (low.is_finite(), high.is_finite(), self.closed) {
            (false, _, false) => format!("below {high}"),
            (false, _, true) => format!("up to {high}"),
            (true, false, _) => format!("from {low} on"),
            (true, true, false) => format!("from {low} to below {high}"),
            (true, true, true) => format!("from {low} to {high}"),
        };
        escape(&words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str) -> Span {
        Span::read(text).unwrap()
    }

    #[test]
    fn ranges_are_half_open_unless_closed() {
        for (text, inside, outside) in [
            ("..5", vec![-1e300, 4.9], vec![5.0]),
            ("..=5", vec![5.0], vec![5.1]),
            ("2..5", vec![2.0, 4.9], vec![1.9, 5.0]),
            ("2..=5", vec![2.0, 5.0], vec![5.1]),
            ("1e3..", vec![1000.0, 1e300], vec![999.9]),
            ("-2..=-2", vec![-2.0], vec![-1.9]),
        ] {
            assert!(inside.into_iter().all(|x| span(text).contains(x)), "{text}");
            assert!(!outside.into_iter().any(|x| span(text).contains(x)), "{text}");
        }
    }

    #[test]
    fn overlaps() {
        for (a, b, overlap) in [
            ("..5", "5..", false),
            ("..=5", "5..", true),
            ("..5", "..7", true),
            ("2..9", "3..4", true),
            ("2..3", "3..=4", false),
        ] {
            assert_eq!(span(a).overlaps(&span(b)), overlap, "{a} {b}");
            assert_eq!(span(b).overlaps(&span(a)), overlap, "{b} {a}");
        }
    }

    #[test]
    fn what_is_no_range_is_refused() {
        for text in ["", "5", "..", "5..2", "5..5", "a..b", "..inf", "..NaN"] {
            assert!(Span::read(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_reader_gets_words_and_the_script_gets_numbers() {
        assert_eq!(span("..5").words(), "below 5");
        assert_eq!(span("2..=5").attributes(), " data-low=\"2\" data-high=\"5\" data-closed=\"\"");
    }
}
