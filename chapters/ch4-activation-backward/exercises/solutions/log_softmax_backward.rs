//! A solution of the exercise `log_softmax_backward`.

// ANCHOR: solution
/// The gradient at the logits, for their softmax s and the gradient g at its logarithms.
pub fn log_softmax_backward(s: &[f64], g: &[f64]) -> Vec<f64> {
    let total: f64 = g.iter().sum();
    s.iter().zip(g).map(|(s, g)| g - s * total).collect()
}
// ANCHOR_END: solution
