//! The six questions, step by step, and trained networks.

use super::{NUMBERS, words};
use crate::keras::PRINTED;
use crate::plane::{Affine, Hidden, Line, Network};
use crate::settings::{
    AFTER_RELU, AFTER_SIGMOID, AFTER_TANH, COLLAPSED, FIRST, FOLDED, LEAKY, OPENED, PUSHED, RELU, SCALED,
    SHEARED, TURNED, hidden, slid,
};
use crate::training::{EPOCHS, Recipe, start};
use lesson::explore::{Controls, Preset};
use nn::Activation::{self, Linear, Sigmoid, Tanh};
use nn::random::RandomState;

/// The output's line before anyone has moved it, and after question 1.
const UNTOUCHED: Line = Line { w: [0.0, 1.0], b: 0.0 };
const LOWERED: Line = Line { w: [0.0, 1.0], b: -1.0 };

pub(super) fn all(controls: Controls) -> Controls {
    controls.steps("The six questions, step by step", questions()).presets("Trained networks", networks())
}

fn questions() -> Vec<Preset> {
    let at = |w11: f64, b11: f64| Affine { w: [[w11, 0.0], [1.0, 1.0]], b: [b11, 0.0] };
    [
        ("1: the start, no activation", Affine::IDENTITY, Linear, UNTOUCHED),
        ("1: w₂₁ = 1, a shear", at(1.0, 0.0), Linear, UNTOUCHED),
        ("1: w₁₁ = 0, crushed to a segment", at(0.0, 0.0), Linear, UNTOUCHED),
        ("1: w₁₁ = -1, mirrored", at(-1.0, 0.0), Linear, UNTOUCHED),
        ("1: b₁₁ = 1, moved", at(-1.0, 1.0), Linear, UNTOUCHED),
        ("1: w₁₂ = 1, turned on its corner", FIRST, Linear, UNTOUCHED),
        ("1: b₁₃ = -1, the line moves", FIRST, Linear, LOWERED),
        ("2: sigmoid, squeezed into a square", FIRST, Sigmoid, LOWERED),
        ("2: W = I, still nearly a square", Affine::IDENTITY, Sigmoid, UNTOUCHED),
        ("2: w₁₁ = w₂₂ = 3, its edges squeezed", SCALED, Sigmoid, UNTOUCHED),
        ("2: w₂₁ = 3, a bow", SHEARED, Sigmoid, UNTOUCHED),
        ("2: the same without the sigmoid", SHEARED, Linear, UNTOUCHED),
        ("2: b₁₂ = 3, pushed to the ceiling", PUSHED, Sigmoid, UNTOUCHED),
        ("3: tanh, twice the size", PUSHED, Tanh, UNTOUCHED),
        ("3: w₁₂ = 3, the plane falls onto a curve", COLLAPSED, Tanh, UNTOUCHED),
        ("3: w₁₂ = -3, wide open", OPENED, Tanh, UNTOUCHED),
        ("4: ReLU, only a quadrant is left", OPENED, RELU, UNTOUCHED),
        ("4: b₁₁ = -3, pressed onto an axis", slid(-3.0), RELU, UNTOUCHED),
        ("5: no activation, a turn by 225 degrees", TURNED, Linear, UNTOUCHED),
        ("5: sigmoid bends", TURNED, Sigmoid, UNTOUCHED),
        ("5: sigmoid, and the line that fits", TURNED, Sigmoid, AFTER_SIGMOID),
        ("5: tanh bends", TURNED, Tanh, UNTOUCHED),
        ("5: tanh, and the line that fits", TURNED, Tanh, AFTER_TANH),
        ("6: no activation", FOLDED, Linear, UNTOUCHED),
        ("6: ReLU folds", FOLDED, RELU, UNTOUCHED),
        ("6: ReLU, and the line that fits", FOLDED, RELU, AFTER_RELU),
    ]
    .into_iter()
    .map(|(label, affine, activation, line)| {
        Preset::new(label, address(&Network { hidden: hidden(affine, activation), line }))
    })
    .collect()
}

fn networks() -> Vec<Preset> {
    // The seed places the nine numbers, whatever the activation.
    let seeded = start(Recipe::usual(Tanh), &mut RandomState::new(0));
    let with = |activation: Activation| Network { hidden: Hidden { activation, ..seeded.hidden }, ..seeded };
    let trained = |activation: Activation| {
        let address = format!("{}&epoch={EPOCHS}", address(&with(activation)));
        Preset::new(format!("{}, {EPOCHS} epochs from seed 0", words::named(activation)), address)
    };
    let mut list = vec![
        Preset::new("printed by Keras in 2018", address(&PRINTED)),
        Preset::new("seed 0 before training, tanh", address(&seeded)),
    ];
    list.extend([Sigmoid, Tanh, RELU, LEAKY].map(trained));
    list
}

/// The activation and what differs from the page's nine numbers, as an address has them.
pub(super) fn address(network: &Network) -> String {
    let mut address = format!("f={}", network.hidden.activation.name());
    for ((name, _, start), number) in NUMBERS.into_iter().zip(numbers(network)) {
        if number != start {
            address.push_str(&format!("&{name}={number}"));
        }
    }
    address
}

/// The numbers of a network in the order of the controls.
pub(super) fn numbers(Network { hidden: Hidden { affine, .. }, line }: &Network) -> [f64; 9] {
    let [[w11, w12], [w21, w22]] = affine.w;
    [w11, w12, affine.b[0], w21, w22, affine.b[1], line.w[0], line.w[1], line.b]
}
