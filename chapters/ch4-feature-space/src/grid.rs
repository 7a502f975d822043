//! The square from -1 to 1 as a grid of lines, and what a map makes of it.

use crate::plane::{Affine, Point};
use nn::elementary::{max, min};

/// Lines each way.
pub const LINES: usize = 11;
/// Points a line.
pub const POINTS: usize = 1000;

/// The upright lines from left to right, then the level ones from bottom to top.
pub fn lines() -> Vec<Vec<Point>> {
    let (places, along) = (evenly(LINES), evenly(POINTS));
    let upright = places.iter().map(|&x| along.iter().map(|&y| [x, y]).collect());
    let level = places.iter().map(|&y| along.iter().map(|&x| [x, y]).collect());
    upright.chain(level).collect()
}

/// Where the same lines begin and end.
pub fn ends() -> Vec<[Point; 2]> {
    let places = evenly(LINES);
    let upright = places.iter().map(|&x| [[x, -1.0], [x, 1.0]]);
    let level = places.iter().map(|&y| [[-1.0, y], [1.0, y]]);
    upright.chain(level).collect()
}

/// So many numbers from -1 to 1 at equal distances.
fn evenly(count: usize) -> Vec<f64> {
    (0..count).map(|step| 2.0 * step as f64 / (count - 1) as f64 - 1.0).collect()
}

/// Every point of every line.
pub fn points() -> Vec<Point> {
    lines().concat()
}

/// The smallest and the largest of one coordinate.
pub fn range(points: &[Point], axis: usize) -> [f64; 2] {
    points
        .iter()
        .map(|point| point[axis])
        .fold([f64::INFINITY, f64::NEG_INFINITY], |[low, high], x| [min(low, x), max(high, x)])
}

/// The share of the points for which something holds.
pub fn share(points: &[Point], holds: impl Fn(&Point) -> bool) -> f64 {
    points.iter().filter(|point| holds(point)).count() as f64 / points.len() as f64
}

/// The share of the square's area on which a unit's pre-activation is not positive.
pub fn folded_area(affine: &Affine, unit: usize) -> f64 {
    let corners = [[-1.0, -1.0], [1.0, -1.0], [1.0, 1.0], [-1.0, 1.0]];
    let z = |point: Point| affine.apply(point)[unit];
    let mut kept: Vec<Point> = Vec::new();
    for (from, to) in corners.into_iter().zip(corners.into_iter().cycle().skip(1)) {
        if z(from) <= 0.0 {
            kept.push(from);
        }
        if (z(from) <= 0.0) != (z(to) <= 0.0) {
            let t = z(from) / (z(from) - z(to));
            kept.push([0, 1].map(|axis| from[axis] + t * (to[axis] - from[axis])));
        }
    }
    let sides = kept.iter().zip(kept.iter().cycle().skip(1));
    // A sum of nothing is -0; adding 0 takes its sign.
    sides.map(|(&a, &b)| crate::plane::cross(a, b)).sum::<f64>() / 8.0 + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grid_has_twenty_two_lines_from_rim_to_rim() {
        let lines = lines();
        assert_eq!((lines.len(), lines[0].len()), (2 * LINES, POINTS));
        assert_eq!((lines[0][0], lines[LINES][0]), ([-1.0, -1.0], [-1.0, -1.0]));
        assert_eq!((range(&points(), 0), range(&points(), 1)), ([-1.0, 1.0], [-1.0, 1.0]));
    }

    #[test]
    fn folded_areas_of_known_shapes() {
        let area = |w: Point, b: f64| folded_area(&Affine { w: [w, [0.0, 0.0]], b: [b, 0.0] }, 0);
        assert_eq!(area([1.0, 0.0], 0.0), 0.5);
        assert_eq!(area([0.0, -2.0], 1.0), 0.25);
        assert_eq!(area([1.0, 1.0], 1.0), 0.125);
        assert_eq!((area([1.0, 1.0], -3.0), area([1.0, 1.0], 3.0)), (1.0, 0.0));
        assert!(area([0.0, 0.0], 3.2).is_sign_positive());
    }
}
