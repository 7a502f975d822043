//! One input on its way through the pairs: who is on, and who changes the output.

use crate::pairs::{PAIRS, Pair, Pairs, State};
use crate::pictures::FIT;
use crate::ruler::sine;
use crate::steps::tuned;
use lesson::figure::{Axis, Block, Curve, Dash, Dot, Ink, Mark, Panel, Rule, Side};
use lesson::{Figure, Lesson, Table, Value, exact};

pub(crate) fn tell(say: &mut Lesson) {
    let pairs = tuned();
    for (name, x, place) in [
        ("at-008", 0.08, " (the notes' figure 4-30)"),
        ("at-051", 0.51, " (the notes' figure 4-31)"),
        ("at-025", 0.25, ", on the flat crest"),
    ] {
        one(name, x, place, &pairs, say);
    }
}

/// Traces one input; `place` says where it lies.
pub(crate) fn one(name: &str, x: f64, place: &str, pairs: &Pairs, say: &mut Lesson) {
    say.section(name, &format!("The input {} on its way", exact(x)));
    say.table(table(&format!("{name}-pairs"), x, pairs));
    say.value(&format!("{name}-output"), "f", pairs.value(x));
    say.value(&format!("{name}-sine"), "sine", sine(x));
    say.value(&format!("{name}-error"), "error", pairs.value(x) - sine(x));
    say.figure(|| figure(&format!("{name}-figure"), (x, place), pairs));
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

/// Who changes the output at `x`, and who has a corner there, as part of a sentence.
pub(crate) fn varies(x: f64, pairs: &Pairs) -> String {
    // An end of an area is a quotient: what lies beside it by rounding alone lies on it.
    let at = |end: f64| (x - end).abs() < 1e-9;
    let bends = |(from, to)| at(from) || at(to);
    let cornered = numbers(pairs, bends);
    let varying = numbers(pairs, |(from, to)| from < x && x < to && !bends((from, to)));
    let at_work = match varying.as_slice() {
        [] if cornered.is_empty() => Some("no pair changes the output, which is flat".to_owned()),
        [] => None,
        [one] => Some(format!("pair {one} alone changes the output, with both its neurons on")),
        several => Some(format!("pairs {} change the output, with both neurons on", listed(several))),
    };
    let bent = match cornered.as_slice() {
        [] => None,
        [one] => Some(format!("pair {one} has a corner, where a neuron bends and the slope is a convention")),
        several => Some(format!(
            "pairs {} have corners, where neurons bend and the slope is a convention",
            listed(several)
        )),
    };
    [at_work, bent].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

/// The pairs with an area of effect of which something is true, counted from 1.
fn numbers(pairs: &Pairs, is: impl Fn((f64, f64)) -> bool) -> Vec<usize> {
    (1..).zip(&pairs.0).filter(|(_, pair)| pair.area().is_some_and(&is)).map(|(number, _)| number).collect()
}

/// Numbers in a sentence: `1`, `1 and 2`, `1, 2 and 3`.
fn listed(numbers: &[usize]) -> String {
    let words: Vec<String> = numbers.iter().map(usize::to_string).collect();
    match words.as_slice() {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => words.concat(),
    }
}

/// Left: where the neurons of each pair are on. Right: what each pair adds at `x`.
fn figure(name: &str, (x, place): (f64, &str), pairs: &Pairs) -> Figure {
    let caption = format!(
        "Which pairs change the output at {}{place}? There {}; all else is constant. Left: areas of effect (bars); dotted \
         where the first neuron is off, dashed where the second is. Right: what each pair adds, {:.4} in all.",
        exact(x),
        varies(x, pairs),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pairs::Pair;

    #[test]
    fn a_corner_is_neither_at_work_nor_flat() {
        for (x, pair) in [(0.0, 1), (1.0, 7)] {
            let corner =
                format!("pair {pair} has a corner, where a neuron bends and the slope is a convention");
            assert_eq!(varies(x, &tuned()), corner);
        }
        // 0.9 / 3 is not 0.3 in 64 bits.
        let mut pairs = Pairs::default();
        pairs.0[2] = Pair { a: 3.0, b: -0.9, w: -1.0, c: 0.6, v: 1.0 };
        assert!(varies(0.3, &pairs).starts_with("pair 3 has a corner"), "{}", varies(0.3, &pairs));
        pairs.0[0] = pairs.0[2];
        pairs.0[1] = Pair { b: 0.0, c: 2.0, ..pairs.0[2] };
        assert_eq!(
            varies(0.3, &pairs),
            "pair 2 alone changes the output, with both its neurons on; pairs 1 and 3 have corners, where neurons \
             bend and the slope is a convention"
        );
    }

    #[test]
    fn pairs_at_work_are_listed_as_one_says_them() {
        let mut pairs = Pairs::default();
        assert_eq!(varies(0.5, &pairs), "no pair changes the output, which is flat");
        for (count, says) in [
            "pair 1 alone changes the output, with both its neurons on",
            "pairs 1 and 2 change the output, with both neurons on",
            "pairs 1, 2 and 3 change the output, with both neurons on",
        ]
        .into_iter()
        .enumerate()
        {
            pairs.0[count] = Pair::ramp(0.0, 1.0, 1.0);
            assert_eq!(varies(0.5, &pairs), says);
        }
    }
}
