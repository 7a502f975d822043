//! Two searches over lines: the best of all lines, and the settings of three sliders.

use crate::plane::{Line, Point, dot, from_to, length};
use crate::separation::hull;
use nn::elementary::min;

/// A line that leaves as many points as any line can on the side of their class.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BestLine {
    /// How many points are on their side.
    pub right: usize,
    /// A point that the line passes by, closer than any other.
    pub by: Point,
    /// Its slope; of equally good lines, the levellest is taken.
    pub slope: f64,
}

/// The best of all lines: `first` on one side, `second` on the other.
///
/// Whatever a line achieves, it still achieves after being moved and turned until it passes by two points, give or
/// take those two; so it is enough to turn a line once around each point. With three points on one line this may miss
/// a way to part them.
pub fn best_line(first: &[Point], second: &[Point]) -> Option<BestLine> {
    let labelled = |points: &[Point], second: bool| points.iter().map(|&p| (p, second)).collect::<Vec<_>>();
    let points = [labelled(first, false), labelled(second, true)].concat();
    let lines = (0..points.len()).filter_map(|pivot| best_around(pivot, &points));
    lines.max_by(|a, b| a.right.cmp(&b.right).then(b.slope.abs().total_cmp(&a.slope.abs())))
}

/// The best of the lines that pass close by a point.
fn best_around(pivot: usize, points: &[(Point, bool)]) -> Option<BestLine> {
    let by = points[pivot].0;
    let others = points.iter().enumerate().filter(|&(index, _)| index != pivot);
    // The slope at which the turning line meets another point; and whether from there on that point is on the side
    // of its class, if the second class belongs on the left.
    let mut events: Vec<(f64, bool)> = others
        .map(|(_, &(point, second))| {
            let [across, up] = from_to(by, point);
            let behind = across < 0.0 || (across == 0.0 && up < 0.0);
            (if across == 0.0 { f64::INFINITY } else { up / across }, second == behind)
        })
        .collect();
    events.sort_unstable_by(|(a, _), (b, _)| a.total_cmp(b));
    let mut right = events.iter().filter(|(_, gains)| !gains).count();
    let after = events.windows(2).map(|pair| {
        let [(slope, gains), (next, _)] = [pair[0], pair[1]];
        right = if gains { right + 1 } else { right - 1 };
        // A small shift puts the point itself on its own side.
        BestLine { right: right.max(events.len() - right) + 1, by, slope: (slope + next) / 2.0 }
    });
    after.max_by_key(|line| line.right)
}

/// Each slider goes from -3 to 3 in steps of 0.1; this many steps each way.
const STEPS: i32 = 30;

/// What the settings of three sliders achieve: two weights and a bias.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sliders {
    /// How many settings there are, without those that set both weights to 0.
    pub settings: usize,
    /// How many of them separate the two sets, the second on the positive side.
    pub separating: usize,
    /// The separating setting with the widest margin, of equals the one with the smallest weights.
    pub best: Option<(Line, f64)>,
}

// ANCHOR: sliders
/// Tries every setting of the three sliders.
pub fn sliders(first: &[Point], second: &[Point]) -> Sliders {
    let (first, second) = (hull(first), hull(second));
    let mut found = Sliders { settings: 0, separating: 0, best: None };
    for w in weights() {
        let (highest, lowest) = (-lowest(&first, w.map(|w| -w)), lowest(&second, w));
        for b in (-STEPS..=STEPS).map(tenths) {
            found.count(Line { w, b }, min(lowest + b, -highest - b));
        }
    }
    found
}
// ANCHOR_END: sliders

/// The lowest of the points in a direction.
fn lowest(points: &[Point], direction: Point) -> f64 {
    points.iter().map(|&point| dot(direction, point)).fold(f64::INFINITY, min)
}

/// Every pair of weights but (0, 0), the small ones first.
fn weights() -> impl Iterator<Item = Point> {
    let mut pairs: Vec<(i32, i32)> = (-STEPS..=STEPS)
        .flat_map(|i| (-STEPS..=STEPS).map(move |j| (i, j)))
        .filter(|&pair| pair != (0, 0))
        .collect();
    pairs.sort_by_key(|(i, j)| i * i + j * j);
    pairs.into_iter().map(|(i, j)| [tenths(i), tenths(j)])
}

fn tenths(steps: i32) -> f64 {
    f64::from(steps) / 10.0
}

impl Sliders {
    fn count(&mut self, line: Line, smallest_logit: f64) {
        /// Multiples of one line have the same margin but for rounding.
        const SAME: f64 = 1e-9;
        self.settings += 1;
        if smallest_logit > 0.0 {
            self.separating += 1;
            let margin = smallest_logit / length(line.w);
            if self.best.is_none_or(|(_, best)| margin > best + SAME) {
                self.best = Some((line, margin));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn right(first: &[Point], second: &[Point]) -> usize {
        best_line(first, second).unwrap().right
    }

    #[test]
    fn separable_points_are_all_right() {
        let (low, high) = ([[0.0, 0.0], [1.0, 0.1], [2.0, -0.3]], [[0.5, 1.0], [1.7, 0.9]]);
        assert_eq!(right(&low, &high), 5);
        assert_eq!(right(&high, &low), 5);
    }

    #[test]
    fn of_the_four_corners_by_turns_one_is_wrong() {
        assert_eq!(right(&[[0.0, 0.0], [1.0, 1.0]], &[[0.0, 1.0], [1.0, 0.0]]), 3);
    }

    #[test]
    fn a_point_inside_a_triangle_is_given_up() {
        let triangle = [[-3.0, -2.0], [3.1, -2.1], [0.2, 4.0]];
        assert_eq!(right(&triangle, &[[0.1, 0.2]]), 3);
    }

    #[test]
    fn sliders_find_the_widest_setting_on_their_scale() {
        let found = sliders(&[[0.0, -1.0], [5.0, -1.0]], &[[0.0, 1.0], [5.0, 1.0]]);
        let (line, margin) = found.best.unwrap();
        assert_eq!(found.settings, 61 * 61 * 61 - 61);
        assert_eq!((line, margin), (Line { w: [0.0, 0.1], b: 0.0 }, 1.0));
        assert_eq!(sliders(&[[0.0, 0.0]], &[[0.0, 0.0]]).separating, 0);
    }
}
