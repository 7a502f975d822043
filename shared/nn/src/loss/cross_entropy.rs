//! Binary cross-entropy.

use ndarray::{Array2, ArrayRef2};

use super::{Loss, mean_over_pairs};
use crate::{Activation, Error, Real};

/// Binary cross-entropy on logits: the mean over all entries of -(y ln σ(z) + (1 - y) ln(1 - σ(z))), worked
/// out as y softplus(-z) + (1 - y) softplus(z), so that nothing overflows and no logarithm sees 0.
///
/// y from [0, 1]. The gradient is (σ(z) - y) / entries. An infinite logit costs nothing where it is right, and ∞ where
/// it is wrong; the loss of no entries is NaN.
#[derive(Clone, Copy, Debug, Default)]
pub struct BinaryCrossEntropy;

impl<F: Real> Loss<F> for BinaryCrossEntropy {
    type Target = Array2<F>;

    fn value(&self, logits: &ArrayRef2<F>, target: &Array2<F>) -> Result<F, Error> {
        let softplus = |z: F| Activation::Softplus.value(z);
        // What has no weight costs nothing, even if it is infinite.
        let cost = |weight: F, z: F| if weight == F::zero() { weight } else { weight * softplus(z) };
        let term = |z: F, y: F| cost(y, -z) + cost(F::one() - y, z);
        mean_over_pairs(logits, target, logits.len(), term)
    }

    fn gradient_into(
        &self,
        logits: &ArrayRef2<F>,
        target: &Array2<F>,
        gradient: &mut Array2<F>,
    ) -> Result<(), Error> {
        Error::unless_equal("the target", logits.shape(), target.shape())?;
        Error::unless_equal("the gradient", logits.shape(), gradient.shape())?;
        Activation::Sigmoid.forward_into(logits, gradient)?;
        let entries = F::from_f64(logits.len() as f64);
        gradient.zip_mut_with(target, |g, &y| *g = (*g - y) / entries);
        Ok(())
    }
}
