//! One hidden layer of steep sigmoids: steps, a bar of two, and bars side by side.

use crate::best_line::{largest_error, target, target_curves};
use crate::hinges;
use lesson::figure::{Axis, Curve, Dash, Panel};
use lesson::{Figure, Lesson, Table};
use nn::Activation::Sigmoid;

/// Where the bar of the left picture begins and ends.
const BAR: (f64, f64) = (0.3, 0.6);

/// How many bars the right picture has.
const DRAWN: usize = 16;

/// A network with one hidden layer: y = Σ height · σ(steepness (x - edge)).
struct Bars {
    steepness: f64,
    neurons: Vec<(f64, f64)>,
}

impl Bars {
    /// One bar of height 1: a step up and a step down.
    fn single(steepness: f64) -> Self {
        Self { steepness, neurons: vec![(BAR.0, 1.0), (BAR.1, -1.0)] }
    }

    // ANCHOR: beside
    /// As many bars as neurons: each step leads to the curve's height in the middle of a bar.
    fn beside(curve: fn(f64) -> f64, neurons: usize) -> Self {
        let edge = |i: usize| i as f64 / neurons as f64;
        let height = |i: usize| curve((edge(i) + edge(i + 1)) / 2.0);
        let step = |i: usize| if i == 0 { height(0) } else { height(i) - height(i - 1) };
        let steepness = 20.0 * neurons as f64;
        Self { steepness, neurons: (0..neurons).map(|i| (edge(i), step(i))).collect() }
    }
    // ANCHOR_END: beside

    fn at(&self, x: f64) -> f64 {
        let neuron = |(edge, height): &(f64, f64)| height * Sigmoid.value(self.steepness * (x - edge));
        self.neurons.iter().map(neuron).sum()
    }
}

/// How far bars side by side are from the sine, at most.
fn error(bars: usize) -> f64 {
    let network = Bars::beside(target, bars);
    largest_error(|x| network.at(x))
}

pub(crate) fn tell(say: &mut Lesson) {
    let columns = [
        ("neurons", "neurons"),
        ("largest", "max error"),
        ("factor", "times smaller than with half as many"),
        ("relus", "ReLUs instead"),
    ];
    let row = |neurons: usize| {
        let factor = error(neurons / 2) / error(neurons);
        [neurons.into(), error(neurons).into(), factor.into(), hinges::error(neurons).into()]
    };
    say.section("bars", "One hidden layer of steep sigmoids");
    say.table(
        Table::new("bar-errors", "A sine by bars side by side; last, the error with as many ReLUs", columns)
            .rows([16, 32, 64, 128, 256].into_iter().map(row)),
    );
    say.figure(figure);
}

fn figure() -> Figure {
    let x = || Axis::new("x", 0.0..=1.0);
    let caption = format!(
        "What do steep sigmoids add up to? Left: σ(w (x - {})) - σ(w (x - {})), a bump that becomes a bar as w grows. \
         Right: {DRAWN} bars side by side, which are {DRAWN} sigmoids in one hidden layer, and the sine, which they miss \
         by {:.3} at most.",
        BAR.0,
        BAR.1,
        error(DRAWN)
    );
    let bars = Bars::beside(target, DRAWN);
    Figure::new("sigmoid-bars", caption)
        .panel(
            Panel::new(x(), Axis::new("difference of two sigmoids", -0.1..=1.2))
                .with_all(labelled("w = 10", 0.7, &Bars::single(10.0)).map(|part| part.dashed(Dash::Dotted)))
                .with_all(labelled("w = 30", 0.4, &Bars::single(30.0)).map(|part| part.dashed(Dash::Dashed)))
                .with_all(labelled("w = 100", 0.45, &Bars::single(100.0))),
        )
        .panel(Panel::new(x(), Axis::new("y", -1.2..=1.2)).with_all(target_curves()).with_all(labelled(
            &format!("{DRAWN} sigmoids"),
            0.45,
            &bars,
        )))
}

/// The graph in two parts; the label stands at the end of the first, which is `at`.
fn labelled(label: &str, at: f64, bars: &Bars) -> [Curve; 2] {
    let part = |label, range| {
        let edges = bars.neurons.iter().map(|&(edge, _)| edge);
        Curve::of_bent(label, Sigmoid.into(), range, edges, |x| bars.at(x))
    };
    [part(label, 0.0..=at), part("", at..=1.0)]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_steep_bar_is_nearly_one_inside_and_nearly_zero_outside() {
        let bar = Bars::single(100.0);
        assert!((bar.at(0.45) - 1.0).abs() < 1e-6);
        assert!(bar.at(0.1).abs() < 1e-6 && bar.at(0.8).abs() < 1e-6);
        assert!((bar.at(0.3) - 0.5).abs() < 1e-6);
    }

    #[test]
    fn a_bar_meets_the_curve_in_its_middle() {
        let network = Bars::beside(target, 32);
        for bar in 0..32 {
            let middle = (f64::from(bar) + 0.5) / 32.0;
            assert!((network.at(middle) - target(middle)).abs() < 1e-4, "{middle}");
        }
    }

    #[test]
    fn bars_miss_by_half_their_width_times_the_slope() {
        for bars in [16, 64] {
            let bound = std::f64::consts::PI / bars as f64;
            assert!(error(bars) < bound && error(bars) > 0.99 * bound);
        }
    }
}
