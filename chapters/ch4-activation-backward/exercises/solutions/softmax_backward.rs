//! A solution of the exercise `softmax_backward`.

// ANCHOR: solution
/// (diag(s) - s sᵀ) g, for the probabilities s and the gradient g that came back to them.
pub fn softmax_backward(s: &[f64], g: &[f64]) -> Vec<f64> {
    let mean: f64 = s.iter().zip(g).map(|(s, g)| s * g).sum();
    s.iter().zip(g).map(|(s, g)| s * (g - mean)).collect()
}
// ANCHOR_END: solution
