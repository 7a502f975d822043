//! The reader's own choice: one activation or all, at the reader's points.

use lesson::Lesson;
use nn::Activation;

use crate::family::{Entry, portrait, values_at};

/// The points if the reader gives none.
const USUAL: [f64; 5] = [-2.0, -1.0, 0.0, 1.0, 2.0];

pub(crate) fn tell(function: Option<Activation>, at: &[f64], say: &mut Lesson) {
    let points = if at.is_empty() { &USUAL } else { at };
    say.section("yours", "Your points");
    match function {
        Some(activation) => {
            say.value("your-formula", activation.title(), Entry::of(activation).formula);
            say.table(values_at(&[activation], points));
            say.figure(|| portrait(activation, at));
        }
        None => say.table(values_at(&Activation::ALL, points)),
    }
}
