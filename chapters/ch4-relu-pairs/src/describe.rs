//! What a pair does, in words.

use crate::pair::Pair;
use crate::piece::Piece;
use crate::span::Span;
use crate::text::told;

/// What a pair does with every input.
#[derive(Clone, Debug, PartialEq)]
pub struct Description {
    /// The pair itself.
    pub pair: Pair,
    /// The inputs for which neuron 1 is on.
    pub first: Span,
    /// The inputs for which neuron 2 is on.
    pub second: Span,
    /// The inputs for which the output depends on x: both neurons are on, and no weight on the way is 0.
    pub area: Span,
    /// The pair piece by piece, from left to right.
    pub pieces: Vec<Piece>,
    /// The output far to the left: a level, or an infinity where it has no bound.
    pub left: f64,
    /// The output far to the right.
    pub right: f64,
}

/// Describes a pair.
pub fn describe(pair: Pair) -> Description {
    let (first, second) = (pair.first().on(), pair.second_on());
    let passes = [pair.a, pair.w, pair.v].iter().all(|&weight| weight != 0.0);
    let area = if passes { first.and(second) } else { Span::NOWHERE };
    let pieces = Piece::all(pair);
    let far = |piece: Option<&Piece>, side: f64| match piece {
        Some(piece) if piece.slope != 0.0 => f64::INFINITY.copysign(piece.slope) * side,
        Some(piece) => piece.constant,
        None => 0.0,
    };
    let (left, right) = (far(pieces.first(), -1.0), far(pieces.last(), 1.0));
    Description { pair, first, second, area, pieces, left, right }
}

impl Description {
    /// The piece that is the area of effect.
    pub fn ramp(&self) -> Option<&Piece> {
        self.pieces.iter().find(|piece| !self.area.is_empty() && piece.span == self.area)
    }

    /// Whether every bend, slope and level is a 64-bit float, and what bends on paper bends here too.
    pub fn is_representable(&self) -> bool {
        let Pair { a, w, c, v, .. } = self.pair;
        let switches = |span: Span| span.ends().next().is_some();
        let first_on_paper = a != 0.0;
        let second_on_paper = a != 0.0 && ((w > 0.0 && c <= 0.0) || (w < 0.0 && c > 0.0));
        let switched = switches(self.first) == first_on_paper && switches(self.second) == second_on_paper;
        let ramps_on_paper = a != 0.0 && w != 0.0 && v != 0.0 && (w > 0.0 || c > 0.0);
        let ramps = self.ramp().is_some_and(|ramp| ramp.slope != 0.0);
        let finite = |piece: &Piece| piece.slope.is_finite() && piece.constant.is_finite();
        switched && ramps == ramps_on_paper && self.pieces.iter().all(finite)
    }

    /// What the pair does, a sentence each: neuron 1, neuron 2, the output, the area of effect.
    pub fn sentences(&self) -> [String; 4] {
        [switched("Neuron 1", self.first), switched("Neuron 2", self.second), self.output(), self.effect()]
    }

    fn output(&self) -> String {
        let Some(ramp) = self.ramp() else {
            return format!("The output is {} for every x.", told(self.left));
        };
        let verb = if ramp.slope > 0.0 { "rises" } else { "falls" };
        let moves = format!("{verb} with slope {}", told(ramp.slope));
        let (from, to) = (told(self.area.from), told(self.area.to));
        let (left, right) = (told(self.left), told(self.right));
        let course = match (self.area.from.is_finite(), self.area.to.is_finite()) {
            (true, true) => {
                format!("is {left} up to x = {from}, {moves} to x = {to}, and is {right} from there on")
            }
            (true, false) => format!("is {left} up to x = {from} and {moves} from there on, without end"),
            (false, true) => format!("{moves} until x = {to} and is {right} from there on"),
            (false, false) => format!("{moves} for every x"),
        };
        format!("From left to right, the output {course}.")
    }

    fn effect(&self) -> String {
        if self.area.is_empty() {
            return format!("There is no area of effect: {}.", self.obstacles().join("; "));
        }
        let place = self.pieces.iter().position(|piece| piece.span == self.area).unwrap_or_default();
        let neighbour =
            |side: &str, piece: Option<&Piece>| piece.map(|piece| format!("{side} of it {}", off(piece.on)));
        let left = neighbour("left", place.checked_sub(1).and_then(|place| self.pieces.get(place)));
        let right = neighbour("right", self.pieces.get(place + 1));
        let beside: Vec<String> = [left, right].into_iter().flatten().collect();
        let area = self.area.words(told);
        match beside.is_empty() {
            true => format!("The area of effect is {area}."),
            false => format!("The area of effect is {area}; {}.", beside.join(", ")),
        }
    }

