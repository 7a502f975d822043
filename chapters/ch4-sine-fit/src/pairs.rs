//! The network of pairs: eight times two ReLU neurons in a row, each pair wired to nobody but the output.

use nn::RELU;
use nn::elementary::{max, min};

/// How many pairs there are.
pub const PAIRS: usize = 8;

/// Two ReLU neurons in a row, and the weight with which the output takes the second one.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pair {
    /// The weight of the first neuron: its input is `a x + b`.
    pub a: f64,
    /// The bias of the first neuron.
    pub b: f64,
    /// The weight of the second neuron: its input is `w h + c`, h being what the first one puts out.
    pub w: f64,
    /// The bias of the second neuron.
    pub c: f64,
    /// The weight of the output.
    pub v: f64,
}

/// Which neurons of a pair are on, that is, above 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Both: what the pair adds changes with x, unless a weight on the way is 0.
    BothOn,
    /// The second alone: the pair adds a constant.
    FirstOff,
    /// The first alone: the pair adds nothing.
    SecondOff,
    /// Neither: the pair adds nothing.
    BothOff,
}

impl State {
    /// The state in two words.
    pub fn words(self) -> &'static str {
        match self {
            Self::BothOn => "both on",
            Self::FirstOff => "first off",
            Self::SecondOff => "second off",
            Self::BothOff => "both off",
        }
    }
}

impl Pair {
    // ANCHOR: pair
    /// What the two neurons put out.
    pub fn neurons(&self, x: f64) -> (f64, f64) {
        let first = RELU.value(self.a * x + self.b);
        let second = RELU.value(self.w * first + self.c);
        (first, second)
    }

    /// What the pair adds to the output.
    pub fn value(&self, x: f64) -> f64 {
        self.v * self.neurons(x).1
    }
    // ANCHOR_END: pair

    /// a, b, w, c and v.
    pub fn numbers(&self) -> [f64; 5] {
        [self.a, self.b, self.w, self.c, self.v]
    }

    /// The pair of these five numbers.
    pub fn of([a, b, w, c, v]: [f64; 5]) -> Self {
        Self { a, b, w, c, v }
    }

    /// Which neurons are on at `x`.
    pub fn state(&self, x: f64) -> State {
        let (first, second) = self.neurons(x);
        match (first > 0.0, second > 0.0) {
            (true, true) => State::BothOn,
            (false, true) => State::FirstOff,
            (true, false) => State::SecondOff,
            (false, false) => State::BothOff,
        }
    }

    /// The area of effect: the open interval in which both neurons are on, if there is one and no weight on the way is 0.
    pub fn area(&self) -> Option<(f64, f64)> {
        let first = where_positive(self.a, self.b);
        let second = where_positive(self.w * self.a, self.w * self.b + self.c);
        let (from, to) = (max(first.0, second.0), min(first.1, second.1));
        let reaches = ![self.a, self.w, self.v].contains(&0.0);
        (reaches && from < to).then_some((from, to))
    }

    /// The pair that adds 0 up to `from`, rises evenly by `rise` until `to`, and stays there.
    pub fn ramp(from: f64, to: f64, rise: f64) -> Self {
        let c = rise.abs();
        let slope = c / (to - from);
        Self { a: -slope, b: slope * to, w: -1.0, c, v: 1f64.copysign(rise) }
    }

    // ANCHOR: rewired
    /// The same ramp from its other end, for w = -1: 0 on the left, -v c on the right.
    pub fn rewired(&self) -> Self {
        Self { a: -self.a, b: self.c - self.b, v: -self.v, ..*self }
    }
    // ANCHOR_END: rewired
}

