//! The small parts that the branch-free functions share.

/// The polynomial with these coefficients, constant first, by Horner's rule.
#[inline(always)]
pub(super) fn polynomial<const N: usize>(x: f64, coefficients: [f64; N]) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * x + c)
}

/// The same by two interleaved Horner's rules, even powers and odd: half as many steps wait for one another.
#[inline(always)]
pub(super) fn polynomial_in_two<const N: usize>(x: f64, coefficients: [f64; N]) -> f64 {
    let square = x * x;
    let (mut even, mut odd) = (0.0, 0.0);
    for (i, c) in coefficients.iter().enumerate().rev() {
        if i % 2 == 0 { even = even * square + c } else { odd = odd * square + c }
    }
    even + x * odd
}

/// `x` with its ends cut off; NaN stays NaN.
#[inline(always)]
pub(super) fn clamp(x: f64, low: f64, high: f64) -> f64 {
    let x = if x < low { low } else { x };
    if x > high { high } else { x }
}

/// a·b as the rounded product and what it lacks, exactly: Dekker's product (1971) of Veltkamp's halves.
#[inline(always)]
pub(super) fn product_in_two(a: f64, b: f64) -> (f64, f64) {
    let ((a_high, a_low), (b_high, b_low)) = (halves(a), halves(b));
    let product = a * b;
    let rest = ((a_high * b_high - product) + a_high * b_low + a_low * b_high) + a_low * b_low;
    (product, rest)
}

/// `x` as the sum of two numbers of at most 26 bits each.
#[inline(always)]
fn halves(x: f64) -> (f64, f64) {
    let shifted = x * 134_217_729.0;
    let high = shifted - (shifted - x);
    (high, x - high)
}
