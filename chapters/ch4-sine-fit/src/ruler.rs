//! How far a function is from the sine.

use nn::elementary::sin;
use std::f64::consts::TAU;

/// How many steps the interval from 0 to 1 is cut into; both ends are measured.
const STEPS: u32 = 100_000;

// ANCHOR: sine
/// One period of a sine on [0, 1].
pub fn sine(x: f64) -> f64 {
    sin(TAU * x)
}
// ANCHOR_END: sine

/// A hundred thousand and one points of the sine, to measure against.
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
    /// The root of the mean squared error.
    pub rmse: f64,
}

impl Ruler {
    /// The points from 0 to 1.
    pub fn new() -> Self {
        let point = |step: u32| {
            let x = f64::from(step) / f64::from(STEPS);
            (x, sine(x))
        };
        Self { points: (0..=STEPS).map(point).collect() }
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
        let (mut worst, mut at, mut squares) = (0.0, 0.0, 0.0);
        for (&(x, y), output) in self.points.iter().zip(outputs) {
            let error = (output - y).abs();
            // A network that diverged puts out NaN, which must not be lost.
            if error > worst || error.is_nan() {
                (worst, at) = (error, x);
            }
            squares += error * error;
        }
        Fit { worst, at, rmse: (squares / self.points.len() as f64).sqrt() }
    }

    /// The largest error on the points from 0 to `end`.
    pub fn worst_up_to(&self, end: f64, function: impl Fn(f64) -> f64) -> f64 {
        let part = self.points.iter().take_while(|&&(x, _)| x <= end);
        part.map(|&(x, y)| (function(x) - y).abs()).fold(0.0, f64::max)
    }
}

impl Default for Ruler {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zero_is_as_far_from_the_sine_as_the_sine_is_high() {
        let ruler = Ruler::new();
        let fit = ruler.measure(|_| 0.0);
        assert_eq!((fit.worst, fit.at), (1.0, 0.25));
        // The last point repeats the first: 50,000 of 100,001 squares of a mean of one half.
        assert!((fit.rmse * fit.rmse - 50_000.0 / 100_001.0).abs() < 1e-12);
        assert_eq!(ruler.measure(sine), Fit { worst: 0.0, at: 0.0, rmse: 0.0 });
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
}
