//! A solution of the exercise `right_scale`.

use nn::elementary::sqrt;

// ANCHOR: solution
/// The scale that keeps a gradient's size, for this slope on the left: He et al. (2015).
pub fn scale(left: f64) -> f64 {
    let mean_square = (1.0 + left * left) / 2.0;
    1.0 / sqrt(mean_square)
}
// ANCHOR_END: solution
