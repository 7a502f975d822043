//! One hidden layer is enough: a ReLU for each knot of the curve.

use crate::best_line::{largest_error, target, target_curves};
use lesson::figure::{Axis, Curve, Dash, Dot, Ink, Panel};
use lesson::{Figure, Lesson, Table};
use nn::RELU;

/// A network with one hidden layer: y = offset + Σ weight · relu(x - knot).
struct Hinges {
    offset: f64,
    neurons: Vec<(f64, f64)>,
}

impl Hinges {
    // ANCHOR: through
    /// Through the curve at evenly spaced knots: each weight is a change of slope.
    fn through(curve: fn(f64) -> f64, neurons: usize) -> Self {
        let knot = |i: usize| i as f64 / neurons as f64;
        let slope = |i: usize| (curve(knot(i + 1)) - curve(knot(i))) * neurons as f64;
        let weight = |i: usize| if i == 0 { slope(0) } else { slope(i) - slope(i - 1) };
        let neurons = (0..neurons).map(|i| (knot(i), weight(i))).collect();
        Self { offset: curve(0.0), neurons }
    }
    // ANCHOR_END: through

    fn at(&self, x: f64) -> f64 {
        self.neurons.iter().fold(self.offset, |sum, (knot, weight)| sum + weight * RELU.value(x - knot))
    }
}

/// How far so many hinges are from the sine, at most.
pub(crate) fn error(neurons: usize) -> f64 {
    let network = Hinges::through(target, neurons);
    largest_error(|x| network.at(x))
}

pub(crate) fn tell(say: &mut Lesson) {
    let columns = [
        ("neurons", "hidden neurons"),
        ("largest", "max error"),
        ("factor", "times smaller than with half as many"),
    ];
    let row = |neurons: usize| {
        [neurons.into(), error(neurons).into(), (error(neurons / 2) / error(neurons)).into()]
    };
    say.section("one-hidden", "One hidden layer, written down");
    say.table(
        Table::new("hinge-errors", "A sine by one hidden layer of ReLUs, without any training", columns)
            .rows([8, 16, 32, 64, 128, 256].into_iter().map(row)),
    );
    say.figure(|| figure(&Hinges::through(target, 8)));
}

fn figure(network: &Hinges) -> Figure {
    let x = || Axis::new("x", 0.0..=1.0);
    let dot = |&(knot, _): &(f64, f64)| Dot::new("", Ink::Blue, (knot, network.at(knot)));
    let caption = format!(
        "What can eight ReLUs in one hidden layer draw? Left: a sine, with a ReLU for each dot, and without training. \
         Right: what they miss, {:.3} at most.",
        largest_error(|x| network.at(x))
    );
    Figure::new("eight-hinges", caption)
        .panel(
            Panel::new(x(), Axis::new("y", -1.2..=1.2))
                .with_all(target_curves())
                .with(Curve::of("eight ReLUs", Ink::Blue, 0.0..=1.0, |x| network.at(x)))
                .with_all(network.neurons.iter().map(dot)),
        )
        .panel(
            Panel::new(x(), Axis::new("network minus sine", -0.1..=0.1)).with(
                Curve::of("", Ink::Blue, 0.0..=1.0, |x| network.at(x) - target(x)).dashed(Dash::Dashed),
            ),
        )
}
