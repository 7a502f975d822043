//! Axes by powers of ten.

use nn::elementary::ln;

/// The power of ten that a number is.
pub(crate) fn decades(number: f64) -> f64 {
    ln(number) / ln(10.0)
}
