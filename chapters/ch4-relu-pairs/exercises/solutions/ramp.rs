//! A solution of the exercise `ramp`.

use ch4_relu_pairs::Pair;

// ANCHOR: solution
/// A pair that is 0 up to `start` and `rise` from `end` on.
pub fn ramp(start: f64, end: f64, rise: f64) -> Pair {
    let height = rise.abs();
    let slope = height / (end - start);
    let v = if rise < 0.0 { -1.0 } else { 1.0 };
    Pair { a: -slope, b: slope * end, w: -1.0, c: height, v }
}
// ANCHOR_END: solution
