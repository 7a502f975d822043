//! The registry: every chapter, in reading order.
//!
//! The book and the browser know the chapters through this list alone.

use lesson::{Chapter, Explorable};

macro_rules! contents {
    ($($chapter:ident)*) => {
        /// Every chapter, in reading order.
        pub const ALL: &[Chapter] = &[$($chapter::CHAPTER),*];

        /// The explorables of every chapter, under its name, in the same order. Apart from the lessons, so that a
        /// program that needs only one of the two need not carry both.
        pub const EXPLORABLES: &[(&str, &[Explorable])] = &[$(($chapter::NAME, $chapter::EXPLORABLES)),*];
    };
}

// One line a chapter.
contents! {
    ch4_step_sigmoid
    ch4_linear_collapse
    ch4_relu_pairs
    ch4_sine_fit
    ch4_spiral
    ch4_softmax
    ch4_activation_backward
    ch4_saturation
    ch4_feature_space
}

/// The explorable at `CHAPTER/NAME`.
pub fn explorable(path: &str) -> Option<&'static Explorable> {
    let (chapter, name) = path.split_once('/')?;
    let (_, list) = EXPLORABLES.iter().find(|(known, _)| *known == chapter)?;
    list.iter().find(|explorable| explorable.name == name)
}
