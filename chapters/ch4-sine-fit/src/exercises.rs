//! What the chapter's exercises are checked against.

use lesson::exercise::Check;
use nn::Activation;

/// The checks of `exercises/one_layer.rs`, for the reader's `weights`.
pub fn one_layer(weights: impl Fn(&[(f64, f64)]) -> Vec<f64>) -> Vec<Check> {
    let outlines: [&[(f64, f64)]; 3] = [
        &[(0.0, 0.0), (1.0, 2.0)],
        &[(0.0, 1.0), (0.5, 2.0), (1.0, 2.0)],
        &[(0.0, 0.0), (0.25, 1.0), (0.75, -1.0), (1.0, 0.0)],
    ];
    let relu = Activation::Relu { slope_at_zero: 0.0 };
    let check = |outline: &[(f64, f64)]| {
        let weights = weights(outline);
        let output = |x: f64| {
            let hinges =
                weights.iter().zip(outline).map(|(weight, &(corner, _))| weight * relu.value(x - corner));
            outline[0].1 + hinges.sum::<f64>()
        };
        let name: Vec<String> = outline.iter().map(|(x, y)| format!("({x}, {y})")).collect();
        let check = |&(x, y): &(f64, f64)| Check {
            question: format!("through {}, at x = {x}", name.join(" ")),
            got: output(x),
            wanted: y,
            tolerance: 1e-12,
        };
        outline.iter().map(check).collect::<Vec<_>>()
    };
    outlines.into_iter().flat_map(check).collect()
}
