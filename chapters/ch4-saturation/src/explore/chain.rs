//! One unit a layer: what is left of a small push, layer by layer, and at which slopes.

use super::{HIGHEST, LOWEST, choices, dot, line, short};
use crate::chain::chain;
use crate::inks::ink;
use lesson::explore::{Controls, Preset, State, View};
use lesson::figure::{Axis, Curve, Dash, Dot, Ink, Mark, Panel, Rule, Scatter, Side};
use lesson::{Explorable, brief};
use nn::Activation;
use nn::elementary::{log10, max};

pub(crate) const CHAIN: Explorable = Explorable::new(
    "chain",
    "How much of a small push is left after a chain of equal functions?",
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
        .range("w", "weight, by which each unit's value is multiplied", 0.0..=5.0, 0.01, 1.0)
        .whole("depth", "layers", 1..=DEEPEST, 20)
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
                preset("sigmoids with a weight of 4", "f=sigmoid&x=0&w=4"),
                preset("ReLUs with a weight of 2: it explodes", "f=relu&x=0.5&w=2"),
                preset("tanhs with a weight of 1.5", "f=tanh&x=0.5&w=1.5"),
            ],
        )
}

/// What a unit gets, and the slope of the chain up to and with it: unit after unit, without end. The value of each is
/// multiplied by a weight before it goes on.
fn units(f: Activation, weight: f64, x: f64) -> impl Iterator<Item = (f64, f64)> {
    let mut state = (x, 1.0);
    std::iter::repeat_with(move || {
        let (z, before) = state;
        let (value, slope) = chain(f, 1, z);
        // A weight of 0 makes -0 of what is negative, which says nothing here.
        state = (weight * value + 0.0, before * (weight * slope) + 0.0);
        (z, state.1)
    })
}

fn view(state: &State) -> View {
    let x = state.number("x");
    let depth = state.count("depth");
    let f = Activation::named(state.word("f")).unwrap_or(Activation::Sigmoid);
    let weight = state.number("w");
    let walked: Vec<(f64, f64)> = units(f, weight, x).take(depth).collect();
    let lost =
        units(f, weight, x).take(PATIENCE).position(|(_, slope)| slope.abs() < LITTLE).map(|index| index + 1);
    let (last, slope) = walked.last().copied().unwrap_or((x, 1.0));
    let until = lost.map_or_else(|| format!("more than {PATIENCE}"), |layers| layers.to_string());
    View::new(says(f, (weight, x), depth, slope, lost))
        .panel(slopes(f, (weight, x), &walked))
        .panel(products(f, &walked, lost))
        .read_out("x", x)
        .read_out("weight times slope at x", weight * f.slope(x) + 0.0)
        .read_out(format!("slope of the chain of {depth}"), slope)
        .read_out("value after it", weight * f.value(last) + 0.0)
        .read_out("last unit gets", last)
        .read_out("weight times slope there", weight * f.slope(last) + 0.0)
        .read_out("layers until less than 1 percent is left", until)
        .drag_x(0, "x", x)
        .drag_x(1, "depth", depth as f64)
}

