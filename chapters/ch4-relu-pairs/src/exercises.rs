//! What the chapter's exercises are checked against.

use crate::pair::Pair;
use crate::text::exact;
use lesson::exercise::Check;

/// The points that the reader's pairs are to join: a valley, a hill with a level top, and an end that is not 0, so
/// that missing offsets do not cancel.
const DOTS: [(f64, f64); 6] = [(-1.0, 0.0), (-0.5, -1.0), (0.0, 0.5), (0.25, 2.0), (0.5, 2.0), (1.0, 0.5)];

/// The checks of `exercises/ramp.rs`, for the reader's pair from (`start`, 0) to (`end`, `rise`).
pub fn ramp(ramp: impl Fn(f64, f64, f64) -> Pair) -> Vec<Check> {
    let sections = DOTS.windows(2).map(|ends| (ends[0].0, ends[1].0, ends[1].1 - ends[0].1));
    let pairs: Vec<Pair> = sections.map(|(start, end, rise)| ramp(start, end, rise)).collect();
    let between = |left: (f64, f64), right: (f64, f64)| ((left.0 + right.0) / 2.0, (left.1 + right.1) / 2.0);
    let midpoints = DOTS.windows(2).map(|ends| between(ends[0], ends[1]));
    let mut wanted: Vec<(f64, f64)> =
        [(-2.0, 0.0)].into_iter().chain(DOTS).chain(midpoints).chain([(2.0, 0.5)]).collect();
    wanted.sort_by(|p, q| p.0.total_cmp(&q.0));
    let check = |(x, wanted): (f64, f64)| Check {
        question: format!("the sum of five ramps at {}", exact(x)),
        got: pairs.iter().map(|pair| pair.value(x)).sum::<f64>(),
        wanted,
        tolerance: 1e-12,
    };
    wanted.into_iter().map(check).collect()
}
