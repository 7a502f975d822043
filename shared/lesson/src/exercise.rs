//! Exercises that check themselves.
//!
//! A starter is a program whose function the reader rewrites until every check passes; the same checks prove that
//! the starter fails and that the solution on the page passes.

#[cfg(not(target_family = "wasm"))]
use std::fmt::Display;
use std::fmt::Write;
#[cfg(not(target_family = "wasm"))]
use std::process::ExitCode;

/// One thing that the reader's function was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// The question, such as `log_sum_exp of 1000 1000`.
    pub question: String,
    /// What the reader's function answered.
    pub got: f64,
    /// What is right.
    pub wanted: f64,
    /// How far from right still counts, relative to what is right: another order of operations rounds differently.
    pub tolerance: f64,
}

impl Check {
    /// Whether the answer is right.
    pub fn passes(&self) -> bool {
        let (got, wanted) = (self.got, self.wanted);
        got == wanted || (wanted.is_finite() && (got - wanted).abs() <= self.tolerance * wanted.abs())
    }
}

/// What the reader is told: a line a check and the count.
pub fn report(checks: &[Check]) -> String {
    let mut report = String::new();
    for check in checks {
        let mark = if check.passes() { "ok  " } else { "no  " };
        let _ = write!(report, "{mark}{}: {:?}", check.question, check.got);
        if !check.passes() {
            let _ = write!(report, ", wanted {:?}", check.wanted);
        }
        report.push('\n');
    }
    let passed = checks.iter().filter(|check| check.passes()).count();
    let _ = writeln!(report, "{passed} of {} checks pass", checks.len());
    report
}

/// The whole of a starter's `main`: prints the report and fails until every check passes.
#[cfg(not(target_family = "wasm"))]
pub fn main(checks: &[Check]) -> ExitCode {
    match crate::cli::deliver(&report(checks)) {
        Err(sentence) => {
            crate::cli::complain(&sentence);
            ExitCode::FAILURE
        }
        Ok(()) => ExitCode::from(u8::from(!checks.iter().all(Check::passes))),
    }
}

/// The same for checks that may have failed to be made, which is then said in a sentence.
#[cfg(not(target_family = "wasm"))]
pub fn try_main(checks: Result<Vec<Check>, impl Display>) -> ExitCode {
    match checks {
        Err(error) => {
            crate::cli::complain(&error.to_string());
            ExitCode::FAILURE
        }
        Ok(checks) => main(&checks),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_infinite_answer_has_no_neighbours() {
        let check = |got: f64, wanted: f64| Check { question: String::new(), got, wanted, tolerance: 0.1 };
        assert!(check(f64::NEG_INFINITY, f64::NEG_INFINITY).passes());
        assert!(!check(0.0, f64::NEG_INFINITY).passes());
        assert!(!check(f64::INFINITY, f64::NEG_INFINITY).passes());
        assert!(!check(f64::INFINITY, 1.0).passes());
        assert!(!check(f64::NAN, 1.0).passes());
        assert!(check(1.05, 1.0).passes());
    }

    #[test]
    fn a_report_says_what_is_wrong() {
        let check = |got: f64| Check { question: "half of 3".into(), got, wanted: 1.5, tolerance: 0.0 };
        assert_eq!(
            report(&[check(1.5), check(1.0)]),
            "ok  half of 3: 1.5\nno  half of 3: 1.0, wanted 1.5\n1 of 2 checks pass\n"
        );
        assert!(!check(f64::NAN).passes());
    }
}
