//! A neuron behind sigmoids: its inputs have one sign, and what that does to the steps of its weights.

use lesson::figure::{Axis, Curve, Dot, Ink, Mesh, Panel, Scatter};
use lesson::{Figure, Lesson, Table};
use nn::elementary::{cos, sin, sqrt};
use std::f64::consts::PI;

/// How many steps are taken, always from 0, 0.
const STEPS: usize = 12;

/// The weights that meet every target.
const BEST: [f64; 2] = [1.0, -1.2];

/// Inputs as sigmoids would give them. Their mean, times the best weights, is 0, so no bias is missing without it.
const INPUTS: [[f64; 2]; 3] = [[0.9, 0.4], [0.5, 0.9], [0.4, 0.2]];

/// Two inputs and the target of their weighted sum.
#[derive(Clone, Copy, Debug)]
struct Sample {
    x: [f64; 2],
    y: f64,
}

/// The samples as they are, or with the mean of each input taken off; the targets are the same.
fn samples(centred: bool) -> [Sample; 3] {
    let mean = |i: usize| INPUTS.iter().map(|x| x[i]).sum::<f64>() / INPUTS.len() as f64;
    let from = if centred { [mean(0), mean(1)] } else { [0.0; 2] };
    INPUTS.map(|x| Sample { x: [x[0] - from[0], x[1] - from[1]], y: weighted(BEST, x) })
}

fn weighted(w: [f64; 2], x: [f64; 2]) -> f64 {
    w[0] * x[0] + w[1] * x[1]
}

// ANCHOR: gradient
/// The slopes of the loss along two weights: δ times the input, added up over samples.
fn gradient(samples: &[Sample], w: [f64; 2]) -> [f64; 2] {
    samples.iter().fold([0.0; 2], |[along_1, along_2], Sample { x, y }| {
        let delta = weighted(w, *x) - y;
        [along_1 + delta * x[0], along_2 + delta * x[1]]
    })
}
// ANCHOR_END: gradient

/// Where the weights stand before each step and after the last, with so many samples in a step.
fn path(samples: &[Sample], at_once: usize, rate: f64) -> Vec<[f64; 2]> {
    let start = [0.0; 2];
    let steps = samples.chunks(at_once).cycle().take(STEPS).scan(start, |w, taken| {
        let slopes = gradient(taken, *w);
        *w = [w[0] - rate * slopes[0], w[1] - rate * slopes[1]];
        Some(*w)
    });
    std::iter::once(start).chain(steps).collect()
}

/// The mean loss of the samples with these weights.
fn loss(samples: &[Sample], w: [f64; 2]) -> f64 {
    let one = |sample: &Sample| weighted(w, sample.x) - sample.y;
    samples.iter().map(|sample| 0.5 * one(sample) * one(sample)).sum::<f64>() / samples.len() as f64
}

/// How many steps move both weights up or both down.
fn together(path: &[[f64; 2]]) -> usize {
    let moves = path.windows(2).map(|pair| [pair[1][0] - pair[0][0], pair[1][1] - pair[0][1]]);
    moves.filter(|[along_1, along_2]| along_1 * along_2 > 0.0).count()
}

/// The loss after the last step.
fn last(samples: &[Sample], at_once: usize, rate: f64) -> f64 {
    path(samples, at_once, rate).last().map_or(f64::NAN, |&w| loss(samples, w))
}

/// The quarter, from 0.25 to 20, that as a rate leaves the least loss.
fn best_rate(samples: &[Sample], at_once: usize) -> f64 {
    let rates = (1..=80).map(|quarters| f64::from(quarters) / 4.0);
    let left = |rate: &f64| last(samples, at_once, *rate);
    rates.min_by(|a, b| left(a).total_cmp(&left(b))).unwrap_or(f64::NAN)
}

/// How strongly the summed loss bends along the direction where it bends most, and where it bends least.
fn bends(samples: &[Sample]) -> (f64, f64) {
    let sum = |of: fn([f64; 2]) -> f64| samples.iter().map(|sample| of(sample.x)).sum::<f64>();
    let (first, second, mixed) = (sum(|[a, _]| a * a), sum(|[_, b]| b * b), sum(|[a, b]| a * b));
    let (middle, half) = ((first + second) / 2.0, (first - second) / 2.0);
    let apart = sqrt(half * half + mixed * mixed);
    (middle + apart, middle - apart)
}

