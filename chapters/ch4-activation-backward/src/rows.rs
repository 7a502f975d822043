//! Softmax, the activation layer that mixes a row: its Jacobian, the product with it, and cross-entropy.

use crate::diagram::short;
use crate::differences;
use crate::layer::ways_of_the_first;
use lesson::figure::{Axis, Block, Ink, Panel};
use lesson::{Figure, Lesson};
use ndarray::{Array1, Array2, Axis as Along, array};
use nn::elementary::ln;
use nn::loss::{CategoricalCrossEntropy, Loss};
use nn::{Error, RowActivation};

/// The logits of the section, and a gradient that comes back to the three probabilities.
pub(crate) fn logits() -> Array1<f64> {
    array![1.0, 2.0, 3.0]
}

pub(crate) fn upstream() -> Array1<f64> {
    array![0.5, 2.0, -1.0]
}

/// The class that the sample belongs to.
pub(crate) const CLASS: usize = 0;

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    let s = nn::softmax(&logits());
    the_matrix(say, &s);
    the_product(say, &s)?;
    cross_entropy(say, &s)?;
    apart(say)
}

// ANCHOR: jacobian
/// diag(s) - s sᵀ: row i, column j is the slope of probability i along logit j.
fn jacobian(s: &Array1<f64>) -> Array2<f64> {
    let own = Array2::from_diag(s);
    own - Array2::from_shape_fn((s.len(), s.len()), |(i, j)| s[i] * s[j])
}
// ANCHOR_END: jacobian

fn the_matrix(say: &mut Lesson, s: &Array1<f64>) {
    let jacobian = jacobian(s);
    say.section("jacobian", "Softmax: every output listens to every input");
    say.value("probabilities", "s = softmax of 1 2 3", s);
    say.value("jacobian-matrix", "diag(s) - s sᵀ", &jacobian);
    say.value("jacobian-sums", "sum of each column", &jacobian.sum_axis(Along(0)));
    say.figure(|| { Figure::new(
            "softmax-paths",
            "By which paths does X₁ reach the loss if the layer is a softmax? As many as there are outputs, and each \
             carries a part of its gradient.",
        )
        .panel(ways_of_the_first(true)) });
    say.figure(|| bars(s, &jacobian));
}

// ANCHOR: product
/// The Jacobian times g, without the Jacobian.
fn softmax_backward(s: &Array1<f64>, g: &Array1<f64>) -> Array1<f64> {
    let mean: f64 = s.iter().zip(g).map(|(s, g)| s * g).sum();
    s * (g - mean)
}
// ANCHOR_END: product

fn the_product(say: &mut Lesson, s: &Array1<f64>) -> Result<(), Error> {
    let g = upstream();
    let by_matrix: Array1<f64> = jacobian(s)
        .rows()
        .into_iter()
        .map(|row| row.iter().zip(&g).map(|(a, g)| a * g).sum::<f64>())
        .collect();
    let measured = differences::gradient(|z| received(z, &g), logits().as_slice().unwrap_or_default(), STEP);
    say.section("product", "The product, with and without the matrix");
    say.value("row-upstream", "gradient g at the outputs", &g);
    say.value("by-matrix", "the matrix times g", &by_matrix);
    say.value("without-matrix", "s (g - mean of g)", &softmax_backward(s, &g));
    say.value("nn-backward", "the same by nn's layer", &RowActivation::Softmax.backward(&logits(), &g)?);
    say.value("row-measured", "by finite differences", measured.as_slice());
    say.value("diagonal-only", "with the diagonal alone", &(s * &(1.0 - s) * &g));
    Ok(())
}

/// A loss whose gradient at the probabilities is `g`.
pub(crate) fn received(z: &[f64], g: &Array1<f64>) -> f64 {
    nn::softmax(&Array1::from(z.to_vec())).iter().zip(g).map(|(s, g)| s * g).sum()
}

