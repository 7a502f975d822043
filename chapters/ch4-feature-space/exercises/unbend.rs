//! Exercise: undo a bend.
//!
//! The sigmoid layer took a point to `h`. Where was it before? The function below answers for the identity and fails
//! for every other W. Rewrite it, then run
//!
//! ```console
//! cargo run -p ch4-feature-space --example unbend
//! ```
//!
//! Hint: walk back the way you came. First the sigmoid, number by number; then the bias; then W. One of the maps
//! cannot be undone at all: say `None` there.

use ch4_feature_space::plane::{Affine, Point};
use nn::elementary::ln;
use std::process::ExitCode;

/// The point that the layer h = sigmoid(W x + b) took to `h`, if only one point can have gone there.
pub fn unbend(_affine: Affine, h: Point) -> Option<Point> {
    Some(h.map(|h| ln(h / (1.0 - h))))
}

fn main() -> ExitCode {
    lesson::exercise::main(&ch4_feature_space::exercises::unbend(unbend))
}
