//! Softmax and its logarithm over the last axis.
//!
//! The exponentials of a row are added up in the order of [`sum`], whatever the processor.

use ndarray::{Array, ArrayBase, ArrayRef, ArrayRef1, Axis, Data, Dimension, RemoveAxis};

use crate::elementary::{exp, ln};
use crate::sum::sum;
use crate::wide::wide;
use crate::{Error, Fault, Real};

/// Softmax, stable: softmax(z)ᵢ = e^(zᵢ - max z) / Σⱼ e^(zⱼ - max z), over the last axis.
///
/// ℝⁿ → the open simplex: positive numbers that sum to 1 (in floating point: non-negative, to within a few
/// ulp). Adding the same number to all logits of a row changes nothing. The sum is taken in eight strands:
/// entry j adds to strand j mod 8, then the strands are added in order; up to eight entries this is plain
/// left to right. As of everything here, rows are the last axis, and an array without axes has none.
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
///
/// # Panics
/// If the array has no axes.
pub fn softmax<F: Real, S: Data<Elem = F>, D: RemoveAxis>(logits: &ArrayBase<S, D>) -> Array<F, D> {
    map_rows(logits, F::softmax)
}

/// Softmax as the formula stands: e^zᵢ / Σⱼ e^zⱼ, over the last axis.
///
/// Kept because it is wrong: the exponential overflows from 709.79 (`f32`: 88.73), and ∞/∞ is NaN. Very
/// negative rows become 0/0, NaN too. Use [`softmax`].
///
/// # Panics
/// If the array has no axes.
pub fn softmax_naive<F: Real, S: Data<Elem = F>, D: RemoveAxis>(logits: &ArrayBase<S, D>) -> Array<F, D> {
    map_rows(logits, F::softmax_naive)
}

/// The logarithm of softmax: log softmax(z)ᵢ = (zᵢ - max z) - ln Σⱼ e^(zⱼ - max z), over the last axis.
///
/// ℝⁿ → (-∞, 0]ⁿ. Unlike the logarithm of a computed softmax it is finite wherever the logits are and no two of a row lie
/// further apart than the largest number; beyond that it is -∞.
/// Edge values and order of summation as in [`softmax`], but an entry -∞ beside finite ones is -∞.
///
/// # Panics
/// If the array has no axes.
pub fn log_softmax<F: Real, S: Data<Elem = F>, D: RemoveAxis>(logits: &ArrayBase<S, D>) -> Array<F, D> {
    map_rows(logits, F::log_softmax)
}

/// ln Σⱼ e^zⱼ over the last axis, a smooth maximum: max z + ln Σⱼ e^(zⱼ - max z).
///
/// Between max z and max z + ln n. No finite input overflows. ∞ in a row gives ∞, NaN gives NaN; a row of
/// nothing but -∞, and an empty one, give -∞.
///
/// # Panics
/// If the array has no axes.
pub fn log_sum_exp<F: Real, S: Data<Elem = F>, D: RemoveAxis>(
    logits: &ArrayBase<S, D>,
) -> Array<F, D::Smaller> {
    logits.map_axis(last_axis(logits), |row| {
        let (shift, log_total) = F::log_total(&row);
        shift + log_total
    })
}

/// The index of the largest entry over the last axis; the first one if several are equal.
///
/// As in NumPy, NaN counts as larger than everything: the first NaN of a row wins.
///
/// # Errors
/// [`Fault::EmptyRow`] if rows have no entries.
///
/// # Panics
/// If the array has no axes.
pub fn argmax<F: Real, S: Data<Elem = F>, D: RemoveAxis>(
    scores: &ArrayBase<S, D>,
) -> Result<Array<usize, D::Smaller>, Error> {
    let axis = last_axis(scores);
    if scores.len_of(axis) == 0 {
        return Err(Error::of(Fault::EmptyRow));
    }
    Ok(scores.map_axis(axis, |row| F::argmax(&row)))
}

/// An activation that mixes the entries of a row, the last axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowActivation {
    /// [`softmax`].
    Softmax,
    /// [`log_softmax`].
    LogSoftmax,
}

impl RowActivation {
    /// Both of them: the list that tests and pages go through.
    pub const ALL: [Self; 2] = [Self::Softmax, Self::LogSoftmax];

