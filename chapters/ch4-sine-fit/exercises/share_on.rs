//! Exercise: how much of the way a unit is on.
//!
//! A unit of the first layer puts out `relu(w * x + b)`. For which share of the inputs from 0 to 1 is it above 0? The
//! function below looks to the right of the corner, which is right for some units and for others not. Mend it, then run
//!
//! ```console
//! cargo run -p ch4-sine-fit --example share-on
//! ```
//!
//! Hint: on which side of the corner is a unit on whose w is below 0? And where can the corner lie, if there is one?

use std::process::ExitCode;

/// The share of the inputs from 0 to 1 for which `w * x + b` is above 0.
pub fn share_on(w: f64, b: f64) -> f64 {
    let corner = -b / w;
    1.0 - corner
}

fn main() -> ExitCode {
    lesson::exercise::main(&ch4_sine_fit::exercises::share_on(share_on))
}
