//! A line in words: where it begins, rises, falls, jumps and stays.

use crate::figure::mark::{Curve, Dash};
use crate::figure::text::number;
use std::iter;

/// More turns than this are counted, not told.
const MOST_RUNS: usize = 6;
/// A run counts as straight if no point strays from its chord by more than this part of the rise.
const STRAIGHT: f64 = 1e-6;
/// A rise of no more than this part of the height is rounding.
const ROUNDING: f64 = 1e-12;

/// Whether a line without a label goes on where another ends, and looks like it.
pub(super) fn goes_on(one: &Curve, next: &Curve) -> bool {
    let meet = one.points.last().is_some_and(|end| next.points.first() == Some(end));
    meet && next.label.is_empty() && (one.ink, one.dash) == (next.ink, next.dash)
}

/// A polygon by its corners: a line that ends where it began, with few points.
fn outline(label: &str, points: &[(f64, f64)]) -> Option<String> {
    let [first, rest @ .., last] = points else { return None };
    if first != last || !(2..MOST_RUNS).contains(&rest.len()) {
        return None;
    }
    let corners = iter::once(first).chain(rest).map(|(x, y)| format!("({}, {})", number(*x), number(*y)));
    let corners: Vec<String> = corners.collect();
    let name = if label.is_empty() { "An outline" } else { label };
    Some(format!("{name} with corners at {}.", corners.join(", ")))
}

/// The name of a line among those of its panel: its label, or that of the line of which it is a piece. Where there is no
/// line but its own it is what the vertical axis says, which is `subject`.
pub(super) fn name(curve: &Curve, panel: &[&Curve], subject: &str) -> String {
    let alike = |other: &&&Curve| (other.ink, other.dash) == (curve.ink, curve.dash);
    let pieces: Vec<&&Curve> = panel.iter().filter(alike).collect();
    let one_line = are_apart(&pieces);
    let label = pieces.iter().map(|piece| &piece.label).find(|label| one_line && !label.is_empty());
    match (label, curve.dash) {
        _ if !curve.label.is_empty() => curve.label.clone(),
        (Some(label), _) => label.clone(),
        (None, Dash::Solid) if one_line && pieces.len() == panel.len() => subject.to_owned(),
        (None, Dash::Solid) => "A curve".to_owned(),
        (None, Dash::Dashed) => "A dashed curve".to_owned(),
        (None, Dash::Dotted) => "A dotted curve".to_owned(),
    }
}

/// Whether lines lie side by side, so that they can be one with gaps.
fn are_apart(lines: &[&&Curve]) -> bool {
    let reach = |line: &&&Curve| {
        let across =
            || line.points.iter().filter(|(x, y)| x.is_finite() && y.is_finite()).map(|point| point.0);
        across().min_by(f64::total_cmp).zip(across().max_by(f64::total_cmp))
    };
    let mut reaches: Vec<(f64, f64)> = lines.iter().filter_map(reach).collect();
    reaches.sort_by(|one, next| one.0.total_cmp(&next.0));
    reaches.windows(2).all(|pair| pair[0].1 <= pair[1].0)
}

/// What a line with this name shows, in a sentence.
pub(super) fn told(curve: &Curve, name: &str, points: impl Iterator<Item = (f64, f64)>) -> String {
    let mut points: Vec<(f64, f64)> = points.filter(|&(x, y)| x.is_finite() && y.is_finite()).collect();
    without_rounding(&mut points);
    let Some(&(x0, y0)) = points.first() else { return format!("{name}: nothing to draw.") };
    if let Some(told) = outline(&curve.label, &points) {
        return told;
    }
    let mut runs = runs(&points);
    runs.retain(|run| !run.is_nothing());
    let start = format!("{name}: from {}", place(x0, y0));
    if runs.is_empty() {
        return format!("{start}.");
    }
    if runs.len() > MOST_RUNS {
        return format!("{start}, {}.", turning(&points, runs.len() - 1));
    }
    let told = runs.iter().map(Run::told);
    format!("{start}, {}.", told.collect::<Vec<_>>().join(", then "))
}

