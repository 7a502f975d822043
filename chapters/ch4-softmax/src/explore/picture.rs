//! The four pictures: logits, exponentials, and what the two forms make of them.

use super::{Asked, NAMES, REACH};
use crate::by_hand::short;
use crate::formats::{F64, Format};
use crate::rounded::Run;
use lesson::figure::{Axis, Band, Block, Dot, Ink, Panel, Rule, Side};
use lesson::{brief, power_of_ten};
use nn::elementary::max;

/// From this error on the right height is drawn beside a naive bar.
const VISIBLE: f64 = 0.02;
/// An axis goes on beyond its longest bar, where the bar's label stands.
const AIR: f64 = 1.3;

fn classes(count: usize) -> Axis {
    Axis::names("class", NAMES.into_iter().take(count))
}

fn bar(class: usize, height: f64, label: &str) -> Block {
    Block::bar(label, Ink::series(class), class as f64, 0.6, height)
}

/// The logits, and from where on the exponential is infinite or 0.
pub(super) fn logits(asked: &Asked) -> Panel {
    let (low, high) = window(&asked.logits);
    let is_infinite = |z: f64| asked.exponential(z).is_infinite();
    let is_zero = |z: f64| asked.exponential(z) == 0.0;
    let mut bands = Vec::new();
    if is_infinite(high) {
        let from = if is_infinite(low) { low } else { F64.last(low, high, |z| !is_infinite(z)) };
        bands.push(("exp = ∞", Ink::Vermillion, from, high));
    }
    if is_zero(low) {
        let to = if is_zero(high) { high } else { F64.last(high, low, |z| !is_zero(z)) };
        bands.push(("exp = 0", Ink::Muted, low, to));
    }
    let band = |(label, ink, from, to): (&str, Ink, f64, f64)| {
        // A band that is thinner than its label goes without.
        let label = if to - from > 0.07 * (high - low) { label } else { "" };
        Band { label: label.into(), ink, side: Side::Y, from, to }
    };
    let given = asked.naive(asked.format).inputs;
    let label = |class: usize, z: f64| match (asked.temperature, asked.shift) {
        (1.0, 0.0) => short(z),
        // Many bars have room for one number each, and not for a long one.
        _ if given.len() > 3 && given[class].abs() >= 100.0 => {
            format!("→ {}", brief(given[class].round(), 2))
        }
        _ if given.len() > 3 => format!("→ {}", brief(given[class], 2)),
        _ => format!("{} → {}", short(z), brief(given[class], 2)),
    };
    let bars = asked.logits.iter().enumerate().map(|(class, &z)| bar(class, z, &label(class, z)));
    let mut places = classes(asked.logits.len());
    // Room for the labels of the bands, right of the bars.
    places.to += 0.25 * asked.logits.len() as f64;
    Panel::new(places, Axis::new("logit", low..=high)).with_all(bands.into_iter().map(band)).with_all(bars)
}

/// From where to where the axis of the logits goes: in few steps, so that a small move does not move it, and as far beyond
/// its bars as their labels are high.
fn window(logits: &[f64]) -> (f64, f64) {
    /// What a label takes of the picture's height above a bar, and below one that hangs, where the ticks are in its way.
    const ROOM: (f64, f64) = (0.08, 0.12);
    let end = |sign: f64, steps: &[f64]| {
        let most = logits.iter().fold(0.0, |most, z| max(sign * z, most));
        (most, steps.iter().copied().find(|&step| most <= step).unwrap_or(REACH))
    };
    let ((hangs, low), (_, high)) = (end(-1.0, &[1.0, 3.0, 6.0, 10.0]), end(1.0, &[3.0, 6.0, 10.0]));
    // 0 is not the middle, where the label of a band over all of it stands.
    let top = max(1.2 * AIR * high, high + ROOM.0 * (AIR * low + high));
    // No label is below the bars where none hangs.
    let room = if hangs > 0.0 { ROOM.1 * (low + top) } else { 0.0 };
    (-max(AIR * low, low + room), top)
}

/// The exponentials of the naive form beside their sum, of which each is a share; rules where one is infinite.
pub(super) fn exponentials(format: Format, naive: &Run) -> Panel {
    let heights: Vec<f64> = naive.exponentials.iter().copied().chain([naive.sum]).collect();
    let largest = heights.iter().filter(|height| height.is_finite()).fold(0.0, |a: f64, &b| max(a, b));
    let (top, exponent) = scale(largest);
    let unit = if exponent == "0" { String::new() } else { format!(", times {}", power_of_ten(&exponent)) };
    let names = NAMES.into_iter().take(naive.exponentials.len()).chain(["sum"]);
    let title = format!("exponential in {}{unit}", format.name);
    let mut panel = Panel::new(
        Axis::names("class", names),
        Axis::new(&title, 0.0..=AIR * if top > 0.0 { top } else { 1.0 }),
    );
    for (class, &height) in heights.iter().enumerate() {
        let ink = if class == naive.exponentials.len() { Ink::Muted } else { Ink::series(class) };
        if height.is_infinite() {
            panel = panel.with(Rule { label: "∞".into(), ink, side: Side::X, at: class as f64 });
            continue;
        }
        // A share of the largest, which may be so small that its power of ten is none of the format's numbers.
        let drawn = if height > 0.0 { height / largest * top } else { 0.0 };
        // What is small is not 0.
        let label = if height > 0.0 && drawn < 0.005 { short(drawn) } else { brief(drawn, 2) };
        panel = panel.with(Block { ink, ..bar(class, drawn, &label) });
    }
    panel
}

/// A number as its digits and the power of ten that multiplies them, which is 0 where the number is written without.
fn scale(number: f64) -> (f64, String) {
    if number == 0.0 || (0.1..1e5).contains(&number) {
        return (number, "0".into());
    }
    let written = format!("{number:e}");
    let (digits, exponent) = written.split_once('e').unwrap_or((&written, "0"));
    (digits.parse().unwrap_or(number), exponent.into())
}

fn probabilities(count: usize, title: &str) -> Panel {
    Panel::new(classes(count), Axis::new(title, 0.0..=1.25))
}

/// The probabilities of the stable form.
pub(super) fn stable(right: &[f64]) -> Panel {
    let bars = right.iter().enumerate().map(|(class, &p)| bar(class, p, &short(p)));
    probabilities(right.len(), "probability, stable softmax").with_all(bars)
}

/// The naive probabilities; rings where the right ones are elsewhere, rules where there are none.
pub(super) fn naive(format: Format, naive: &Run, right: &[f64]) -> Panel {
    let title = format!("probability, naive softmax in {}", format.name);
    let mut panel = probabilities(right.len(), &title);
    for (class, (&p, &wanted)) in naive.probabilities.iter().zip(right).enumerate() {
        let (ink, at) = (Ink::series(class), class as f64);
        if p.is_nan() {
            panel = panel.with(Rule { label: "NaN".into(), ink, side: Side::X, at });
        } else {
            panel = panel.with(bar(class, p, &short(p)));
        }
        if p.is_nan() || (p - wanted).abs() > VISIBLE {
            panel = panel.with(Dot::new("", ink, (at, wanted)).open());
        }
    }
    panel
}
