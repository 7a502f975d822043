//! Two parabolas that no line separates.

use ndarray::{Array1, Array2, Axis, concatenate, stack};

use super::linspace::linspace;
use crate::Real;
use crate::random::RandomState;

/// Points (2 · `points`, 2) of two parabolas over [-1, 1], and their class: 0 on y = x², 1 on y = x² - ½.
///
/// All of the first come before all of the second; [`shuffled`] mixes them.
///
/// Olah, "Neural Networks, Manifolds, and Topology" (2014); the numbers are those of the deepreplay package
/// (Godoy, 2018), with 1000 points each.
#[must_use]
pub fn parabolas<F: Real>(points: usize) -> (Array2<F>, Array1<usize>) {
    let x: Array1<f64> = linspace(-1.0, 1.0, points).collect();
    let square = &x * &x;
    let upper = stack![Axis(1), x, square];
    let lower = stack![Axis(1), x, square - 0.5];
    let labels = (0..2 * points).map(|i| i / points).collect();
    (concatenate![Axis(0), upper, lower].mapv(F::from_f64), labels)
}

/// The rows in the order of `random`'s next permutation; with seed 13, deepreplay's.
#[must_use]
pub fn shuffled<F: Real>(
    (points, labels): (Array2<F>, Array1<usize>),
    random: &mut RandomState,
) -> (Array2<F>, Array1<usize>) {
    let order = random.permutation(labels.len());
    (points.select(Axis(0), &order), labels.select(Axis(0), &order))
}
