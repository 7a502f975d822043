//! The sine lab: every number of the eight pairs, and the steps that led to them.

use super::{by_hand, largest};
use crate::knobs;
use crate::limits::{FREE, JOINED, moved};
use crate::pairs::{PAIRS, Pair, Pairs};
use crate::pictures::{
    DONE, ERROR, FIT, drawn, error_of, largest_in, output_of, over_errors, over_x, target,
};
use crate::ruler::{Ruler, sine};
use crate::steps::{Step, finished_up_to, told, tuned};
use crate::trace::{self, varies, without_sign_of_zero};
use crate::wiring::rewired;
use lesson::explore::{Controls, Preset, State, View};
use lesson::figure::{Band, Curve, Dash, Dot, Ink, Panel, Rule, Side};
use lesson::{Explorable, Value};
use nn::elementary::{max, min};
use std::sync::OnceLock;

pub(crate) const LAB: Explorable =
    Explorable::new("lab", "How close to the sine do your eight pairs come?", controls, view);

/// The colour of the pair that is followed.
const FOLLOWED: Ink = Ink::Purple;
/// How high the picture of the fit is, up and down.
const TOP: f64 = 1.9;
/// How many pairs draw the sine; the last one lifts.
const RAMPS: usize = PAIRS - 1;
/// Counts as addresses write them.
const COUNTS: [&str; PAIRS + 1] = ["0", "1", "2", "3", "4", "5", "6", "7", "8"];
const NAMES: [[&str; 5]; PAIRS] = [
    ["a1", "b1", "w1", "c1", "v1"],
    ["a2", "b2", "w2", "c2", "v2"],
    ["a3", "b3", "w3", "c3", "v3"],
    ["a4", "b4", "w4", "c4", "v4"],
    ["a5", "b5", "w5", "c5", "v5"],
    ["a6", "b6", "w6", "c6", "v6"],
    ["a7", "b7", "w7", "c7", "v7"],
    ["a8", "b8", "w8", "c8", "v8"],
];
/// What each of a pair's numbers is, and how far from 0 it goes.
const KNOBS: [(&str, f64); 5] = [
    ("weight of neuron 1", 8.0),
    ("bias of neuron 1", 6.0),
    ("weight of neuron 2", 8.0),
    ("bias of neuron 2", 2.0),
    ("output weight", 2.0),
];

/// A setting of all controls.
#[derive(Clone, Copy)]
struct Lab {
    pairs: Pairs,
    /// The pair that is followed, counted from 1.
    pair: usize,
    /// How many pairs, counted from the left, are finished.
    done: usize,
}

impl Lab {
    /// The finished fit, with the last ramp followed.
    fn start() -> Self {
        Self { pairs: tuned(), pair: RAMPS, done: RAMPS }
    }

    fn after((step, pairs): &(&Step, Pairs)) -> Self {
        let at_work = (0..RAMPS).rev().find(|&pair| pairs.0[pair] != Pair::default());
        Self { pairs: *pairs, pair: at_work.unwrap_or(0) + 1, done: step.finished }
    }

    fn of(state: &State) -> Self {
        let count = |name| COUNTS.iter().position(|word| *word == state.word(name)).unwrap_or(0);
        let pairs = Pairs(NAMES.map(|names| Pair::of(names.map(|name| state.number(name)))));
        Self { pairs, pair: count("pair").max(1), done: count("done") }
    }

    /// An input at which the followed pair of the finished fit is at work.
    fn x(&self) -> f64 {
        let (from, to) = tuned().0[self.pair - 1].area().unwrap_or((0.0, 1.0));
        ((from + to) * 50.0).round() / 100.0
    }

    /// All that differs from the start.
    fn address(&self) -> String {
        let start = Self::start();
        let mut parts = Vec::new();
        for ((names, pair), before) in NAMES.iter().zip(&self.pairs.0).zip(&start.pairs.0) {
            for ((name, number), before) in names.iter().zip(pair.numbers()).zip(before.numbers()) {
                if number != before {
                    parts.push(format!("{name}={}", without_sign_of_zero(number)));
                }
            }
        }
        if self.pair != start.pair {
            parts.push(format!("pair={}&x={}", self.pair, self.x()));
        }
        if self.done != start.done {
            parts.push(format!("done={}", self.done));
        }
        parts.join("&")
    }

    /// The pairs that are finished, in words.
    fn finished(done: usize) -> String {
        match done {
            0 => "nothing yet".into(),
            1 => "pair 1".into(),
            RAMPS => "all of it".into(),
            _ => format!("pairs 1 to {done}"),
        }
    }
}

