//! The two pictures of a network: the bent space with its straight line, and the input plane with its bent one.

use crate::contour::{Raster, zero_between, zero_lines};
use crate::curves::Curves;
use crate::grid;
use crate::plane::{Hidden, Line, Network, Point, cross, from_to, length};
use lesson::figure::{Area, Axis, Cells, Curve, Dash, Ink, Mesh, Panel, Scatter};
use nn::elementary::max;

/// One point in so many is drawn.
const THINNED: usize = 8;
/// How finely the stills look for a boundary.
const STILL: Raster = Raster { columns: 63, rows: 50, halvings: 30 };
/// How finely they are tinted.
const FINE: Cells = Cells { columns: 88, rows: 70 };
/// The colour of the upper curve's points.
pub const UPPER: Ink = Ink::Orange;
/// The colour of the lower curve's points.
pub const LOWER: Ink = Ink::Purple;

/// The shape of a panel's plot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// That of most panels: low enough to stay in sight above its controls.
    Usual,
    /// That of the stills, for which a page has more room.
    Tall,
}

impl Shape {
    /// How much wider than high it is: boxes of this shape show squares as squares.
    const fn aspect(self) -> f64 {
        match self {
            Self::Usual => 1.8,
            Self::Tall => 1.26,
        }
    }
}

/// The part of a plane that a panel shows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    low: Point,
    high: Point,
    shape: Shape,
}

impl Window {
    /// The square from 0 to 1, where the sigmoid ends.
    pub const UNIT: Self = Self::at([0.5, 0.5], 0.6, Shape::Tall);

    /// The input plane with a little air around the square from -1 to 1.
    pub const fn input(shape: Shape) -> Self {
        Self::at([0.0, 0.0], 1.2, shape)
    }

    /// The window of this shape around a middle, half as high as said.
    const fn at([across, up]: Point, half: f64, shape: Shape) -> Self {
        let wide = half * shape.aspect();
        Self { low: [across - wide, up - half], high: [across + wide, up + half], shape }
    }

    /// The smallest window of the shape around these points, with a little air.
    pub fn around(points: &[Point], shape: Shape) -> Self {
        let [x, y] = [0, 1].map(|axis| grid::range(points, axis));
        let half = max(max(y[1] - y[0], (x[1] - x[0]) / shape.aspect()), 0.2) * 0.55;
        Self::at([(x[0] + x[1]) / 2.0, (y[0] + y[1]) / 2.0], half, shape)
    }

    /// Around the grid as a hidden layer bends it.
    pub fn of(hidden: &Hidden) -> Self {
        Self::around(&hidden.bend_all(&grid::points()), Shape::Tall)
    }

    /// An empty panel that shows this window.
    pub fn panel(&self, x: &str, y: &str) -> Panel {
        let panel =
            Panel::new(Axis::new(x, self.low[0]..=self.high[0]), Axis::new(y, self.low[1]..=self.high[1]));
        match self.shape {
            Shape::Usual => panel,
            Shape::Tall => panel.tall(),
        }
    }

    /// Its middle.
    pub fn middle(&self) -> Point {
        [0, 1].map(|axis| (self.low[axis] + self.high[axis]) / 2.0)
    }

    /// Whether it shows a point.
    pub fn holds(&self, (across, up): (f64, f64)) -> bool {
        (self.low[0]..=self.high[0]).contains(&across) && (self.low[1]..=self.high[1]).contains(&up)
    }

    /// Whether a line passes through it.
    pub fn meets(&self, line: &Line) -> bool {
        let [[left, bottom], [right, top]] = [self.low, self.high];
        let sides =
            [[left, bottom], [right, bottom], [right, top], [left, top]].map(|corner| line.side(corner));
        sides.iter().any(|side| *side <= 0.0) && sides.iter().any(|side| *side >= 0.0)
    }

    /// How high it is.
    pub fn height(&self) -> f64 {
        self.high[1] - self.low[1]
    }
}

