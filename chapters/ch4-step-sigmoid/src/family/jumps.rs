//! Where a value or a slope jumps, and what the code returns there.

use nn::Activation;

use super::Entry;

/// A place where a function jumps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Jump {
    /// Where.
    pub at: f64,
    /// What the function has barely before.
    pub before: f64,
    /// What the code returns there.
    pub here: f64,
    /// What the function has barely after.
    pub after: f64,
}

/// Differences below this are no jump.
pub(super) const SMOOTH: f64 = 1e-9;

/// Where the value jumps.
pub(super) fn of_value(activation: Activation) -> Vec<Jump> {
    among(Entry::of(activation).breaks, |x| activation.value(x))
}

/// Where the slope jumps.
pub(super) fn of_slope(activation: Activation) -> Vec<Jump> {
    among(Entry::of(activation).breaks, |x| activation.slope(x))
}

/// Which of these places are jumps of a function.
pub(crate) fn among(breaks: &[f64], function: impl Fn(f64) -> f64) -> Vec<Jump> {
    let jump = |&at: &f64| Jump {
        at,
        before: function(at.next_down()),
        here: function(at),
        after: function(at.next_up()),
    };
    let real =
        |jump: &Jump| (jump.before - jump.here).abs() > SMOOTH || (jump.after - jump.here).abs() > SMOOTH;
    breaks.iter().map(jump).filter(real).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Steps of 1/1024 meet 0 and the corners at -3 and 3.
    fn grid() -> impl Iterator<Item = f64> {
        (-6 * 1024..=6 * 1024).map(|step| f64::from(step) / 1024.0)
    }

    #[test]
    fn no_jump_is_missing_from_the_list() {
        for f in Activation::ALL {
            let breaks = Entry::of(f).breaks;
            for x in grid().filter(|x| !breaks.contains(x)) {
                for step in [x.next_down(), x.next_up()] {
                    let (value, slope) = (f.value(step) - f.value(x), f.slope(step) - f.slope(x));
                    assert!(value.abs() < SMOOTH && slope.abs() < SMOOTH, "{} jumps at {x}", f.name());
                }
            }
        }
    }

    #[test]
    fn no_jump_is_listed_that_is_none() {
        for f in Activation::ALL {
            for &at in Entry::of(f).breaks {
                let jumps = [of_value(f), of_slope(f)].concat();
                assert!(jumps.iter().any(|jump| jump.at == at), "{} does not jump at {at}", f.name());
            }
        }
    }
}
