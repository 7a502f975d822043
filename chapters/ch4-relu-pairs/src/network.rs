//! The pair as a network.

use crate::pair::Pair;
use crate::text::exact;
use lesson::Format;
use lesson::figure::{Arrow, Dash, Ink, Node, Panel};

/// The pair as a network; each arrow carries its number.
pub(crate) fn of(pair: Pair) -> Panel {
    let [a, b, w, c, v] = pair.numbers().map(short);
    wires([&a, &w, &v, &b, &c])
}

/// A pair as a network, its arrows labelled: the three weights, then the two biases.
pub(crate) fn wires(labels: [&str; 5]) -> Panel {
    drawn(
        labels.map(|label| Wire { label: label.into(), gradient: String::new(), hears: true }),
        [Ink::Blue; 2],
    )
}

/// The pair at an input: each arrow with its number and its gradient there, dotted where that is 0, and a neuron that is
/// off in grey.
pub(crate) fn at(pair: Pair, x: f64) -> Panel {
    let [a, b, w, c, v] = pair.numbers();
    let [da, db, dw, dc, dv] = pair.gradients(x);
    let wire = |(number, gradient): (f64, f64)| Wire {
        label: short(number),
        // A gradient of 0 may have a sign, which says nothing.
        gradient: format!("∂ {}", rough(gradient + 0.0)),
        hears: gradient != 0.0,
    };
    let h = pair.first().value(x);
    let neuron = |answer: f64| if answer > 0.0 { Ink::Blue } else { Ink::Muted };
    drawn([(a, da), (w, dw), (v, dv), (b, db), (c, dc)].map(wire), [h, pair.second().value(h)].map(neuron))
}

/// What stands at an arrow, and whether a change of its number is heard at the output.
struct Wire {
    label: String,
    gradient: String,
    hears: bool,
}

/// The arrows with their labels, and the two neurons.
fn drawn([a, w, v, b, c]: [Wire; 5], [one, two]: [Ink; 2]) -> Panel {
    let (x, first, second, output) = ((1.0, 2.3), (5.0, 2.3), (9.0, 2.3), (13.0, 2.3));
    let node = |label: &str, ink: Ink, at: (f64, f64)| Node { label: label.into(), ink, at };
    let weight = |wire: &Wire, from: (f64, f64), to: (f64, f64)| {
        let (ink, dash) = if wire.hears { (Ink::Ink, Dash::Solid) } else { (Ink::Muted, Dash::Dotted) };
        Arrow::new(&wire.label, ink, from, to).opposite(&wire.gradient).dashed(dash)
    };
    let bias = |wire: &Wire, (across, up): (f64, f64)| {
        let dash = if wire.hears { Dash::Dashed } else { Dash::Dotted };
        Arrow::new(&wire.label, Ink::Muted, (across, up + 3.5), (across, up))
            .opposite(&wire.gradient)
            .dashed(dash)
    };
    Panel::diagram(14.0, 8.0)
        .with_all([weight(&a, x, first), weight(&w, first, second), weight(&v, second, output)])
        .with_all([bias(&b, first), bias(&c, second)])
        .with_all([node("x", Ink::Ink, x), node("1", one, first), node("2", two, second)])
        .with(node("y", Ink::Ink, output))
}

/// A number as a label of a diagram has room for.
fn short(number: f64) -> String {
    labelled(number, 6, 4)
}

/// A gradient, with no more characters than an arrow is long.
fn rough(gradient: f64) -> String {
    let told = labelled(gradient, 5, 3);
    if told.chars().count() <= "-0.0123".len() { told } else { format!("{gradient:.1e}") }
}

/// With all its digits if they are no more characters than fit, otherwise with so many significant ones.
fn labelled(number: f64, fitting: usize, digits: usize) -> String {
    let all = exact(number);
    match number.abs() {
        _ if all.len() <= fitting => all,
        1e-3..1e5 => Format::Significant(digits).apply(&number.into()).unwrap_or(all),
        _ => format!("{number:.1e}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lesson::figure::Mark;

    fn arrows(panel: &Panel) -> Vec<&Arrow> {
        let mut arrows = Vec::new();
        for mark in &panel.marks {
            if let Mark::Arrow(arrow) = mark {
                arrows.push(arrow);
            }
        }
        arrows
    }

    /// The longest numbers that the sliders have, and gradients of all sizes.
    #[test]
    fn labels_are_no_longer_than_the_arrows() {
        let mut longest = 0;
        for step in 0..800 {
            let slider = |factor: usize| f64::from((step * factor % 161) as u32) / 20.0 - 4.0;
            let pair = Pair::new(slider(7), slider(11), slider(13), slider(17), slider(19));
            let panel = at(pair, slider(23) / 2.0);
            assert_eq!(panel.crowded_labels(), [""; 0], "{pair:?}");
            for arrow in arrows(&panel) {
                longest = longest.max(arrow.label.chars().count()).max(arrow.opposite.chars().count());
            }
        }
        assert!(longest <= 9, "{longest}");
    }

    #[test]
    fn a_number_and_its_gradient_are_two_labels_of_one_arrow() {
        let panel = at(Pair::new(-2.35, 3.15, -2.85, 3.95, -3.65), 1.23);
        let arrows = arrows(&panel);
        assert_eq!(arrows.len(), 5);
        assert_eq!([&arrows[1].label, &arrows[1].opposite], ["-2.85", "∂ −0.947"]);
    }
}
