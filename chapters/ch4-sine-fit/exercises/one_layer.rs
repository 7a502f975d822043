//! Exercise: any chain of straight pieces from one hidden layer.
//!
//! One ReLU for each corner, `relu(x - corner)`, is enough for any chain of straight pieces. The function below
//! weights each ReLU by the slope of the piece on its right. That is right for the first piece and for no other,
//! because the ReLUs on the left have not stopped. Mend it, then run
//!
//! ```console
//! cargo run -p ch4-sine-fit --example one-layer
//! ```
//!
//! Hint: when x passes a corner, one more ReLU begins to add. By how much must the slope change there?

use std::process::ExitCode;

/// The weight of `relu(x - corner)` for every point of the chain but the last.
pub fn weights(points: &[(f64, f64)]) -> Vec<f64> {
    let slope = |ends: &[(f64, f64)]| (ends[1].1 - ends[0].1) / (ends[1].0 - ends[0].0);
    points.windows(2).map(slope).collect()
}

fn main() -> ExitCode {
    lesson::exercise::main(&ch4_sine_fit::exercises::one_layer(weights))
}
