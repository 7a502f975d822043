//! Elementary functions with the same bits on every target.
//!
//! The standard library hands `exp`, `tanh` and their kin to the platform, whose digits differ between C
//! libraries and even between processors. These use nothing but IEEE 754's exactly rounded operations, each
//! rounded on its own, so they cannot differ.
//!
//! The `f32` forms are computed in `f64` and rounded once, so they are correctly rounded on all but a handful
//! of inputs. `exp`, `expm1` and `tanh` have no branches: a loop over them uses the widest registers there are.

mod exp;
mod expm1;
mod ln1p;
mod normal_tail;
mod polynomial;
mod precision;
mod tanh;

pub(crate) use exp::power_of_two;
pub(crate) use precision::{Double, Precision, Single};

use crate::Real;

/// The larger of two numbers; of equal ones the first, so that `max(0.0, -0.0)` is 0. A NaN gives way to the other.
///
/// The standard library's may choose either zero, and chooses one on Intel's processors and another in a browser.
#[inline(always)]
pub fn max<F: Real>(a: F, b: F) -> F {
    if b > a || a.is_nan() { b } else { a }
}

/// The larger of two numbers, or NaN if either is: for errors, of which none may be lost.
#[inline(always)]
pub fn maximum<F: Real>(a: F, b: F) -> F {
    if b > a || b.is_nan() { b } else { a }
}

/// The largest of errors that are not negative, 0 if there are none, or NaN if one of them is.
#[inline]
pub fn largest<F: Real>(errors: impl IntoIterator<Item = F>) -> F {
    errors.into_iter().fold(F::zero(), maximum)
}

/// The smaller of two numbers; of equal ones the first, so that `min(0.0, -0.0)` is 0. A NaN gives way to the other.
#[inline(always)]
pub fn min<F: Real>(a: F, b: F) -> F {
    if b < a || a.is_nan() { b } else { a }
}

/// The exponential function eˣ, ℝ → (0, ∞).
///
/// Within 0.52 ulp in `f64`, subnormal results included; correctly rounded in `f32`.
///
/// | x | -∞ | ±0 | ∞ | NaN | x > 709.79 (`f32`: 88.73) | x < -745.14 (`f32`: -103.98) |
/// | --- | --- | --- | --- | --- | --- | --- |
/// | eˣ | 0 | 1 | ∞ | NaN | ∞ | 0 |
///
/// Reduction and two-part result after Tang, "Table-driven implementation of the exponential function in
/// IEEE floating-point arithmetic" (1989).
#[inline(always)]
pub fn exp<F: Real>(x: F) -> F {
    F::from_f64(F::Precision::exp(x.to_f64()))
}

/// eˣ - 1 without the cancellation near 0, ℝ → (-1, ∞).
///
/// Within 0.76 ulp in `f64`, 0.5001 in `f32`.
///
/// | x | -∞ | ±0 | ∞ | NaN | x > 709.79 (`f32`: 88.73) |
/// | --- | --- | --- | --- | --- | --- |
/// | eˣ - 1 | -1 | ±0 | ∞ | NaN | ∞ |
#[inline(always)]
pub fn expm1<F: Real>(x: F) -> F {
    F::from_f64(F::Precision::expm1(x.to_f64()))
}

/// The natural logarithm, (0, ∞) → ℝ.
///
/// Within 1 ulp in `f64` (`libm`), 0.5001 in `f32`.
///
/// | x | < 0 | ±0 | 1 | ∞ | NaN |
/// | --- | --- | --- | --- | --- | --- |
/// | ln x | NaN | -∞ | 0 | ∞ | NaN |
pub fn ln<F: Real>(x: F) -> F {
    F::from_f64(libm::log(x.to_f64()))
}

/// ln(1 + x) without the cancellation near 0, (-1, ∞) → ℝ.
///
/// Within 1 ulp in `f64` (`libm`), 0.5001 in `f32`.
///
/// | x | < -1 | -1 | ±0 | ∞ | NaN |
/// | --- | --- | --- | --- | --- | --- |
/// | ln(1 + x) | NaN | -∞ | ±0 | ∞ | NaN |
pub fn ln1p<F: Real>(x: F) -> F {
    F::from_f64(libm::log1p(x.to_f64()))
}

/// The logarithm to base ten, (0, ∞) → ℝ.
///
/// Within 1 ulp in `f64` (`libm`), 0.5001 in `f32`.
///
/// | x | < 0 | ±0 | 1 | ∞ | NaN |
/// | --- | --- | --- | --- | --- | --- |
/// | log₁₀ x | NaN | -∞ | 0 | ∞ | NaN |
pub fn log10<F: Real>(x: F) -> F {
    F::from_f64(libm::log10(x.to_f64()))
}

/// The hyperbolic tangent, ℝ → (-1, 1): (eˣ - e⁻ˣ) / (eˣ + e⁻ˣ).
///
/// Odd. Within 1.5 ulp in `f64`, 0.5001 in `f32`. It is ±1 beyond 19.06 at the latest (`f32`: 9.02).
///
/// | x | -∞ | ±0 | ∞ | NaN |
/// | --- | --- | --- | --- | --- |
/// | tanh x | -1 | ±0 | 1 | NaN |
#[inline(always)]
pub fn tanh<F: Real>(x: F) -> F {
    F::from_f64(F::Precision::tanh(x.to_f64()))
}

/// The sine of an angle in radians, ℝ → [-1, 1]. Within 1 ulp in `f64` (`libm`), 0.5001 in `f32`.
///
/// ±0 gives ±0; ±∞ and NaN give NaN.
pub fn sin<F: Real>(x: F) -> F {
    F::from_f64(libm::sin(x.to_f64()))
}

/// The cosine of an angle in radians, ℝ → [-1, 1]. Within 1 ulp in `f64` (`libm`), 0.5001 in `f32`.
///
/// ±0 gives 1; ±∞ and NaN give NaN.
pub fn cos<F: Real>(x: F) -> F {
    F::from_f64(libm::cos(x.to_f64()))
}

/// The power `base`^`exponent`, with the edge values of IEEE 754's `pow`: anything to the power of ±0 is 1,
/// and so is 1 to any power, NaN included.
///
/// Within 1 ulp in `f64` (`libm`), 0.5001 in `f32`.
pub fn powf<F: Real>(base: F, exponent: F) -> F {
    F::from_f64(libm::pow(base.to_f64(), exponent.to_f64()))
}

/// The error function, ℝ → (-1, 1): 2/√π ∫₀ˣ e^(-t²) dt.
///
/// Odd. Within 1 ulp in `f64` (`libm`), 0.5001 in `f32`.
///
/// | x | -∞ | ±0 | ∞ | NaN |
/// | --- | --- | --- | --- | --- |
/// | erf x | -1 | ±0 | 1 | NaN |
pub fn erf<F: Real>(x: F) -> F {
    F::from_f64(libm::erf(x.to_f64()))
}

/// The square root, [0, ∞) → [0, ∞), correctly rounded. -0 gives -0; negative numbers and NaN give NaN.
#[inline(always)]
pub fn sqrt<F: Real>(x: F) -> F {
    x.sqrt()
}
