//! The steps told: a figure and a row each.

use crate::knobs::listed;
use crate::pairs::Pairs;
use crate::pictures::{DONE, ERROR, FIT, error_of, output_of, over_x, target};
use crate::ruler::{Fit, Ruler};
use crate::steps::{FIRST, REST, SECOND, Step, THIRD, finished_up_to, told};
use lesson::figure::{Axis, Band, Curve, Ink, Panel, Scatter, Side};
use lesson::{Figure, Lesson, Table, Value};
use nn::elementary::{log10, max, min};

/// A step with what it led to.
struct Outcome {
    step: &'static Step,
    pairs: Pairs,
    fit: Fit,
    /// Where the finished part ends, and the largest error on it.
    done: Option<(f64, f64)>,
}

pub(crate) fn tell(ruler: &Ruler, say: &mut Lesson) {
    let results: Vec<Outcome> =
        told().into_iter().map(|(step, pairs)| Outcome::of(step, pairs, ruler)).collect();
    let mut rest = results.as_slice();
    for (name, title, steps) in [
        ("first-pair", "The first pair, from nothing to its place", FIRST.len()),
        ("second-pair", "The second pair, beside the first", SECOND.len()),
        ("third-pair", "The third pair, down from the crest", THIRD.len()),
        ("other-pairs", "The other four pairs", REST.len()),
    ] {
        let (group, others) = rest.split_at(steps);
        rest = others;
        say.section(name, title);
        say.table(table(&format!("{name}-steps"), group));
        for result in group {
            say.note(result.told());
            say.figure(|| result.figure());
        }
    }
    say.section("tuning-errors", "Errors along the way");
    say.figure(|| errors(&results));
}

impl Outcome {
    fn of(step: &'static Step, pairs: Pairs, ruler: &Ruler) -> Self {
        let value = |x| pairs.value(x);
        let end = finished_up_to(step.finished);
        let done = (step.finished > 0).then(|| (end, ruler.worst_up_to(end, value)));
        Self { step, pairs, fit: ruler.measure(value), done }
    }

    fn row(&self) -> [Value; 4] {
        let done = self.done.map_or("none yet".into(), |(_, worst)| worst.into());
        [self.step.figure.into(), self.fit.worst.into(), self.fit.rmse.into(), done]
    }

    /// The step, what it sets and what that does.
    fn told(&self) -> String {
        let Step { figure, settings, says, .. } = self.step;
        let settings = if settings.is_empty() { String::new() } else { format!(", {}", listed(settings)) };
        format!("Step {figure}{settings}. {says}")
    }

    /// The same as question and answer.
    fn asked(&self) -> String {
        let Step { figure, settings, says, .. } = self.step;
        let cause = if settings.is_empty() { "nothing".into() } else { listed(settings) };
        format!("What comes of {cause} (step {figure})? {says}")
    }

    fn figure(&self) -> Figure {
        Figure::new(&format!("step-{}", self.step.figure), self.caption())
            .panel(self.drawn())
            .panel(self.error())
    }

    fn caption(&self) -> String {
        let Self { step, fit, .. } = self;
        let errors = match self.done {
            Some((end, worst)) if step.finished < 7 => format!(
                "Largest error {:.6} on the whole, {worst:.6} on the finished part up to x = {end:.4}.",
                fit.worst
            ),
            Some(_) => format!("Largest error {:.6}, at x = {:.4}.", fit.worst, fit.at),
            None => format!("Largest error {:.6}.", fit.worst),
        };
        format!("{} {errors}", self.asked())
    }

    /// The output, the sine, and the area of effect of the pair at work.
    fn drawn(&self) -> Panel {
        over_x("f(x)", -1.3, 1.9)
            .low()
            .with_all(self.area_at_work())
            .with(target())
            .with(output_of(&self.pairs))
    }

    fn area_at_work(&self) -> Option<Band> {
        let at_work = (0..7).rev().find(|&pair| self.pairs.0[pair] != Default::default())?;
        let (from, to) = self.pairs.0[at_work].area()?;
        Some(Band { label: String::new(), ink: FIT, side: Side::X, from: max(from, 0.0), to: min(to, 1.0) })
    }

    fn error(&self) -> Panel {
        let end = if self.done.is_some() { 0.4 } else { 1.3 };
        let error = error_of("error", ERROR, |x| self.pairs.value(x), &self.pairs.corners());
        let done = self.done.map(|(to, _)| {
            let label = if self.step.finished < 7 { "finished" } else { "all finished" };
            Band { label: label.into(), ink: DONE, side: Side::X, from: 0.0, to }
        });
        over_x("f(x) - sine", -end, end).low().with_all(done).with(error)
    }
}

fn table(name: &str, results: &[Outcome]) -> Table {
    let columns =
        [("step", "step"), ("worst", "largest error"), ("rmse", "RMSE"), ("done", "on the finished part")];
    Table::new(name, "Errors after each step", columns).rows(results.iter().map(Outcome::row))
}

/// Both errors over the steps, on a logarithmic axis.
fn errors(results: &[Outcome]) -> Figure {
    let steps = || (0..).map(f64::from).zip(results);
    let whole = steps().map(|(at, result)| (at, log10(result.fit.worst)));
    let done = steps().filter_map(|(at, result)| Some((at, log10(result.done?.1))));
    let named = ["4-17", "4-23", "4-27", "4-29"];
    let ticks = steps().filter(|(_, result)| named.contains(&result.step.figure));
    let last = results.len() as f64 - 1.0;
    let panel = Panel::new(
        Axis::new("step", -0.5..=last + 0.5)
            .ticks(ticks.map(|(at, result)| (at, unbroken(result.step.figure)))),
        Axis::powers_of_ten("largest error", -2.0..=1.0, 1),
    )
    .with(Curve::through("whole interval", Ink::Orange, whole.clone()))
    .with(dots(Ink::Orange, whole))
    .with(Curve::through("finished part", DONE, done.clone()))
    .with(dots(DONE, done));
    let grown = results.windows(2).filter(|pair| pair[1].fit.worst > pair[0].fit.worst).count();
    let level = results.last().map_or(0.0, |result| result.fit.worst);
    let spoilt = results.iter().filter(|result| result.done.is_some_and(|(_, worst)| worst > level)).count();
    Figure::new(
        "errors-by-step",
        format!(
            "Does the largest error fall with each of the {} steps? On the whole interval it grows at {grown}, and none \
             of them is a mistake; on the finished part it is above its final level after {spoilt} only. The axis is \
             logarithmic.",
            results.len()
        ),
    )
    .panel(panel)
}

/// A step's number with a hyphen that no one takes for a minus sign.
fn unbroken(figure: &str) -> String {
    figure.replace('-', "\u{2011}")
}

fn dots(ink: Ink, points: impl Iterator<Item = (f64, f64)>) -> Scatter {
    Scatter { label: String::new(), ink, radius: 1.0, points: points.collect() }
}
