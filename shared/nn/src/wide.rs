//! The widest registers the processor has, without `unsafe` and without changing a bit.

use fearless_simd::{Level, dispatch};

/// Runs `work`, compiled once for each instruction set and chosen at run time.
///
/// The compiler vectorises the loops in `work` for that set; what is not inlined into it is not affected. It
/// neither reorders sums nor fuses multiplications with additions, so every set gives the same bits.
#[inline(always)]
pub fn wide<R>(work: impl FnOnce() -> R) -> R {
    dispatch!(Level::new(), _ => work())
}