/// The grid and the points as a hidden layer bends them. The title says which.
pub fn bent(hidden: &Hidden, window: &Window, title: &str) -> Panel {
    let tolerance = window.height() / 1500.0;
    let line = |line: Vec<Point>| pairs(&thinned(&hidden.bend_all(&line), tolerance));
    let mesh = Mesh {
        label: "the square from -1 to 1, bent".to_owned(),
        ink: Ink::Muted,
        lines: grid::lines().into_iter().map(line).collect(),
    };
    let curves = Curves::sampled().bent(hidden);
    window.panel("h₁", &format!("h₂, {title}")).with(mesh).with_all(scattered(&curves))
}

/// The same with the line of the output unit.
pub fn separated(hidden: &Hidden, line: Line, window: &Window, title: &str) -> Panel {
    bent(hidden, window, title).with(straight(line, window).dashed(Dash::Dashed))
}

/// The points in the input plane, the network's boundary, and a tint where it answers "lower".
pub fn inputs(network: &Network, label: &str, ink: Ink, title: &str) -> Panel {
    let logit = |point: Point| network.logit(point);
    let window = Window::input(Shape::Tall);
    window
        .panel("x₁", &format!("x₂{title}"))
        .with_all(positive(&logit, &window, FINE))
        .with_all(scattered(&Curves::sampled()))
        .with_all(boundary(&logit, &[], (label, ink), &window, STILL))
}

/// The line of the input plane where the logit is 0, the longest piece first, which has the label. It may have corners
/// where it crosses a kink.
pub fn boundary(
    logit: &dyn Fn(Point) -> f64,
    kinks: &[Line],
    (label, ink): (&str, Ink),
    window: &Window,
    raster: Raster,
) -> Vec<Curve> {
    let mut lines = zero_lines(logit, window.low, window.high, raster);
    lines.sort_by_key(|line| std::cmp::Reverse(line.len()));
    let curve = |points: Vec<Point>| {
        let cornered = cornered(&points, kinks, logit, raster.halvings);
        Curve::through("", ink, pairs(&thinned(&cornered, window.height() / 3000.0)))
    };
    let mut curves: Vec<Curve> = lines.into_iter().map(curve).collect();
    if let Some(longest) = curves.first_mut() {
        label.clone_into(&mut longest.label);
    }
    curves
}

/// Where a step of a zero line crosses a kink, the zero on the kink is its corner.
fn cornered(points: &[Point], kinks: &[Line], logit: &dyn Fn(Point) -> f64, halvings: u32) -> Vec<Point> {
    let corner = |kink: &Line, from: Point, to: Point| {
        let [before, after] = [from, to].map(|point| kink.side(point));
        if before * after >= 0.0 {
            return None;
        }
        let (t, reach) = (before / (before - after), length(from_to(from, to)) / length(kink.w));
        let end = |sign: f64| {
            let along = [-kink.w[1], kink.w[0]].map(|w| sign * reach * w);
            [0, 1].map(|axis| from[axis] + t * (to[axis] - from[axis]) + along[axis])
        };
        let [one, other] = [end(-1.0), end(1.0)];
        ((logit(one) > 0.0) != (logit(other) > 0.0)).then(|| zero_between(logit, one, other, halvings))
    };
    let mut all = Vec::with_capacity(points.len());
    for (place, &point) in points.iter().enumerate() {
        if place > 0 {
            all.extend(kinks.iter().filter_map(|kink| corner(kink, points[place - 1], point)));
        }
        all.push(point);
    }
    all
}

/// Every so many points of either class.
pub fn scattered(curves: &Curves) -> [Scatter; 2] {
    let dots = |label: &str, ink, points: &[Point]| {
        let kept: Vec<Point> = points.iter().skip(THINNED / 2).step_by(THINNED).copied().collect();
        Scatter { label: label.into(), ink, radius: 0.45, points: pairs(&kept) }
    };
    [dots("upper", UPPER, &curves.upper), dots("lower", LOWER, &curves.lower)]
}

/// A straight line across a window and beyond, from left to right.
pub fn straight(line: Line, window: &Window) -> Curve {
    let size = length(line.w);
    let [along, across] = [[-line.w[1] / size, line.w[0] / size], [line.w[0] / size, line.w[1] / size]];
    let middle = window.middle();
    let aside = line.distance(middle);
    let end = |distance: f64| [0, 1].map(|axis| middle[axis] - aside * across[axis] + distance * along[axis]);
    let reach = 2.0 * window.shape.aspect() * window.height();
    let mut ends = [end(-reach), end(reach)];
    ends.sort_by(|one, other| one[0].total_cmp(&other[0]));
    Curve::through("", Ink::Ink, pairs(&ends))
}

