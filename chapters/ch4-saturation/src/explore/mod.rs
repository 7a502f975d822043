//! Figures that answer: a deep network before training, and a chain of single units.

mod chain;
mod depth;

pub(crate) use chain::CHAIN;
pub(crate) use depth::DEPTH;

use crate::inks::name;
use lesson::Value;
use lesson::figure::{Dot, Ink};
use nn::Activation;

/// The window of sizes, in powers of ten.
const LOWEST: f64 = -20.0;

/// The activations to choose from.
const CHOICE: [Activation; 9] = [
    Activation::Sigmoid,
    Activation::Tanh,
    Activation::Relu { slope_at_zero: 0.0 },
    Activation::LeakyRelu { slope: 0.01 },
    Activation::Elu { alpha: 1.0 },
    Activation::Selu,
    Activation::Gelu,
    Activation::Silu,
    Activation::Linear,
];

/// The activations as a control offers them.
fn choices() -> impl Iterator<Item = (&'static str, &'static str)> {
    CHOICE.into_iter().map(|activation| (activation.name(), name(activation)))
}

/// The activation that a control names, if it names one.
fn chosen(word: &str) -> Option<Activation> {
    CHOICE.into_iter().find(|activation| activation.name() == word)
}

/// A number as the sentence has it: without an exponent where it is short.
fn short(x: f64) -> String {
    let magnitude = x.abs();
    let format = if x == 0.0 {
        ".0"
    } else if (0.001..1000.0).contains(&magnitude) {
        "s3"
    } else {
        "e1"
    };
    lesson::formatted(&Value::from(x), Some(format)).unwrap_or_default()
}

/// How many of something.
fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}

/// A dot, where there is a finite place for one.
fn dot(label: &str, ink: Ink, at: (f64, f64)) -> Option<Dot> {
    (at.0.is_finite() && at.1.is_finite()).then(|| Dot::new(label, ink, at))
}
