//! What the chapter's exercises are checked against.

use lesson::exercise::Check;
use nn::RELU;

/// What the reader's function returns: the offset, and a weight for each point but the last.
pub type Hinged = (f64, Vec<f64>);

/// The checks of `exercises/hinges.rs`: the network must pass through the points.
pub fn hinges(hinged: impl Fn(&[(f64, f64)]) -> Hinged) -> Vec<Check> {
    let curves: [&[(f64, f64)]; 3] = [
        &[(0.0, 0.0), (2.0, 4.0)],
        &[(0.0, 1.0), (1.0, 3.0), (2.0, 3.0), (4.0, -1.0)],
        &[(-1.0, 2.0), (0.0, 0.0), (0.5, 2.0), (1.0, 2.0), (3.0, 1.0)],
    ];
    let check = |points: &[(f64, f64)]| {
        let (offset, weights) = hinged(points);
        let height = |x: f64| {
            let hinge = |((knot, _), weight): (&(f64, f64), &f64)| weight * RELU.value(x - knot);
            offset + points.iter().zip(&weights).map(hinge).sum::<f64>()
        };
        let name = points.len();
        let ask = move |&(x, y): &(f64, f64)| Check {
            question: format!("curve of {name} points at x = {x}"),
            got: height(x),
            wanted: y,
            tolerance: 1e-12,
        };
        points.iter().map(ask).collect::<Vec<_>>()
    };
    curves.into_iter().flat_map(check).collect()
}
