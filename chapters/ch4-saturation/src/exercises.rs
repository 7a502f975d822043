//! What the chapter's exercises are checked against.

use lesson::exercise::Check;
use nn::elementary::sqrt;

/// The checks of `exercises/right_scale.rs`, for the reader's scale by the slope on the left.
pub fn right_scale(scale: impl Fn(f64) -> f64) -> Vec<Check> {
    let check = |slope: f64| Check {
        question: format!("the scale for a slope of {slope} on the left"),
        got: scale(slope),
        wanted: sqrt(2.0 / (1.0 + slope * slope)),
        tolerance: 1e-12,
    };
    [0.0, 0.01, 0.1, 0.25, 0.5, 1.0, -1.0].map(check).into()
}
