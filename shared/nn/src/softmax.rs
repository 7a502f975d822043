//! Softmax and its logarithm over the last axis.
//!
//! Every sum over a row has one order, [`sum`]'s, whatever the processor.

use ndarray::{Array, ArrayBase, Axis, Data, Dimension, RemoveAxis};

use crate::elementary::{exp, ln};
use crate::{Error, Real};

/// Softmax, stable: softmax(z)ᵢ = e^(zᵢ - max z) / Σⱼ e^(zⱼ - max z), over the last axis.
///
/// ℝⁿ → the open simplex: positive numbers that sum to 1 (in floating point: non-negative, to within a few
/// ulp). Adding the same number to all logits of a row changes nothing. The sum is taken in eight strands:
/// entry j adds to strand j mod 8, then the strands are added in order; up to eight entries this is plain
/// left to right.
///
/// No finite input gives NaN. A row that holds NaN or ∞, or nothing but -∞, is NaN throughout. An entry -∞
/// beside finite ones is 0. An empty row stays empty.
///
/// ```
/// # use ndarray::array;
/// let p = nn::softmax(&array![1000.0, 1001.0, 1002.0]);
/// assert_eq!(p, nn::softmax(&array![-2.0, -1.0, 0.0]));
/// ```
///
/// Bridle, "Probabilistic interpretation of feedforward classification network outputs" (1990), for the name.
pub fn softmax<F: Real, S: Data<Elem = F>, D: RemoveAxis>(logits: &ArrayBase<S, D>) -> Array<F, D> {
    map_rows(logits, |row| {
        let max = max(row);
        normalise(row, |x| exp(x - max));
    })
}

/// Softmax as the formula stands: e^zᵢ / Σⱼ e^zⱼ, over the last axis.
///
/// Kept because it is wrong: the exponential overflows from 709.79 (`f32`: 88.73), and ∞/∞ is NaN. Very
/// negative rows become 0/0, NaN too. Use [`softmax`].
pub fn softmax_naive<F: Real, S: Data<Elem = F>, D: RemoveAxis>(logits: &ArrayBase<S, D>) -> Array<F, D> {
    map_rows(logits, |row| normalise(row, exp))
}

/// The logarithm of softmax: log softmax(z)ᵢ = (zᵢ - max z) - ln Σⱼ e^(zⱼ - max z), over the last axis.
///
/// ℝⁿ → (-∞, 0]ⁿ. Unlike the logarithm of a computed softmax it stays finite for every finite input.
/// Edge values and order of summation as in [`softmax`], but an entry -∞ beside finite ones is -∞.
pub fn log_softmax<F: Real, S: Data<Elem = F>, D: RemoveAxis>(logits: &ArrayBase<S, D>) -> Array<F, D> {
    map_rows(logits, |row| {
        let max = max(row);
        let log_sum = ln(sum(row.iter().map(|&x| exp(x - max))));
        row.iter_mut().for_each(|x| *x = (*x - max) - log_sum);
    })
}

/// ln Σⱼ e^zⱼ over the last axis, a smooth maximum: max z + ln Σⱼ e^(zⱼ - max z).
///
/// Between max z and max z + ln n. No finite input overflows. ∞ in a row gives ∞, NaN gives NaN; a row of
/// nothing but -∞, and an empty one, give -∞.
pub fn log_sum_exp<F: Real, S: Data<Elem = F>, D: RemoveAxis>(
    logits: &ArrayBase<S, D>,
) -> Array<F, D::Smaller> {
    logits.map_axis(last_axis(logits), |row| {
        let max = row.iter().copied().fold(-F::INFINITY, larger);
        // Infinity minus itself is NaN; where the largest is infinite, so is the answer without the shift.
        let shift = if max.is_finite() { max } else { F::zero() };
        shift + ln(sum(row.iter().map(|&x| exp(x - shift))))
    })
}

/// The index of the largest entry over the last axis; the first one if several are equal.
///
/// As in NumPy, NaN counts as larger than everything: the first NaN of a row wins.
///
/// # Errors
/// [`Error::EmptyRow`] if rows have no entries.
pub fn argmax<F: Real, S: Data<Elem = F>, D: RemoveAxis>(
    scores: &ArrayBase<S, D>,
) -> Result<Array<usize, D::Smaller>, Error> {
    let axis = last_axis(scores);
    if scores.len_of(axis) == 0 {
        return Err(Error::EmptyRow);
    }
    Ok(scores.map_axis(axis, |row| {
        let wins = |x: F, best: F| x > best || (x.is_nan() && !best.is_nan());
        (1..row.len()).fold(0, |best, i| if wins(row[i], row[best]) { i } else { best })
    }))
}

fn last_axis<S: Data, D: Dimension>(array: &ArrayBase<S, D>) -> Axis {
    Axis(array.ndim() - 1)
}

/// A copy of the array with `change` applied to each row, a row being contiguous.
fn map_rows<F: Real, S: Data<Elem = F>, D: RemoveAxis>(
    array: &ArrayBase<S, D>,
    change: impl Fn(&mut [F]),
) -> Array<F, D> {
    let width = array.len_of(last_axis(array));
    let mut copy = array.as_standard_layout().into_owned();
    if let Some(entries) = copy.as_slice_mut() {
        entries.chunks_exact_mut(width.max(1)).for_each(change);
    }
    copy
}

/// Replaces each entry by its weight, divided by the sum of the weights.
#[inline(always)]
fn normalise<F: Real>(row: &mut [F], weight: impl Fn(F) -> F) {
    row.iter_mut().for_each(|x| *x = weight(*x));
    let total = sum(row.iter().copied());
    row.iter_mut().for_each(|x| *x /= total);
}

/// Entry j adds to strand j mod 8; then the strands are added from the first to the last.
#[inline(always)]
fn sum<F: Real>(entries: impl Iterator<Item = F>) -> F {
    let mut strands = [F::zero(); 8];
    for (j, x) in entries.enumerate() {
        strands[j % 8] += x;
    }
    strands.into_iter().fold(F::zero(), |total, strand| total + strand)
}

fn max<F: Real>(row: &[F]) -> F {
    row.iter().copied().fold(-F::INFINITY, larger)
}

fn larger<F: Real>(a: F, b: F) -> F {
    if b > a { b } else { a }
}
