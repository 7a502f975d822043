//! What the chapter's exercises are checked against.

use lesson::exercise::Check;
use ndarray::Array1;

/// The checks of `exercises/one_pass.rs`, for the reader's `log_sum_exp`.
pub fn one_pass(log_sum_exp: impl Fn(&[f64]) -> f64) -> Vec<Check> {
    let streams: [&[f64]; 7] = [
        &[1.0, 2.0, 3.0],
        &[3.0, 2.0, 1.0],
        &[1000.0, 1000.0],
        &[-1000.0, -1001.0],
        &[-1000.0, 0.0, 1000.0],
        &[f64::NEG_INFINITY, 5.0],
        &[],
    ];
    let check = |logits: &[f64]| {
        let words: Vec<String> = logits.iter().map(f64::to_string).collect();
        let words = if words.is_empty() { "nothing".to_owned() } else { words.join(" ") };
        let wanted = nn::log_sum_exp(&Array1::from(logits.to_vec())).sum();
        Check {
            question: format!("log_sum_exp of {words}"),
            got: log_sum_exp(logits),
            wanted,
            tolerance: 1e-14,
        }
    };
    streams.map(check).into()
}
