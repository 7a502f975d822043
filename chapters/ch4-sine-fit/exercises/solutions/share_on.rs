//! A solution of the exercise `share_on`.

// ANCHOR: solution
/// The share of the inputs from 0 to 1 for which `w * x + b` is above 0.
pub fn share_on(w: f64, b: f64) -> f64 {
    if w == 0.0 {
        return if b > 0.0 { 1.0 } else { 0.0 };
    }
    let corner = (-b / w).clamp(0.0, 1.0);
    if w > 0.0 { 1.0 - corner } else { corner }
}
// ANCHOR_END: solution
