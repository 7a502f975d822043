//! What the chapter's diagrams have in common: their size, and nodes and arrows in few words.

use lesson::figure::{Arrow, Dash, Ink, Node, Panel};
use lesson::{rounded, scientific};

/// The size of a diagram; a unit is as long upwards as it is across.
const SIZE: (f64, f64) = (10.0, 6.75);

/// What an arrow stands for.
#[derive(Clone, Copy)]
pub(crate) enum Way {
    /// A value on its way to the loss.
    Forward,
    /// A gradient on its way back.
    Back,
    /// A gradient that is 0, or a path that is not looked at.
    Idle,
}

pub(crate) fn diagram() -> Panel {
    let (width, height) = SIZE;
    Panel::diagram(width, height)
}

pub(crate) fn node(label: &str, at: (f64, f64)) -> Node {
    Node { label: label.into(), ink: Ink::Ink, at }
}

pub(crate) fn arrow(way: Way, label: &str, from: (f64, f64), to: (f64, f64)) -> Arrow {
    let (ink, dash) = match way {
        Way::Forward => (Ink::Blue, Dash::Solid),
        Way::Back => (Ink::Vermillion, Dash::Dashed),
        Way::Idle => (Ink::Muted, Dash::Dotted),
    };
    Arrow::new(label, ink, from, to).dashed(dash)
}

/// A gradient on its way back, told apart from one that is 0.
pub(crate) fn gradient(name: &str, value: f64, from: (f64, f64), to: (f64, f64)) -> Arrow {
    let way = if value == 0.0 { Way::Idle } else { Way::Back };
    let label = if name.is_empty() { short(value) } else { format!("{name} = {}", short(value)) };
    arrow(way, &label, from, to)
}

/// A number in few characters.
pub(crate) fn short(x: f64) -> String {
    let size = x.abs();
    if size != 0.0 && !(1e-3..1e5).contains(&size) {
        return scientific(x, 1);
    }
    rounded(x, 3)
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn numbers_are_short() {
        for (x, text) in [
            (1.5, "1.5"),
            (-1.0, "-1"),
            (-0.0, "0"),
            (0.12345, "0.123"),
            (2e9, "2.0\u{a0}×\u{a0}10⁹"),
            (-1e-9, "−1.0\u{a0}×\u{a0}10⁻⁹"),
        ] {
            assert_eq!(short(x), text);
        }
    }
}
