//! Stochastic gradient descent.

use super::{Optimiser, Parameters, decayed};
use crate::Real;

/// Gradient descent with momentum μ: v ← μ v - η g, θ ← θ + v. With μ = 0 plain descent, θ ← θ - η g.
///
/// The learning rate η is η₀ / (1 + decay · t) at step t, counted from 0. Polyak (1964), for the momentum.
#[derive(Clone, Debug)]
pub struct Sgd<F> {
    rate: f64,
    decay: f64,
    momentum: f64,
    steps: u64,
    velocities: Vec<Vec<F>>,
}

impl<F: Real> Sgd<F> {
    /// Plain gradient descent with this learning rate.
    #[must_use]
    pub fn new(rate: f64) -> Self {
        Self { rate, decay: 0.0, momentum: 0.0, steps: 0, velocities: Vec::new() }
    }

    /// The same with a decay of the learning rate.
    #[must_use]
    pub fn with_decay(self, decay: f64) -> Self {
        Self { decay, ..self }
    }

    /// The same with momentum.
    #[must_use]
    pub fn with_momentum(self, momentum: f64) -> Self {
        Self { momentum, ..self }
    }
}

impl<F: Real> Optimiser<F> for Sgd<F> {
    fn step<'a>(&mut self, parameters: impl Iterator<Item = Parameters<'a, F>>) {
        let rate = F::from_f64(decayed(self.rate, self.decay, self.steps));
        let momentum = F::from_f64(self.momentum);
        self.steps += 1;
        for (i, Parameters { values, gradient }) in parameters.enumerate() {
            assert_eq!(values.len(), gradient.len(), "every parameter has a gradient");
            if self.momentum == 0.0 {
                values.iter_mut().zip(gradient).for_each(|(value, &g)| *value -= rate * g);
                continue;
            }
            if self.velocities.len() == i {
                self.velocities.push(vec![F::zero(); values.len()]);
            }
            assert_eq!(values.len(), self.velocities[i].len(), "an optimiser serves one network");
            for ((value, &g), velocity) in values.iter_mut().zip(gradient).zip(&mut self.velocities[i]) {
                *velocity = momentum * *velocity - rate * g;
                *value += *velocity;
            }
        }
    }
}
