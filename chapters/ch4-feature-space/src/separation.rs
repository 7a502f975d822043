//! Can a line separate two sets of points? The line with the widest margin, or the point that forbids every line.
//!
//! Two sets can be separated exactly when their convex hulls do not meet, and the hulls meet exactly when the origin
//! lies in the hull of all differences. That polygon has no more corners than the two hulls together, so the answer is
//! exact and takes no iteration: its nearest point to the origin joins the two nearest points of the hulls.

use crate::plane::{Line, Point, cross, dot, from_to, length};
use nn::elementary::min;
use std::cmp::Ordering;

/// Hulls nearer to each other than this are said to touch: it is what rounding leaves of coordinates around 1.
const TOUCHING: f64 = 1e-12;

/// How two sets of points stand to each other.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// A line separates them.
    Apart {
        /// The line with the widest margin, positive on the second set's side and ±1 at the nearest points.
        line: Line,
        /// How far the nearest points of either set are from it.
        margin: f64,
    },
    /// No line does: the same weighted mean of points of either set is one point.
    Shared {
        /// That point.
        at: Point,
        /// A weight, the point of the first set that has it, and the one of the second.
        means: Vec<(f64, Point, Point)>,
    },
}

impl Verdict {
    /// The widest margin that a line can have; `None` if no line separates the sets.
    pub fn margin(&self) -> Option<f64> {
        match self {
            Self::Apart { margin, .. } => Some(*margin),
            Self::Shared { .. } => None,
        }
    }

    /// The line with the widest margin, if there is one.
    pub fn line(&self) -> Option<Line> {
        match self {
            Self::Apart { line, .. } => Some(*line),
            Self::Shared { .. } => None,
        }
    }
}

/// Whether a line separates two sets of points, with the proof. Neither set is empty.
pub fn separate(first: &[Point], second: &[Point]) -> Verdict {
    let corners = differences(&hull(first), &hull(second));
    if let Some(means) = around_origin(&corners) {
        return shared(means);
    }
    let sides = corners.iter().zip(corners.iter().cycle().skip(1));
    let nearest =
        sides.map(|(from, to)| Nearest::on(from, to)).min_by(|a, b| a.distance.total_cmp(&b.distance));
    match nearest {
        Some(nearest) if nearest.distance > TOUCHING => nearest.line(),
        Some(Nearest { t, from, to, .. }) => {
            shared(vec![(1.0 - t, from.first, from.second), (t, to.first, to.second)])
        }
        None => Verdict::Shared { at: [0.0, 0.0], means: Vec::new() },
    }
}

fn shared(means: Vec<(f64, Point, Point)>) -> Verdict {
    let at = [0, 1].map(|axis| means.iter().map(|(weight, first, _)| weight * first[axis]).sum());
    Verdict::Shared { at, means }
}

/// The corners of the convex hull, anticlockwise from the leftmost (the lowest of those), without points on its sides.
///
/// Andrew's monotone chain (1979).
pub fn hull(points: &[Point]) -> Vec<Point> {
    let mut sorted = points.to_vec();
    // Curves often come in order.
    if !sorted.is_sorted_by(|a, b| rightwards(a, b).is_le()) {
        sorted.sort_by(rightwards);
    }
    sorted.dedup();
    if sorted.len() < 3 {
        return sorted;
    }
    let mut corners = chain(sorted.iter());
    let upper = chain(sorted.iter().rev());
    corners.pop();
    corners.extend(&upper[..upper.len() - 1]);
    corners
}

/// The order from left to right, and from the lowest up where that is the same.
fn rightwards(a: &Point, b: &Point) -> Ordering {
    a[0].total_cmp(&b[0]).then(a[1].total_cmp(&b[1]))
}

/// The chain of left turns through points sorted along an axis.
fn chain<'a>(points: impl Iterator<Item = &'a Point>) -> Vec<Point> {
    let mut chain: Vec<Point> = Vec::new();
    for &point in points {
        while let [.., a, b] = chain[..]
            && cross(from_to(a, b), from_to(a, point)) <= 0.0
        {
            chain.pop();
        }
        chain.push(point);
    }
    chain
}

/// A corner of the hull of all differences, second minus first, and the two points it is the difference of.
#[derive(Clone, Copy, Debug)]
struct Corner {
    at: Point,
    first: Point,
    second: Point,
}

