//! Loops over the entries of arrays of one shape.

use ndarray::{ArrayRef, Dimension, Zip};

use super::curve::Curve;
use crate::Real;
use crate::wide::wide;

/// y = f(x), entry by entry; the shapes are the same.
pub fn forward_into<F: Real, D: Dimension>(curve: impl Curve, x: &ArrayRef<F, D>, y: &mut ArrayRef<F, D>) {
    let Some((x, y)) = x.as_slice().zip(y.as_slice_mut()) else {
        Zip::from(x).and(y).for_each(|&x, y| *y = curve.value(x));
        return;
    };
    wide(
        #[inline(always)]
        || {
            for (y, &x) in y.iter_mut().zip(x) {
                *y = curve.value(x);
            }
        },
    );
}

/// downstream = f′(x) · upstream, entry by entry; the shapes are the same.
pub fn backward_into<F: Real, D: Dimension>(
    curve: impl Curve,
    x: &ArrayRef<F, D>,
    upstream: &ArrayRef<F, D>,
    downstream: &mut ArrayRef<F, D>,
) {
    let slices = (x.as_slice(), upstream.as_slice(), downstream.as_slice_mut());
    let (Some(x), Some(upstream), Some(downstream)) = slices else {
        Zip::from(x).and(upstream).and(downstream).for_each(|&x, &g, d| *d = curve.slope(x) * g);
        return;
    };
    wide(
        #[inline(always)]
        || {
            for ((d, &g), &x) in downstream.iter_mut().zip(upstream).zip(x) {
                *d = curve.slope(x) * g;
            }
        },
    );
}
