//! Exercise: tanh without cancellation.
//!
//! The function below is right on paper and loses its digits near 0, where it subtracts two numbers that are nearly
//! equal. Rewrite it, then run
//!
//! ```console
//! cargo run -p ch4-step-sigmoid --example small-tanh
//! ```
//!
//! Hint: `expm1(x)` is e^x - 1 and keeps its digits near 0. Can you write tanh with t = expm1(-2x)? And what
//! happens far to the left, where t is huge?

use nn::elementary::exp;
use std::process::ExitCode;

/// The hyperbolic tangent.
pub fn tanh(x: f64) -> f64 {
    2.0 / (1.0 + exp(-2.0 * x)) - 1.0
}

fn main() -> ExitCode {
    lesson::exercise::main(&ch4_step_sigmoid::exercises::small_tanh(tanh))
}
