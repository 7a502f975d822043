//! Adam.

use super::{Optimiser, Parameters, decayed};
use crate::Real;
use crate::elementary::powf;
use crate::wide::wide;

/// Adam: m ← β₁m + (1 - β₁)g, v ← β₂v + (1 - β₂)g², θ ← θ - η m̂ / (√v̂ + ε), with m̂ = m / (1 - β₁ᵗ) and
/// v̂ = v / (1 - β₂ᵗ) at step t, counted from 1.
///
/// The learning rate η is η₀ / (1 + decay · (t - 1)). β₁ = 0.9, β₂ = 0.999, ε = 10⁻⁷ as in nnfs. Kingma and Ba
/// (2014).
#[derive(Clone, Debug)]
pub struct Adam<F> {
    rate: f64,
    decay: f64,
    epsilon: f64,
    steps: u64,
    moments: Vec<Vec<Moments<F>>>,
}

/// The running means of the gradient and of its square.
#[derive(Clone, Copy, Debug, Default)]
pub struct Moments<F> {
    mean: F,
    square: F,
}

/// What is the same for all parameters of a step.
#[derive(Clone, Copy)]
pub struct Rates<F> {
    rate: F,
    epsilon: F,
    /// 1 - β₁ᵗ.
    mean_missing: F,
    /// 1 - β₂ᵗ.
    square_missing: F,
}

const BETA_1: f64 = 0.9;
const BETA_2: f64 = 0.999;

impl<F: Real> Adam<F> {
    /// Adam with this learning rate.
    #[must_use]
    pub fn new(rate: f64) -> Self {
        Self { rate, decay: 0.0, epsilon: 1e-7, steps: 0, moments: Vec::new() }
    }

    /// The same with a decay of the learning rate.
    #[must_use]
    pub fn with_decay(self, decay: f64) -> Self {
        Self { decay, ..self }
    }
}

impl<F: Real> Optimiser<F> for Adam<F> {
    fn step<'a>(&mut self, parameters: impl Iterator<Item = Parameters<'a, F>>) {
        let rate = F::from_f64(decayed(self.rate, self.decay, self.steps));
        self.steps += 1;
        let missing = |beta| F::from_f64(1.0 - powf(beta, self.steps as f64));
        let (mean_missing, square_missing) = (missing(BETA_1), missing(BETA_2));
        let rates = Rates { rate, epsilon: F::from_f64(self.epsilon), mean_missing, square_missing };

        for (i, Parameters { values, gradient }) in parameters.enumerate() {
            if self.moments.len() == i {
                self.moments.push(vec![Moments::default(); values.len()]);
            }
            assert_eq!(values.len(), gradient.len(), "every parameter has a gradient");
            assert_eq!(values.len(), self.moments[i].len(), "an optimiser serves one network");
            F::adam(&rates, values, gradient, &mut self.moments[i]);
        }
    }
}

/// One step for a run of parameters.
pub fn adam<F: Real>(rates: &Rates<F>, values: &mut [F], gradient: &[F], moments: &mut [Moments<F>]) {
    let Rates { rate, epsilon, mean_missing, square_missing } = *rates;
    let (beta_1, beta_2) = (F::from_f64(BETA_1), F::from_f64(BETA_2));
    let (rest_1, rest_2) = (F::from_f64(1.0 - BETA_1), F::from_f64(1.0 - BETA_2));
    wide(
        #[inline(always)]
        || {
            for ((value, &g), m) in values.iter_mut().zip(gradient).zip(moments) {
                m.mean = beta_1 * m.mean + rest_1 * g;
                m.square = beta_2 * m.square + rest_2 * (g * g);
                let mean = m.mean / mean_missing;
                let square = m.square / square_missing;
                *value -= rate * mean / (square.sqrt() + epsilon);
            }
        },
    );
}
