//! Slopes measured by two values of a function.

use nn::elementary::largest;

// ANCHOR: three
pub(crate) fn right(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x + h) - f(x)) / h
}

pub(crate) fn left(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x) - f(x - h)) / h
}

pub(crate) fn middle(f: impl Fn(f64) -> f64, x: f64, h: f64) -> f64 {
    (f(x + h) - f(x - h)) / (2.0 * h)
}
// ANCHOR_END: three

// ANCHOR: gradient
/// The slope of `f` along each of its inputs, the others held.
pub(crate) fn gradient(f: impl Fn(&[f64]) -> f64, at: &[f64], h: f64) -> Vec<f64> {
    let along = |i: usize| {
        let moved = |x: f64| {
            let mut there = at.to_vec();
            there[i] = x;
            f(&there)
        };
        middle(moved, at[i], h)
    };
    (0..at.len()).map(along).collect()
}
// ANCHOR_END: gradient

/// How far two lists of slopes lie apart at most; NaN if a slope is.
pub(crate) fn largest_gap(a: impl IntoIterator<Item = f64>, b: impl IntoIterator<Item = f64>) -> f64 {
    largest(a.into_iter().zip(b).map(|(a, b)| (a - b).abs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slope_that_is_not_a_number_is_no_agreement() {
        assert!(largest_gap([1.0, f64::NAN, 2.0], [1.0, 1.0, 2.0]).is_nan());
        assert_eq!(largest_gap([1.0, 2.5], [1.0, 2.0]), 0.5);
    }

    #[test]
    fn a_parabola_has_its_slope_in_the_middle() {
        let square = |x: f64| x * x;
        assert_eq!(right(square, 3.0, 0.5), 6.5);
        assert_eq!(left(square, 3.0, 0.5), 5.5);
        assert_eq!(middle(square, 3.0, 0.5), 6.0);
    }

    #[test]
    fn a_gradient_moves_one_input_at_a_time() {
        let f = |x: &[f64]| x[0] * x[1] + x[1];
        assert_eq!(gradient(f, &[2.0, 4.0], 0.5), [4.0, 3.0]);
        assert_eq!(largest_gap([1.0, 2.0], [1.5, 1.0]), 1.0);
    }
}
