//! How far a function is from the sine.

use nn::elementary::{self, sin};
use std::f64::consts::TAU;

/// How many steps the interval from 0 to 1 is cut into; both ends are measured.
const STEPS: u32 = 100_000;

// ANCHOR: sine
/// One period of a sine on [0, 1].
pub fn sine(x: f64) -> f64 {
    sin(TAU * x)
}
// ANCHOR_END: sine

/// Points of the sine to measure against, as a rule a hundred thousand and one.
pub struct Ruler {
    points: Vec<(f64, f64)>,
}

/// How far a function is from the sine on all points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// The largest error, without its sign.
    pub worst: f64,
    /// Where it is; the first such point.
    pub at: f64,
    /// The mean of the errors without their signs.
    pub mean: f64,
    /// The root of the mean squared error.
    pub rmse: f64,
}

impl Ruler {
    /// The points from 0 to 1.
    pub fn new() -> Self {
        Self::at((0..=STEPS).map(place))
    }

    /// The middles of a thousand equal parts from 0 to `end`: few points, for means that are wanted at once.
    pub fn short(end: f64) -> Self {
        const PARTS: u32 = 1000;
        Self::at((0..PARTS).map(|part| end * (f64::from(part) + 0.5) / f64::from(PARTS)))
    }

    fn at(inputs: impl Iterator<Item = f64>) -> Self {
        Self { points: inputs.map(|x| (x, sine(x))).collect() }
    }

    /// The x of all points.
    pub fn inputs(&self) -> impl Iterator<Item = f64> + '_ {
        self.points.iter().map(|&(x, _)| x)
    }

    /// Measures a function.
    pub fn measure(&self, function: impl Fn(f64) -> f64) -> Fit {
        self.compare(self.inputs().map(function))
    }

    /// Measures outputs, one for each point.
    pub fn compare(&self, outputs: impl Iterator<Item = f64>) -> Fit {
        let (mut worst, mut at, mut sum, mut squares) = (0.0, 0.0, 0.0, 0.0);
        for (&(x, y), output) in self.points.iter().zip(outputs) {
            let error = (output - y).abs();
            // A network that diverged puts out NaN, which must not be lost.
            if error > worst || error.is_nan() {
                (worst, at) = (error, x);
            }
            sum += error;
            squares += error * error;
        }
        let count = self.points.len() as f64;
        Fit { worst, at, mean: sum / count, rmse: (squares / count).sqrt() }
    }

    /// The largest error on the points from 0 to `end`; NaN if an output is.
    pub fn worst_up_to(&self, end: f64, function: impl Fn(f64) -> f64) -> f64 {
        let part = self.points.iter().take_while(|&&(x, _)| x <= end);
        elementary::largest(part.map(|&(x, y)| (function(x) - y).abs()))
    }
}

/// The x of a step.
fn place(step: u32) -> f64 {
    f64::from(step) / f64::from(STEPS)
}

/// The point of a whole [`Ruler`] that is nearest to the middle between two places, if it lies between them.
pub fn between(from: f64, to: f64) -> Option<f64> {
    let x = place((from.midpoint(to) * f64::from(STEPS)).round() as u32);
    (from < x && x < to).then_some(x)
}

/// The largest error of a function that is straight between `corners`, and the first point where it is: what a whole
/// [`Ruler`] finds up to `end`, from the few of its points where it can be.
///
/// Between two cuts the sine bends one way only, so that the error turns once at most.
pub fn largest(function: impl Fn(f64) -> f64, corners: &[f64], end: f64) -> (f64, f64) {
    let error = |step: u32| {
        let x = place(step);
        function(x) - sine(x)
    };
    let near = (end * f64::from(STEPS)) as u32;
    let last = (0..=(near + 1).min(STEPS)).rev().find(|&step| place(step) <= end).unwrap_or(0);
    let mut cuts = vec![0, STEPS / 2, last];
    for corner in corners {
        let before = (corner * f64::from(STEPS)) as u32;
        cuts.extend([before, before + 1]);
    }
    cuts.iter_mut().for_each(|cut| *cut = (*cut).min(last));
    cuts.sort_unstable();
    cuts.dedup();
    let mut candidates = Vec::new();
    for ends in cuts.windows(2) {
        candidates.extend([ends[0], ends[1]]);
        let rises = |step: u32| error(step + 1) > error(step);
        let (mut from, mut to) = (ends[0], ends[1] - 1);
        let at_first = rises(from);
        if rises(to) != at_first {
            while to - from > 1 {
                let middle = from.midpoint(to);
                if rises(middle) == at_first { from = middle } else { to = middle }
            }
            candidates.extend([from, to, to + 1]);
        }
    }
    candidates.push(last);
    candidates.sort_unstable();
    let (mut worst, mut at) = (0.0, 0.0);
    for step in candidates {
        let size = error(step).abs();
        if size > worst {
            (worst, at) = (size, place(step));
        }
    }
    (worst, at)
}

impl Default for Ruler {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pairs::Pair;
    use crate::steps::finished_up_to;

    #[test]
    fn zero_is_as_far_from_the_sine_as_the_sine_is_high() {
        let ruler = Ruler::new();
        let fit = ruler.measure(|_| 0.0);
        assert_eq!((fit.worst, fit.at), (1.0, 0.25));
        // The last point repeats the first: 50,000 of 100,001 squares of a mean of one half.
        assert!((fit.rmse * fit.rmse - 50_000.0 / 100_001.0).abs() < 1e-12);
        assert_eq!(ruler.measure(sine), Fit { worst: 0.0, at: 0.0, mean: 0.0, rmse: 0.0 });
        // The mean of a sine's half wave.
        assert!((fit.mean - 2.0 / std::f64::consts::PI).abs() < 1e-5);
    }

    #[test]
    fn a_part_is_measured_alone() {
        let ruler = Ruler::new();
        assert_eq!(ruler.worst_up_to(0.25, |_| 0.0), 1.0);
        assert!((ruler.worst_up_to(0.125, |_| 0.0) - 0.5f64.sqrt()).abs() < 1e-15);
    }

    #[test]
    fn what_is_no_number_is_not_lost() {
        assert!(Ruler::new().measure(|x| if x == 0.5 { f64::NAN } else { 9.0 }).worst.is_nan());
    }

    #[test]
    fn the_largest_error_of_pairs_needs_few_points() {
        let ruler = Ruler::new();
        let mut random = nn::random::RandomState::new(0);
        let mut settings: Vec<crate::pairs::Pairs> =
            crate::steps::told().into_iter().map(|(_, pairs)| pairs).collect();
        for _ in 0..30 {
            let mut pairs = crate::steps::tuned();
            for pair in &mut pairs.0 {
                const MOST: [f64; 5] = [0.1, 0.02, 0.02, 0.02, 0.1];
                let numbers = pair.numbers();
                *pair = Pair::of(std::array::from_fn(|i| numbers[i] + random.uniform(-MOST[i], MOST[i])));
            }
            settings.push(pairs);
        }
        for pairs in settings {
            let value = |x| pairs.value(x);
            let fit = ruler.measure(value);
            assert_eq!(largest(value, &pairs.corners(), 1.0), (fit.worst, fit.at), "{pairs:?}");
            for end in [0.0, 0.1, finished_up_to(1), 0.25, finished_up_to(4), 0.7777] {
                let found = largest(value, &pairs.corners(), end).0;
                assert_eq!(found, ruler.worst_up_to(end, value), "up to {end}: {pairs:?}");
            }
        }
    }
}