/// The open interval in which `slope * x + start` is positive; empty intervals end before they begin.
fn where_positive(slope: f64, start: f64) -> (f64, f64) {
    const NOWHERE: (f64, f64) = (f64::INFINITY, f64::NEG_INFINITY);
    if slope > 0.0 {
        ((0.0 - start) / slope, f64::INFINITY)
    } else if slope < 0.0 {
        (f64::NEG_INFINITY, start / -slope)
    } else if start > 0.0 {
        (f64::NEG_INFINITY, f64::INFINITY)
    } else {
        NOWHERE
    }
}

/// Eight pairs, side by side.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pairs(pub [Pair; PAIRS]);

impl Pairs {
    // ANCHOR: sum
    /// What the network puts out.
    pub fn value(&self, x: f64) -> f64 {
        self.0.iter().map(|pair| pair.value(x)).sum()
    }
    // ANCHOR_END: sum

    /// Where the output may have a corner strictly between 0 and 1, from left to right.
    pub fn corners(&self) -> Vec<f64> {
        let ends = self.0.iter().filter_map(Pair::area).flat_map(|(from, to)| [from, to]);
        let mut corners: Vec<f64> = ends.filter(|x| (0.0..1.0).contains(x) && *x != 0.0).collect();
        corners.sort_by(f64::total_cmp);
        corners.dedup();
        corners
    }

    /// The ends of the straight pieces on [0, 1], with the output there.
    pub fn outline(&self) -> Vec<(f64, f64)> {
        let knots = [0.0].into_iter().chain(self.corners()).chain([1.0]);
        knots.map(|x| (x, self.value(x))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RAMP: Pair = Pair { a: 2.0, b: -0.5, w: -1.0, c: 1.0, v: 3.0 };

    #[test]
    fn a_pair_is_a_ramp_between_two_levels() {
        for (x, value, state) in [
            (0.0, 3.0, State::FirstOff),
            (0.25, 3.0, State::FirstOff),
            (0.5, 1.5, State::BothOn),
            (0.75, 0.0, State::SecondOff),
            (1.0, 0.0, State::SecondOff),
        ] {
            assert_eq!((RAMP.value(x), RAMP.state(x)), (value, state), "{x}");
        }
        assert_eq!(RAMP.area(), Some((0.25, 0.75)));
    }

    #[test]
    fn the_other_wiring_begins_at_nothing() {
        let other = RAMP.rewired();
        assert_eq!([0.0, 0.25, 0.5, 0.75, 1.0].map(|x| other.value(x)), [0.0, 0.0, -1.5, -3.0, -3.0]);
        assert_eq!(other.area(), RAMP.area());
        assert_eq!(other.rewired(), RAMP);
    }

    #[test]
    fn a_ramp_rises_between_its_ends() {
        let ramp = Pair::ramp(0.25, 0.75, -2.0);
        assert_eq!([0.0, 0.25, 0.5, 0.75, 1.0].map(|x| ramp.value(x)), [0.0, 0.0, -1.0, -2.0, -2.0]);
    }

    #[test]
    fn areas_may_be_endless_or_absent() {
        let hinge = Pair { a: 1.0, w: 1.0, v: 1.0, ..Pair::default() };
        assert_eq!(hinge.area(), Some((0.0, f64::INFINITY)));
        assert_eq!(Pair { c: 1.0, ..Pair::default() }.area(), None);
        assert_eq!(Pair { w: -1.0, ..hinge }.area(), None);
        // Both neurons are on for every x, and none of them hears of it.
        assert_eq!(Pair { b: 1.0, a: 0.0, ..hinge }.area(), None);
        assert_eq!(Pair { v: 0.0, ..hinge }.area(), None);
        assert_eq!(Pair::default().state(0.5), State::BothOff);
    }

    #[test]
    fn the_output_is_straight_between_corners() {
        let mut pairs = Pairs::default();
        pairs.0[0] = RAMP;
        assert_eq!(pairs.corners(), [0.25, 0.75]);
        assert_eq!(pairs.outline(), [(0.0, 3.0), (0.25, 3.0), (0.75, 0.0), (1.0, 0.0)]);
    }
}
