//! One neuron: a line through a ReLU.

use crate::span::Span;
use nn::RELU;

/// A neuron with one input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Neuron {
    /// What the input is multiplied by.
    pub weight: f64,
    /// What is added to the product.
    pub bias: f64,
}

impl Neuron {
    /// What the ReLU receives: the pre-activation.
    pub fn sum(self, x: f64) -> f64 {
        self.weight * x + self.bias
    }

    // ANCHOR: neuron
    /// What the neuron answers.
    pub fn value(self, x: f64) -> f64 {
        RELU.value(self.weight * x + self.bias)
    }
    // ANCHOR_END: neuron

    /// How fast the answer changes with the input.
    pub fn slope(self, x: f64) -> f64 {
        RELU.slope(self.weight * x + self.bias) * self.weight
    }

    /// How fast the answer changes with the bias: 1 where the neuron is on, 0 where it is off.
    pub fn gate(self, x: f64) -> f64 {
        RELU.slope(self.weight * x + self.bias)
    }

    // ANCHOR: on
    /// The inputs for which the neuron is on: what its ReLU receives is above 0.
    pub fn on(self) -> Span {
        let bend = -self.bias / self.weight;
        match self.weight {
            weight if weight > 0.0 => Span::above(bend),
            weight if weight < 0.0 => Span::below(bend),
            _ if self.bias > 0.0 => Span::EVERYWHERE,
            _ => Span::NOWHERE,
        }
    }
    // ANCHOR_END: on
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_neuron_is_on_on_one_side_of_its_bend() {
        for (weight, bias, on) in [
            (1.0, 0.0, "x > 0"),
            (1.0, 0.5, "x > -0.5"),
            (-1.0, 0.5, "x < 0.5"),
            (-4.0, -1.0, "x < -0.25"),
            (0.0, 0.5, "every x"),
            (0.0, 0.0, "no x"),
            (-0.0, -0.5, "no x"),
        ] {
            assert_eq!(Neuron { weight, bias }.on().to_string(), on);
        }
    }

    #[test]
    fn the_slope_at_the_bend_is_that_of_the_convention() {
        let neuron = Neuron { weight: -1.0, bias: 0.5 };
        assert_eq!([0.0, 0.5, 1.0].map(|x| neuron.slope(x)), [-1.0, 0.0, 0.0]);
    }
}
