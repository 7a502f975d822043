//! What the chapter's exercises are checked against.

use lesson::exercise::Check;
use nn::elementary::tanh as right;

/// The checks of `exercises/small_tanh.rs`, for the reader's `tanh`.
pub fn small_tanh(tanh: impl Fn(f64) -> f64) -> Vec<Check> {
    let check = |x: f64| Check {
        question: format!("tanh of {x:?}"),
        got: tanh(x),
        wanted: right(x),
        tolerance: 1e-15,
    };
    [0.5, -2.0, 1e-3, 1e-9, -1e-17, 0.0, 20.0, 1000.0, -1000.0].map(check).into()
}
