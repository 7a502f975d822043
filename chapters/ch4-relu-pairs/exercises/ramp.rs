//! Exercise: a ramp to order.
//!
//! The pair below moves by `rise` between `start` and `end`, but it does not begin at 0: its neurons are wired so
//! that an offset must be added. Rewire it so that it is 0 up to `start` and `rise` from `end` on, also where
//! `rise` is negative or 0. The checks add five of your ramps, one after the other. Run
//!
//! ```console
//! cargo run -p ch4-relu-pairs --example ramp
//! ```
//!
//! Hint: which neuron has to be off on the left, so that the pair is 0 there whatever c is?

use ch4_relu_pairs::Pair;
use std::process::ExitCode;

/// A pair that is 0 up to `start` and `rise` from `end` on.
pub fn ramp(start: f64, end: f64, rise: f64) -> Pair {
    let height = rise.abs();
    let slope = height / (end - start);
    let v = if rise < 0.0 { 1.0 } else { -1.0 };
    Pair { a: slope, b: -slope * start, w: -1.0, c: height, v }
}

fn main() -> ExitCode {
    lesson::exercise::main(&ch4_relu_pairs::exercises::ramp(ramp))
}
