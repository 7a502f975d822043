//! A pair piece by piece: between its bends it is a line.

use crate::pair::Pair;
use crate::span::Span;
use crate::text::{exact, formula, positive_zero};

/// A stretch of inputs on which neither neuron switches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Piece {
    /// The inputs inside.
    pub span: Span,
    /// Whether the left and the right end belong to the piece.
    pub closed: (bool, bool),
    /// Whether neuron 1 and neuron 2 are on.
    pub on: (bool, bool),
    /// How fast the output changes with x.
    pub slope: f64,
    /// Where the piece's line meets x = 0, on the piece or off it.
    pub constant: f64,
}

impl Piece {
    /// The pieces of a pair from left to right.
    pub fn all(pair: Pair) -> Vec<Self> {
        let (first, second) = (pair.first().on(), pair.second_on());
        let mut ends: Vec<f64> = first.ends().chain(second.ends()).collect();
        ends.sort_by(f64::total_cmp);
        ends.dedup();
        let from = [f64::NEG_INFINITY].into_iter().chain(ends.clone());
        let to = ends.iter().copied().chain([f64::INFINITY]);
        from.zip(to).map(|(from, to)| Self::of(pair, Span { from, to })).collect()
    }

    fn of(pair: Pair, span: Span) -> Self {
        let (first, second) = (pair.first().on(), pair.second_on());
        let on = (first.covers(span), second.covers(span));
        // A neuron is off at its own bend: the bend belongs to the side on which it is off.
        let closed = |end: f64| end.is_finite() && (first.holds(end), second.holds(end)) == on;
        let (slope, constant) = match on {
            (_, false) => (0.0, 0.0),
            (false, true) => (0.0, pair.v * pair.c),
            (true, true) => (pair.v * pair.w * pair.a, pair.v * (pair.w * pair.b + pair.c)),
        };
        let (slope, constant) = (positive_zero(slope), positive_zero(constant));
        Self { span, closed: (closed(span.from), closed(span.to)), on, slope, constant }
    }

    /// The inputs, with the ends that belong to them: `0 < x ≤ 0.5`.
    pub fn inputs(&self) -> String {
        let sign =
            |closed: bool, with: &'static str, without: &'static str| if closed { with } else { without };
        let (from, to) = (exact(self.span.from), exact(self.span.to));
        match (self.span.from.is_finite(), self.span.to.is_finite()) {
            (false, false) => "every x".to_owned(),
            (true, false) => format!("x {} {from}", sign(self.closed.0, "≥", ">")),
            (false, true) => format!("x {} {to}", sign(self.closed.1, "≤", "<")),
            (true, true) => {
                let (left, right) = (sign(self.closed.0, "≤", "<"), sign(self.closed.1, "≤", "<"));
                format!("{from} {left} x {right} {to}")
            }
        }
    }

    /// The output on this piece: `2x`, `0.5 - x`, `1`.
    pub fn formula(&self) -> String {
        formula(self.slope, self.constant)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told([a, b, w, c, v]: [f64; 5]) -> Vec<String> {
        let told = |piece: &Piece| format!("{}: {}", piece.inputs(), piece.formula());
        Piece::all(Pair::new(a, b, w, c, v)).iter().map(told).collect()
    }

    #[test]
    fn a_bend_belongs_to_the_side_on_which_its_neuron_is_off() {
        assert_eq!(told([-1.0, 0.5, 1.0, 0.0, 1.0]), ["x < 0.5: 0.5 - x", "x ≥ 0.5: 0"]);
        assert_eq!(told([-1.0, 0.5, 1.0, 1.0, 1.0]), ["x < 0.5: 1.5 - x", "x ≥ 0.5: 1"]);
        assert_eq!(told([-1.0, 0.5, -2.0, 1.0, 1.0]), ["x ≤ 0: 0", "0 < x < 0.5: 2x", "x ≥ 0.5: 1"]);
        assert_eq!(told([1.0, 0.0, 1.0, -1.0, 2.0]), ["x ≤ 0: 0", "0 < x ≤ 1: 0", "x > 1: 2x - 2"]);
        assert_eq!(told([0.0, 1.0, 3.0, -1.0, 2.0]), ["every x: 4"]);
    }
}
