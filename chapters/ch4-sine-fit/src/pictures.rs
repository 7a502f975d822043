//! What several figures share: the sine, a fit beside it, and its error.

use crate::network::{Network, knots, outputs};
use crate::pairs::Pairs;
use crate::ruler::sine;
use lesson::figure::{Axis, Curve, Dash, Dot, Ink, Panel};
use nn::Error;

/// The colour of whatever approximates the sine by ReLU.
pub(crate) const FIT: Ink = Ink::Blue;
/// The colour of errors.
pub(crate) const ERROR: Ink = Ink::Orange;
/// The colour of what is finished.
pub(crate) const DONE: Ink = Ink::Green;

/// How many pieces stand for a smooth curve.
const STEPS: u32 = 100;

/// Evenly spaced points from 0 to 1, both included.
fn grid() -> impl Iterator<Item = f64> {
    (0..=STEPS).map(|step| f64::from(step) / f64::from(STEPS))
}

/// A panel from x = 0 to 1.
pub(crate) fn over_x(title: &str, from: f64, to: f64) -> Panel {
    Panel::new(Axis::new("x", 0.0..=1.0), Axis::new(title, from..=to))
}

/// A height for drawing: what is 0 but for rounding is told as 0.
pub(crate) fn drawn(y: f64) -> f64 {
    const UNIT: f64 = 1e9;
    (y * UNIT).round() / UNIT
}

/// The target, dashed.
pub(crate) fn target() -> Curve {
    Curve::through("sine", Ink::Muted, grid().map(|x| (x, drawn(sine(x))))).dashed(Dash::Dashed)
}

/// What pairs put out.
pub(crate) fn output_of(pairs: &Pairs) -> Curve {
    output_through("f", FIT, &pairs.outline())
}

/// An output through these points.
pub(crate) fn output_through(label: &str, ink: Ink, points: &[(f64, f64)]) -> Curve {
    Curve::through(label, ink, points.iter().map(|&(x, y)| (x, drawn(y))))
}

/// The error of a function that is straight between `corners`: sampled evenly, and at the corners.
pub(crate) fn error_of(label: &str, ink: Ink, function: impl Fn(f64) -> f64, corners: &[f64]) -> Curve {
    let mut at: Vec<f64> = grid().chain(corners.iter().copied()).collect();
    at.sort_by(f64::total_cmp);
    Curve::through(label, ink, at.into_iter().map(|x| (x, drawn(function(x) - sine(x)))))
}

/// A panel for errors, with the axis of a few that shows those that count: a small move does not move it.
pub(crate) fn over_errors(counts: f64) -> Panel {
    let end = [0.05, 0.2, 0.8].into_iter().find(|end| 1.1 * counts <= *end).unwrap_or(3.2);
    over_x("f(x) - sine", -end, end)
}

/// The largest error as a ring; nothing where the panel ends before it.
pub(crate) fn largest_in(panel: &Panel, at: (f64, f64)) -> Option<Dot> {
    (at.1.abs() < panel.y.to).then(|| Dot::new("largest", ERROR, at).open())
}

/// What a network puts out at evenly spaced points, and at its corners.
pub(crate) fn sampled(network: &mut Network) -> Result<Vec<(f64, f64)>, Error> {
    let mut x: Vec<f64> = grid().chain(knots(network)).collect();
    x.sort_by(f64::total_cmp);
    x.dedup();
    let y = outputs(network, &x)?;
    Ok(x.into_iter().zip(y).collect())
}
