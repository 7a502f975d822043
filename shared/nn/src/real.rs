//! The number type of everything here.

use std::fmt::{Debug, Display};
use std::ops::{AddAssign, DivAssign, MulAssign, Neg, SubAssign};

use ndarray::{LinalgScalar, ScalarOperand};

use crate::elementary::{Double, Precision, Single};

mod sealed {
    use fearless_simd::{Simd, SimdBase};

    /// Ties each float type to the functions compiled for it, to the precision its formulas are worked out in, and to
    /// the registers that hold eight of it.
    pub trait Sealed: crate::once::Once {
        type Precision: super::Precision;
        type Eight<S: Simd>: SimdBase<S, Element = Self>;
    }
}

pub(crate) use sealed::Sealed;

/// A floating-point number: [`f32`] or [`f64`], and nothing else (the trait is sealed).
pub trait Real:
    Sealed
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

    /// The square root, correctly rounded.
    fn sqrt(self) -> Self;
}

macro_rules! real {
    ($float:ty, $precision:ty, $eight:ident) => {
        impl Sealed for $float {
            type Precision = $precision;
            type Eight<S: fearless_simd::Simd> = fearless_simd::$eight<S>;
        }

        impl Real for $float {
            const INFINITY: Self = Self::INFINITY;

            #[inline(always)]
            fn from_f64(value: f64) -> Self {
                value as Self
            }

            #[inline(always)]
            fn to_f64(self) -> f64 {
                self.into()
            }

            #[inline(always)]
            fn is_nan(self) -> bool {
                self.is_nan()
            }

            #[inline(always)]
            fn is_finite(self) -> bool {
                self.is_finite()
            }

            #[inline(always)]
            fn sqrt(self) -> Self {
                self.sqrt()
            }
        }
    };
}

real!(f32, Single, f32x8);
real!(f64, Double, f64x8);
