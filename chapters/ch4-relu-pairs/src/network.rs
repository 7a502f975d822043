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
pub(crate) fn wires([a, w, v, b, c]: [&str; 5]) -> Panel {
    let (x, first, second, output) = ((1.0, 2.3), (5.0, 2.3), (9.0, 2.3), (13.0, 2.3));
    let node = |label: &str, ink: Ink, at: (f64, f64)| Mark::from(Node { label: label.into(), ink, at });
    let arrow = |label: &str, from: (f64, f64), to: (f64, f64)| {
        Mark::from(Arrow { label: label.into(), ink: Ink::Ink, dash: Dash::Solid, from, to })
    };
    let bias = |label: &str, (across, up): (f64, f64)| {
        Mark::from(Arrow {
            label: label.into(),
            ink: Ink::Muted,
            dash: Dash::Dashed,
            from: (across, up + 3.5),
            to: (across, up),
        })
    };
    Panel::diagram(14.0, 8.0)
        .with_all([arrow(a, x, first), arrow(w, first, second), arrow(v, second, output)])
        .with_all([bias(b, first), bias(c, second)])
        .with_all([node("x", Ink::Ink, x), node("1", Ink::Blue, first), node("2", Ink::Blue, second)])
        .with(node("y", Ink::Ink, output))
}

/// A number as a label of a diagram has room for.
fn short(number: f64) -> String {
    let all = exact(number);
    match number.abs() {
        _ if all.len() <= 6 => all,
        1e-3..1e5 => Format::Significant(4).apply(&number.into()).unwrap_or(all),
        _ => format!("{number:.1e}"),
    }
}
