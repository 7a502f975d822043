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
    drawn(labels.map(|label| (label.to_owned(), true)), [Ink::Blue; 2])
}

/// The pair at an input: each arrow with its number and its gradient there, dotted where that is 0, and a neuron that is
/// off in grey.
pub(crate) fn at(pair: Pair, x: f64) -> Panel {
    let [a, b, w, c, v] = pair.numbers();
    let [da, db, dw, dc, dv] = pair.gradients(x);
    let arrow = |(number, gradient): (f64, f64)| {
        // A gradient of 0 may have a sign, which says nothing.
        (format!("{}, ∂ {}", short(number), rough(gradient + 0.0)), gradient != 0.0)
    };
    let h = pair.first().value(x);
    let neuron = |answer: f64| if answer > 0.0 { Ink::Blue } else { Ink::Muted };
    drawn([(a, da), (w, dw), (v, dv), (b, db), (c, dc)].map(arrow), [h, pair.second().value(h)].map(neuron))
}

/// The arrows with their labels, each with whether it hears of the output, and the two neurons.
fn drawn([a, w, v, b, c]: [(String, bool); 5], [one, two]: [Ink; 2]) -> Panel {
    let (x, first, second, output) = ((1.0, 2.3), (5.0, 2.3), (9.0, 2.3), (13.0, 2.3));
    let node = |label: &str, ink: Ink, at: (f64, f64)| Mark::from(Node { label: label.into(), ink, at });
    let weight = |(label, hears): (String, bool), from: (f64, f64), to: (f64, f64)| {
        let (ink, dash) = if hears { (Ink::Ink, Dash::Solid) } else { (Ink::Muted, Dash::Dotted) };
        Mark::from(Arrow { label, ink, dash, from, to })
    };
    let bias = |(label, hears): (String, bool), (across, up): (f64, f64)| {
        let dash = if hears { Dash::Dashed } else { Dash::Dotted };
        Mark::from(Arrow { label, ink: Ink::Muted, dash, from: (across, up + 3.5), to: (across, up) })
    };
    Panel::diagram(14.0, 8.0)
        .with_all([weight(a, x, first), weight(w, first, second), weight(v, second, output)])
        .with_all([bias(b, first), bias(c, second)])
        .with_all([node("x", Ink::Ink, x), node("1", one, first), node("2", two, second)])
        .with(node("y", Ink::Ink, output))
}

/// A number as a label of a diagram has room for.
fn short(number: f64) -> String {
    labelled(number, 6, 4)
}

/// The same beside another.
fn rough(number: f64) -> String {
    labelled(number, 5, 3)
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
