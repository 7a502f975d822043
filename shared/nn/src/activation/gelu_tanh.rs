//! The tanh approximation of GELU: ½x(1 + tanh u) = x σ(2u) with u = √(2/π)(x + 0.044715x³).

use super::curve::Formula;
use crate::elementary::Precision;

/// Beyond this, e^(-2|u|) is 0; cutting x off there keeps 0 · ∞ away.
const END: f64 = 40.0;

/// 2√(2/π), and that times 0.044715: 2u = x(LINEAR + CUBIC·x²).
const LINEAR: f64 = 1.595_769_121_605_730_8;
const CUBIC: f64 = 0.071_354_816_272_600_25;

#[derive(Clone, Copy)]
pub struct GeluTanh;

impl Formula for GeluTanh {
    #[inline(always)]
    fn value<P: Precision>(self, x: f64) -> f64 {
        let x = if x < -END { -END } else { x };
        let (y, k) = P::exp_in_parts(-(x * (LINEAR + CUBIC * x * x)).abs());
        let share = x / (1.0 + P::scale(y, k));
        if x < 0.0 { P::scale(share * y, k) } else { share }
    }

    /// σ(2u) + x (2u)′ σ(2u)(1 - σ(2u)).
    #[inline(always)]
    fn slope<P: Precision>(self, x: f64) -> f64 {
        let x = if x.abs() > END { END.copysign(x) } else { x };
        let (y, k) = P::exp_in_parts(-(x * (LINEAR + CUBIC * x * x)).abs());
        let e = P::scale(y, k);
        let inner = x * (LINEAR + 3.0 * CUBIC * x * x);
        let above = if x < 0.0 { y * (1.0 + e + inner) } else { 1.0 + e + inner * e };
        let slope = above / ((1.0 + e) * (1.0 + e));
        if x < 0.0 { P::scale(slope, k) } else { slope }
    }
}
