//! Exercise: the last digit of a dense layer.
//!
//! The function below multiplies 64 hidden activations with the weights of one output, in 32 bits. It is right to
//! six digits, and still not what nnfs prints. Rewrite it so that every check passes to the last bit, then run
//!
//! ```console
//! cargo run -p ch4-spiral --example dot
//! ```
//!
//! Hint: how many roundings are there on the way, and how many would be enough?

use std::process::ExitCode;

/// The sum of the products of two rows of numbers.
pub fn dot(inputs: &[f32], weights: &[f32]) -> f32 {
    inputs.iter().zip(weights).map(|(x, w)| x * w).sum()
}

fn main() -> ExitCode {
    lesson::exercise::try_main(ch4_spiral::exercises::dot(dot))
}
