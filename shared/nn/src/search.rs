//! Finding the input where something changes, by halving.

use crate::Real;

/// The first number, on the way from `before` to `after`, for which `holds` is true, if from it on it stays true. Both ends
/// are finite, and their sum is.
///
/// ```
/// assert_eq!(nn::search::first(0.0, 10.0, |x: f64| x * x > 2.0), 2f64.sqrt());
/// ```
pub fn first<F: Real>(before: F, after: F, holds: impl Fn(F) -> bool) -> F {
    // ANCHOR: first
    let (mut no, mut yes) = (before, after);
    loop {
        let middle = (no + yes) / F::from_f64(2.0);
        if middle == no || middle == yes {
            return yes;
        }
        *(if holds(middle) { &mut yes } else { &mut no }) = middle;
    }
    // ANCHOR_END: first
}

#[cfg(test)]
mod tests {
    use super::first;

    #[test]
    fn it_ends_at_neighbours_of_either_type() {
        assert_eq!(first(0.0, 10.0, |x: f64| x >= 2.5), 2.5);
        assert_eq!(first(0.0, 10.0, |x: f64| x > 2.5), 2.5f64.next_up());
        assert_eq!(first(0.0, 10.0, |x: f32| x > 2.5), 2.5f32.next_up());
        assert_eq!(first(0.0, -10.0, |x: f64| x < -2.5), (-2.5f64).next_down());
    }
}
