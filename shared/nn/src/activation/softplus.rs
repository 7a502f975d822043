//! Softplus and log-sigmoid, which is softplus turned by half a turn.

use super::curve::Formula;
use super::sigmoid::sigmoid;
use crate::elementary::Precision;

#[derive(Clone, Copy)]
pub struct Softplus;

impl Formula for Softplus {
    #[inline(always)]
    fn value<P: Precision>(self, x: f64) -> f64 {
        softplus::<P>(x)
    }

    #[inline(always)]
    fn slope<P: Precision>(self, x: f64) -> f64 {
        sigmoid::<P>(x)
    }
}

#[derive(Clone, Copy)]
pub struct LogSigmoid;

impl Formula for LogSigmoid {
    /// ln σ(x) = -softplus(-x).
    #[inline(always)]
    fn value<P: Precision>(self, x: f64) -> f64 {
        -softplus::<P>(-x)
    }

    /// 1 - σ(x) = σ(-x).
    #[inline(always)]
    fn slope<P: Precision>(self, x: f64) -> f64 {
        sigmoid::<P>(-x)
    }
}

/// ln(1 + eˣ) = max(x, 0) + ln(1 + e^(-|x|)): nothing overflows, nothing is lost on the left.
#[inline(always)]
fn softplus<P: Precision>(x: f64) -> f64 {
    let ramp = if x > 0.0 { x } else { 0.0 };
    ramp + P::ln1p(P::exp(-x.abs()))
}
