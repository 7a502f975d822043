//! The best line through one period of a sine, by integrals and by least squares.

use lesson::figure::{Axis, Curve, Dash, Ink, Panel};
use lesson::{Figure, Lesson, Table};
use ndarray::Array2;
use nn::elementary::{largest, sin, sqrt};
use std::f64::consts::PI;

/// y = slope · x + intercept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    pub slope: f64,
    pub intercept: f64,
}

impl Line {
    pub(crate) fn at(self, x: f64) -> f64 {
        self.slope * x + self.intercept
    }
}

/// How many points of it the networks, and the line by least squares, are fitted to.
pub(crate) const SAMPLES: usize = 1000;

/// The curve that all networks of this chapter are to draw.
pub(crate) fn target(x: f64) -> f64 {
    sin(2.0 * PI * x)
}

/// The line with the least mean square distance from sin 2πx on 0 to 1, and that distance's root.
fn by_integral() -> (Line, f64) {
    let line = Line { slope: -6.0 / PI, intercept: 3.0 / PI };
    (line, sqrt(0.5 - 3.0 / (PI * PI)))
}

/// The line with the least mean square distance from these points.
pub(crate) fn least_squares(x: &Array2<f64>, y: &Array2<f64>) -> Line {
    let mean = |numbers: &Array2<f64>| numbers.sum() / numbers.len() as f64;
    let (x_from_mean, y_from_mean) = (x - mean(x), y - mean(y));
    let slope = (&x_from_mean * &y_from_mean).sum() / (&x_from_mean * &x_from_mean).sum();
    Line { slope, intercept: mean(y) - slope * mean(x) }
}

/// The root of the mean square distance of a function from these points.
pub(crate) fn root_mean_square(x: &Array2<f64>, y: &Array2<f64>, f: impl Fn(f64) -> f64) -> f64 {
    let squares = x.iter().zip(y).map(|(&x, &y)| (f(x) - y) * (f(x) - y));
    sqrt(squares.sum::<f64>() / x.len() as f64)
}

/// The largest distance of a function from the sine on 0 to 1, on 10001 points; NaN if a value is.
pub(crate) fn largest_error(f: impl Fn(f64) -> f64) -> f64 {
    let points = (0..=10_000).map(|step| f64::from(step) / 10_000.0);
    largest(points.map(|x| (f(x) - target(x)).abs()))
}

pub(crate) fn tell(say: &mut Lesson) {
    let (x, y) = nn::data::sine(SAMPLES);
    let (exact, root) = by_integral();
    let fitted = least_squares(&x, &y);
    let columns = [
        ("by", "found by"),
        ("slope", "slope"),
        ("intercept", "intercept"),
        ("rmse", "RMSE"),
        ("largest", "max error"),
    ];
    let row = |name: &str, line: Line, root: f64| {
        let largest = largest_error(|x| line.at(x));
        [name.into(), line.slope.into(), line.intercept.into(), root.into(), largest.into()]
    };
    say.section("best-line", "The best line through one period of a sine");
    let caption = format!("The best line, from 0 to 1 and on {SAMPLES} samples");
    let left = root_mean_square(&x, &y, |x| fitted.at(x));
    let rows = [row("integral", exact, root), row("samples", fitted, left)];
    say.table(Table::new("best-lines", &caption, columns).rows(rows));
    say.figure(|| figure(exact));
}

/// The target of every figure, in two parts, so that its label stands at the crest and not on the axis.
pub(crate) fn target_curves() -> [Curve; 2] {
    [("sin 2πx", 0.0..=0.25), ("", 0.25..=1.0)]
        .map(|(label, range)| Curve::of(label, Ink::Ink, range, target).dashed(Dash::Dotted))
}

fn figure(line: Line) -> Figure {
    let caption = format!(
        "How well can a line follow a sine? Left: one period and the best line through it. Right: what the line misses. \
         It is {:.3} off at both ends, and no other line has a smaller mean square error.",
        largest_error(|x| line.at(x))
    );
    let x = || Axis::new("x", 0.0..=1.0);
    Figure::new("best-line-figure", caption)
        .panel(Panel::new(x(), Axis::new("y", -1.2..=1.2)).with_all(target_curves()).with(Curve::of(
            "best line",
            Ink::Muted,
            0.0..=1.0,
            |x| line.at(x),
        )))
        .panel(
            Panel::new(x(), Axis::new("line minus sine", -1.2..=1.2)).with(
                Curve::of("error", Ink::Muted, 0.0..=1.0, |x| line.at(x) - target(x)).dashed(Dash::Dashed),
            ),
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn least_squares_finds_a_line_through_points_on_it() {
        let x = Array2::from_shape_fn((10, 1), |(i, _)| i as f64);
        let line = least_squares(&x, &x.mapv(|x| 3.0 - 2.0 * x));
        assert!((line.slope + 2.0).abs() < 1e-14 && (line.intercept - 3.0).abs() < 1e-13);
    }

    #[test]
    fn fine_samples_approach_the_integral() {
        let x = Array2::from_shape_fn((100_000, 1), |(i, _)| (i as f64 + 0.5) / 100_000.0);
        let y = x.mapv(target);
        let (fitted, (exact, root)) = (least_squares(&x, &y), by_integral());
        assert!((fitted.slope - exact.slope).abs() < 1e-8);
        assert!((fitted.intercept - exact.intercept).abs() < 1e-8);
        assert!((root_mean_square(&x, &y, |x| fitted.at(x)) - root).abs() < 1e-8);
    }
}
