//! The order in which the entries of a long row are added up.

use crate::Real;

/// Entry j adds to strand j mod 8; then the strands are added from the first to the last.
///
/// Up to eight entries this is plain left to right. Beyond, eight additions go side by side in one register.
#[inline(always)]
pub fn sum<F: Real>(entries: &[F]) -> F {
    let mut strands = [F::zero(); 8];
    let (eights, rest) = entries.as_chunks::<8>();
    for eight in eights {
        for (strand, &x) in strands.iter_mut().zip(eight) {
            *strand += x;
        }
    }
    for (strand, &x) in strands.iter_mut().zip(rest) {
        *strand += x;
    }
    strands.into_iter().fold(F::zero(), |total, strand| total + strand)
}