fn says(f: Activation, (weight, x): (f64, f64), depth: usize, slope: f64, lost: Option<usize>) -> String {
    let name = f.title();
    let weighted =
        if weight == 1.0 { String::new() } else { format!(" with a weight of {}", brief(weight, 2)) };
    let chain = match depth {
        1 => format!("One {name}{weighted}, at {}", brief(x, 2)),
        _ => format!("{depth} times {name}{weighted}, from {}", brief(x, 2)),
    };
    let left = match slope {
        1.0 => "all of a small push is left.".to_owned(),
        _ if slope.abs() > 1.0 => format!("a small push becomes {} times as large.", short(slope.abs())),
        _ => format!("{} of a small push is left.", short(slope.abs())),
    };
    let end = match lost {
        Some(_) if weight == 0.0 => "a weight of 0 ends it.".into(),
        Some(layer) if slope == 0.0 => format!("a slope of exactly 0 ends it in layer {layer}."),
        Some(layer) if slope.abs() >= LITTLE && layer <= depth => {
            format!("{left} It fell below 1 percent in layer {layer}, and has grown again.")
        }
        Some(layer) if layer <= depth => format!("{left} It falls below 1 percent in layer {layer}."),
        Some(layer) => format!("{left} It would fall below 1 percent in layer {layer}."),
        None if slope.abs() > 1.0 => left,
        None => format!("{left} In {PATIENCE} layers it never falls below 1 percent."),
    };
    let beyond = match log10(slope.abs()) {
        size if slope != 0.0 && size < LOWEST => " The end of the line lies below the picture.",
        size if size > HIGHEST => " The end of the line lies above the picture.",
        _ => "",
    };
    format!("{chain}: {end}{beyond}")
}

/// The slope of one function, where on it the units of the chain are, and above which slope a push grows.
fn slopes(f: Activation, (weight, x): (f64, f64), walked: &[(f64, f64)]) -> Panel {
    let (ink, dash) = ink(f);
    let inside = |&(z, _): &(f64, f64)| (z.abs() <= REACH).then(|| (z, f.slope(z)));
    let later: Vec<(f64, f64)> = walked[1..].iter().filter_map(inside).collect();
    let graph = graph(f);
    // High enough for most, and for the steepest one, which is SELU at 0.
    let steepest = graph.iter().map(|point| point.1).filter(|slope| slope.is_finite()).fold(0.0, max);
    let top = max(1.3, steepest + 0.15);
    let mut panel = Panel::new(
        Axis::new("pre-activation", -REACH - 0.5..=REACH + 0.5),
        Axis::new(&format!("slope of {}", f.title()), -0.3..=top),
    )
    .with(Curve::through("", ink, graph).dashed(dash))
    .with(Rule { label: String::new(), ink: Ink::Muted, side: Side::X, at: x });
    let even = 1.0 / weight.abs();
    if weight != 1.0 && even <= top - 0.1 {
        let label = "1 / weight".into();
        panel = panel.with(Rule { label, ink: Ink::Muted, side: Side::Y, at: even });
    }
    if !later.is_empty() {
        panel = panel.with(Scatter { label: String::new(), ink: Ink::Ink, radius: 0.6, points: later });
    }
    panel.with(Dot::new("first unit", Ink::Ink, (x, f.slope(x))))
}

/// The slope at evenly spaced points, interrupted where it jumps: at 0, if anywhere.
fn graph(f: Activation) -> Vec<(f64, f64)> {
    const STEPS: i32 = 100;
    let right = f.slope(f64::MIN_POSITIVE);
    let mut points = Vec::new();
    for step in -STEPS..=STEPS {
        let x = REACH * f64::from(step) / f64::from(STEPS);
        points.push((x, f.slope(x)));
        if step == 0 && (right - f.slope(0.0)).abs() > 1e-6 {
            points.extend([(0.0, f64::NAN), (0.0, right)]);
        }
    }
    points
}

/// What is left after each layer, by powers of ten.
fn products(f: Activation, walked: &[(f64, f64)], lost: Option<usize>) -> Panel {
    let (ink, dash) = ink(f);
    let ticks = (0..=DEEPEST).step_by(5).map(|layers| (layers as f64, layers.to_string()));
    let panel = Panel::new(
        Axis::new("layers", -0.5..=DEEPEST as f64 + 0.5).ticks(ticks),
        Axis::powers_of_ten("slope of the chain", LOWEST..=HIGHEST, 5),
    )
    .with(Rule { label: "1 percent".into(), ink: Ink::Muted, side: Side::Y, at: log10(LITTLE) });
    let mut points = vec![(0.0, 0.0)];
    points.extend((1..).zip(walked).map(|(layer, unit)| (f64::from(layer), log10(unit.1.abs()))));
    let first = lost.and_then(|layer| points.get(layer)).and_then(|&at| dot("", Ink::Ink, at));
    let end = ending(&points, ink);
    line(panel, f.title(), (ink, dash), points).with_all(first.map(Dot::open)).with_all(end)
}

