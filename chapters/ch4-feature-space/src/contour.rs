//! The line along which a function of the plane is zero: marching squares, after Lorensen and Cline (1987).

use crate::plane::Point;
use std::collections::BTreeMap;

/// A side of a cell of the raster: the node at its left or lower end, and whether it goes up.
type Side = (usize, usize, bool);

/// How finely a zero line is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raster {
    /// Cells from left to right.
    pub columns: usize,
    /// Cells from bottom to top.
    pub rows: usize,
    /// How often the side of a cell is halved to find where the line crosses it.
    pub halvings: u32,
}

/// The pieces of the zero line of `f` in a box, as seen on a raster.
pub fn zero_lines(
    f: impl Fn(Point) -> f64,
    low: Point,
    high: Point,
    Raster { columns, rows, halvings }: Raster,
) -> Vec<Vec<Point>> {
    let node = |i: usize, j: usize| {
        let along = |axis: usize, step: usize, steps: usize| {
            low[axis] + (high[axis] - low[axis]) * step as f64 / steps as f64
        };
        [along(0, i, columns), along(1, j, rows)]
    };
    let positive: Vec<Vec<bool>> =
        (0..=columns).map(|i| (0..=rows).map(|j| f(node(i, j)) > 0.0).collect()).collect();
    let mut joined = Vec::new();
    for (i, j) in (0..columns).flat_map(|i| (0..rows).map(move |j| (i, j))) {
        let corners = [positive[i][j], positive[i + 1][j], positive[i + 1][j + 1], positive[i][j + 1]];
        let middle = || f(middle(node(i, j), node(i + 1, j + 1))) > 0.0;
        joined.extend(joins(corners, middle).into_iter().map(|pair| pair.map(|side| named(i, j, side))));
    }
    let crossing = |(i, j, up): Side| {
        let end = if up { node(i, j + 1) } else { node(i + 1, j) };
        zero_between(&f, node(i, j), end, halvings)
    };
    walks(joined).into_iter().map(|walk| walk.into_iter().map(crossing).collect()).collect()
}

/// Which sides of a cell the zero line joins: 0 is the lower side, and on anticlockwise.
fn joins(corners: [bool; 4], middle: impl Fn() -> bool) -> Vec<[usize; 2]> {
    let crossed: Vec<usize> = (0..4).filter(|&side| corners[side] != corners[(side + 1) % 4]).collect();
    match crossed[..] {
        [a, b] => vec![[a, b]],
        // Opposite corners agree: the middle says which of them are connected.
        [_, _, _, _] if middle() == corners[0] => vec![[0, 1], [2, 3]],
        [_, _, _, _] => vec![[3, 0], [1, 2]],
        _ => Vec::new(),
    }
}

fn middle(a: Point, b: Point) -> Point {
    [(a[0] + b[0]) / 2.0, (a[1] + b[1]) / 2.0]
}

fn named(i: usize, j: usize, side: usize) -> Side {
    match side {
        0 => (i, j, false),
        1 => (i + 1, j, true),
        2 => (i, j + 1, false),
        _ => (i, j, true),
    }
}

/// The joined sides as walks: first those that end at the rim, then those that close.
fn walks(joined: Vec<[Side; 2]>) -> Vec<Vec<Side>> {
    let mut next: BTreeMap<Side, Vec<Side>> = BTreeMap::new();
    for [a, b] in joined {
        next.entry(a).or_default().push(b);
        next.entry(b).or_default().push(a);
    }
    let ends = next.iter().filter(|(_, others)| others.len() == 1).map(|(&side, _)| side);
    let starts: Vec<Side> = ends.chain(next.keys().copied()).collect();
    starts.into_iter().map(|start| walk(start, &mut next)).filter(|walk| walk.len() > 1).collect()
}

/// Follows the joins from a side, and takes them away.
fn walk(start: Side, next: &mut BTreeMap<Side, Vec<Side>>) -> Vec<Side> {
    let mut walk = vec![start];
    let mut at = start;
    while let Some(to) = next.get_mut(&at).and_then(Vec::pop) {
        if let Some(back) = next.get_mut(&to) {
            back.retain(|&side| side != at);
        }
        walk.push(to);
        at = to;
    }
    walk
}

/// Where the sign changes on the way from `a` to `b`, by halving.
pub fn zero_between(f: impl Fn(Point) -> f64, mut a: Point, mut b: Point, halvings: u32) -> Point {
    let rises = f(b) > 0.0;
    for _ in 0..halvings {
        let halfway = middle(a, b);
        *(if (f(halfway) > 0.0) == rises { &mut b } else { &mut a }) = halfway;
    }
    a
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plane::length;

    const LOW: Point = [-2.0, -2.0];
    const HIGH: Point = [2.0, 2.0];

    fn raster(columns: usize, rows: usize) -> Raster {
        Raster { columns, rows, halvings: 30 }
    }

    #[test]
    fn a_circle_is_one_closed_line() {
        let lines = zero_lines(|p| length(p) - 1.3, LOW, HIGH, raster(17, 23));
        let [circle] = lines.as_slice() else { panic!("{} lines", lines.len()) };
        assert_eq!(circle.first(), circle.last());
        assert!(circle.iter().all(|&p| (length(p) - 1.3).abs() < 1e-8));
    }

    #[test]
    fn a_straight_line_goes_from_rim_to_rim() {
        let lines = zero_lines(|[x, y]| x + 2.0 * y - 0.3, LOW, HIGH, raster(10, 10));
        let [line] = lines.as_slice() else { panic!("{} lines", lines.len()) };
        let at_rim = |p: &Point| p.iter().any(|x| (x.abs() - 2.0).abs() < 1e-8);
        assert!(line.first().is_some_and(at_rim) && line.last().is_some_and(at_rim));
    }

    #[test]
    fn two_branches_of_a_hyperbola_stay_apart() {
        assert_eq!(zero_lines(|[x, y]| x * y - 0.01, LOW, HIGH, raster(8, 8)).len(), 2);
        assert_eq!(zero_lines(|[x, y]| x * y + 0.01, LOW, HIGH, raster(8, 8)).len(), 2);
    }

    #[test]
    fn where_nothing_changes_sign_there_is_no_line() {
        assert!(zero_lines(|_| -1.0, LOW, HIGH, raster(4, 4)).is_empty());
    }
}