/// The cells of the input plane in which the logit is positive, if it is anywhere.
pub fn positive(logit: &dyn Fn(Point) -> f64, window: &Window, cells: Cells) -> Option<Area> {
    let panel = window.panel("x₁", "x₂");
    let lower: Vec<bool> = cells.middles(&panel).map(|(across, up)| logit([across, up]) > 0.0).collect();
    let area = cells.area(&panel, &lower, &true, "where the network answers lower", LOWER);
    (!area.blocks.is_empty()).then_some(area)
}

/// The points of a line that are needed to draw it to within a tolerance, after Douglas and Peucker (1973).
pub fn thinned(line: &[Point], tolerance: f64) -> Vec<Point> {
    let [from, .., to] = *line else { return line.to_vec() };
    let chord = from_to(from, to);
    let reach = length(chord);
    let stray = |point: &Point| {
        let way = from_to(from, *point);
        if reach > tolerance { cross(chord, way).abs() / reach } else { length(way) }
    };
    let strays = line.iter().map(stray).enumerate();
    match strays.max_by(|a, b| a.1.total_cmp(&b.1)) {
        Some((farthest, stray)) if stray > tolerance => {
            let mut kept = thinned(&line[..=farthest], tolerance);
            kept.pop();
            kept.extend(thinned(&line[farthest..], tolerance));
            kept
        }
        _ => vec![from, to],
    }
}

pub(crate) fn pairs(points: &[Point]) -> Vec<(f64, f64)> {
    points.iter().map(|&[x, y]| (x, y)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_network_that_answers_upper_everywhere_has_nothing_to_tint() {
        let window = Window::input(Shape::Tall);
        assert_eq!(positive(&|_| -1.0, &window, FINE), None);
        assert!(positive(&|_| 1.0, &window, FINE).is_some());
    }

    #[test]
    fn straight_runs_are_thinned_and_corners_kept() {
        let hinge: Vec<Point> = (-50..=50).map(|i| f64::from(i) / 50.0).map(|x| [x, max(x, 0.0)]).collect();
        assert_eq!(thinned(&hinge, 1e-9), [[-1.0, 0.0], [0.0, 0.0], [1.0, 1.0]]);
        assert_eq!(thinned(&[[0.0, 0.0], [1.0, 5.0]], 1.0).len(), 2);
        let there_and_back = [[0.0, 0.0], [1.0, 0.0], [0.0, 0.0]];
        assert_eq!(thinned(&there_and_back, 0.1), there_and_back);
    }

    #[test]
    fn a_window_has_the_shape_of_the_plot_and_holds_its_points() {
        for shape in [Shape::Usual, Shape::Tall] {
            let window = Window::around(&[[3.0, -1.0], [4.0, 7.0]], shape);
            let width = window.high[0] - window.low[0];
            assert!((width / window.height() - shape.aspect()).abs() < 1e-12);
            assert!(window.low[1] < -1.0 && window.high[1] > 7.0);
        }
    }

    #[test]
    fn a_boundary_has_its_corner_on_the_kink() {
        let kink = Line { w: [2.0, 0.0], b: -0.25 };
        let logit = |[x, y]: Point| y - max(2.0 * x - 0.25, 0.0);
        let (window, raster) = (Window::input(Shape::Usual), Raster { columns: 9, rows: 7, halvings: 30 });
        let [line] = &boundary(&logit, &[kink], ("", Ink::Blue), &window, raster)[..] else { panic!() };
        let [_, corner, _] = line.points[..] else { panic!("{:?}", line.points) };
        assert!((corner.0 - 0.125).abs() < 1e-8 && corner.1.abs() < 1e-8, "{corner:?}");
    }

    #[test]
    fn the_straight_line_is_where_the_logit_is_zero() {
        let line = Line { w: [2.0, -1.0], b: 0.5 };
        for (x, y) in straight(line, &Window::input(Shape::Tall)).points {
            assert!(line.side([x, y]).abs() < 1e-12);
        }
    }
}
