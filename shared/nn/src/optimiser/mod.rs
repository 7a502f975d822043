//! How gradients change parameters.

mod adam;
mod sgd;

pub use adam::Adam;
pub(crate) use adam::{Moments, Rates, adam};
pub use sgd::Sgd;

use crate::Real;

/// A run of parameters and the gradient of the loss with respect to them, in the same order.
#[derive(Debug)]
pub struct Parameters<'a, F> {
    /// What is learned.
    pub values: &'a mut [F],
    /// The gradient of the loss.
    pub gradient: &'a [F],
}

/// Something that changes parameters step by step.
pub trait Optimiser<F: Real> {
    /// One step. Every step must pass the same runs in the same order; the first one makes room for what is
    /// remembered of them.
    ///
    /// # Panics
    /// If a run has another length than its gradient, or than in the step before.
    fn step<'a>(&mut self, parameters: impl Iterator<Item = Parameters<'a, F>>);
}

/// The learning rate of step t, counted from 0: rate / (1 + decay · t), as in nnfs.
fn decayed(rate: f64, decay: f64, t: u64) -> f64 {
    rate / (1.0 + decay * t as f64)
}