/// The corners of the hull of all differences, anticlockwise: the sides of both hulls, sorted by direction.
fn differences(first: &[Point], second: &[Point]) -> Vec<Corner> {
    // A hull through the origin is the same hull, which begins elsewhere.
    let mut mirrored: Vec<Point> = first.iter().map(|p| p.map(|x| -x)).collect();
    let begin = (0..mirrored.len()).min_by(|&i, &j| rightwards(&mirrored[i], &mirrored[j]));
    mirrored.rotate_left(begin.unwrap_or_default());
    let (mut i, mut j) = (0, 0);
    let mut corners = Vec::with_capacity(mirrored.len() + second.len());
    while i < mirrored.len() || j < second.len() {
        let (a, b) = (mirrored[i % mirrored.len()], second[j % second.len()]);
        corners.push(Corner { at: [a[0] + b[0], a[1] + b[1]], first: a.map(|x| -x), second: b });
        let along_first = from_to(a, mirrored[(i + 1) % mirrored.len()]);
        let along_second = from_to(b, second[(j + 1) % second.len()]);
        let turn = if i == mirrored.len() {
            -1.0
        } else if j == second.len() {
            1.0
        } else {
            anticlockwise(along_first, along_second)
        };
        i += usize::from(turn >= 0.0);
        j += usize::from(turn <= 0.0);
    }
    corners
}

/// Positive if direction `a` comes before `b` on the way round from straight down, anticlockwise.
fn anticlockwise(a: Point, b: Point) -> f64 {
    let half = |d: Point| i8::from(d[0] < 0.0 || (d[0] == 0.0 && d[1] < 0.0));
    match half(b) - half(a) {
        0 => cross(a, b),
        later => f64::from(later),
    }
}

/// If the origin is inside the polygon: the weights of three corners whose mean it is.
fn around_origin(corners: &[Corner]) -> Option<Vec<(f64, Point, Point)>> {
    let inside = corners.iter().zip(corners.iter().cycle().skip(1)).all(|(a, b)| cross(a.at, b.at) > 0.0);
    let (&apex, fan) = corners.split_first()?;
    if !inside || fan.len() < 2 {
        return None;
    }
    let weighted = fan.windows(2).map(|pair| {
        let triangle = [apex, pair[0], pair[1]];
        let [a, b, c] = triangle.map(|corner| corner.at);
        let parts = [cross(b, c), cross(c, a), cross(a, b)];
        let whole: f64 = parts.iter().sum();
        (parts.map(|part| part / whole), triangle)
    });
    let smallest = |weights: &[f64; 3]| weights.iter().copied().fold(f64::INFINITY, min);
    let (weights, triangle) = weighted.max_by(|(a, _), (b, _)| smallest(a).total_cmp(&smallest(b)))?;
    Some(weights.into_iter().zip(triangle).map(|(weight, c)| (weight, c.first, c.second)).collect())
}

/// The point of a side that is nearest to the origin.
#[derive(Clone, Copy, Debug)]
struct Nearest {
    /// How far along the side, from 0 to 1.
    t: f64,
    from: Corner,
    to: Corner,
    distance: f64,
}

impl Nearest {
    fn on(from: &Corner, to: &Corner) -> Self {
        let side = from_to(from.at, to.at);
        let square = dot(side, side);
        let t = if square > 0.0 { (-dot(from.at, side) / square).clamp(0.0, 1.0) } else { 0.0 };
        let distance = length(between(from.at, to.at, t));
        Self { t, from: *from, to: *to, distance }
    }

    fn line(&self) -> Verdict {
        let first = between(self.from.first, self.to.first, self.t);
        let second = between(self.from.second, self.to.second, self.t);
        let across = from_to(first, second);
        let w = across.map(|x| 2.0 * x / dot(across, across));
        let middle = between(first, second, 0.5);
        Verdict::Apart { line: Line { w, b: -dot(w, middle) }, margin: self.distance / 2.0 }
    }
}

