//! One colour and one dash for each activation, the same in every figure.

use lesson::figure::{Dash, Ink};
use nn::{Activation, RELU};

/// The four activations that the page compares.
pub(crate) const FOUR: [Activation; 4] =
    [Activation::Sigmoid, Activation::Tanh, RELU, Activation::LeakyRelu { slope: 0.01 }];

/// The colour of an activation, and a dash that tells the four apart without it.
pub(crate) fn ink(activation: Activation) -> (Ink, Dash) {
    let dash = match activation {
        Activation::Tanh => Dash::Dashed,
        Activation::LeakyRelu { .. } => Dash::Dotted,
        _ => Dash::Solid,
    };
    (activation.into(), dash)
}