fn place(x: f64, y: f64) -> String {
    format!("{} at x = {}", number(y), number(x))
}

/// A line with more turns than are told one by one: between which heights it stays, and where it ends.
fn turning(points: &[(f64, f64)], turns: usize) -> String {
    let heights = || points.iter().map(|point| point.1);
    let low = number(heights().min_by(f64::total_cmp).unwrap_or_default());
    let high = number(heights().max_by(f64::total_cmp).unwrap_or_default());
    let end = points.last().map_or_else(String::new, |&(x, y)| place(x, y));
    if low == high {
        // The digits that are told do not tell the heights apart.
        return format!("never far from there, to {end}");
    }
    format!("turns {turns} times between {low} and {high}, to {end}")
}

/// Heights that are 0 but for rounding become 0.
fn without_rounding(points: &mut [(f64, f64)]) {
    let highest = points.iter().map(|point| point.1.abs()).max_by(f64::total_cmp).unwrap_or_default();
    points.iter_mut().filter(|point| point.1.abs() <= ROUNDING * highest).for_each(|point| point.1 = 0.0);
}

/// A stretch over which a curve only rises, only falls or stays.
struct Run {
    from: (f64, f64),
    to: (f64, f64),
    straight: bool,
}

impl Run {
    fn is_flat(&self) -> bool {
        let rise = self.to.1 - self.from.1;
        [self.from.1, self.to.1].iter().any(|end| rise.abs() <= ROUNDING * end.abs())
    }

    /// Whether it ends where it began, as far as it is told.
    fn is_nothing(&self) -> bool {
        self.is_flat() && self.is_upright()
    }

    /// Whether it begins and ends at one x, as far as it is told.
    fn is_upright(&self) -> bool {
        number(self.from.0) == number(self.to.0)
    }

    fn told(&self) -> String {
        let (x, y) = (number(self.to.0), number(self.to.1));
        if self.is_flat() {
            return format!("flat to x = {x}");
        }
        if self.is_upright() {
            return format!("jumps to {y}");
        }
        let rise = self.to.1 - self.from.1;
        let verb = if rise > 0.0 { "rises" } else { "falls" };
        if self.straight {
            let slope = number(rise / (self.to.0 - self.from.0));
            format!("{verb} with slope {slope} to {y} at x = {x}")
        } else {
            format!("{verb} to {y} at x = {x}")
        }
    }
}

/// The stretches between turning points; corners of a line through few points end a stretch too.
fn runs(points: &[(f64, f64)]) -> Vec<Run> {
    let given_by_corners = points.len() <= 2 * MOST_RUNS;
    let mut runs: Vec<Run> = Vec::new();
    let mut begin = 0;
    for end in 1..points.len() {
        let last = end + 1 == points.len();
        let turns = !last && (given_by_corners || direction(points, end) != direction(points, end + 1));
        if last || turns {
            let stretch = &points[begin..=end];
            runs.push(Run { from: points[begin], to: points[end], straight: is_straight(stretch) });
            begin = end;
        }
    }
    runs
}

/// Whether the curve rises (1), falls (-1) or stays (0) on its way to point `end`.
fn direction(points: &[(f64, f64)], end: usize) -> i8 {
    let rise = points[end].1 - points[end - 1].1;
    i8::from(rise > 0.0) - i8::from(rise < 0.0)
}

