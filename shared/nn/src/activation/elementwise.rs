//! Loops over the entries of arrays of one shape.

use ndarray::{Array, ArrayRef, Dimension};

use super::Activation;
use super::curve::Curve;
use crate::Real;
use crate::wide::wide;

/// y = f(x), entry by entry.
#[inline(always)]
pub fn forward<F: Real>(curve: impl Curve, x: &[F], y: &mut [F]) {
    wide(
        #[inline(always)]
        || {
            for (y, &x) in y.iter_mut().zip(x) {
                *y = curve.value(x);
            }
        },
    );
}

/// downstream = f′(x) · upstream, entry by entry.
#[inline(always)]
pub fn backward<F: Real>(curve: impl Curve, x: &[F], upstream: &[F], downstream: &mut [F]) {
    wide(
        #[inline(always)]
        || {
            for ((d, &g), &x) in downstream.iter_mut().zip(upstream).zip(x) {
                *d = curve.slope(x) * g;
            }
        },
    );
}

/// [`forward`] for arrays; what has gaps, or another order than by rows, is copied.
pub fn forward_into<F: Real, D: Dimension>(
    activation: Activation,
    x: &ArrayRef<F, D>,
    y: &mut ArrayRef<F, D>,
) {
    let x = x.as_standard_layout();
    if let (Some(x), Some(y)) = (x.as_slice(), y.as_slice_mut()) {
        F::forward(activation, x, y);
    } else {
        y.assign(&activation.forward(&x));
    }
}

/// [`backward`] for arrays, in the same way.
pub fn backward_into<F: Real, D: Dimension>(
    activation: Activation,
    x: &ArrayRef<F, D>,
    upstream: &ArrayRef<F, D>,
    downstream: &mut ArrayRef<F, D>,
) {
    let (x, upstream) = (x.as_standard_layout(), upstream.as_standard_layout());
    if let (Some(x), Some(upstream), Some(d)) = (x.as_slice(), upstream.as_slice(), downstream.as_slice_mut())
    {
        F::backward(activation, x, upstream, d);
    } else {
        let mut d = Array::zeros(x.raw_dim());
        backward_into(activation, &x, &upstream, &mut d);
        downstream.assign(&d);
    }
}
