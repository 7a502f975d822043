//! One input on its way through the pairs: who is on, and who changes the output.

use crate::pairs::{PAIRS, Pair, Pairs, State};
use crate::pictures::FIT;
use crate::ruler::sine;
use crate::steps::tuned;
use lesson::figure::{Axis, Block, Curve, Dash, Dot, Ink, Mark, Panel, Rule, Side};
use lesson::{Figure, Lesson, Table, Value, exact};

pub(crate) fn tell(say: &mut Lesson) {
    let pairs = tuned();
    for (name, x, says) in [
        ("at-008", 0.08, "The notes' figure 4-30."),
        ("at-051", 0.51, "The notes' figure 4-31."),
        ("at-025", 0.25, "On the flat crest."),
    ] {
        one(name, x, says, &pairs, say);
    }
}

/// Traces one input.
pub(crate) fn one(name: &str, x: f64, says: &str, pairs: &Pairs, say: &mut Lesson) {
    say.section(name, &format!("The input {} on its way", exact(x)));
    say.table(table(&format!("{name}-pairs"), x, pairs));
    say.value(&format!("{name}-output"), "f", pairs.value(x));
    say.value(&format!("{name}-sine"), "sine", sine(x));
    say.value(&format!("{name}-error"), "error", pairs.value(x) - sine(x));
    say.figure(|| figure(&format!("{name}-figure"), x, says, pairs));
}

/// What each pair does at `x`.
pub(crate) fn table(name: &str, x: f64, pairs: &Pairs) -> Table {
    let columns =
        [("pair", "pair"), ("first", "first"), ("second", "second"), ("adds", "adds"), ("state", "state")];
    let row = |(index, pair): (usize, &Pair)| {
        let (first, second) = pair.neurons(x);
        let state = pair.state(x).words();
        [
            (index + 1).into(),
            first.into(),
            second.into(),
            Value::from(without_sign_of_zero(pair.value(x))),
            state.into(),
        ]
    };
    let caption = format!("What the neurons of each pair put out for x = {}", exact(x));
    Table::new(name, &caption, columns).rows(pairs.0.iter().enumerate().map(row))
}

/// A weight of -1 makes -0 of 0, which says nothing here.
pub(crate) fn without_sign_of_zero(value: f64) -> f64 {
    value + 0.0
}

/// Who changes the output at `x`, as part of a sentence.
pub(crate) fn varies(x: f64, pairs: &Pairs) -> String {
    let varies = |pair: &Pair| pair.area().is_some_and(|(from, to)| from < x && x < to);
    let varying: Vec<usize> = (1..).zip(&pairs.0).filter(|(_, pair)| varies(pair)).map(|(n, _)| n).collect();
    match varying.as_slice() {
        [] => "no pair changes the output, which is flat here".to_owned(),
        [one] => format!("pair {one} alone changes the output, with both its neurons on"),
        several => {
            let listed: Vec<String> = several.iter().map(usize::to_string).collect();
            format!("pairs {} change the output, with both neurons on", listed.join(", "))
        }
    }
}

/// Left: where the neurons of each pair are on. Right: what each pair adds at `x`.
fn figure(name: &str, x: f64, says: &str, pairs: &Pairs) -> Figure {
    let varies = varies(x, pairs);
    let caption = format!(
        "{says} The input {}: {varies}; the others add constants. Left: areas of effect (bars); dotted where \
         the first neuron is off, dashed where the second is. Right: what each pair adds, {:.4} in all.",
        exact(x),
        pairs.value(x)
    );
    Figure::new(name, caption).panel(areas(x, pairs, |_| FIT)).panel(contributions(x, pairs))
}

/// Pair 1 stands at the top.
fn row(index: usize) -> f64 {
    (PAIRS - 1 - index) as f64
}

fn names(title: &str) -> Axis {
    Axis::names(title, (1..=PAIRS).rev().map(|pair| format!("pair {pair}")))
}

/// The areas of effect, each in the ink of its pair, counted from 0, and a lamp at `x` that is lit where both neurons are on.
pub(crate) fn areas(x: f64, pairs: &Pairs, ink: impl Fn(usize) -> Ink) -> Panel {
    let rows = names("where its neurons are on");
    let at = Rule { label: format!("x = {}", exact(x)), ink: Ink::Ink, side: Side::X, at: x };
    let marks = pairs.0.iter().enumerate().flat_map(|(index, pair)| lane(row(index), pair, ink(index)));
    let dots = pairs.0.iter().enumerate().map(|(index, pair)| {
        let dot = Dot::new("", Ink::Ink, (x, row(index)));
        if pair.state(x) == State::BothOn { dot } else { dot.open() }
    });
    Panel::new(Axis::new("x", 0.0..=1.0), rows).with_all(marks).with(at).with_all(dots)
}

/// The pieces of a pair's row: a bar where both neurons are on, broken lines elsewhere.
fn lane(y: f64, pair: &Pair, ink: Ink) -> Vec<Mark> {
    let (from, to) = pair.area().map_or((1.0, 1.0), |(from, to)| (from.clamp(0.0, 1.0), to.clamp(0.0, 1.0)));
    let mut marks = Vec::new();
    for (start, end) in [(0.0, from), (to, 1.0)] {
        if start < end {
            let dash = match pair.state((start + end) / 2.0) {
                State::SecondOff => Dash::Dashed,
                _ => Dash::Dotted,
            };
            marks.push(Curve::through("", Ink::Muted, [(start, y), (end, y)]).dashed(dash).into());
        }
    }
    if from < to {
        let bar = Block { label: String::new(), ink, x: (from, to), y: (y - 0.25, y + 0.25) };
        marks.push(bar.into());
    }
    marks
}

fn contributions(x: f64, pairs: &Pairs) -> Panel {
    let rows = names("what it adds");
    let bar = |(index, pair): (usize, &Pair)| {
        let value = pair.value(x);
        let ink = if pair.state(x) == State::BothOn { FIT } else { Ink::Muted };
        let label = if value == 0.0 { "0".to_owned() } else { format!("{value:.2}") };
        Block { label, ink, x: (0.0, value), y: (row(index) - 0.3, row(index) + 0.3) }
    };
    Panel::new(Axis::new("adds to f", -1.9..=1.9), rows).with_all(pairs.0.iter().enumerate().map(bar))
}