fn is_straight(points: &[(f64, f64)]) -> bool {
    let (Some(&(x0, y0)), Some(&(x1, y1))) = (points.first(), points.last()) else { return false };
    let strays = |&(x, y): &(f64, f64)| {
        let chord = y0 + (y1 - y0) * (x - x0) / (x1 - x0);
        (y - chord).abs() > STRAIGHT * (y1 - y0).abs()
    };
    x1 > x0 && !points.iter().any(strays)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::Ink;

    fn sentence(curve: &Curve) -> String {
        told(curve, &name(curve, &[curve], "y"), curve.points.iter().copied())
    }

    #[test]
    fn a_line_without_a_label_is_called_after_its_other_piece_or_the_axis() {
        let piece =
            |label: &str, from: f64| Curve::through(label, Ink::Blue, [(from, 0.0), (from + 1.0, 1.0)]);
        let (plain, named, other) = (piece("", 0.0), piece("stairs", 1.0), piece("", 0.5));
        let dashed = piece("", 3.0).dashed(Dash::Dashed);
        for (curve, panel, expected) in [
            (&plain, vec![&plain], "height"),
            (&plain, vec![&plain, &named], "stairs"),
            (&plain, vec![&plain, &other], "A curve"),
            (&plain, vec![&plain, &dashed], "A curve"),
            (&plain, vec![&plain, &named, &other], "A curve"),
            (&named, vec![&plain, &named, &other], "stairs"),
            (&dashed, vec![&dashed], "A dashed curve"),
        ] {
            assert_eq!(name(curve, &panel, "height"), expected);
        }
    }

    #[test]
    fn a_ramp_is_told_by_its_corners() {
        let ramp = Curve::through("ramp", Ink::Blue, [(-1.0, 0.0), (0.0, 0.0), (0.5, 1.0), (1.0, 1.0)]);
        assert_eq!(
            sentence(&ramp),
            "ramp: from 0 at x = -1, flat to x = 0, then rises with slope 2 to 1 at x = 0.5, then flat to x = 1."
        );
    }

    #[test]
    fn a_sampled_curve_is_told_by_its_turns() {
        let parabola = Curve::of("parabola", Ink::Blue, -1.0..=1.0, |x| x * x);
        assert_eq!(
            sentence(&parabola),
            "parabola: from 1 at x = -1, falls to 0 at x = 0, then rises to 1 at x = 1."
        );
        let hinge = Curve::of("relu", Ink::Blue, -1.0..=1.0, |x| if x > 0.0 { x } else { 0.0 });
        assert_eq!(
            sentence(&hinge),
            "relu: from 0 at x = -1, flat to x = 0, then rises with slope 1 to 1 at x = 1."
        );
    }

    #[test]
    fn an_outline_is_told_by_its_corners() {
        let triangle = Curve::through("", Ink::Blue, [(0.0, 0.0), (1.0, 0.0), (0.5, 1.0), (0.0, 0.0)]);
        assert_eq!(sentence(&triangle), "An outline with corners at (0, 0), (1, 0), (0.5, 1).");
    }

    #[test]
    fn rounding_is_no_rise() {
        let sum = Curve::through("sum", Ink::Blue, [(0.0, 0.3), (1.0, 0.1 + 0.2), (2.0, 1e-16)]);
        assert_eq!(
            sentence(&sum),
            "sum: from 0.3 at x = 0, flat to x = 1, then falls with slope -0.3 to 0 at x = 2."
        );
    }

    #[test]
    fn many_turns_are_counted() {
        let points = (0..20).map(|i| (f64::from(i), f64::from(i % 2)));
        let zigzag = Curve::through("zigzag", Ink::Blue, points);
        assert_eq!(
            sentence(&zigzag),
            "zigzag: from 0 at x = 0, turns 18 times between 0 and 1, to 1 at x = 19."
        );
        let points = (0..20).map(|i| (f64::from(i), 1.0 + 1e-7 * f64::from(i % 2)));
        let flat = Curve::through("", Ink::Blue, points).dashed(Dash::Dotted);
        assert_eq!(sentence(&flat), "A dotted curve: from 1 at x = 0, never far from there, to 1 at x = 19.");
    }

    #[test]
    fn an_upright_piece_is_a_jump_and_no_piece_is_told_that_has_no_length() {
        let step =
            Curve::through("step", Ink::Blue, [(-1.0, 0.0), (0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (1.0, 1.0)]);
        assert_eq!(
            sentence(&step),
            "step: from 0 at x = -1, flat to x = 0, then jumps to 1, then flat to x = 1."
        );
    }
}
