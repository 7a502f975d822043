//! A solution of the exercise `one_pass`.

use nn::elementary::{exp, ln};

// ANCHOR: solution
/// ln Σ e^z over a stream of logits, finite or -∞, after Milakov and Gimelshein (2018).
pub fn log_sum_exp(logits: impl Iterator<Item = f64>) -> f64 {
    let (mut largest, mut sum) = (f64::NEG_INFINITY, 0.0);
    for z in logits.filter(|&z| z != f64::NEG_INFINITY) {
        if z > largest {
            sum *= exp(largest - z);
            largest = z;
        }
        sum += exp(z - largest);
    }
    largest + ln(sum)
}
// ANCHOR_END: solution
