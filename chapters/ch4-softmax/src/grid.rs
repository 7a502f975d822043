//! A plot that is often shown as "the softmax function": one sample of 100 logits.

use lesson::figure::{Axis, Curve, Ink, Panel};
use lesson::{Figure, Lesson};
use ndarray::Array1;

const POINTS: usize = 100;

pub(crate) fn tell(say: &mut Lesson) {
    // ANCHOR: grid
    let logits = Array1::linspace(-5.0, 5.0, POINTS);
    let probabilities = nn::softmax(&logits);
    // ANCHOR_END: grid
    let (first, last) = (probabilities[0], probabilities[POINTS - 1]);
    say.section("grid", "One sample of a hundred logits");
    say.value("grid-smallest", "smallest probability", first);
    say.value("grid-largest", "largest probability", last);
    say.value("grid-ratio", "their ratio", last / first);
    say.value("grid-neighbours", "ratio of neighbours", probabilities[1] / first);
    say.figure(|| {
        let points = logits.iter().copied().zip(probabilities.iter().copied());
        let curve = Curve::through("softmax of 100 logits", Ink::Blue, points);
        Figure::new(
            "grid-curve",
            "Is this the softmax function? It is softmax of one row of 100 evenly spaced logits: an exponential curve, \
             scaled to sum to 1, and not a function of one logit.",
        )
        .panel(Panel::new(Axis::new("logit", -5.0..=5.0), Axis::new("probability", 0.0..=0.1)).with(curve)) });
}