    /// Why no input can move the output.
    fn obstacles(&self) -> Vec<&'static str> {
        let Pair { a, w, v, .. } = self.pair;
        let never = a != 0.0 && w != 0.0 && self.second.is_empty();
        let known = [
            (a == 0.0, "a = 0, so x does not reach neuron 1"),
            (w == 0.0, "w = 0, so nothing passes from neuron 1 to neuron 2"),
            (never, "neuron 2 is never on, because w is below 0 and c is not above 0"),
            (v == 0.0, "v = 0, so the output leaves the pair out"),
        ];
        let held: Vec<&str> = known.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words).collect();
        // On paper there is an area, of which no 64-bit float is left.
        if held.is_empty() { vec!["its two ends round to the same number"] } else { held }
    }
}

fn switched(name: &str, on: Span) -> String {
    match on.is_empty() {
        true => format!("{name} is never on."),
        false => format!("{name} is on for {}.", on.words(told)),
    }
}

fn off(on: (bool, bool)) -> &'static str {
    match on {
        (false, false) => "both neurons are off",
        (false, true) => "neuron 1 is off",
        (true, false) => "neuron 2 is off",
        (true, true) => "both neurons are on",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told([a, b, w, c, v]: [f64; 5]) -> String {
        describe(Pair::new(a, b, w, c, v)).sentences()[2..].join(" ")
    }

    #[test]
    fn a_ramp_has_a_beginning_and_an_end() {
        let ramp = describe(Pair::new(-1.0, 0.5, -2.0, 1.0, 1.0));
        assert_eq!(
            ramp.sentences(),
            [
                "Neuron 1 is on for x < 0.5.",
                "Neuron 2 is on for x > 0.",
                "From left to right, the output is 0 up to x = 0, rises with slope 2 to x = 0.5, and is 1 from there on.",
                "The area of effect is 0 < x < 0.5; left of it neuron 2 is off, right of it neuron 1 is off.",
            ]
        );
        assert_eq!((ramp.left, ramp.right), (0.0, 1.0));
    }

    #[test]
    fn a_hinge_has_one_end() {
        assert_eq!(
            told([-1.0, 0.5, 1.0, 1.0, 1.0]),
            "From left to right, the output falls with slope -1 until x = 0.5 and is 1 from there on. The area of \
             effect is x < 0.5; right of it neuron 1 is off."
        );
        assert_eq!(
            told([1.0, 0.0, 1.0, -1.0, -2.0]),
            "From left to right, the output is 0 up to x = 1 and falls with slope -2 from there on, without end. \
             The area of effect is x > 1; left of it neuron 2 is off."
        );
        assert_eq!(describe(Pair::new(-1.0, 0.5, 1.0, 1.0, 1.0)).left, f64::INFINITY);
        assert_eq!(describe(Pair::new(1.0, 0.0, 1.0, -1.0, -2.0)).right, f64::NEG_INFINITY);
    }

    #[test]
    fn what_is_flat_says_why() {
        for (numbers, words) in [
            (
                [0.0, 2.0, 3.0, -1.0, 2.0],
                "10 for every x. There is no area of effect: a = 0, so x does not reach neuron 1.",
            ),
            (
                [0.0, -2.0, 3.0, -1.0, 2.0],
                "0 for every x. There is no area of effect: a = 0, so x does not reach neuron 1.",
            ),
            (
                [1.0, 0.0, 0.0, 3.0, -1.0],
                "-3 for every x. There is no area of effect: w = 0, so nothing passes from neuron 1 to neuron 2.",
            ),
            (
                [1.0, 0.0, -2.0, 0.0, 1.0],
                "0 for every x. There is no area of effect: neuron 2 is never on, because w is below 0 and c is not \
                 above 0.",
            ),
            (
                [1.0, 0.0, 1.0, 0.0, 0.0],
                "0 for every x. There is no area of effect: v = 0, so the output leaves the pair out.",
            ),
            (
                [0.0, 0.0, 0.0, 0.0, 0.0],
                "0 for every x. There is no area of effect: a = 0, so x does not reach neuron 1; w = 0, so nothing \
                 passes from neuron 1 to neuron 2; v = 0, so the output leaves the pair out.",
            ),
        ] {
            assert_eq!(told(numbers), format!("The output is {words}"));
        }
    }

    #[test]
    fn what_leaves_the_floats_is_noticed() {
        for ([a, b, w, c, v], fits) in [
            ([-1.0, 0.5, -2.0, 1.0, 1.0], true),
            ([0.0, 0.0, 0.0, 0.0, 0.0], true),
            ([1e-200, 1e200, 1.0, 0.0, 1.0], false),
            ([1e-309, 0.5, -2.0, 1.0, 1.0], false),
            ([1.0, 0.0, -1e-309, 1.0, 1.0], false),
            ([1.0, 0.0, 1e-309, 1.0, 1.0], true),
            ([1e-200, -1e200, 1.0, 0.0, 1.0], false),
            ([1e-200, 0.0, 1e-200, 0.0, 1.0], false),
            ([1.0, 1e20, -1.0, 1.0, 1.0], false),
            ([1.0, 0.0, 1.0, 1e200, 1e200], false),
        ] {
            assert_eq!(describe(Pair::new(a, b, w, c, v)).is_representable(), fits, "{a} {b} {w} {c} {v}");
        }
    }
}
