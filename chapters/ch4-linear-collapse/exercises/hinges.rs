//! Exercise: a curve from hinges.
//!
//! A network with one hidden layer of ReLUs, y = offset + Σ weight · relu(x - knot), has a knot at every point but
//! the last. Find the offset and the weights with which it passes through all points. The function below gives each
//! neuron the slope of its own stretch, and fails. Rewrite it, then run
//!
//! ```console
//! cargo run -p ch4-linear-collapse --example hinges
//! ```
//!
//! Hint: once a ReLU is switched on, it stays on. What does the second one have to add to the slope that is there?

use std::process::ExitCode;

/// The offset and the weights of the network through these points, which are given from left to right.
pub fn hinged(points: &[(f64, f64)]) -> (f64, Vec<f64>) {
    let slope = |ends: &[(f64, f64)]| (ends[1].1 - ends[0].1) / (ends[1].0 - ends[0].0);
    (points[0].1, points.windows(2).map(slope).collect())
}

fn main() -> ExitCode {
    lesson::exercise::main(&ch4_linear_collapse::exercises::hinges(hinged))
}
