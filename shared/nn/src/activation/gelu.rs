//! The Gaussian error linear unit, x Φ(x), and its derivative, Φ(x) + x φ(x).

use super::curve::Formula;
use crate::elementary::Precision;

/// Beyond this, Φ(-|x|) and φ(x) are 0 in `f64`; cutting x off there keeps 0 · ∞ away.
const END: f64 = 40.0;

/// 1/√(2π), the height of φ.
const PEAK: f64 = 0.398_942_280_401_432_7;

#[derive(Clone, Copy)]
pub struct Gelu;

impl Formula for Gelu {
    #[inline(always)]
    fn value<P: Precision>(self, x: f64) -> f64 {
        let x = if x < -END { -END } else { x };
        x * normal_distribution::<P>(x)
    }

    #[inline(always)]
    fn slope<P: Precision>(self, x: f64) -> f64 {
        let x = if x.abs() > END { END.copysign(x) } else { x };
        let density = PEAK * P::exp(-0.5 * x * x);
        normal_distribution::<P>(x) + x * density
    }
}

/// Φ(x), from the tail, which is the small side.
#[inline(always)]
fn normal_distribution<P: Precision>(x: f64) -> f64 {
    let tail = P::normal_tail(if x.abs() > END { END } else { x.abs() });
    if x < 0.0 { tail } else { 1.0 - tail }
}