    /// The name a reader types and a file carries.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Softmax => "softmax",
            Self::LogSoftmax => "log-softmax",
        }
    }

    /// f of every row.
    ///
    /// # Panics
    /// If the array has no axes.
    pub fn forward<F: Real, D: RemoveAxis>(self, logits: &ArrayRef<F, D>) -> Array<F, D> {
        map_rows(logits, self.rows())
    }

    /// f of every row, into a given array.
    ///
    /// # Errors
    /// [`Fault::Shape`] if `y` has another shape than the logits.
    ///
    /// # Panics
    /// If the arrays have no axes.
    pub fn forward_into<F: Real, D: RemoveAxis>(
        self,
        logits: &ArrayRef<F, D>,
        y: &mut ArrayRef<F, D>,
    ) -> Result<(), Error> {
        Error::unless_equal("the output", logits.shape(), y.shape())?;
        y.assign(logits);
        let width = logits.len_of(last_axis(logits));
        if let Some(entries) = y.as_slice_mut() {
            self.rows()(entries, width);
        } else {
            y.assign(&self.forward(logits));
        }
        Ok(())
    }

    /// The gradient of a loss with respect to the logits: the transposed Jacobian times the upstream gradient
    /// g, row by row, without forming the Jacobian.
    ///
    /// With s = softmax(z), softmax's Jacobian is diag(s) - s sᵀ, which is symmetric: s ⊙ (g - g·s).
    /// Log-softmax's is I - 1 sᵀ: g - s Σg.
    ///
    /// # Errors
    /// [`Fault::Shape`] if the two have different shapes.
    ///
    /// # Panics
    /// If the arrays have no axes.
    pub fn backward<F: Real, D: RemoveAxis>(
        self,
        logits: &ArrayRef<F, D>,
        upstream: &ArrayRef<F, D>,
    ) -> Result<Array<F, D>, Error> {
        let mut downstream = Array::zeros(logits.raw_dim());
        self.backward_into(logits, upstream, &mut downstream)?;
        Ok(downstream)
    }

    /// As [`backward`](Self::backward), into a given array.
    ///
    /// # Errors
    /// [`Fault::Shape`] if the three do not have the same shape.
    ///
    /// # Panics
    /// If the arrays have no axes.
    pub fn backward_into<F: Real, D: RemoveAxis>(
        self,
        logits: &ArrayRef<F, D>,
        upstream: &ArrayRef<F, D>,
        downstream: &mut ArrayRef<F, D>,
    ) -> Result<(), Error> {
        Error::unless_equal("the upstream gradient", logits.shape(), upstream.shape())?;
        Error::unless_equal("the downstream gradient", logits.shape(), downstream.shape())?;
        Self::Softmax.forward_into(logits, downstream)?;
        for (mut s, g) in downstream.rows_mut().into_iter().zip(upstream.rows()) {
            F::row_gradient(self, &mut s, &g);
        }
        Ok(())
    }

    fn rows<F: Real>(self) -> fn(&mut [F], usize) {
        match self {
            Self::Softmax => F::softmax,
            Self::LogSoftmax => F::log_softmax,
        }
    }
}

/// A shift m of one row, its largest entry if that is finite, and ln Σⱼ e^(zⱼ - m): ln Σⱼ e^zⱼ in two parts.
pub fn log_total_of_row<F: Real>(row: &ArrayRef1<F>) -> (F, F) {
    let mut row = row.to_vec();
    let max = max(&row);
    // Infinity minus itself is NaN; where the largest is infinite, so is the answer without the shift.
    let shift = if max.is_finite() { max } else { F::zero() };
    row.iter_mut().for_each(|x| *x = exp(*x - shift));
    (shift, ln(sum(&row)))
}

/// The index of the largest entry of one row, or 0.
pub fn argmax_of_row<F: Real>(row: &ArrayRef1<F>) -> usize {
    let wins = |x: F, best: F| x > best || (x.is_nan() && !best.is_nan());
    (1..row.len()).fold(0, |best, i| if wins(row[i], row[best]) { i } else { best })
}

/// Turns a row of softmax into the gradient with respect to its logits, given the upstream one. Its sums go from left
/// to right.
pub fn row_gradient<F: Real>(activation: RowActivation, s: &mut ArrayRef1<F>, upstream: &ArrayRef1<F>) {
    match activation {
        RowActivation::Softmax => {
            let mean = s.iter().zip(upstream).fold(F::zero(), |mean, (&s, &g)| mean + s * g);
            s.zip_mut_with(upstream, |s, &g| *s *= g - mean);
        }
        RowActivation::LogSoftmax => {
            let total = upstream.iter().fold(F::zero(), |total, &g| total + g);
            s.zip_mut_with(upstream, |s, &g| *s = g - *s * total);
        }
    }
}

