//! One unit a layer: what is left of a small push, layer by layer, and at which slopes.

use super::{LOWEST, choices, chosen, dot, short};
use crate::chain::chain;
use crate::decades::decades;
use crate::inks::{ink, name};
use lesson::Explorable;
use lesson::explore::{Controls, Preset, State, View};
use lesson::figure::{Axis, Curve, Dot, Ink, Panel, Rule, Scatter, Side};
use nn::Activation;

pub(crate) const CHAIN: Explorable = Explorable::new(
    "chain",
    "How much of a small push is left behind a chain of equal functions?",
    controls,
    view,
);

const DEEPEST: usize = 30;
const REACH: f64 = 8.0;
/// What counts as lost, and how far to look for it.
const LITTLE: f64 = 0.01;
const PATIENCE: usize = 1000;

fn controls() -> Controls {
    let preset = |label: &str, address: &str| Preset::new(label, address);
    Controls::new()
        .range("x", "x, what the first unit gets", -REACH..=REACH, 0.01, 0.0)
        .range("depth", "layers", 1.0..=DEEPEST as f64, 1.0, 20.0)
        .choice("f", "activation", choices(), "sigmoid")
        .presets(
            "Chains of this page",
            [
                preset("sigmoids from 0", "f=sigmoid&x=0"),
                preset("tanhs from 0.5", "f=tanh&x=0.5"),
                preset("ReLUs from 0.5", "f=relu&x=0.5"),
                preset("ReLUs from -0.5: nothing", "f=relu&x=-0.5"),
                preset("leaky ReLUs from -0.5", "f=leaky-relu&x=-0.5"),
                preset("a sigmoid saturated at 8", "f=sigmoid&x=8"),
            ],
        )
}

/// What a unit gets, and the slope of the chain up to and with it: unit after unit, without end.
fn units(f: Activation, x: f64) -> impl Iterator<Item = (f64, f64)> {
    let mut state = (x, 1.0);
    std::iter::repeat_with(move || {
        let (z, before) = state;
        let (value, slope) = chain(f, 1, z);
        state = (value, before * slope);
        (z, state.1)
    })
}

fn view(state: &State) -> View {
    let x = state.number("x");
    let depth = state.number("depth").round() as usize;
    let f = chosen(state.word("f")).unwrap_or(Activation::Sigmoid);
    let walked: Vec<(f64, f64)> = units(f, x).take(depth).collect();
    let lost = units(f, x).take(PATIENCE).position(|(_, slope)| slope.abs() < LITTLE).map(|index| index + 1);
    let (value, slope) = chain(f, depth, x);
    let until = lost.map_or_else(|| format!("more than {PATIENCE}"), |layers| layers.to_string());
    View::new(says(f, x, depth, slope, lost))
        .panel(slopes(f, x, &walked))
        .panel(products(f, &walked, lost))
        .read_out("x", x)
        .read_out("slope at x", f.slope(x))
        .read_out(format!("slope of the chain of {depth}"), slope)
        .read_out("value behind it", value)
        .read_out("last unit gets", walked.last().map_or(x, |unit| unit.0))
        .read_out("layers until less than 1 percent is left", until)
        .drag_x(0, "x", x)
        .drag_x(1, "depth", depth as f64)
}

fn says(f: Activation, x: f64, depth: usize, slope: f64, lost: Option<usize>) -> String {
    let left = match depth {
        1 => format!("One {} at {} passes on {} of a small push.", name(f), short(x), short(slope)),
        _ => format!("{depth} times {}, from {}: {} of a small push is left.", name(f), short(x), short(slope)),
    };
    let end = match lost {
        Some(_) if slope == 0.0 => " A slope of exactly 0 ends the chain, and nothing comes behind it.".into(),
        Some(layers) => format!(" Less than 1 percent is left from layer {layers} on."),
        None => format!(" In {PATIENCE} layers it never falls below 1 percent."),
    };
    let below = if slope != 0.0 && decades(slope.abs()) < LOWEST {
        " The end of the line lies below the picture."
    } else {
        ""
    };
    left + &end + below
}

/// The slope of one function, and where on it the units of the chain are.
fn slopes(f: Activation, x: f64, walked: &[(f64, f64)]) -> Panel {
    let (ink, dash) = ink(f);
    let inside = |&(z, _): &(f64, f64)| (z.abs() <= REACH).then(|| (z, f.slope(z)));
    let later: Vec<(f64, f64)> = walked[1..].iter().filter_map(inside).collect();
    let panel = Panel::new(
        Axis::new("pre-activation", -REACH - 0.5..=REACH + 0.5),
        Axis::new(&format!("slope of {}", name(f)), -0.3..=2.0),
    )
    .with(Curve::of("", ink, -REACH..=REACH, |z| f.slope(z)).dashed(dash));
    let panel = if later.is_empty() {
        panel
    } else {
        panel.with(Scatter { label: String::new(), ink: Ink::Ink, radius: 0.55, points: later })
    };
    panel
        .with(Rule { label: String::new(), ink: Ink::Vermillion, side: Side::X, at: x })
        .with(Dot::new("first unit", Ink::Vermillion, (x, f.slope(x))))
}

/// What is left behind each layer, by powers of ten.
fn products(f: Activation, walked: &[(f64, f64)], lost: Option<usize>) -> Panel {
    let (ink, dash) = ink(f);
    let left = |index: usize| decades(walked[index].1.abs());
    let points = (0..walked.len()).map(|index| ((index + 1) as f64, left(index)));
    let ticks = (0..=DEEPEST).step_by(5).map(|layers| (layers as f64, layers.to_string()));
    let panel = Panel::new(
        Axis::new("layers", 0.0..=DEEPEST as f64 + 0.5).ticks(ticks),
        Axis::powers_of_ten("slope of the chain", LOWEST..=2.0, 5),
    )
    .with(Curve::through(name(f), ink, std::iter::once((0.0, 0.0)).chain(points)).dashed(dash))
    .with(Rule { label: "1 percent".into(), ink: Ink::Muted, side: Side::Y, at: decades(LITTLE) });
    let first = lost.filter(|&layers| layers < walked.len());
    let first = first.and_then(|layers| dot("", Ink::Ink, (layers as f64, left(layers - 1))));
    let last = dot("", ink, (walked.len() as f64, left(walked.len() - 1)));
    panel.with_all(first.map(Dot::open)).with_all(last)
}
