//! The registry: every chapter, in reading order.
//!
//! The book and the browser know the chapters through this list alone.

use lesson::{Chapter, Explorable};

/// Every chapter, in reading order.
pub const ALL: &[Chapter] = &[
    ch4_step_sigmoid::CHAPTER,
    ch4_linear_collapse::CHAPTER,
    ch4_relu_pairs::CHAPTER,
    ch4_sine_fit::CHAPTER,
    ch4_spiral::CHAPTER,
    ch4_softmax::CHAPTER,
    ch4_activation_backward::CHAPTER,
    ch4_saturation::CHAPTER,
    ch4_feature_space::CHAPTER,
];

/// The explorable at `CHAPTER/NAME`.
pub fn explorable(path: &str) -> Option<&'static Explorable> {
    let (chapter, name) = path.split_once('/')?;
    let chapter = ALL.iter().find(|listed| listed.name == chapter)?;
    chapter.explorables.iter().find(|explorable| explorable.name == name)
}
