//! What a dense layer does with its bias, row by row.

use ndarray::{ArrayRef1, ArrayRef2};

use crate::Real;
use crate::wide::{WIDE, wide};

/// Runs `$short::<W>` for the widths of small layers, which then need no loop over a row, else `$long`.
macro_rules! by_width {
    ($width:expr, $short:ident, $long:ident($($argument:expr),*)) => {
        match $width {
            _ if !WIDE => $long($($argument),*),
            1 => $short::<F, 1>($($argument),*),
            2 => $short::<F, 2>($($argument),*),
            3 => $short::<F, 3>($($argument),*),
            4 => $short::<F, 4>($($argument),*),
            8 => $short::<F, 8>($($argument),*),
            16 => $short::<F, 16>($($argument),*),
            _ => $long($($argument),*),
        }
    };
}

/// Adds the bias to every row.
pub fn add_to_rows<F: Real>(matrix: &mut ArrayRef2<F>, bias: &ArrayRef1<F>) {
    let (Some(entries), Some(bias)) = (matrix.as_slice_mut(), bias.as_slice()) else {
        *matrix += bias;
        return;
    };
    wide(
        #[inline(always)]
        || by_width!(bias.len(), add_to_short, add_to_long(entries, bias)),
    );
}

#[inline(always)]
fn add_to_short<F: Real, const W: usize>(entries: &mut [F], bias: &[F]) {
    let bias: [F; W] = std::array::from_fn(|j| bias[j]);
    for row in entries.as_chunks_mut::<W>().0 {
        row.iter_mut().zip(bias).for_each(|(y, b)| *y += b);
    }
}

#[inline(always)]
fn add_to_long<F: Real>(entries: &mut [F], bias: &[F]) {
    for row in entries.chunks_exact_mut(bias.len().max(1)) {
        row.iter_mut().zip(bias).for_each(|(y, &b)| *y += b);
    }
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
        || by_width!(sums.len(), sum_short, sum_long(entries, sums)),
    );
}

#[inline(always)]
fn sum_short<F: Real, const W: usize>(entries: &[F], sums: &mut [F]) {
    let mut kept = [F::zero(); W];
    for row in entries.as_chunks::<W>().0 {
        kept.iter_mut().zip(row).for_each(|(sum, &g)| *sum += g);
    }
    sums.copy_from_slice(&kept);
}

#[inline(always)]
fn sum_long<F: Real>(entries: &[F], sums: &mut [F]) {
    for row in entries.chunks_exact(sums.len().max(1)) {
        sums.iter_mut().zip(row).for_each(|(sum, &g)| *sum += g);
    }
}