/// The point `t` of the way from `a` to `b`.
fn between(a: Point, b: Point, t: f64) -> Point {
    [0, 1].map(|axis| (1.0 - t) * a[axis] + t * b[axis])
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: [Point; 5] = [[0.0, 0.0], [1.0, 1.0], [1.0, 0.0], [0.0, 1.0], [0.5, 0.5]];

    fn moved(points: &[Point], by: Point) -> Vec<Point> {
        points.iter().map(|p| [p[0] + by[0], p[1] + by[1]]).collect()
    }

    #[test]
    fn a_hull_has_its_corners_only() {
        assert_eq!(hull(&SQUARE), [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]]);
        assert_eq!(hull(&[[0.0, 0.0], [1.0, 1.0], [2.0, 2.0], [1.0, 1.0]]), [[0.0, 0.0], [2.0, 2.0]]);
        assert_eq!(hull(&[[3.0, 4.0], [3.0, 4.0]]), [[3.0, 4.0]]);
    }

    #[test]
    fn squares_side_by_side_have_half_their_gap_as_margin() {
        let verdict = separate(&SQUARE, &moved(&SQUARE, [1.5, 0.25]));
        let Verdict::Apart { line, margin } = verdict else { panic!("{verdict:?}") };
        assert_eq!((margin, line), (0.25, Line { w: [4.0, 0.0], b: -5.0 }));
    }

    #[test]
    fn corner_to_corner() {
        let verdict = separate(&moved(&SQUARE, [4.0, 5.0]), &SQUARE);
        let Verdict::Apart { line, margin } = verdict else { panic!("{verdict:?}") };
        assert!((margin - 2.5).abs() < 1e-15);
        assert!((line.side([1.0, 1.0]) - 1.0).abs() < 1e-15 && (line.side([4.0, 5.0]) + 1.0).abs() < 1e-15);
    }

    #[test]
    fn points_and_segments_are_hulls_too() {
        assert_eq!(separate(&[[0.0, 0.0]], &[[0.0, 2.0]]).margin(), Some(1.0));
        let segment = [[-1.0, 1.0], [1.0, 1.0]];
        assert_eq!(separate(&[[0.0, 0.0]], &segment).margin(), Some(0.5));
        assert_eq!(separate(&segment, &[[0.5, 1.0]]).margin(), None);
        assert_eq!(separate(&segment, &[[0.0, 0.0], [0.0, 3.0]]).margin(), None);
        assert_eq!(separate(&segment, &[[2.0, 1.0], [3.0, 1.0]]).margin(), Some(0.5));
    }

    #[test]
    fn a_shared_point_is_a_mean_of_both_sets() {
        let triangle = [[0.2, 0.3], [3.0, 0.4], [2.0, 3.0]];
        let Verdict::Shared { at, means } = separate(&SQUARE, &triangle) else { panic!() };
        let mean = |pick: fn(&(f64, Point, Point)) -> Point| {
            [0, 1].map(|axis| means.iter().map(|m| m.0 * pick(m)[axis]).sum::<f64>())
        };
        let (first, second) = (mean(|m| m.1), mean(|m| m.2));
        assert!(length(from_to(first, second)) < 1e-15 && length(from_to(first, at)) < 1e-15);
        assert!((means.iter().map(|m| m.0).sum::<f64>() - 1.0).abs() < 1e-15);
        assert!(means.iter().all(|m| m.0 >= 0.0 && SQUARE.contains(&m.1) && triangle.contains(&m.2)));
    }

    #[test]
    fn the_line_agrees_with_every_pair_of_points() {
        // Two rings of points: the nearest pair decides, and no line does better than half its distance.
        let ring = |centre: Point, count: u32| -> Vec<Point> {
            let turn = |i: u32| f64::from(i) * std::f64::consts::TAU / f64::from(count);
            let at = |t: f64| [centre[0] + nn::elementary::cos(t), centre[1] + nn::elementary::sin(t)];
            (0..count).map(|i| at(turn(i))).collect()
        };
        let (left, right) = (ring([-2.0, 0.3], 40), ring([1.5, -0.8], 31));
        let Verdict::Apart { line, margin } = separate(&left, &right) else { panic!() };
        let nearest = |points: &[Point], sign: f64| {
            points.iter().map(|&p| sign * line.distance(p)).fold(f64::INFINITY, min)
        };
        assert!((nearest(&left, -1.0) - margin).abs() < 1e-14);
        assert!((nearest(&right, 1.0) - margin).abs() < 1e-14);
        let pairs = left.iter().flat_map(|&a| right.iter().map(move |&b| length(from_to(a, b))));
        assert!(pairs.fold(f64::INFINITY, min) >= 2.0 * margin);
    }
}
