//! The pair as a figure that answers: five sliders, and an input to follow.

use crate::describe::{Description, describe};
use crate::pair::Pair;
use crate::pairs::RAMP;
use crate::picture::Window;
use crate::text::exact;
use crate::{network, picture};
use lesson::explore::{Controls, Preset, State, View};
use lesson::figure::{Dot, Ink, Rule, Side, doubled};
use lesson::{Explorable, Value};
use nn::elementary::max;

pub(crate) const PAIR: Explorable =
    Explorable::new("pair", "What do two ReLUs in a row do with five numbers?", controls, view);

const NUMBERS: [&str; 5] = ["a", "b", "w", "c", "v"];

fn controls() -> Controls {
    let labels = [
        "a, weight of neuron 1",
        "b, bias of neuron 1",
        "w, weight of neuron 2",
        "c, bias of neuron 2",
        "v, output weight",
    ];
    let sliders = NUMBERS.into_iter().zip(labels).zip(RAMP.numbers());
    let preset = |label: &str, numbers: [f64; 5]| Preset::of(label, NUMBERS.into_iter().zip(numbers));
    sliders
        .fold(Controls::new(), |controls, ((name, label), start)| {
            controls.range(name, label, -4.0..=4.0, 0.05, start)
        })
        .range("x", "x, the input to follow", -2.0..=2.0, 0.01, 0.3)
        .presets(
            "Settings of this page",
            [
                preset("nothing new: w = 1, c = 0", [-1.0, 0.5, 1.0, 0.0, 1.0]),
                preset("up: w = 1, c = 1", [-1.0, 0.5, 1.0, 1.0, 1.0]),
                preset("a beginning and an end: w = -2, c = 1", RAMP.numbers()),
                preset("bent later: w = 1, c = -1", [-1.0, 0.5, 1.0, -1.0, 1.0]),
                preset("cut off from x: a = 0", [0.0, 0.5, -2.0, 1.0, 1.0]),
                preset("off for good: w below 0, c = 0", [-1.0, 0.5, -2.0, 0.0, 1.0]),
            ],
        )
}

fn view(state: &State) -> View {
    let [a, b, w, c, v] = NUMBERS.map(|name| state.number(name));
    let pair = Pair::new(a, b, w, c, v);
    let x = state.number("x");
    let description = describe(pair);
    let h = pair.first().value(x);
    let [output, slope] = picture::pair(&description, &window(&description));
    let here = |y: f64| Dot::new("", Ink::Vermillion, (x, y));
    let rule = Rule { label: "x".into(), ink: Ink::Vermillion, side: Side::X, at: x };
    View::new(description.sentences().join(" "))
        .panel(network::at(pair, x))
        .panel(output.with(rule.clone()).with(here(pair.value(x))))
        .panel(slope.with(Rule { label: String::new(), ..rule }).with(here(pair.slope(x))))
        .read_out("formula", formula(pair))
        .read_out("neuron 1 is on for", description.first.to_string())
        .read_out("neuron 2 is on for", description.second.to_string())
        .read_out("area of effect", description.area.to_string())
        .read_out(
            "slope in it",
            description.ramp().map_or_else(|| "none".into(), |ramp| Value::from(ramp.slope)),
        )
        .read_out("x", x)
        .read_out("neuron 1 gets, answers", [pair.first().sum(x), h])
        .read_out("neuron 2 gets, answers", [pair.second().sum(h), pair.second().value(h)])
        .read_out("output", pair.value(x))
        .read_out("slope at x", pair.slope(x))
        .read_out("gradients of a b w c v at x", pair.gradients(x))
        .drag_x(1, "x", x)
        .drag_x(2, "x", x)
}

/// One window for all settings, so that what moves is the pair; higher where the pair is higher.
fn window(description: &Description) -> Window {
    let reach = |numbers: &mut dyn Iterator<Item = f64>, least: f64| {
        doubled(least, numbers.filter(|y| y.is_finite()).fold(0.0, |most: f64, y| max(most, y.abs())))
    };
    let ends = [-2.0, 2.0].map(|x| description.pair.value(x));
    let levels = [description.left, description.right];
    let output = reach(&mut ends.into_iter().chain(levels), 2.0);
    let slope = reach(&mut description.pieces.iter().map(|piece| piece.slope), 2.0);
    Window { x: -2.0..=2.0, output: -1.2 * output..=1.2 * output, slope: -1.2 * slope..=1.2 * slope }
}

/// y = v relu(w relu(a x + b) + c) with the numbers in it.
fn formula(pair: Pair) -> String {
    let [a, b, w, c, v] = pair.numbers().map(exact);
    format!("y = {v} relu({w} relu({a} x + {b}) + {c})").replace("+ -", "- ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_formula_has_the_numbers_in_it() {
        assert_eq!(formula(RAMP), "y = 1 relu(-2 relu(-1 x + 0.5) + 1)");
        assert_eq!(formula(Pair::new(1.0, -0.5, 2.0, -1.0, -3.0)), "y = -3 relu(2 relu(1 x - 0.5) - 1)");
    }

    #[test]
    fn no_zero_of_the_data_has_a_sign() {
        for address in
            ["", "a=-2.35&b=3.15&w=-2.85&c=3.95&v=-3.65&x=1.23", "c=-3.95&v=-3.65&x=-1", "a=0&v=-1"]
        {
            for table in PAIR.at(address).unwrap().figure.data() {
                let mut cells = table.rows.iter().flatten().map(ToString::to_string);
                let signed = cells.find(|cell| cell.split(' ').any(|number| number == "-0.0"));
                assert_eq!(signed, None, "{address}: {}", table.caption);
            }
        }
    }
}
