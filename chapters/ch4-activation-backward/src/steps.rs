//! How wrong a finite difference is, by the size of its step.

use crate::checks::surprise;
use crate::differences::{middle, right};
use crate::rows::{CLASS, logits};
use crate::worked::{ON, X, Y, worked};
use lesson::figure::{Axis, Curve, Dash, Dot, Ink, Panel, Rule, Side};
use lesson::{Figure, Lesson, scientific};
use nn::elementary::{log10, max, powf};

/// Steps a decade, and decades downwards from the largest step.
const FINENESS: usize = 8;
const DECADES: usize = 16;
/// Errors that are 0 or nearly so are drawn at this power of ten.
const FLOOR: f64 = -17.0;

/// An error and the step that made it.
#[derive(Clone, Copy)]
struct Reading {
    step: f64,
    error: f64,
}

pub(crate) fn tell(say: &mut Lesson) {
    let exact = nn::softmax(&logits())[CLASS] - 1.0;
    let smooth = |z: f64| surprise(&[z, logits()[1], logits()[2]]);
    let from = logits()[CLASS];
    let one_sided = readings(1.0, |h| right(smooth, from, h) - exact);
    let centred = readings(1.0, |h| middle(smooth, from, h) - exact);
    let bent = |w: f64| worked(&X, &[w, ON[1], ON[2]], Y, 0.0).loss;
    let hinge = readings(100.0, |h| middle(bent, ON[0], h) - worked(&X, &ON, Y, 0.0).weights[0]);

    let (best_one, best_two) = (best(&one_sided), best(&centred));
    say.section("steps", "The error by the size of the step");
    say.value("exact-slope", "p - y for the first logit", exact);
    say.value("one-sided-step", "best step from the right", best_one.step);
    say.value("one-sided-error", "its error", best_one.error);
    say.value("centred-step", "best step in the middle", best_two.step);
    say.value("centred-error", "its error", best_two.error);
    say.value("tiny-step-error", "error at 1e-15, in the middle", at(&centred, 1e-15));
    say.value("reach", "step that reaches the corner", worked(&X, &ON, Y, 0.0).o2 / X[0]);
    say.value("wide-step-error", "error at 10, across the corner", at(&hinge, 10.0));
    say.figure(|| figure(&one_sided, &centred, &hinge));
}

/// Errors for steps from `largest` downwards, evenly spaced by their logarithm.
fn readings(largest: f64, error: impl Fn(f64) -> f64) -> Vec<Reading> {
    let reading = |index: usize| {
        let step = largest * powf(10.0, -(index as f64) / FINENESS as f64);
        Reading { step, error: error(step).abs() }
    };
    (0..=FINENESS * DECADES).map(reading).collect()
}

fn decades(x: f64) -> f64 {
    max(log10(x), FLOOR)
}

/// The reading with the smallest error among its neighbours' averages: a single one may be lucky.
fn best(readings: &[Reading]) -> Reading {
    let typical =
        |around: &[Reading]| around.iter().map(|reading| reading.error).sum::<f64>() / around.len() as f64;
    let middle = readings.windows(FINENESS + 1).min_by(|a, b| typical(a).total_cmp(&typical(b)));
    middle.map_or(Reading { step: f64::NAN, error: f64::NAN }, |around| Reading {
        step: around[FINENESS / 2].step,
        error: typical(around),
    })
}

/// The error whose step is nearest to `step`.
fn at(readings: &[Reading], step: f64) -> f64 {
    let distance = |reading: &Reading| (decades(reading.step) - decades(step)).abs();
    let nearest = readings.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
    nearest.map_or(f64::NAN, |reading| reading.error)
}

fn figure(one_sided: &[Reading], centred: &[Reading], hinge: &[Reading]) -> Figure {
    let (best_one, best_two) = (best(one_sided), best(centred));
    let curve = |label: &str, ink: Ink, dash: Dash, readings: &[Reading]| {
        let point = |reading: &Reading| (decades(reading.step), decades(reading.error));
        Curve::through(label, ink, readings.iter().map(point)).dashed(dash)
    };
    let dot = |ink: Ink, best: Reading| Dot::new("", ink, (decades(best.step), decades(best.error)));
    let smooth = Panel::new(
        Axis::powers_of_ten("step h", -16.0..=0.0, 4),
        Axis::powers_of_ten("error", -16.0..=0.0, 4),
    )
    .with(curve("right", Ink::Orange, Dash::Dashed, one_sided))
    .with(curve("middle", Ink::Purple, Dash::Solid, centred))
    .with(dot(Ink::Orange, best_one))
    .with(dot(Ink::Purple, best_two));
    let reach = worked(&X, &ON, Y, 0.0).o2 / X[0];
    let bent = Panel::new(
        Axis::powers_of_ten("step h", -6.0..=2.0, 2),
        Axis::powers_of_ten("error", -17.0..=2.0, 4),
    )
    .with(Rule { label: "corner".into(), ink: Ink::Muted, side: Side::X, at: decades(reach) })
    .with(curve("middle", Ink::Purple, Dash::Solid, hinge));
    let caption = format!(
        "How small should the step be? Left, the slope of the cross-entropy: large steps miss the bend of the curve, \
         small ones drown in rounding. From the right the best is near {}, in the middle near {}. Right, a \
         weight of the worked example: on a parabola the errors of the two sides cancel, until the step of {reach} \
         reaches the corner.",
        scientific(best_one.step, 0),
        scientific(best_two.step, 0)
    );
    Figure::new("step-errors", caption).panel(smooth).panel(bent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_error_of_a_cubic_is_the_square_of_the_step() {
        let cube = |x: f64| x * x * x;
        let readings = readings(1.0, |h| middle(cube, 0.0, h));
        assert_eq!(readings[0].error, 1.0);
        assert!((at(&readings, 0.1) - 0.01).abs() < 1e-12);
    }
}