pub(crate) fn tell(say: &mut Lesson) {
    let columns = [
        ("inputs", "inputs"),
        ("together", "equal signs"),
        ("rate-1", "loss, rate 1"),
        ("best", "best rate"),
        ("rate-best", "loss, best rate"),
    ];
    let row = |(name, centred, at_once): (&str, bool, usize)| {
        let samples = samples(centred);
        let best = best_rate(&samples, at_once);
        [
            name.into(),
            together(&path(&samples, at_once, best)).into(),
            last(&samples, at_once, 1.0).into(),
            best.into(),
            last(&samples, at_once, best).into(),
        ]
    };
    let runs = [
        ("positive, 1", false, 1),
        ("less mean, 1", true, 1),
        ("positive, 3", false, 3),
        ("less mean, 3", true, 3),
    ];
    say.section("one-sign", "Two weights behind inputs of one sign, and of both");
    let caption =
        format!("{STEPS} steps of 1 or 3 samples: how many move both weights alike, and the loss left");
    say.table(Table::new("zigzag", &caption, columns).rows(runs.into_iter().map(row)));
    for (name, label, centred) in [
        ("narrow", "strongest bend of the loss / weakest, positive inputs", false),
        ("round", "the same, less mean", true),
    ] {
        let (most, least) = bends(&samples(centred));
        say.value(name, label, most / least);
    }
    say.figure(figure);
}

fn figure() -> Figure {
    let (positive, centred) = (samples(false), samples(true));
    let (slow, fast) = (best_rate(&positive, 1), best_rate(&centred, 1));
    let caption = format!(
        "How do two weights get to their best values if one must rise and the other fall? One sample a step, {STEPS} \
         steps from 0, 0, over lines of equal loss. Left, inputs between 0 and 1 (rate {slow}): each step goes up to the \
         right or down to the left. Right, the same inputs less their mean (rate {fast}): any direction, and a rounder loss."
    );
    Figure::new("zigzag-paths", caption)
        .panel(walk("positive inputs", Ink::Vermillion, &positive, slow))
        .panel(walk("less their mean", Ink::Green, &centred, fast))
}

/// The plane of the two weights, with lines of equal loss and the path through it.
fn walk(title: &str, ink: Ink, samples: &[Sample], rate: f64) -> Panel {
    let points = || path(samples, 1, rate).into_iter().map(|[along_1, along_2]| (along_1, along_2));
    let start = loss(samples, [0.0; 2]);
    let lines = [1.0, 0.25, 0.0625].map(|share| equal(samples, share * start));
    let label = "lines of equal loss around the best weights".to_owned();
    Panel::new(Axis::new("w₁", -0.5..=1.5), Axis::new(&format!("w₂, {title}"), -1.6..=0.4))
        .with(Mesh { label, ink: Ink::Muted, lines: lines.into() })
        .with(Curve::through("", ink, points()))
        .with(Scatter { label: String::new(), ink, radius: 0.9, points: points().collect() })
        .with(Dot::new("start", ink, (0.0, 0.0)))
        .with(Dot::new("best", Ink::Ink, (BEST[0], BEST[1])))
}

/// The weights with this mean loss: a line around the best ones.
fn equal(samples: &[Sample], level: f64) -> Vec<(f64, f64)> {
    let at = |step: u32| {
        let angle = 2.0 * PI * f64::from(step) / 360.0;
        let (along_1, along_2) = (cos(angle), sin(angle));
        // On a ray from the best weights the loss grows with the square of the distance.
        let away = sqrt(level / loss(samples, [BEST[0] + along_1, BEST[1] + along_2]));
        (BEST[0] + away * along_1, BEST[1] + away * along_2)
    };
    (0..=360).map(at).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_weights_meet_every_target_with_and_without_the_mean() {
        for centred in [false, true] {
            assert!(loss(&samples(centred), BEST) < 1e-30);
        }
    }

    #[test]
    fn a_sample_of_positive_inputs_moves_both_weights_the_same_way() {
        for rate in [0.25, 1.0, 1.5] {
            assert_eq!(together(&path(&samples(false), 1, rate)), STEPS);
        }
        assert!(together(&path(&samples(true), 1, 1.0)) < STEPS);
    }

    #[test]
    fn gradients_are_those_of_differences() {
        let w = [0.3, -0.7];
        for sample in samples(false).chunks(1) {
            let change = |by: [f64; 2]| loss(sample, [w[0] + by[0], w[1] + by[1]]);
            let measured =
                [[1e-6, 0.0], [0.0, 1e-6]].map(|by| (change(by) - change(by.map(|step| -step))) / 2e-6);
            let computed = gradient(sample, w);
            assert!((measured[0] - computed[0]).abs() < 1e-9 && (measured[1] - computed[1]).abs() < 1e-9);
        }
    }

    #[test]
    fn a_line_of_equal_loss_has_it_all_along() {
        let samples = samples(false);
        assert!(equal(&samples, 0.02).iter().all(|&(a, b)| (loss(&samples, [a, b]) - 0.02).abs() < 1e-12));
    }
}
