//! The tuning, step by step.

use crate::knobs::{Setting, a, b, c, v, w};
use crate::pairs::{PAIRS, Pairs};

/// One step of the tuning.
pub struct Step {
    /// The number of the figure that shows it.
    pub figure: &'static str,
    /// What is set.
    pub settings: &'static [Setting],
    /// How many pairs, counted from the left, have had their final place so far.
    pub finished: usize,
    /// What the step does, for the caption.
    pub says: &'static str,
}

const fn step(
    figure: &'static str,
    settings: &'static [Setting],
    finished: usize,
    says: &'static str,
) -> Step {
    Step { figure, settings, finished, says }
}

/// The first pair, from nothing to its place.
// ANCHOR: first
pub const FIRST: [Step; 7] = [
    step("4-17", &[], 0, "All weights are 0, and so is the output."),
    step("4-18", &[a(1, 1.0), w(1, 1.0), v(1, 1.0)], 0, "One pair passes x through."),
    step("4-19", &[a(1, 6.0)], 0, "The slope is right, but the line has no end: it leaves the panel."),
    step("4-20", &[c(1, 0.7)], 0, "The second bias lifts everything by 0.7."),
    step(
        "4-21",
        &[w(1, -1.0)],
        0,
        "Now the pair falls and switches off. The end is right, the slope is upside down.",
    ),
    step(
        "4-22",
        &[v(1, -1.0)],
        0,
        "Flipped by the output weight: slope and end are right, the height is not.",
    ),
    step(
        "4-23",
        &[c(8, 0.7), v(8, 1.0)],
        1,
        "The bottom pair lifts everything by 0.7: the first section is done.",
    ),
];
// ANCHOR_END: first

/// The second pair.
pub const SECOND: [Step; 5] = [
    step(
        "4-24",
        &[a(2, 1.0), w(2, 1.0), v(2, 1.0)],
        1,
        "The second pair begins too early and spoils the first section.",
    ),
    step(
        "4-25",
        &[a(2, 2.9), b(2, -0.34)],
        1,
        "The first bias moves its beginning to where the first pair ends: repaired.",
    ),
    step(
        "4-25b",
        &[w(2, -1.0), c(2, 0.31)],
        1,
        "It gets an end, upside down again, and lifts all that lies left of it by 0.31.",
    ),
    step(
        "4-26",
        &[v(2, -1.0)],
        2,
        "Flipped: the shape is right, and all of it hangs 0.31 too low on the left.",
    ),
    step(
        "4-27",
        &[c(8, 1.01)],
        2,
        "The bottom pair lifts by 0.31 more: two sections are done, up to the crest.",
    ),
];

/// The third pair, over the crest and down.
pub const THIRD: [Step; 1] = [step(
    "4-28",
    &[a(3, 2.7), b(3, -0.73), w(3, -1.0), c(3, 0.29), v(3, 1.0), c(8, 0.72)],
    3,
    "The third pair falls, so its output weight is 1, and the bottom pair gives back 0.29.",
)];

/// The other four pairs, each with the offset it needs.
pub const REST: [Step; 4] = [
    step(
        "4-29a",
        &[a(4, 5.9), b(4, -2.23), w(4, -1.0), c(4, 1.44), v(4, 1.0), v(8, -1.0)],
        4,
        "The fourth pair crosses zero, and the offset changes its sign: from 0.72 to -0.72.",
    ),
    step(
        "4-29b",
        &[a(5, 2.7), b(5, -1.68), w(5, -1.0), c(5, 0.29), v(5, 1.0), c(8, 1.01)],
        5,
        "The fifth pair reaches the trough; offset -1.01.",
    ),
    step(
        "4-29c",
        &[a(6, 2.9), b(6, -2.25), w(6, -1.0), c(6, 0.31), v(6, -1.0), c(8, 0.7)],
        6,
        "The sixth pair rises again; offset -0.7.",
    ),
    step(
        "4-29",
        &[a(7, 6.0), b(7, -5.3), w(7, -1.0), c(7, 0.7), v(7, -1.0), c(8, 0.0), v(8, 1.0)],
        7,
        "The seventh pair comes home, and the offset is 0 again.",
    ),
];

/// Every step in order.
pub fn all() -> impl Iterator<Item = &'static Step> {
    FIRST.iter().chain(&SECOND).chain(&THIRD).chain(&REST)
}

/// Every step with the pairs as they are after it.
pub fn told() -> Vec<(&'static Step, Pairs)> {
    let after = |pairs: &mut Pairs, step: &'static Step| {
        step.settings.iter().for_each(|setting| setting.apply(pairs));
        Some((step, *pairs))
    };
    all().scan(Pairs::default(), after).collect()
}

/// The pairs after the last step.
pub fn tuned() -> Pairs {
    told().last().map_or_else(Pairs::default, |&(_, pairs)| pairs)
}

/// Where the part ends that the first `finished` pairs draw.
pub fn finished_up_to(finished: usize) -> f64 {
    let last = finished.min(PAIRS).checked_sub(1).and_then(|last| tuned().0[last].area());
    last.map_or(0.0, |(_, to)| to)
}
