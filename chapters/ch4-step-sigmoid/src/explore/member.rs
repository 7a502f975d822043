//! A function that is shown, with what the controls make of it.

use super::{DEEPEST, STEEPEST};
use crate::family::{Entry, Jump, among};
use lesson::explore::State;
use lesson::figure::Dash;
use nn::Activation;

/// A function that is shown: the chosen one as a solid line, the one beside it dashed.
pub(super) struct Member {
    pub(super) f: Activation,
    pub(super) entry: &'static Entry,
    pub(super) dash: Dash,
}

impl Member {
    /// The activation of this name, with the parameters and conventions of the controls.
    pub(super) fn named(name: &str, state: &State) -> Option<Self> {
        let f = match Activation::named(name)? {
            Activation::Step { .. } => Activation::Step { at_zero: state.number("step") },
            Activation::Relu { .. } => Activation::Relu { slope_at_zero: state.number("relu") },
            Activation::LeakyRelu { .. } => Activation::LeakyRelu { slope: state.number("leaky") },
            Activation::PRelu { .. } => Activation::PRelu { slope: state.number("prelu") },
            Activation::Elu { .. } => Activation::Elu { alpha: state.number("alpha") },
            other => other,
        };
        Some(Self { f, entry: Entry::of(f), dash: Dash::Solid })
    }

    /// The same function beside another one.
    pub(super) fn beside(self) -> Self {
        Self { dash: Dash::Dashed, ..self }
    }

    /// Its name; beside another of its colour it needs its look as well.
    pub(super) fn label(&self) -> String {
        match self.dash {
            Dash::Solid => self.f.title().to_owned(),
            _ => format!("{}, dashed", self.f.title()),
        }
    }

    /// Its formula, with the parameters in it.
    pub(super) fn formula(&self) -> String {
        match self.f {
            Activation::Step { at_zero } => format!("1 if x > 0, 0 if x < 0, {at_zero} at 0"),
            Activation::LeakyRelu { slope } | Activation::PRelu { slope } => {
                format!("x if x > 0, else {slope} x")
            }
            Activation::Elu { alpha } => format!("x if x > 0, else {alpha} (eˣ − 1)"),
            _ => self.entry.formula.into(),
        }
    }
}

/// Where its value or its slope may jump.
pub(super) fn breaks(f: Activation) -> &'static [f64] {
    match f {
        // It has a corner with every floor but the usual one.
        Activation::Elu { .. } => &[0.0],
        _ => Entry::of(f).breaks,
    }
}

/// The same function with the parameters that take it farthest, so that a window fits all of them.
pub(super) fn farthest(f: Activation) -> Activation {
    match f {
        Activation::LeakyRelu { .. } | Activation::PRelu { .. } => Activation::LeakyRelu { slope: STEEPEST },
        Activation::Elu { .. } => Activation::Elu { alpha: DEEPEST },
        _ => f,
    }
}

/// What a panel shows of a function: its value, or its slope.
pub(super) type Aspect = fn(Activation, f64) -> f64;

pub(super) const VALUE: Aspect = |f, x| f.value(x);
pub(super) const SLOPE: Aspect = |f, x| f.slope(x);

/// The jump of value or slope at x, if there is one.
pub(super) fn jump_at(f: Activation, aspect: Aspect, x: f64) -> Option<Jump> {
    among(breaks(f), |x| aspect(f, x)).into_iter().find(|jump| jump.at == x)
}
