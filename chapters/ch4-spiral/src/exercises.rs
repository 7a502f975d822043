//! What the chapter's exercises are checked against.

use crate::network::{Pass, SMALL, Shape};
use lesson::exercise::Check;
use nn::random::RandomState;

/// The checks of `exercises/dot.rs`, for the reader's `dot`: what the second layer of an untrained network with 64
/// hidden units answers to eight points of the spiral.
///
/// # Errors
/// None in fact: the shapes are fixed, and fit.
pub fn dot(dot: impl Fn(&[f32], &[f32]) -> f32) -> Result<Vec<Check>, nn::Error> {
    let pass = Pass::next(&Shape { hidden: 64, ..SMALL }, &mut RandomState::new(0))?;
    let check = |row: usize| {
        let class = row % 3;
        let got = dot(&pass.hidden.row(row).to_vec(), &pass.second.weights.column(class).to_vec());
        Check {
            question: format!("point {row}, class {class}"),
            got: f64::from(got),
            wanted: f64::from(pass.logits[[row, class]]),
            tolerance: 0.0,
        }
    };
    Ok((1..=8).map(check).collect())
}
