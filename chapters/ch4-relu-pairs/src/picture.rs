//! How neurons and pairs are drawn: the output, and the slope beside it.

use crate::describe::Description;
use crate::neuron::Neuron;
use crate::span::Span;
use crate::text::{exact, formula, positive_zero};
use lesson::figure::{Axis, Band, Curve, Dash, Dot, Ink, Panel, Side};
use nn::elementary::{max, min};
use std::ops::RangeInclusive;

/// The part of the plane that a picture shows.
#[derive(Clone, Debug)]
pub(crate) struct Window {
    pub(crate) x: RangeInclusive<f64>,
    pub(crate) output: RangeInclusive<f64>,
    pub(crate) slope: RangeInclusive<f64>,
}

impl Window {
    /// Whether axes can span it.
    pub(crate) fn is_finite(&self) -> bool {
        let ends = [&self.x, &self.output, &self.slope].map(|range| range.end() - range.start());
        ends.into_iter().all(f64::is_finite)
    }
}

/// The window of the page, the same for all its settings so that they can be compared.
pub(crate) fn page() -> Window {
    Window { x: -1.0..=1.0, output: -0.6..=2.8, slope: -1.5..=2.5 }
}

/// A window in which all bends of a pair have room beside them.
pub(crate) fn around(description: &Description) -> Window {
    let bends: Vec<f64> = description.first.ends().chain(description.second.ends()).collect();
    let low = bends.iter().copied().fold(f64::INFINITY, min);
    let high = bends.iter().copied().fold(f64::NEG_INFINITY, max);
    let x = match bends.len() {
        0 => -1.0..=1.0,
        _ if low < high => low - (high - low)..=high + (high - low),
        _ => low - max(low.abs(), 1.0)..=low + max(low.abs(), 1.0),
    };
    let seen = [*x.start(), low, high, *x.end()].into_iter().filter(|x| x.is_finite());
    let output = roomy(seen.map(|x| description.pair.value(x)));
    let slope = roomy(description.pieces.iter().map(|piece| piece.slope));
    Window { x, output, slope }
}

/// A range that holds 0 and all numbers, with room above and below.
fn roomy(numbers: impl Iterator<Item = f64>) -> RangeInclusive<f64> {
    let (low, high) = numbers.fold((0.0f64, 0.0f64), |(low, high), y| (min(low, y), max(high, y)));
    let size = if low < high { high - low } else { 2.0 };
    low - 0.25 * size..=high + 0.25 * size
}

/// A neuron's output, and its slope.
pub(crate) fn neuron(neuron: Neuron, window: &Window) -> [Panel; 2] {
    let words = if neuron.weight > 0.0 { "on for x >" } else { "on for x <" };
    let graph = Graph {
        name: format!("relu({})", formula(neuron.weight, neuron.bias)),
        bends: neuron.on().ends().map(|bend| (bend, format!("{words} {}", exact(bend)))).collect(),
        shaded: (neuron.on(), "on"),
        value: |x| neuron.value(x),
        slope: |x| neuron.slope(x),
    };
    [graph.output(window), graph.slope(window)]
}

/// A pair's output with its area of effect, and its slope.
pub(crate) fn pair(description: &Description, window: &Window) -> [Panel; 2] {
    let pair = description.pair;
    let graph = Graph {
        name: "the pair".to_owned(),
        bends: description.area.ends().map(|bend| (positive_zero(bend), switch(description, bend))).collect(),
        shaded: (description.area, "area of effect"),
        value: |x| positive_zero(pair.value(x)),
        slope: |x| positive_zero(pair.slope(x)),
    };
    [graph.output(window), graph.slope(window)]
}

/// Which neuron switches at a bend, seen from left to right.
fn switch(description: &Description, bend: f64) -> String {
    let turned = |name: &str, on: Span| match bend {
        _ if bend == on.from => Some(format!("{name} on")),
        _ if bend == on.to => Some(format!("{name} off")),
        _ => None,
    };
    let first = turned("neuron 1", description.first);
    match (&first, turned("neuron 2", description.second)) {
        (Some(_), Some(second)) => second.replace("neuron 2", "both"),
        (_, second) => second.or(first).unwrap_or_default(),
    }
}

/// A function made of lines, its bends with their labels, and a stretch to shade.
struct Graph<Value, Slope> {
    name: String,
    bends: Vec<(f64, String)>,
    shaded: (Span, &'static str),
    value: Value,
    slope: Slope,
}

impl<Value: Fn(f64) -> f64, Slope: Fn(f64) -> f64> Graph<Value, Slope> {
    fn output(&self, window: &Window) -> Panel {
        let at = |x: f64| (x, (self.value)(x));
        let (on, words) = self.shaded;
        Panel::new(Axis::new("x", window.x.clone()), Axis::new("output", window.output.clone()))
            .with_all(shade(window, on, words))
            .with(Curve::through(&self.name, Ink::Blue, self.cuts(window).into_iter().map(at)))
            .with_all(self.seen(window).map(|(bend, label)| Dot::new(label, Ink::Ink, at(*bend))))
    }

    /// Piece by piece: filled dots where the convention puts the slope at a bend, open ones where it only leads to.
    fn slope(&self, window: &Window) -> Panel {
        let cuts = self.cuts(window);
        let level = |ends: &[f64]| (ends[0], ends[1], (self.slope)(ends[0] + (ends[1] - ends[0]) / 2.0));
        let pieces: Vec<(f64, f64, f64)> = cuts.windows(2).map(level).collect();
        let ends = |&(from, to, height): &(f64, f64, f64)| [(from, height), (to, height)];
        let line = pieces.iter().flat_map(|piece| ends(piece).into_iter().chain([(f64::NAN, f64::NAN)]));
        let is_bend = |x: f64| self.bends.iter().any(|&(bend, _)| bend == x);
        let rings =
            pieces.iter().flat_map(ends).filter(|&(x, height)| is_bend(x) && height != (self.slope)(x));
        let dots = self.seen(window).map(|&(bend, _)| Dot::new("", Ink::Blue, (bend, (self.slope)(bend))));
        Panel::new(Axis::new("x", window.x.clone()), Axis::new("slope", window.slope.clone()))
            .with_all(shade(window, self.shaded.0, ""))
            .with(Curve::through("", Ink::Blue, line).dashed(Dash::Dashed))
            .with_all(rings.map(|at| Dot::new("", Ink::Blue, at).open()))
            .with_all(dots)
    }

    /// The bends inside the window.
    fn seen(&self, window: &Window) -> impl Iterator<Item = &(f64, String)> {
        self.bends.iter().filter(|(bend, _)| window.x.contains(bend))
    }

    /// The ends of the window and the bends between them.
    fn cuts(&self, window: &Window) -> Vec<f64> {
        let (from, to) = (*window.x.start(), *window.x.end());
        let inside = self.bends.iter().map(|&(bend, _)| bend).filter(|&bend| from < bend && bend < to);
        [from].into_iter().chain(inside).chain([to]).collect()
    }
}

/// The visible part of a stretch of inputs.
pub(crate) fn shade(window: &Window, on: Span, words: &str) -> Option<Band> {
    let seen = on.and(Span { from: *window.x.start(), to: *window.x.end() });
    let (from, to) = (positive_zero(seen.from), positive_zero(seen.to));
    let band = Band { label: words.to_owned(), ink: Ink::Blue, side: Side::X, from, to };
    (!seen.is_empty()).then_some(band)
}
