//! One unit a layer: a function of a function of a function.

use crate::inks::ink;
use lesson::figure::{Axis, Curve, Dash, Ink, Panel};
use lesson::{Figure, Lesson, Table, scientific};
use nn::Activation::{Sigmoid, Tanh};
use nn::elementary::log10;
use nn::{Activation, RELU};

const DEPTHS: [usize; 5] = [1, 2, 5, 10, 20];
const DEEPEST: usize = 20;

/// Where the chain of sigmoids begins, and where the others do: at 0 tanh and ReLU would stay.
const SIGMOID_FROM: f64 = 0.0;
const OTHERS_FROM: f64 = 0.5;

// ANCHOR: chain
/// Value and slope of f(f(… f(x))), with f applied `depth` times.
pub(crate) fn chain(f: Activation, depth: usize, x: f64) -> (f64, f64) {
    let link = |(x, slope): (f64, f64), _| (f.value(x), slope * f.slope(x));
    (0..depth).fold((x, 1.0), link)
}
// ANCHOR_END: chain

/// The largest slope that so many sigmoids can have.
fn bound(depth: usize) -> f64 {
    (0..depth).fold(1.0, |product, _| product * Sigmoid.slope(0.0))
}

pub(crate) fn tell(say: &mut Lesson) {
    say.section("chain", "One function after the other");
    say.table(table());
    let (settled, _) = chain(Sigmoid, 100, SIGMOID_FROM);
    say.value("settled", "the sigmoids settle at", settled);
    say.value("settled-slope", "where the slope is", Sigmoid.slope(settled));
    let bring = format!("{DEEPEST} tanhs bring {OTHERS_FROM} to");
    say.value("tanh-value", &bring, chain(Tanh, DEEPEST, OTHERS_FROM).0);
    say.figure(figure);

    say.section("half", "Where a 16-bit gradient ends");
    let smallest = smallest_half();
    let alive = |depth: &usize| bound(*depth) > smallest / 2.0;
    say.value("half-smallest", "smallest number of f16 above 0", smallest);
    say.value("half-depth", "layers that a gradient of 1 survives at best", (1..).take_while(alive).count());
}

/// The smallest positive number of half precision, 2⁻²⁴; from half of it down everything is rounded to 0.
pub(crate) fn smallest_half() -> f64 {
    1.0 / f64::from(1 << 24)
}

fn table() -> Table {
    let columns = [
        ("depth", "layers"),
        ("bound", "0.25ⁿ"),
        ("sigmoid", "sigmoids, from 0"),
        ("tanh", "tanhs, from 0.5"),
        ("relu", "ReLUs, from 0.5"),
    ];
    let row = |depth: usize| {
        let slope = |f: Activation, x: f64| chain(f, depth, x).1.into();
        [
            depth.into(),
            bound(depth).into(),
            slope(Sigmoid, SIGMOID_FROM),
            slope(Tanh, OTHERS_FROM),
            slope(RELU, OTHERS_FROM),
        ]
    };
    Table::new("chain-table", "The slope of a whole chain", columns).rows(DEPTHS.into_iter().map(row))
}

fn figure() -> Figure {
    let layers = || {
        Axis::new("layers", 0.0..=DEEPEST as f64)
            .ticks([0, 5, 10, 15, 20].map(|n| (f64::from(n), n.to_string())))
    };
    let along = |label: &str, (ink, dash): (Ink, Dash), of: &dyn Fn(usize) -> f64| {
        Curve::through(label, ink, (0..=DEEPEST).map(|depth| (depth as f64, of(depth)))).dashed(dash)
    };
    let slope = |f: Activation, x: f64| move |depth: usize| log10(chain(f, depth, x).1);
    let value = |f: Activation, x: f64| move |depth: usize| chain(f, depth, x).0;
    let slopes = Panel::new(layers(), Axis::powers_of_ten("slope of the chain", -14.0..=1.0, 2))
        .with(along("ReLU", ink(RELU), &slope(RELU, OTHERS_FROM)))
        .with(along("tanh", ink(Tanh), &slope(Tanh, OTHERS_FROM)))
        .with(along("0.25 each", (Ink::Muted, Dash::Dotted), &|depth| log10(bound(depth))))
        .with(along("sigmoid", ink(Sigmoid), &slope(Sigmoid, SIGMOID_FROM)));
    let values = Panel::new(layers(), Axis::new("value", 0.0..=0.8))
        .with(along("ReLU", ink(RELU), &value(RELU, OTHERS_FROM)))
        .with(along("tanh", ink(Tanh), &value(Tanh, OTHERS_FROM)))
        .with(along("sigmoid", ink(Sigmoid), &value(Sigmoid, SIGMOID_FROM)));
    let caption = format!(
        "How much of a small push on the input is left after n layers? Left, by powers of ten: {} of it after {DEEPEST} \
         sigmoids, {:.3} after {DEEPEST} tanhs, all of it after {DEEPEST} ReLUs. Right: the values themselves.",
        scientific(chain(Sigmoid, DEEPEST, SIGMOID_FROM).1, 1),
        chain(Tanh, DEEPEST, OTHERS_FROM).1
    );
    Figure::new("chain-figure", caption).panel(slopes).panel(values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_slope_of_a_chain_is_that_of_its_difference() {
        for (f, x) in [(Sigmoid, 0.0), (Tanh, 0.5), (RELU, 0.5)] {
            for depth in 1..=4 {
                let difference = (chain(f, depth, x + 1e-5).0 - chain(f, depth, x - 1e-5).0) / 2e-5;
                let slope = chain(f, depth, x).1;
                assert!((difference - slope).abs() < 1e-9, "{f:?}, {depth}: {difference} {slope}");
            }
        }
    }
}
