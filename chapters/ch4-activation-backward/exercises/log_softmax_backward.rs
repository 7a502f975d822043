//! Exercise: the backward pass of log-softmax, without its matrix.
//!
//! Output i of log-softmax is zᵢ - ln Σ e^z. Raise logit j a little: output j gains 1, and every output loses sⱼ, the
//! softmax of that logit. The function below is the backward pass of softmax instead. Rewrite it, with two passes over
//! the row and no matrix, then run
//!
//! ```console
//! cargo run -p ch4-activation-backward --example log-softmax-backward
//! ```
//!
//! Hint: which outputs hear of logit j, and with which slope? Add up slope times gradient.

use std::process::ExitCode;

/// The gradient at the logits, for their softmax s and the gradient g that came back to its logarithms.
pub fn log_softmax_backward(s: &[f64], g: &[f64]) -> Vec<f64> {
    let mean: f64 = s.iter().zip(g).map(|(s, g)| s * g).sum();
    s.iter().zip(g).map(|(s, g)| s * (g - mean)).collect()
}

fn main() -> ExitCode {
    lesson::exercise::try_main(ch4_activation_backward::exercises::log_softmax_backward(log_softmax_backward))
}
