//! One colour and one dash for each activation, the same in every figure.

use lesson::figure::{Dash, Ink};
use nn::Activation;

/// The four activations that the page compares.
pub(crate) const FOUR: [Activation; 4] = [
    Activation::Sigmoid,
    Activation::Tanh,
    Activation::Relu { slope_at_zero: 0.0 },
    Activation::LeakyRelu { slope: 0.01 },
];

/// The colour and dash of an activation.
pub(crate) fn ink(activation: Activation) -> (Ink, Dash) {
    match activation {
        Activation::Sigmoid | Activation::HardSigmoid | Activation::LogSigmoid => {
            (Ink::Vermillion, Dash::Solid)
        }
        Activation::Tanh => (Ink::Green, Dash::Dashed),
        Activation::Relu { .. } | Activation::Softplus => (Ink::Blue, Dash::Solid),
        Activation::LeakyRelu { .. } | Activation::PRelu { .. } => (Ink::Sky, Dash::Dotted),
        Activation::Elu { .. } | Activation::Selu => (Ink::Orange, Dash::Solid),
        Activation::Step { .. } => (Ink::Purple, Dash::Solid),
        Activation::Linear => (Ink::Muted, Dash::Solid),
        Activation::Gelu
        | Activation::GeluTanh
        | Activation::Silu
        | Activation::Mish
        | Activation::HardSwish => (Ink::Yellow, Dash::Solid),
    }
}

/// The name of an activation as figures and tables write it.
pub(crate) fn name(activation: Activation) -> &'static str {
    match activation {
        Activation::Relu { .. } => "ReLU",
        Activation::LeakyRelu { .. } => "leaky ReLU",
        Activation::Elu { .. } => "ELU",
        Activation::Selu => "SELU",
        Activation::Gelu => "GELU",
        Activation::Silu => "SiLU",
        other => other.name(),
    }
}
