//! The widest registers the processor has, without `unsafe` and without changing a bit.

use fearless_simd::{Level, dispatch};

/// Whether there are such registers to write loops for, and to compile them for many times over.
///
/// In the browser registers are narrow, and code must be sent before it runs: there a plain loop is the best. The order
/// of operations is that of the wide ones, and so are the bits.
pub const WIDE: bool = !cfg!(target_family = "wasm");

/// Runs `work`, compiled once for each instruction set and chosen at run time.
///
/// The compiler vectorises the loops in `work` for that set; what is not inlined into it is not affected. It
/// neither reorders sums nor fuses multiplications with additions, so every set gives the same bits.
#[inline(always)]
pub fn wide<R>(work: impl FnOnce() -> R) -> R {
    if WIDE { dispatch!(Level::new(), _ => work()) } else { work() }
}