fn controls() -> Controls {
    let start = Lab::start();
    let steps = told();
    let step = |told: &(&'static Step, Pairs)| {
        Preset::new(format!("{}: {}", told.0.figure, told.0.says), Lab::after(told).address())
    };
    let (with, moved) = moved();
    let other = |label: &str, pairs: Pairs| Preset::new(label, Lab { pairs, ..start }.address());
    let controls = Controls::new()
        .steps("Steps", steps.iter().map(step).collect::<Vec<_>>())
        .presets(
            "Other fits",
            [
                other("by hand, without an offset: each ramp from its other end", rewired()),
                other(&format!("by hand, {with}"), moved),
                other("the best joined ramps found", JOINED.pairs()),
                other("the best seven ramps found", FREE.pairs()),
                other("nothing: all weights 0", Pairs::default()),
            ],
        )
        .range("x", "x, the input to follow", 0.0..=1.0, 0.01, start.x())
        .choice(
            "pair",
            "pair to follow",
            COUNTS.into_iter().skip(1).map(|word| (word, format!("pair {word}"))),
            COUNTS[start.pair],
        )
        .choice(
            "done",
            "finished so far",
            (0..=RAMPS).map(|done| (COUNTS[done], Lab::finished(done))),
            COUNTS[start.done],
        );
    NAMES.iter().zip(&start.pairs.0).zip(1..).fold(controls, |controls, ((names, pair), number)| {
        let knobs = names.iter().zip(KNOBS).zip(pair.numbers());
        knobs.fold(controls.folded(&format!("Pair {number}")), |controls, ((&name, (what, end)), start)| {
            controls.range(name, &format!("{name}, {what}"), -end..=end, 0.01, start)
        })
    })
}

/// The step that has led to these pairs, if one has: what it sets, and what that does.
fn step_of(pairs: &Pairs) -> Option<String> {
    let (step, _) = told().into_iter().find(|(_, after)| after == pairs)?;
    let sets =
        if step.settings.is_empty() { String::new() } else { format!(" {}:", knobs::listed(step.settings)) };
    Some(format!("Step {}:{sets} {} ", step.figure, step.says))
}

fn view(state: &State) -> View {
    let lab = Lab::of(state);
    let Lab { pairs, pair, done } = &lab;
    let x = state.number("x");
    let followed = pairs.0[pair - 1];
    let (first, second) = followed.neurons(x);
    let adds = without_sign_of_zero(followed.value(x));
    let output = pairs.value(x);
    let (worst, at) = largest(pairs, 1.0);
    let mean = |end| Ruler::short(end).measure(|x| pairs.value(x)).mean;
    // The finished part: where it ends, and its errors.
    let part = (*done > 0).then(|| {
        let end = finished_up_to(*done);
        [end, largest(pairs, end).0, mean(end)]
    });
    let part_worst = part.map_or(worst, |[_, worst, _]| worst);
    let part = |index: usize| part.map_or(Value::from("none yet"), |numbers| numbers[index].into());
    View::new(says(&lab, x, (worst, at), part_worst))
        .panel(fit(&lab, x))
        .panel(error(&lab, x, at, part_worst))
        .panel(trace::areas(x, pairs, |index| if index + 1 == *pair { FOLLOWED } else { FIT }))
        .read_out("largest error", worst)
        .read_out("at x =", at)
        .read_out("mean absolute error", mean(1.0))
        .read_out("finished up to x =", part(0))
        .read_out("largest error there", part(1))
        .read_out("mean absolute error there", part(2))
        .read_out("to beat: largest error by hand", by_hand())
        .read_out("to beat: best that a search found", best())
        .read_out(format!("pair {pair} has both neurons on"), area(followed))
        .read_out(format!("pair {pair}: neuron 1, neuron 2, adds"), [first, second, adds])
        .read_out("output at x", output)
        .read_out("error at x", output - sine(x))
        .table(trace::table("pairs", x, pairs))
        .drag_x(0, "x", x)
        .drag_x(1, "x", x)
        .drag_x(2, "x", x)
}

/// The state in words, with the largest error, where it is, and that of the finished part.
fn says(lab: &Lab, x: f64, (worst, at): (f64, f64), part_worst: f64) -> String {
    let Lab { pairs, pair, done } = lab;
    let mut says = step_of(pairs).unwrap_or_default();
    says += &format!(
        "At x = {x}, {}. Pair {pair} adds {:.4} there, all pairs together {:.4}; the sine is {:.4}. The largest error \
         is {worst:.4}, at x = {at:.4}",
        varies(x, pairs),
        without_sign_of_zero(pairs.0[pair - 1].value(x)),
        seen(pairs.value(x)),
        seen(sine(x))
    );
    if (1..RAMPS).contains(done) {
        let end = finished_up_to(*done);
        says += &format!("; on the finished part, up to x = {end:.4}, it is {part_worst:.4}");
    }
    says.push('.');
    if pairs.outline().iter().any(|(_, y)| y.abs() > TOP) {
        says += " The curve leaves the picture.";
    }
    says += " In the rows, a bar is where both neurons are on; dotted, the first is off, dashed, the second.";
    says
}

/// 0 for what four decimals show as 0, so that no sign is left of it.
fn seen(y: f64) -> f64 {
    if y.abs() < 5e-5 { 0.0 } else { y }
}

