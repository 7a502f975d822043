//! Different numbers, the same ramp: a positive factor passes through a ReLU.

use crate::pair::Pair;
use crate::pairs::RAMP;
use crate::samples;
use crate::text::spaced;
use lesson::Lesson;

/// The ramp with a and b doubled, w halved.
const FIRST_SCALED: Pair = Pair::new(-2.0, 1.0, -1.0, 1.0, 1.0);
/// The ramp with w and c doubled, v halved.
const SECOND_SCALED: Pair = Pair::new(-1.0, 0.5, -4.0, 2.0, 0.5);

pub(crate) fn tell(say: &mut Lesson) {
    let same_bits = |pair: Pair| samples::agreement(|x| pair.value(x), |x| RAMP.value(x));
    say.section("spare", "Different numbers, the same ramp");
    say.value("ramp-numbers", "the ramp, a b w c v", spaced(&RAMP.numbers()));
    say.value("doubled", "a and b doubled, w halved", spaced(&FIRST_SCALED.numbers()));
    say.value("doubled-bits", "same bits, of 2001", same_bits(FIRST_SCALED));
    say.value("halved", "w and c doubled, v halved", spaced(&SECOND_SCALED.numbers()));
    say.value("halved-bits", "same bits, of 2001", same_bits(SECOND_SCALED));
}