/// Softmax of each row, with the exponential given.
///
/// All rows of a block are shifted, then exponentiated at once, then divided: the exponential's loop does not
/// care how short the rows are.
#[inline(always)]
pub fn softmax_by<F: Real>(exp: impl Fn(F) -> F, entries: &mut [F], width: usize) {
    change_rows(
        entries,
        width,
        #[inline(always)]
        |block, width| {
            for row in block.chunks_exact_mut(width) {
                let max = max(row);
                row.iter_mut().for_each(|x| *x -= max);
            }
            block.iter_mut().for_each(|x| *x = exp(*x));
            block.chunks_exact_mut(width).for_each(normalise);
        },
    );
}

/// Softmax of each row.
pub fn softmax_of_rows<F: Real>(entries: &mut [F], width: usize) {
    softmax_by(exp, entries, width);
}

/// Softmax of each row, as the formula stands.
pub fn softmax_naive_of_rows<F: Real>(entries: &mut [F], width: usize) {
    change_rows(
        entries,
        width,
        #[inline(always)]
        |block, width| {
            block.iter_mut().for_each(|x| *x = exp(*x));
            block.chunks_exact_mut(width).for_each(normalise);
        },
    );
}

/// The logarithm of softmax of each row.
pub fn log_softmax_of_rows<F: Real>(entries: &mut [F], width: usize) {
    change_rows(entries, width, log_softmax_of_block);
}

#[inline(always)]
fn log_softmax_of_block<F: Real>(block: &mut [F], width: usize) {
    let mut weights = [F::zero(); BLOCK];
    for row in block.chunks_exact_mut(width) {
        let max = max(row);
        let mut total = [F::zero(); 8];
        row.iter_mut().for_each(|x| *x -= max);
        for part in row.chunks(BLOCK) {
            let weights = &mut weights[..part.len()];
            weights.iter_mut().zip(part).for_each(|(w, &x)| *w = exp(x));
            for (j, &w) in weights.iter().enumerate() {
                total[j % 8] += w;
            }
        }
        let log_total = ln(sum(&total));
        row.iter_mut().for_each(|x| *x -= log_total);
    }
}

/// Divides each entry by the sum of the row.
#[inline(always)]
fn normalise<F: Real>(row: &mut [F]) {
    let total = sum(row);
    row.iter_mut().for_each(|x| *x /= total);
}

/// The largest entry that is not NaN; -∞ if there is none. Its order does not matter, so it goes eight abreast.
#[inline(always)]
fn max<F: Real>(row: &[F]) -> F {
    let larger = |max: F, x: F| if x > max { x } else { max };
    let (eights, rest) = row.as_chunks::<8>();
    let mut strands = [-F::INFINITY; 8];
    for eight in eights {
        strands.iter_mut().zip(eight).for_each(|(max, &x)| *max = larger(*max, x));
    }
    rest.iter().chain(&strands).fold(-F::INFINITY, |max, &x| larger(max, x))
}

fn last_axis<F, D: Dimension>(array: &ArrayRef<F, D>) -> Axis {
    Axis(array.ndim() - 1)
}

/// A copy of the array with `change` applied to its entries, given the width of its rows.
pub fn map_rows<F: Real, D: RemoveAxis>(array: &ArrayRef<F, D>, change: fn(&mut [F], usize)) -> Array<F, D> {
    let width = array.len_of(last_axis(array));
    let mut copy = array.as_standard_layout().into_owned();
    if let Some(entries) = copy.as_slice_mut() {
        change(entries, width);
    }
    copy
}

/// How many entries stay in the nearest cache between one pass over them and the next.
const BLOCK: usize = 2048;

/// Applies `change` to blocks of whole rows.
#[inline(always)]
fn change_rows<F: Real>(entries: &mut [F], width: usize, change: impl Fn(&mut [F], usize)) {
    let width = width.max(1);
    let block = width * (BLOCK / width).max(1);
    wide(
        #[inline(always)]
        || {
            for block in entries.chunks_mut(block) {
                change(block, width);
            }
        },
    );
}