/// The largest error of the best seven ramps found.
fn best() -> f64 {
    static SCORE: OnceLock<f64> = OnceLock::new();
    *SCORE.get_or_init(|| largest(&FREE.pairs(), 1.0).0)
}

/// Where both neurons of a pair are on, in words.
fn area(pair: Pair) -> String {
    match pair.area().map(|(from, to)| (without_sign_of_zero(from), without_sign_of_zero(to))) {
        None => "nowhere".into(),
        Some((f64::NEG_INFINITY, f64::INFINITY)) => "everywhere".into(),
        Some((f64::NEG_INFINITY, to)) => format!("below {to}"),
        Some((from, f64::INFINITY)) => format!("above {from}"),
        Some((from, to)) => format!("from {from} to {to}"),
    }
}

fn at(x: f64) -> Rule {
    Rule { label: String::new(), ink: Ink::Ink, side: Side::X, at: x }
}

/// The sine, the output, and what the followed pair adds to it.
fn fit(lab: &Lab, x: f64) -> Panel {
    let pair = lab.pairs.0[lab.pair - 1];
    let area = pair.area().map(|(from, to)| (max(from, 0.0), min(to, 1.0))).filter(|(from, to)| from < to);
    let band = area.map(|(from, to)| Band { label: String::new(), ink: FOLLOWED, side: Side::X, from, to });
    let (from, to) = area.unwrap_or((0.0, 1.0));
    let adds = Curve::through(
        &format!("pair {}", lab.pair),
        FOLLOWED,
        [0.0, from, to, 1.0].map(|x| (x, drawn(pair.value(x)))),
    );
    over_x("f(x)", -TOP, TOP)
        .with_all(band)
        .with(target())
        .with(adds.dashed(Dash::Dotted))
        .with(output_of(&lab.pairs))
        .with(at(x))
        .with(Dot::new("", FIT, (x, lab.pairs.value(x))))
}

/// The error, on an axis that shows the errors that count.
fn error(lab: &Lab, x: f64, worst_at: f64, counts: f64) -> Panel {
    let value = |x| lab.pairs.value(x);
    let error = error_of("error", ERROR, value, &lab.pairs.corners());
    let done = (1..RAMPS).contains(&lab.done).then(|| Band {
        label: "finished".into(),
        ink: DONE,
        side: Side::X,
        from: 0.0,
        to: finished_up_to(lab.done),
    });
    let panel = over_errors(counts);
    let largest = largest_in(&panel, (worst_at, value(worst_at) - sine(worst_at)));
    let here = Dot::new("", ERROR, (x, value(x) - sine(x)));
    panel.with_all(done).with(error).with(at(x)).with_all(largest).with(here)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_steps_have_the_errors_of_the_lesson() {
        let (controls, ruler) = (controls(), Ruler::new());
        let steps = &controls.presets[0];
        assert!(steps.walked);
        for ((step, pairs), preset) in told().into_iter().zip(&steps.list) {
            let state = controls.exactly(&preset.address).unwrap();
            assert_eq!(Lab::of(&state).pairs, pairs, "{}", step.figure);
            let (view, fit) = (view(&state), ruler.measure(|x| pairs.value(x)));
            assert_eq!(*view.read("largest error").unwrap(), fit.worst.into(), "{}", step.figure);
            assert_eq!(*view.read("at x =").unwrap(), fit.at.into(), "{}", step.figure);
            let mean = view.read("mean absolute error").unwrap().number().unwrap_or_default();
            assert!((mean - fit.mean).abs() < 1e-4 * fit.mean, "{}: {mean} {}", step.figure, fit.mean);
            if step.finished > 0 {
                let done = ruler.worst_up_to(finished_up_to(step.finished), |x| pairs.value(x));
                assert_eq!(*view.read("largest error there").unwrap(), done.into(), "{}", step.figure);
            }
        }
        assert_eq!(controls.read(&steps.list[steps.list.len() - 1].address).0, controls.start());
    }

    #[test]
    fn the_scores_to_beat_are_those_of_the_lesson() {
        let (view, ruler) = (LAB.still(), Ruler::new());
        for (label, pairs) in
            [("to beat: largest error by hand", tuned()), ("to beat: best that a search found", FREE.pairs())]
        {
            assert_eq!(*view.read(label).unwrap(), ruler.measure(|x| pairs.value(x)).worst.into());
        }
    }

    #[test]
    fn other_fits_have_the_errors_of_the_lesson() {
        let (controls, ruler) = (controls(), Ruler::new());
        for (preset, pairs) in controls.presets[1].list.iter().zip([rewired()]) {
            assert_eq!(Lab::of(&controls.read(&preset.address).0).pairs, pairs);
        }
        for preset in &controls.presets[1].list {
            let state = controls.read(&preset.address).0;
            let fit = ruler.measure(|x| Lab::of(&state).pairs.value(x));
            assert_eq!(*view(&state).read("largest error").unwrap(), fit.worst.into(), "{}", preset.label);
        }
    }
}
