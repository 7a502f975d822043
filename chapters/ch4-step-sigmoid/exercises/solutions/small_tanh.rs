//! A solution of the exercise `small_tanh`.

use nn::elementary::expm1;

// ANCHOR: solution
/// The hyperbolic tangent, from the side where nothing overflows.
pub fn tanh(x: f64) -> f64 {
    let t = expm1(-2.0 * x.abs());
    (-t / (2.0 + t)).copysign(x)
}
// ANCHOR_END: solution
