//! A picture for each activation: its curve, its slope, and for a stand-in how far it strays.

use lesson::Figure;
use lesson::figure::{Axis, Curve, Dash, Dot, Ink, Panel, Rule, Side};
use nn::Activation;
use nn::elementary::{max, min};

use super::Entry;
use super::entry::{End, Range, bottom, range, short};
use super::jumps::{Jump, SMOOTH, among};

/// The pictures reach from here to there.
pub(crate) const REACH: f64 = 5.0;

/// The picture of an activation, with further dots at the reader's points.
pub(crate) fn portrait(activation: Activation, points: &[f64]) -> Figure {
    let title = activation.title();
    let label = format!("slope of {title}");
    let value = Aspect { activation, label: title, function: |f: Activation, x: f64| f.value(x) };
    let slope = Aspect { activation, label: &label, function: |f: Activation, x: f64| f.slope(x) };
    let figure = Figure::new(activation.name(), caption(activation))
        .panel(value.panel("f(x)", points).with_all(asymptotes(activation)).with_all(dip(activation)))
        .panel(slope.panel("f′(x), its slope", points));
    match Entry::of(activation).original {
        Some(original) => figure
            .panel(value.error("error of the value", original))
            .panel(slope.error("error of the slope", original)),
        None => figure,
    }
}

/// The curve of an activation, from `-reach` to `reach`.
pub(crate) fn curve(activation: Activation, reach: f64) -> Curve {
    drawn(activation.title(), activation, |x| activation.value(x), reach)
}

fn caption(activation: Activation) -> String {
    let entry = Entry::of(activation);
    let [value, slope] = [activation.value(0.0), activation.slope(0.0)].map(short);
    let range = range(activation).replace(' ', "\u{a0}");
    let mut caption = format!(
        "{} Left: {}, {}. Its range is {range}, its value at 0 is {value}. Right: its slope, which at 0 is {slope}.",
        entry.question,
        activation.title(),
        entry.formula
    );
    if !entry.breaks.is_empty() {
        caption += " Where a convention decides, the filled dot is what the code returns.";
    }
    if let Some(original) = entry.original {
        caption += &format!(
            " Below: how far both are from those of {}, dotted above, where they can be told apart.",
            original.title()
        );
    }
    caption
}

/// One side of an activation, its value or its slope, as a panel shows it.
struct Aspect<'a, F> {
    activation: Activation,
    label: &'a str,
    function: F,
}

impl<F: Fn(Activation, f64) -> f64> Aspect<'_, F> {
    fn panel(&self, title: &str, points: &[f64]) -> Panel {
        let &Self { activation, label, ref function } = self;
        let own = |x| function(activation, x);
        let original = Entry::of(activation).original.map(|original| {
            Curve::of("", Ink::Muted, -REACH..=REACH, |x| function(original, x)).dashed(Dash::Dotted)
        });
        let inside = points.iter().filter(|x| x.abs() <= REACH);
        framed(title, original.into_iter().chain([drawn(label, activation, own, REACH)]))
            .with_all(dots(activation, own))
            .with_all(inside.map(|&x| Dot::new("", Ink::Ink, (x, own(x)))))
    }

    fn error(&self, title: &str, original: Activation) -> Panel {
        let error = |x| (self.function)(self.activation, x) - (self.function)(original, x);
        framed(title, [drawn("error", self.activation, error, REACH)])
    }
}

/// A panel in which these curves and 0 have room.
fn framed(title: &str, curves: impl IntoIterator<Item = Curve>) -> Panel {
    let curves: Vec<Curve> = curves.into_iter().collect();
    let heights = curves.iter().flat_map(|curve| &curve.points).map(|point| point.1);
    let (low, high) = heights.fold((0.0, 0.0), |(low, high): (f64, f64), y| (min(low, y), max(high, y)));
    let (low, high) = if high - low > 0.0 { (low, high) } else { (-1.0, 1.0) };
    let air = (high - low) * 0.12;
    Panel::new(Axis::new("x", -REACH..=REACH), Axis::new(title, low - air..=high + air)).with_all(curves)
}

/// A curve, interrupted where it jumps.
fn drawn(label: &str, activation: Activation, function: impl Fn(f64) -> f64, reach: f64) -> Curve {
    let entry = Entry::of(activation);
    let points = trace(entry.breaks, function, reach, 24.0);
    Curve::through(label, activation.into(), points).dashed(entry.dash)
}

/// Points of a function from `-reach` to `reach`, interrupted where it jumps.
pub(crate) fn trace(
    breaks: &[f64],
    function: impl Fn(f64) -> f64,
    reach: f64,
    steps_a_unit: f64,
) -> Vec<(f64, f64)> {
    let mut points = Vec::new();
    let mut from = -reach;
    let jumps = among(breaks, &function);
    let inside = jumps.iter().map(|jump| jump.at).filter(|at| at.abs() < reach);
    for to in inside.chain([reach]) {
        let steps = ((to - from) * steps_a_unit) as u32;
        for step in 0..=steps {
            let x = from + f64::from(step) / steps_a_unit;
            // Barely inside, so that a jump's ends are those of the piece.
            points.push((x, function(x.clamp(from.next_up(), to.next_down()))));
        }
        points.push((to, f64::NAN));
        from = to;
    }
    points
}

/// Filled where the code's value is, open where the curve ends without it; at 0 in any case.
fn dots(activation: Activation, function: impl Fn(f64) -> f64) -> Vec<Dot> {
    let jumps = among(Entry::of(activation).breaks, &function);
    let ink = activation.into();
    let mut dots = ends(&jumps, ink);
    if jumps.iter().all(|jump| jump.at != 0.0) {
        dots.push(Dot::new(&short(function(0.0)), ink, (0.0, function(0.0))));
    }
    dots
}

/// At each jump, filled where the code's value is and open where the curve ends without it.
pub(crate) fn ends(jumps: &[Jump], ink: Ink) -> Vec<Dot> {
    let mut dots = Vec::new();
    for &Jump { at, before, here, after } in jumps {
        let ends = [before, after].into_iter().filter(|end| (end - here).abs() > SMOOTH);
        dots.extend(ends.map(|end| Dot::new("", ink, (at, end)).open()));
        dots.push(Dot::new(&short(here), ink, (at, here)));
    }
    dots
}

/// The limits that are never reached.
fn asymptotes(activation: Activation) -> Vec<Rule> {
    let Range::Between(low, high) = Entry::of(activation).range else { return Vec::new() };
    let [left, right] = [f64::NEG_INFINITY, f64::INFINITY].map(|x| activation.value(x));
    let rule =
        |at: f64| Rule { label: format!("{}, never reached", short(at)), ink: Ink::Muted, side: Side::Y, at };
    // The axis already lies at 0.
    [(low, left), (high, right)]
        .into_iter()
        .filter(|&(end, at)| end == End::Limit && at.is_finite() && at != 0.0)
        .map(|(_, at)| rule(at))
        .collect()
}

fn dip(activation: Activation) -> Option<Dot> {
    let at = Entry::of(activation).dips().then(|| bottom(activation))?;
    let value = activation.value(at);
    Some(Dot::new(&format!("({at:.2}, {value:.3})"), activation.into(), (at, value)))
}
