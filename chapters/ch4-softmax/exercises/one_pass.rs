//! Exercise: log-sum-exp in one pass.
//!
//! The function below works on small numbers and fails on large ones. Subtracting the largest logit would repair
//! it, but a stream can be read only once, and its largest number may come last. Rewrite the function, then run
//!
//! ```console
//! cargo run -p ch4-softmax --example one-pass
//! ```
//!
//! Hint: keep the largest logit so far, and the sum of the exponentials relative to it. When a larger logit
//! arrives, the sum so far must shrink. By which factor?

use nn::elementary::{exp, ln};
use std::process::ExitCode;

/// ln Σ e^z over a stream of logits.
pub fn log_sum_exp(logits: impl Iterator<Item = f64>) -> f64 {
    ln(logits.map(exp).sum())
}

fn main() -> ExitCode {
    lesson::exercise::main(&ch4_softmax::exercises::one_pass(|logits| log_sum_exp(logits.iter().copied())))
}
