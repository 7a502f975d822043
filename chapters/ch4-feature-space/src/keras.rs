//! A trained network that somebody printed in 2018: its nine numbers, put to the test.

use crate::curves::Curves;
use crate::plane::{Affine, Hidden, Line, Network, Point};
use crate::training::cross_entropy;
use lesson::Lesson;
use nn::Activation;
use nn::elementary::{max, min};

// ANCHOR: printed
/// The kernel was printed an input a row, so its columns are the rows of W.
const W: [[f64; 2]; 2] = [[-4.7761188, -4.5376463], [-4.3531065, 4.010479]];
const B: Point = [-1.7944971, 1.6984158];
const OUT: Line = Line { w: [6.3906374, -6.5252028], b: 5.300107 };
// ANCHOR_END: printed

pub(crate) const PRINTED: Network = with(Activation::Tanh);

/// The printed numbers with an activation.
const fn with(activation: Activation) -> Network {
    Network { hidden: Hidden { affine: Affine { w: W, b: B }, activation }, line: OUT }
}

pub(crate) fn tell(say: &mut Lesson) {
    let curves = Curves::sampled();
    let [upper, lower] = [&curves.upper, &curves.lower].map(|points| Extremes::of(points));
    let Line { w, b } = OUT;
    say.section("printed", "Nine numbers printed by Keras");
    say.value("printed-right", "points right, of 2000", curves.right(&PRINTED));
    say.value("printed-loss", "binary cross-entropy", cross_entropy(&PRINTED, &curves));
    say.value("printed-lower", "lowest probability, lower curve", lower.probability[0]);
    say.value("printed-upper", "highest probability, upper curve", upper.probability[1]);
    say.value("printed-line", "h2 on the line: slope, intercept", [w[0] / -w[1], b / -w[1]]);
    say.value("printed-lower-margin", "distance of the nearest lower point", lower.distance[0]);
    say.value("printed-upper-margin", "distance of the nearest upper point", -upper.distance[1]);
    say.value(
        "printed-sigmoid",
        "points right with a sigmoid instead",
        curves.right(&with(Activation::Sigmoid)),
    );
}

/// The smallest and the largest of what the network answers on a curve.
struct Extremes {
    probability: [f64; 2],
    distance: [f64; 2],
}

impl Extremes {
    fn of(points: &[Point]) -> Self {
        let extremes = |answer: &dyn Fn(Point) -> f64| {
            points.iter().fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], &point| {
                let answer = answer(point);
                [min(low, answer), max(high, answer)]
            })
        };
        Self {
            probability: extremes(&|point| Activation::Sigmoid.value(PRINTED.logit(point))),
            distance: extremes(&|point| PRINTED.line.distance(PRINTED.hidden.bend(point))),
        }
    }
}
