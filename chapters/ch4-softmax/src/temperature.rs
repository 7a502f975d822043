//! Scaling the logits: temperature.

use crate::formats::F64;
use lesson::figure::{Axis, Block, Curve, Dot, Ink, Panel};
use lesson::{Figure, Lesson, Table, Value};
use ndarray::{Array1, array};
use nn::elementary::{exp, max};

const TEMPERATURES: [f64; 5] = [0.25, 0.5, 1.0, 2.0, 8.0];

// ANCHOR: temperature
/// Softmax of the logits divided by a temperature.
pub(crate) fn softmax_at(temperature: f64, logits: &Array1<f64>) -> Array1<f64> {
    nn::softmax(&tempered(temperature, logits))
}

/// The logits less the largest, divided by the temperature. What makes numbers smaller goes first, so that they can
/// overflow towards -inf only.
pub(crate) fn tempered(temperature: f64, logits: &Array1<f64>) -> Array1<f64> {
    let largest = logits.fold(f64::NEG_INFINITY, |a, &b| max(a, b));
    if temperature > 1.0 {
        logits / temperature - largest / temperature
    } else {
        (logits - largest) / temperature
    }
}
// ANCHOR_END: temperature

pub(crate) fn tell(say: &mut Lesson) {
    let logits = array![1.0, 2.0, 3.0];
    say.section("scale", "Half the logits");
    say.value("whole", "softmax of 1 2 3", &nn::softmax(&logits));
    say.value("halved", "softmax of 0.5 1 1.5", &nn::softmax(&array![0.5, 1.0, 1.5]));
    say.value("at-two", "1 2 3 at temperature 2", &softmax_at(2.0, &logits));
    say.table(table(&logits));
    say.figure(|| bars(&logits));

    let ninety_percent = F64.last(0.1, 10.0, |temperature| softmax_at(temperature, &logits)[2] >= 0.9);
    say.section("ninety-percent", "How cold for 90 percent");
    say.value("ninety-percent-temperature", "last temperature with 90 percent", ninety_percent);
    say.value("ninety-percent-softmax", "softmax of 1 2 3 there", &softmax_at(ninety_percent, &logits));
}

fn table(logits: &Array1<f64>) -> Table {
    let columns = [("temperature", "temperature"), ("softmax", "softmax of 1 2 3")];
    let row = |temperature: f64| [temperature.into(), Value::from(&softmax_at(temperature, logits))];
    Table::new("temperatures", "The same logits at five temperatures", columns)
        .rows(TEMPERATURES.into_iter().map(row))
}

fn bars(logits: &Array1<f64>) -> Figure {
    let group = |(place, &temperature): (usize, &f64)| {
        let bar = move |(class, &p): (usize, &f64)| {
            let at = place as f64 + 0.27 * (class as f64 - 1.0);
            Block::bar(&format!("{:.0}", 100.0 * p), Ink::series(class), at, 0.24, 100.0 * p)
        };
        softmax_at(temperature, logits).iter().enumerate().map(bar).collect::<Vec<_>>()
    };
    let grouped = Panel::new(
        Axis::names("temperature", TEMPERATURES.map(|t| format!("T = {t}"))),
        Axis::new("probability of logits 1, 2, 3 in percent", 0.0..=108.0),
    )
    .with_all(TEMPERATURES.iter().enumerate().flat_map(group));
    // Doublings of the temperature, from 1/8 to 16, at equal distances.
    let at = |doublings: f64| softmax_at(exp(doublings * nn::elementary::ln(2.0)), logits);
    let doublings = || {
        Axis::new("temperature", -3.0..=4.0)
            .ticks(LADDER.map(|(at, name)| (f64::from(at), name)))
            .drawn_as("log2 of temperature")
    };
    let swept = Panel::new(doublings(), Axis::new("probability", 0.0..=1.0))
        .with_all((0..3).map(|class| {
            let label = format!("logit {}", class + 1);
            Curve::of(&label, Ink::series(class), -3.0..=4.0, |x| at(x)[class])
        }))
        .with_all((0..3).map(|class| Dot::new("", Ink::series(class), (0.0, at(0.0)[class]))));
    Figure::new(
        "temperature",
        "What does temperature do to the logits 1, 2, 3? Cold, softmax picks the largest; hot, it spreads evenly. \
         The order of the three never changes.",
    )
    .panel(grouped)
    .panel(swept)
}

const LADDER: [(i32, &str); 4] = [(-2, "1/4"), (0, "1"), (2, "4"), (4, "16")];
