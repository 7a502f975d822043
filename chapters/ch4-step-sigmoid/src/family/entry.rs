//! What the gallery knows of an activation that cannot be computed from it.

use lesson::figure::Dash;
use nn::Activation;
use nn::search::first;

use super::entries;

/// What the gallery knows of an activation that cannot be computed from it.
pub(crate) struct Entry {
    /// The second cue, where a colour is shared.
    pub dash: Dash,
    /// Its formula, in a line.
    pub formula: &'static str,
    /// The question that its picture answers.
    pub question: &'static str,
    /// Which values it takes.
    pub range: Range,
    /// Where its value or its slope jumps.
    pub breaks: &'static [f64],
    /// The function that it stands in for.
    pub original: Option<Activation>,
    /// What computing it takes.
    pub cost: &'static str,
    /// Where it is used today.
    pub used: &'static str,
}

/// Which values a function takes; the numbers themselves come from the function.
#[derive(Clone, Copy)]
pub(crate) enum Range {
    /// Its limits on both sides and nothing between.
    TwoValues,
    /// All between these ends.
    Between(End, End),
}

/// One end of a range.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum End {
    /// The limit towards infinity, which no finite x attains on paper.
    Limit,
    /// The limit towards infinity, which finite x attain.
    Attained,
    /// Lower than both limits: the bottom of a dip left of 0.
    Dip,
}

impl Entry {
    /// The entry of an activation. A new activation without one does not compile.
    pub(crate) const fn of(activation: Activation) -> &'static Self {
        match activation {
            Activation::Step { .. } => &entries::STEP,
            Activation::Linear => &entries::LINEAR,
            Activation::Sigmoid => &entries::SIGMOID,
            Activation::Tanh => &entries::TANH,
            Activation::Relu { .. } => &entries::RELU,
            Activation::LeakyRelu { .. } => &entries::LEAKY_RELU,
            Activation::PRelu { .. } => &entries::PRELU,
            Activation::Elu { .. } => &entries::ELU,
            Activation::Selu => &entries::SELU,
            Activation::Gelu => &entries::GELU,
            Activation::GeluTanh => &entries::GELU_TANH,
            Activation::Silu => &entries::SILU,
            Activation::Softplus => &entries::SOFTPLUS,
            Activation::Mish => &entries::MISH,
            Activation::HardSigmoid => &entries::HARD_SIGMOID,
            Activation::HardSwish => &entries::HARD_SWISH,
            Activation::LogSigmoid => &entries::LOG_SIGMOID,
        }
    }

    /// Whether the function has a dip left of 0.
    pub(crate) fn dips(&self) -> bool {
        matches!(self.range, Range::Between(End::Dip, _))
    }
}

// ANCHOR: bottom
/// Where a function that dips left of 0 is lowest.
pub(crate) fn bottom(dipping: Activation) -> f64 {
    first(-2.5, 0.0, |x| dipping.slope(x) >= 0.0)
}
// ANCHOR_END: bottom

/// The range as a mathematician writes it.
pub(crate) fn range(activation: Activation) -> String {
    let (left, right) = (activation.value(f64::NEG_INFINITY), activation.value(f64::INFINITY));
    match Entry::of(activation).range {
        Range::TwoValues => format!("{{{}, {}}}", short(left), short(right)),
        Range::Between(low, high) => {
            let lowest = if low == End::Dip { activation.value(bottom(activation)) } else { left };
            let open = if low == End::Limit { '(' } else { '[' };
            let close = if high == End::Limit { ')' } else { ']' };
            format!("{open}{}, {}{close}", short(lowest), short(right))
        }
    }
}

/// A number in four decimals at most, set as a printer would.
pub(crate) fn short(x: f64) -> String {
    if x.is_infinite() {
        return if x > 0.0 { "∞" } else { "−∞" }.to_owned();
    }
    lesson::brief(x, 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_hold_what_the_functions_give() {
        let points = || (-4000..=4000).map(|step| f64::from(step) / 10.0);
        for f in Activation::ALL {
            let values = || points().map(|x| f.value(x));
            let (left, right): (f64, f64) = (f.value(f64::NEG_INFINITY), f.value(f64::INFINITY));
            match Entry::of(f).range {
                Range::TwoValues => assert!(values().all(|y| y == left || y == right), "{}", f.name()),
                Range::Between(low, high) => {
                    let lowest = if low == End::Dip { f.value(bottom(f)) } else { left };
                    assert!(values().all(|y| (lowest..=right).contains(&y)), "{} leaves its range", f.name());
                    let attained = |end: f64| values().any(|y| y == end);
                    assert!(low != End::Attained || attained(left), "{} does not reach {left}", f.name());
                    assert!(high != End::Attained || attained(right), "{} does not reach {right}", f.name());
                }
            }
        }
    }

    #[test]
    fn numbers_are_short() {
        let cases =
            [(0.5, "0.5"), (-0.0, "0"), (-1.0 / 6.0, "−0.1667"), (f64::NEG_INFINITY, "−∞"), (10.0, "10")];
        for (x, text) in cases {
            assert_eq!(short(x), text);
        }
    }
}