/// The step of the finite differences: near the cube root of what 64 bits resolve.
pub(crate) const STEP: f64 = 1e-5;

fn cross_entropy(say: &mut Lesson, p: &Array1<f64>) -> Result<(), Error> {
    // ANCHOR: cross-entropy
    let y = array![1.0, 0.0, 0.0];
    let surprise = -&y / p;
    let in_two_steps = softmax_backward(p, &surprise);
    let at_once = p - &y;
    // ANCHOR_END: cross-entropy
    let mut by_nn = Array2::zeros((1, 3));
    let batch = logits().insert_axis(Along(0));
    CategoricalCrossEntropy.gradient_into(&batch, &array![CLASS], &mut by_nn)?;
    say.section("cross-entropy", "Cross-entropy after softmax");
    say.value("surprise", "loss = -ln p of the class", -ln(p[CLASS]));
    say.value("surprise-gradient", "gradient at the probabilities", &(&surprise + 0.0));
    say.value("in-two-steps", "back through softmax", &in_two_steps);
    say.value("at-once", "p - y", &at_once);
    say.value("nn-at-once", "the same by nn's loss", &by_nn);
    Ok(())
}

/// Two steps where one would do: the first is infinite, and the second makes nothing of it. A loss that lacks the
/// logarithm has no infinity, and no gradient either.
fn apart(say: &mut Lesson) -> Result<(), Error> {
    let (far, y) = (array![1000.0, 0.0], array![0.0, 1.0]);
    let p = nn::softmax(&far);
    let surprise = -&y / &p;
    say.section("far", "Logits 1000 0, and the second class is right");
    say.value("far-probabilities", "p", &p);
    say.value("far-surprise", "gradient at the probabilities", &(&surprise + 0.0));
    say.value("far-in-two-steps", "back through softmax", &softmax_backward(&p, &surprise));
    say.value("far-at-once", "p - y", &(&p - &y));
    say.value("far-square", "with a squared distance", &(softmax_backward(&p, &(&p - &y)) + 0.0));
    Ok(())
}

/// For each logit, what a unit of it gives to the three probabilities and takes from them.
fn bars(s: &Array1<f64>, jacobian: &Array2<f64>) -> Figure {
    let bar = |((j, i), &slope): ((usize, usize), &f64)| {
        let at = j as f64 + 0.28 * (i as f64 - 1.0);
        Block::bar(&format!("{:.0}", 100.0 * slope), Ink::series(i), at, 0.24, 100.0 * slope)
    };
    let panel = Panel::new(
        Axis::names("which logit moves", (1..=s.len()).map(|z| format!("logit {z}"))),
        Axis::new("slope of probability 1, 2, 3, in hundredths", -25.0..=30.0),
    )
    .with_all(jacobian.t().indexed_iter().map(bar));
    let caption = format!(
        "What does a logit give, and from whom does it take? Each group is a column of the Jacobian for the logits 1, \
         2, 3, with the probabilities 1, 2, 3 from left to right. The third logit gives its own probability {}, and takes the same from the other two: {} and {}.",
        short(jacobian[[2, 2]]),
        short(-jacobian[[0, 2]]),
        short(-jacobian[[1, 2]])
    );
    Figure::new("jacobian-bars", caption).panel(panel)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_jacobian_is_symmetric_and_its_columns_cancel() {
        let jacobian = jacobian(&array![0.25, 0.25, 0.5]);
        assert_eq!(
            jacobian,
            array![[0.1875, -0.0625, -0.125], [-0.0625, 0.1875, -0.125], [-0.125, -0.125, 0.25]]
        );
        assert_eq!(jacobian.sum_axis(Along(0)), array![0.0, 0.0, 0.0]);
    }

    #[test]
    fn the_product_needs_no_matrix() {
        assert_eq!(
            softmax_backward(&array![0.25, 0.25, 0.5], &array![4.0, 0.0, 2.0]),
            array![0.5, -0.5, 0.0]
        );
    }
}
