//! The chapter's figures that answer.

mod lab;
mod training;

pub(crate) use lab::LAB;
pub(crate) use training::TRAINING;

use crate::pairs::Pairs;
use crate::ruler;
use crate::steps::tuned;
use std::sync::OnceLock;

/// The largest error of the finished fit: the score to beat.
fn by_hand() -> f64 {
    static SCORE: OnceLock<f64> = OnceLock::new();
    *SCORE.get_or_init(|| largest(&tuned(), 1.0).0)
}

/// The largest error of pairs up to `end`, and where it is.
fn largest(pairs: &Pairs, end: f64) -> (f64, f64) {
    ruler::largest(|x| pairs.value(x), &pairs.corners(), end)
}
