//! What the chapter's exercises are checked against.

use lesson::exercise::Check;

/// The checks of `exercises/share_on.rs`, for the reader's `share_on`.
pub fn share_on(share_on: impl Fn(f64, f64) -> f64) -> Vec<Check> {
    [
        (1.0, -0.25, 0.75),
        (2.0, 1.0, 1.0),
        (2.0, -3.0, 0.0),
        (-1.0, 0.25, 0.25),
        (-2.0, 3.0, 1.0),
        (-2.0, -1.0, 0.0),
        (1.0, 0.0, 1.0),
        (0.0, 0.5, 1.0),
        (0.0, -0.5, 0.0),
        (0.0, 0.0, 0.0),
    ]
    .into_iter()
    .map(|(w, b, wanted)| Check {
        question: format!("share_on of w = {w}, b = {b}"),
        got: share_on(w, b),
        wanted,
        tolerance: 1e-12,
    })
    .collect()
}
