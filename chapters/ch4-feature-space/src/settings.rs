//! The settings that the six questions pass through.

use crate::plane::{Affine, Hidden, Line};
use nn::Activation;

pub use nn::RELU;

/// The slope that this chapter's leaky ReLU has left of 0.
pub const LEAK: f64 = 0.1;
/// Leaky ReLU.
pub const LEAKY: Activation = Activation::LeakyRelu { slope: LEAK };
/// What may bend the plane, and what leaves it flat.
pub const ACTIVATIONS: [Activation; 5] =
    [Activation::Linear, Activation::Sigmoid, Activation::Tanh, RELU, LEAKY];

/// The one of them that has this name.
pub fn named(name: &str) -> Option<Activation> {
    ACTIVATIONS.into_iter().find(|activation| activation.name() == name)
}

/// Question 1 at its end: sheared, mirrored, moved, sheared again.
pub const FIRST: Affine = Affine { w: [[-1.0, 1.0], [1.0, 1.0]], b: [1.0, 0.0] };
/// Question 2: three times as large.
pub const SCALED: Affine = Affine { w: [[3.0, 0.0], [0.0, 3.0]], b: [0.0, 0.0] };
/// Question 2: scaled and sheared.
pub const SHEARED: Affine = Affine { w: [[3.0, 0.0], [3.0, 3.0]], b: [0.0, 0.0] };
/// Question 2: scaled, sheared and pushed up.
pub const PUSHED: Affine = Affine { b: [0.0, 3.0], ..SHEARED };
/// Question 3: the same with w12 at its upper end.
pub const COLLAPSED: Affine = Affine { w: [[3.0, 3.0], [3.0, 3.0]], ..PUSHED };
/// Question 3: and at its lower end.
pub const OPENED: Affine = Affine { w: [[3.0, -3.0], [3.0, 3.0]], ..PUSHED };
/// Question 5: turned by 225 degrees and scaled.
pub const TURNED: Affine = Affine { w: [[-3.0, 3.0], [-3.0, -3.0]], b: [1.0, -1.0] };
/// Question 6: what ReLU folds.
pub const FOLDED: Affine = Affine { w: [[-3.0, 0.4], [-3.0, 3.0]], b: [0.1, 1.8] };

/// Question 5 after the sigmoid: the best setting of the output's three sliders.
pub const AFTER_SIGMOID: Line = Line { w: [-1.2, 1.2], b: 0.5 };
/// Question 5 after tanh.
pub const AFTER_TANH: Line = Line { w: [-0.9, 0.9], b: 0.8 };
/// Question 6 after ReLU.
pub const AFTER_RELU: Line = Line { w: [2.5, -1.4], b: 1.0 };

/// The hidden layer with a setting and an activation.
pub const fn hidden(affine: Affine, activation: Activation) -> Hidden {
    Hidden { affine, activation }
}

/// Question 4: w12 of question 3 at its lower end, and ever more of the sheet pushed below zero.
pub fn slid(b: f64) -> Affine {
    Affine { b: [b, 3.0], ..OPENED }
}
