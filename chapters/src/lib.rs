//! The registry: every chapter, in reading order.
//!
//! The book and the browser know the chapters through this list alone.

use lesson::Chapter;

macro_rules! contents {
    ($($chapter:ident)*) => {
        /// Every chapter, in reading order.
        pub const ALL: &[Chapter] = &[$($chapter::CHAPTER),*];
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
