//! The number type of everything here.

use std::fmt::{Debug, Display};
use std::ops::{AddAssign, DivAssign, MulAssign, Neg, SubAssign};

use ndarray::{LinalgScalar, ScalarOperand};

use crate::elementary::Elementary;

/// A floating-point number: [`f32`] or [`f64`], and nothing else (the trait is sealed).
pub trait Real:
    Elementary
    + LinalgScalar
    + ScalarOperand
    + PartialOrd
    + Neg<Output = Self>
    + AddAssign
    + SubAssign
    + MulAssign
    + DivAssign
    + Debug
    + Display
    + Default
    + Send
    + Sync
{
    /// Positive infinity.
    const INFINITY: Self;

    /// The nearest number of this type.
    fn from_f64(value: f64) -> Self;

    /// The same number as [`f64`]; always exact.
    fn to_f64(self) -> f64;

    /// Whether this is not a number.
    fn is_nan(self) -> bool;

    /// Whether this is neither infinite nor NaN.
    fn is_finite(self) -> bool;
}

macro_rules! real {
    ($float:ty) => {
        impl Real for $float {
            const INFINITY: Self = Self::INFINITY;

            #[inline]
            #[allow(clippy::cast_possible_truncation, reason = "rounding to nearest is what is asked for")]
            fn from_f64(value: f64) -> Self {
                value as Self
            }

            #[inline]
            fn to_f64(self) -> f64 {
                self.into()
            }

            #[inline]
            fn is_nan(self) -> bool {
                self.is_nan()
            }

            #[inline]
            fn is_finite(self) -> bool {
                self.is_finite()
            }
        }
    };
}

real!(f32);
real!(f64);
