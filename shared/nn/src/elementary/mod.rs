//! Elementary functions with the same bits on every target.
//!
//! The standard library hands `exp`, `tanh` and their kin to the platform, whose digits differ between C
//! libraries and even between processors. These use nothing but IEEE 754's exactly rounded operations, each
//! rounded on its own, so they cannot differ.
//!
//! The `f32` forms are computed in `f64` and rounded once.

mod exp;

pub(crate) use sealed::Elementary;

use crate::Real;

mod sealed {
    /// One implementation a float type; the public functions of the module dispatch to it.
    pub trait Elementary: Copy {
        fn exp(self) -> Self;
        fn ln(self) -> Self;
        fn powf(self, exponent: Self) -> Self;
    }
}

/// The exponential function eˣ, ℝ → (0, ∞).
///
/// Within 0.52 ulp in `f64`, subnormal results included; correctly rounded in `f32`.
///
/// | x | -∞ | ±0 | ∞ | NaN | x > 709.78 (`f32`: 88.72) | x < -745.13 (`f32`: -103.97) |
/// | --- | --- | --- | --- | --- | --- | --- |
/// | eˣ | 0 | 1 | ∞ | NaN | ∞ | 0 |
///
/// Tang, "Table-driven implementation of the exponential function" (1989), for the reduction and the
/// two-part result; the polynomial is ours.
#[inline]
pub fn exp<F: Real>(x: F) -> F {
    Elementary::exp(x)
}

/// The natural logarithm, (0, ∞) → ℝ.
///
/// Within 1 ulp in `f64` (`libm`), 0.5001 in `f32`.
///
/// | x | < 0 | ±0 | 1 | ∞ | NaN |
/// | --- | --- | --- | --- | --- | --- |
/// | ln x | NaN | -∞ | 0 | ∞ | NaN |
#[inline]
pub fn ln<F: Real>(x: F) -> F {
    Elementary::ln(x)
}

/// The power `base`^`exponent`, with the edge values of IEEE 754's `pow`: anything to the power of ±0 is 1,
/// and so is 1 to any power, NaN included.
///
/// Within 1 ulp in `f64` (`libm`), 0.5001 in `f32`.
#[inline]
pub fn powf<F: Real>(base: F, exponent: F) -> F {
    Elementary::powf(base, exponent)
}

impl Elementary for f64 {
    #[inline]
    fn exp(self) -> Self {
        exp::exp(self)
    }

    #[inline]
    fn ln(self) -> Self {
        libm::log(self)
    }

    #[inline]
    fn powf(self, exponent: Self) -> Self {
        libm::pow(self, exponent)
    }
}

#[allow(clippy::cast_possible_truncation, reason = "computed in f64 and rounded once")]
impl Elementary for f32 {
    #[inline]
    fn exp(self) -> Self {
        exp::exp_for_f32(self.into()) as Self
    }

    #[inline]
    fn ln(self) -> Self {
        libm::log(self.into()) as Self
    }

    #[inline]
    fn powf(self, exponent: Self) -> Self {
        libm::pow(self.into(), exponent.into()) as Self
    }
}
