//! The reader's own pair, in words and drawn.

use crate::describe::{Description, describe};
use crate::pair::Pair;
use crate::pairs::pieces;
use crate::{network, picture, samples};
use lesson::{Figure, Lesson, Refusal};

pub(crate) fn tell(pair: Pair, say: &mut Lesson) -> Result<(), Refusal> {
    let description = describe(pair);
    if !(description.is_representable() && picture::around(&description).is_finite()) {
        let sentence =
            "a bend, slope or level of this pair is lost in 64-bit floats; choose numbers nearer to 1";
        return Err(Refusal(sentence.into()));
    }
    say.section("yours", "Your pair");
    say.value("your-numbers", "a b w c v", pair.numbers());
    say.value("your-first", "neuron 1 is on for", description.first.to_string());
    say.value("your-second", "neuron 2 is on for", description.second.to_string());
    say.value("your-area", "area of effect", description.area.to_string());
    say.value("your-left", "far left", description.left);
    say.value("your-right", "far right", description.right);
    say.note(description.sentences().join(" "));
    say.table(pieces("your-pieces", "Piece by piece", pair));
    let columns = [("x", "x"), ("output", "output"), ("slope", "slope")];
    let values = |x| vec![pair.value(x), pair.slope(x)];
    say.table(samples::table("your-values", "At seven inputs", columns, values));
    say.figure(|| figure(&description));
    Ok(())
}

/// The network, the output and the slope: what changes as the five numbers move.
fn figure(description: &Description) -> Figure {
    let [output, slope] = picture::pair(description, &picture::around(description));
    Figure::new("your-pair", description.sentences().join(" "))
        .panel(network::of(description.pair))
        .panel(output)
        .panel(slope)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_covers_another_mark_whatever_the_numbers() {
        const NUMBERS: [f64; 4] = [-1.7, 0.0, 0.4, 1.0];
        let mut crowded = Vec::new();
        for code in 0..NUMBERS.len().pow(5) {
            let number = |place: u32| NUMBERS[code / NUMBERS.len().pow(place) % NUMBERS.len()];
            let pair = Pair::new(number(0), number(1), number(2), number(3), number(4));
            for panel in figure(&describe(pair)).panels {
                crowded.extend(panel.crowded_labels().into_iter().map(|label| (pair.numbers(), label)));
            }
        }
        assert!(
            crowded.is_empty(),
            "{} crowded, such as {:?}",
            crowded.len(),
            &crowded[..crowded.len().min(8)]
        );
    }
}
