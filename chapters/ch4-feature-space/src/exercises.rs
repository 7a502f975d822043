//! What the chapter's exercises are checked against.

use crate::curves::Curves;
use crate::plane::{Affine, Line, Point};
use crate::relu::three_quarters;
use crate::settings::{COLLAPSED, FIRST, FOLDED, LEAKY, OPENED, TURNED, hidden};
use lesson::Lesson;
use lesson::exercise::Check;
use nn::Activation;

pub(crate) fn tell(say: &mut Lesson) {
    say.section("exercises", "Answers to the exercises");
    let bent = Curves::sampled().bent(&hidden(FOLDED, LEAKY));
    if let Some((Line { b, .. }, margin)) = bent.sliders().best {
        say.value("leaky-bias", "question 6, leaky ReLU: the b13 that separates", b);
        say.value("leaky-margin", "its margin", margin);
    }
    say.value("three-quarters", "b11 that folds three quarters", three_quarters());
}

/// The checks of `exercises/unbend.rs`, for the reader's `unbend`: the point that a sigmoid layer took to `h`.
pub fn unbend(unbend: impl Fn(Affine, Point) -> Option<Point>) -> Vec<Check> {
    /// The flat ends of the sigmoid cost some of the sixteen digits.
    const TOLERANCE: f64 = 1e-11;
    let points = [[0.25, 0.5], [0.5, -0.25], [-1.0, 1.0]];
    let settings = [
        ("the identity", Affine::IDENTITY),
        ("question 1", FIRST),
        ("question 3", OPENED),
        ("question 5", TURNED),
    ];
    let coordinates = settings.into_iter().flat_map(|(name, affine)| {
        let found = points.map(|point| unbend(affine, hidden(affine, Activation::Sigmoid).bend(point)));
        points.into_iter().zip(found).flat_map(move |(point, found)| {
            [0, 1].map(|axis| Check {
                question: format!("{name}: x{} of {:?}", axis + 1, point),
                got: found.map_or(f64::NAN, |found| found[axis]),
                wanted: point[axis],
                tolerance: TOLERANCE,
            })
        })
    });
    let lost = Check {
        question: "determinant 0: points found".into(),
        got: f64::from(u8::from(unbend(COLLAPSED, [0.5, 0.9]).is_some())),
        wanted: 0.0,
        tolerance: 0.0,
    };
    coordinates.chain([lost]).collect()
}
