//! What a dense layer does with its bias, row by row.

use ndarray::{ArrayRef1, ArrayRef2};

use crate::Real;
use crate::wide::wide;

/// Adds the bias to every row.
pub fn add_to_rows<F: Real>(matrix: &mut ArrayRef2<F>, bias: &ArrayRef1<F>) {
    let (Some(entries), Some(bias)) = (matrix.as_slice_mut(), bias.as_slice()) else {
        *matrix += bias;
        return;
    };
    wide(
        #[inline(always)]
        || {
            for row in entries.chunks_exact_mut(bias.len().max(1)) {
                row.iter_mut().zip(bias).for_each(|(y, &b)| *y += b);
            }
        },
    );
}

/// Adds up the rows, from the first to the last.
pub fn sum_of_rows<F: Real>(matrix: &ArrayRef2<F>, sums: &mut ArrayRef1<F>) {
    sums.fill(F::zero());
    let (Some(entries), Some(sums)) = (matrix.as_slice(), sums.as_slice_mut()) else {
        matrix.rows().into_iter().for_each(|row| *sums += &*row);
        return;
    };
    wide(
        #[inline(always)]
        || {
            for row in entries.chunks_exact(sums.len().max(1)) {
                sums.iter_mut().zip(row).for_each(|(sum, &g)| *sum += g);
            }
        },
    );
}