/// Where the slope becomes exactly 0, of which no axis of powers of ten has a place: a fall to its lower end.
fn ending(points: &[(f64, f64)], ink: Ink) -> Vec<Mark> {
    let Some(layer) = points.iter().position(|point| point.1 == f64::NEG_INFINITY) else { return Vec::new() };
    let (before, floor) = (points[layer - 1], (points[layer].0, LOWEST));
    let fall = Curve::through("", ink, [before, floor]).dashed(Dash::Dotted);
    vec![fall.into(), Dot::new("exactly 0", ink, floor).open().into()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explore::CHOICE;

    #[test]
    fn a_walk_has_the_values_and_slopes_of_the_chain() {
        for f in CHOICE {
            for x in [-8.0, -0.5, 0.0, 0.5, 3.0] {
                for (index, (z, slope)) in units(f, 1.0, x).take(DEEPEST).enumerate() {
                    assert_eq!((z, slope), (chain(f, index, x).0, chain(f, index + 1, x).1), "{f:?} {x}");
                }
            }
        }
    }

    #[test]
    fn a_weight_is_one_half_of_each_factor() {
        let slope = |address: &str| {
            CHAIN.at(address).unwrap().read("slope of the chain of 3").unwrap().number().unwrap()
        };
        assert_eq!(slope("f=relu&x=0.5&depth=3&w=2"), 8.0);
        let f = Activation::Sigmoid;
        let second = 4.0 * f.value(0.0);
        let third = 4.0 * f.value(second);
        let product = 64.0 * f.slope(0.0) * f.slope(second) * f.slope(third);
        assert!((slope("f=sigmoid&x=0&depth=3&w=4") - product).abs() < 1e-15);
    }

    #[test]
    fn where_nothing_is_left_a_line_falls_to_the_floor() {
        let alt = CHAIN.at("f=relu&x=-0.5").unwrap().figure.alt();
        assert!(alt.contains("exactly 0"), "{alt}");
    }

    #[test]
    fn it_starts_with_the_chain_of_the_page() {
        let still = CHAIN.still();
        assert_eq!(
            *still.read("slope of the chain of 20").unwrap(),
            chain(Activation::Sigmoid, 20, 0.0).1.into()
        );
        assert_eq!(*still.read("layers until less than 1 percent is left").unwrap(), "4".into());
    }
    #[test]
    fn the_first_unit_is_on_the_axis_of_slopes() {
        for f in CHOICE {
            for x in [-8.0, -2.0, 0.0, 0.01, 2.0, 8.0] {
                let axis = &CHAIN.at(&format!("f={}&x={x}", f.name())).unwrap().figure.panels[0].y;
                assert!((axis.from..=axis.to).contains(&f.slope(x)), "{f:?} {x}");
            }
        }
    }

    #[test]
    fn a_push_that_grows_again_is_said_to() {
        let says = |address: &str| CHAIN.at(address).unwrap().figure.caption;
        let grown = says("f=silu&x=-8&w=4&depth=8");
        assert!(grown.ends_with("It fell below 1 percent in layer 1, and has grown again."), "{grown}");
        let fallen = says("f=sigmoid&x=0");
        assert!(fallen.contains("It falls below 1 percent in layer 4."), "{fallen}");
    }

    #[test]
    fn a_weight_of_0_leaves_no_sign() {
        let view = CHAIN.at("w=0&f=silu&x=-4.63").unwrap();
        for label in
            ["weight times slope at x", "slope of the chain of 20", "value after it", "last unit gets"]
        {
            assert_eq!(view.read(label).unwrap().to_string(), "0.0", "{label}");
        }
    }
}
