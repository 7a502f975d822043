//! Exercise: the right scale.
//!
//! A layer keeps the size of a gradient if the square of the scale, times the mean square of the slopes, is 1. For
//! ReLU half of the slopes are 1 and half are 0, which makes √2. Find the scale for a function with slope 1 on the
//! right and any other slope on the left: leaky ReLU, PReLU, the linear function, the absolute value. Run
//!
//! ```console
//! cargo run -p ch4-saturation --example right-scale
//! ```
//!
//! Hint: what is the mean of the squares, if half of the slopes are 1?

use nn::elementary::sqrt;
use std::process::ExitCode;

/// The scale that keeps a gradient's size, for this slope on the left.
pub fn scale(_left: f64) -> f64 {
    sqrt(2.0)
}

fn main() -> ExitCode {
    lesson::exercise::main(&ch4_saturation::exercises::right_scale(scale))
}
