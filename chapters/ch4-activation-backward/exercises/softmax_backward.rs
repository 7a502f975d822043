//! Exercise: the backward pass of softmax, without its matrix.
//!
//! The function below treats softmax as if it were elementwise: each number has its own slope, s (1 - s), and the
//! others are left out. That is the diagonal of the Jacobian and nothing else. Rewrite it so that every output
//! counts, with two passes over the row and no matrix, then run
//!
//! ```console
//! cargo run -p ch4-activation-backward --example softmax-backward
//! ```
//!
//! Hint: what do all entries of the result have in common? Write out one row of (diag(s) - s sᵀ) g.

use std::process::ExitCode;

/// (diag(s) - s sᵀ) g, for the probabilities s and the gradient g that came back to them.
pub fn softmax_backward(s: &[f64], g: &[f64]) -> Vec<f64> {
    s.iter().zip(g).map(|(s, g)| s * (1.0 - s) * g).collect()
}

fn main() -> ExitCode {
    match ch4_activation_backward::exercises::softmax_backward(softmax_backward) {
        Ok(checks) => lesson::exercise::main(&checks),
        Err(_) => ExitCode::FAILURE,
    }
}
