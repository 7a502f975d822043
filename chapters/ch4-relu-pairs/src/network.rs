//! The pair as a network.

use crate::pair::Pair;
use crate::text::exact;
use lesson::Format;
use lesson::figure::{Arrow, Dash, Ink, Mark, Node, Panel};

/// The pair as a network; each arrow carries its number.
pub(crate) fn of(pair: Pair) -> Panel {
    let [a, b, w, c, v] = pair.numbers().map(short);
    wires([&a, &w, &v, &b, &c])
}

/// A pair as a network, its arrows labelled: the three weights, then the two biases.
pub(crate) fn wires(labels: [&str; 5]) -> Panel {
    drawn(labels.map(|label| (vec![label.to_owned()], true)), [Ink::Blue; 2])
}

/// The pair at an input: each arrow with its number and its gradient there, dotted where that is 0, and a neuron that is
/// off in grey.
pub(crate) fn at(pair: Pair, x: f64) -> Panel {
    let [a, b, w, c, v] = pair.numbers();
    let [da, db, dw, dc, dv] = pair.gradients(x);
    let arrow = |(number, gradient): (f64, f64)| {
        // A gradient of 0 may have a sign, which says nothing.
        ([short(number), format!("∂ {}", rough(gradient + 0.0))], gradient != 0.0)
    };
    // Blanks, which are not drawn, keep every label of a weight in the middle of its arrow, and those of a bias off it.
    let weight = |numbers: (f64, f64)| {
        let (labels, hears) = arrow(numbers);
        (labels.map(|label| format!("{label:^9}")).to_vec(), hears)
    };
    let bias = |numbers: (f64, f64)| {
        let (labels, hears) = arrow(numbers);
        (labels.map(|label| format!(" {label} ")).to_vec(), hears)
    };
    let h = pair.first().value(x);
    let neuron = |answer: f64| if answer > 0.0 { Ink::Blue } else { Ink::Muted };
    drawn(
        [weight((a, da)), weight((w, dw)), weight((v, dv)), bias((b, db)), bias((c, dc))],
        [h, pair.second().value(h)].map(neuron),
    )
}

/// The arrows with their labels, each with whether it hears of the output, and the two neurons. An arrow has room for
/// one label: with two it is drawn twice, and each finds a place beside it that is no wider than the arrow.
fn drawn([a, w, v, b, c]: [(Vec<String>, bool); 5], [one, two]: [Ink; 2]) -> Panel {
    let (x, first, second, output) = ((1.0, 2.3), (5.0, 2.3), (9.0, 2.3), (13.0, 2.3));
    let node = |label: &str, ink: Ink, at: (f64, f64)| Mark::from(Node { label: label.into(), ink, at });
    let arrows = |labels: Vec<String>, (ink, dash): (Ink, Dash), from: (f64, f64), to: (f64, f64)| {
        labels.into_iter().map(move |label| Mark::from(Arrow { label, ink, dash, from, to }))
    };
    let weight = |(labels, hears): (Vec<String>, bool), from: (f64, f64), to: (f64, f64)| {
        let look = if hears { (Ink::Ink, Dash::Solid) } else { (Ink::Muted, Dash::Dotted) };
        arrows(labels, look, from, to)
    };
    let bias = |(labels, hears): (Vec<String>, bool), (across, up): (f64, f64)| {
        let dash = if hears { Dash::Dashed } else { Dash::Dotted };
        arrows(labels, (Ink::Muted, dash), (across, up + 3.5), (across, up))
    };
    Panel::diagram(14.0, 8.0)
        .with_all(weight(a, x, first).chain(weight(w, first, second)).chain(weight(v, second, output)))
        .with_all(bias(b, first).chain(bias(c, second)))
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

    /// The longest numbers that the sliders have, and gradients of all sizes.
    #[test]
    fn labels_are_no_longer_than_the_arrows() {
        let mut longest = 0;
        for step in 0..800 {
            let slider = |factor: usize| f64::from((step * factor % 161) as u32) / 20.0 - 4.0;
            let pair = Pair::new(slider(7), slider(11), slider(13), slider(17), slider(19));
            let panel = at(pair, slider(23) / 2.0);
            assert_eq!(panel.crowded_labels(), [""; 0], "{pair:?}");
            for mark in &panel.marks {
                if let Mark::Arrow(Arrow { label, .. }) = mark {
                    longest = longest.max(label.trim().chars().count());
                }
            }
        }
        assert!(longest <= 9, "{longest}");
    }

    #[test]
    fn a_number_and_its_gradient_are_two_labels() {
        let panel = at(Pair::new(-2.35, 3.15, -2.85, 3.95, -3.65), 1.23);
        let labels: Vec<&str> = panel
            .marks
            .iter()
            .filter(|mark| matches!(mark, Mark::Arrow(_)))
            .map(|mark| mark.label().trim())
            .collect();
        assert_eq!(labels[2..4], ["-2.85", "∂ −0.947"]);
        assert_eq!(labels.len(), 10);
    }
}
