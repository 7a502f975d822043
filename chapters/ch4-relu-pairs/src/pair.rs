//! Two neurons in a row, and where each of them is on.

use crate::neuron::Neuron;
use crate::span::Span;

/// Two neurons in a row and the weight of the output: v · relu(w · relu(a · x + b) + c).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The weight of neuron 1.
    pub a: f64,
    /// The bias of neuron 1.
    pub b: f64,
    /// The weight of neuron 2.
    pub w: f64,
    /// The bias of neuron 2.
    pub c: f64,
    /// The weight of the output.
    pub v: f64,
}

impl Pair {
    /// A pair from its five numbers, in the order in which x meets them.
    pub const fn new(a: f64, b: f64, w: f64, c: f64, v: f64) -> Self {
        Self { a, b, w, c, v }
    }

    /// The five numbers, in the same order.
    pub const fn numbers(self) -> [f64; 5] {
        [self.a, self.b, self.w, self.c, self.v]
    }

    /// The neuron that sees x.
    pub fn first(self) -> Neuron {
        Neuron { weight: self.a, bias: self.b }
    }

    /// The neuron that sees what the first one answers.
    pub fn second(self) -> Neuron {
        Neuron { weight: self.w, bias: self.c }
    }

    // ANCHOR: pair
    /// What the pair adds to the output.
    pub fn value(self, x: f64) -> f64 {
        let h = self.first().value(x);
        self.v * self.second().value(h)
    }
    // ANCHOR_END: pair

    /// How fast the output changes with x.
    pub fn slope(self, x: f64) -> f64 {
        let h = self.first().value(x);
        self.v * self.second().slope(h) * self.first().slope(x)
    }

    // ANCHOR: gradients
    /// How fast the output changes with a, b, w, c and v.
    pub fn gradients(self, x: f64) -> [f64; 5] {
        let h = self.first().value(x);
        let c = self.v * self.second().gate(h);
        let b = c * self.w * self.first().gate(x);
        [b * x, b, c * h, c, self.second().value(h)]
    }
    // ANCHOR_END: gradients

    // ANCHOR: second-on
    /// The inputs for which neuron 2 is on.
    pub fn second_on(self) -> Span {
        let limit = -self.c / self.w; // what h must pass, or stay below
        match self.w {
            w if w > 0.0 && limit < 0.0 => Span::EVERYWHERE,
            w if w > 0.0 => Neuron { weight: self.a, bias: self.b - limit }.on(),
            w if w < 0.0 && limit > 0.0 => Neuron { weight: -self.a, bias: limit - self.b }.on(),
            w if w < 0.0 => Span::NOWHERE,
            _ => self.second().on(),
        }
    }
    // ANCHOR_END: second-on
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gradients_agree_with_differences() {
        let numbers = [-1.5, 0.5, -2.0, 1.0, 3.0];
        let value = |[a, b, w, c, v]: [f64; 5], x: f64| Pair::new(a, b, w, c, v).value(x);
        let [a, b, w, c, v] = numbers;
        for x in [-0.5, 0.25, 1.0] {
            for (number, gradient) in Pair::new(a, b, w, c, v).gradients(x).into_iter().enumerate() {
                let moved = |step: f64| {
                    let mut numbers = numbers;
                    numbers[number] += step;
                    value(numbers, x)
                };
                let difference = (moved(1e-6) - moved(-1e-6)) / 2e-6;
                assert!(
                    (difference - gradient).abs() < 1e-8,
                    "x = {x}, number {number}: {difference} {gradient}"
                );
            }
        }
    }

    #[test]
    fn neuron_2_is_on_where_it_should() {
        for ([a, b, w, c], on) in [
            ([-1.0, 0.5, 1.0, 0.0], "x < 0.5"),
            ([-1.0, 0.5, 1.0, 1.0], "every x"),
            ([-1.0, 0.5, -2.0, 1.0], "x > 0"),
            ([-1.0, 0.5, 1.0, -1.0], "x < -0.5"),
            ([-1.0, 0.5, -2.0, 0.0], "no x"),
            ([-1.0, 0.5, 0.0, 1.0], "every x"),
            ([-1.0, 0.5, 0.0, -1.0], "no x"),
            ([0.0, 2.0, -1.0, 1.0], "no x"),
            ([0.0, 0.5, -1.0, 1.0], "every x"),
            ([0.0, 2.0, 1.0, -1.0], "every x"),
        ] {
            assert_eq!(Pair::new(a, b, w, c, 1.0).second_on().to_string(), on, "{a} {b} {w} {c}");
        }
    }
}
