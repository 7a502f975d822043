//! Figures that answer: a deep network before training, and a chain of single units.

mod chain;
mod depth;

pub(crate) use chain::CHAIN;
pub(crate) use depth::DEPTH;

use lesson::figure::{Curve, Dash, Dot, Ink, Panel};
use nn::{Activation, RELU};

/// The window of sizes, in powers of ten.
const LOWEST: f64 = -20.0;
const HIGHEST: f64 = 10.0;

/// The activations to choose from.
const CHOICE: [Activation; 9] = [
    Activation::Sigmoid,
    Activation::Tanh,
    RELU,
    Activation::LeakyRelu { slope: 0.01 },
    Activation::Elu { alpha: 1.0 },
    Activation::Selu,
    Activation::Gelu,
    Activation::Silu,
    Activation::Linear,
];

/// The activations as a control offers them.
fn choices() -> impl Iterator<Item = (&'static str, &'static str)> {
    CHOICE.into_iter().map(|activation| (activation.name(), activation.title()))
}

/// A number as the sentence has it: with three digits, and without an exponent where it is short.
fn short(x: f64) -> String {
    let format = match x.abs() {
        0.001..1000.0 => "s3",
        0.0 => ".0",
        _ => "e1",
    };
    lesson::formatted(&x.into(), Some(format)).unwrap_or_default()
}

/// A dot, where there is a finite place for one.
fn dot(label: &str, ink: Ink, at: (f64, f64)) -> Option<Dot> {
    (at.0.is_finite() && at.1.is_finite()).then(|| Dot::new(label, ink, at))
}

/// A line with its name beside it and a dot at both ends; of a single point, the dot alone.
fn line(panel: Panel, label: &str, (ink, dash): (Ink, Dash), points: Vec<(f64, f64)>) -> Panel {
    let mut finite = points.iter().copied().filter(|point| point.1.is_finite());
    let (first, last) = (finite.next(), finite.next_back());
    match (first, last) {
        (None, _) => panel,
        (Some(only), None) => panel.with(Dot::new(label, ink, only)),
        (Some(first), Some(last)) => panel
            .with(Curve::through(label, ink, points).dashed(dash))
            .with(Dot::new("", ink, first))
            .with(Dot::new("", ink, last)),
    }
}
