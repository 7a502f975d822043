//! Alternative text: what a figure shows, in words, from the data it draws.

use super::mark::{Block, Curve, Mark, Scatter, Side};
use super::text::number;
use super::ticks::Ticks;
use super::{Figure, Panel};
use std::iter;

/// More turns than this are counted, not told.
const MOST_RUNS: usize = 6;
/// A run counts as straight if no point strays from its chord by more than this part of the rise.
const STRAIGHT: f64 = 1e-6;
/// A rise of no more than this part of the height is rounding.
const ROUNDING: f64 = 1e-12;

pub(super) fn figure(figure: &Figure) -> String {
    let panels = figure.panels.iter().enumerate().map(|(index, panel)| {
        let lead = if figure.panels.len() > 1 { format!("Panel {}: ", index + 1) } else { String::new() };
        format!("{lead}{}", self::panel(panel))
    });
    panels.collect::<Vec<_>>().join(" ")
}

fn panel(panel: &Panel) -> String {
    let (x, y) = (&panel.x, &panel.y);
    let diagram = x.ticks == Ticks::None;
    let subject = if diagram { "Diagram.".to_owned() } else { format!("{} against {}.", y.title, x.title) };
    let mut sentences = vec![subject];
    let blocks: Vec<&Block> = panel
        .marks
        .iter()
        .filter_map(|mark| if let Mark::Block(block) = mark { Some(block) } else { None })
        .collect();
    if !blocks.is_empty() {
        sentences.push(self::blocks(panel, &blocks));
    }
    sentences.extend(panel.marks.iter().filter_map(|mark| self::mark(panel, mark)));
    sentences.join(" ")
}

fn mark(panel: &Panel, mark: &Mark) -> Option<String> {
    let sentence = match mark {
        // Blocks are told together, a node with its arrows.
        Mark::Block(_) | Mark::Node(_) => return None,
        Mark::Area(area) if area.label.is_empty() => return None,
        Mark::Area(area) => format!("Tinted: {}.", area.label),
        Mark::Mesh(mesh) => labelled(&format!("{} thin lines", mesh.lines.len()), &mesh.label),
        Mark::Arrow(arrow) => {
            let end = |at: (f64, f64)| node_at(panel, at).unwrap_or("outside");
            labelled(&format!("{} to {}", end(arrow.from), end(arrow.to)), &arrow.label)
        }
        Mark::Curve(curve) => self::curve(curve),
        Mark::Scatter(scatter) => self::scatter(scatter),
        Mark::Dot(dot) => {
            let kind = if dot.open { "Open dot" } else { "Dot" };
            let at = format!("{kind} at ({}, {})", number(dot.at.0), number(dot.at.1));
            labelled(&at, &dot.label)
        }
        Mark::Band(band) => {
            let stretch = format!("Shaded from {} to {}", value(band.side, band.from), number(band.to));
            labelled(&stretch, &band.label)
        }
        Mark::Rule(rule) => labelled(&format!("Line at {}", value(rule.side, rule.at)), &rule.label),
    };
    Some(sentence)
}

/// The label of the node at a point.
fn node_at(panel: &Panel, at: (f64, f64)) -> Option<&str> {
    panel.marks.iter().find_map(|mark| match mark {
        Mark::Node(node) if node.at == at => Some(node.label.as_str()),
        _ => None,
    })
}

fn labelled(what: &str, label: &str) -> String {
    if label.is_empty() { format!("{what}.") } else { format!("{what}: {label}.") }
}

fn value(side: Side, at: f64) -> String {
    let axis = if side == Side::X { 'x' } else { 'y' };
    format!("{axis} = {}", number(at))
}

/// Blocks under the names of their axis, neighbours of one name together.
fn blocks(panel: &Panel, blocks: &[&Block]) -> String {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for block in blocks {
        let (name, extent) = told(panel, block);
        match groups.last_mut() {
            Some((last, extents)) if *last == name => extents.push(extent),
            _ => groups.push((name, vec![extent])),
        }
    }
    let told =
        groups.into_iter().map(|(name, extents)| format!("{name} {}", extents.join(", ")).trim().to_owned());
    format!("Bars: {}.", told.collect::<Vec<_>>().join("; "))
}

/// The name of a block and how far it reaches along the other axis.
fn told(panel: &Panel, block: &Block) -> (String, String) {
    let middle = |(from, to): (f64, f64)| (from + to) / 2.0;
    let (name, (from, to)) = match (panel.x.ticks.name(middle(block.x)), panel.y.ticks.name(middle(block.y)))
    {
        (Some(name), _) => (name, block.y),
        (None, Some(name)) => (name, block.x),
        (None, None) => (block.label.as_str(), block.y),
    };
    let extent = if from == 0.0 { number(to) } else { format!("from {} to {}", number(from), number(to)) };
    (name.to_owned(), extent)
}

fn scatter(scatter: &Scatter) -> String {
    labelled(&format!("{} points", scatter.points.len()), &scatter.label)
}

/// A polygon by its corners: a line that ends where it began, with few points.
fn outline(label: &str, points: &[(f64, f64)]) -> Option<String> {
    let [first, rest @ .., last] = points else { return None };
    if first != last || !(2..MOST_RUNS).contains(&rest.len()) {
        return None;
    }
    let corners = iter::once(first).chain(rest).map(|(x, y)| format!("({}, {})", number(*x), number(*y)));
    let corners: Vec<String> = corners.collect();
    let name = if label.is_empty() { "An outline" } else { label };
    Some(format!("{name} with corners at {}.", corners.join(", ")))
}

fn curve(curve: &Curve) -> String {
    let points: Vec<(f64, f64)> =
        curve.points.iter().copied().filter(|&(x, y)| x.is_finite() && y.is_finite()).collect();
    let name = if curve.label.is_empty() { "A curve" } else { &curve.label };
    let Some(&(x0, y0)) = points.first() else { return format!("{name}: nothing to draw.") };
    if let Some(told) = outline(&curve.label, &points) {
        return told;
    }
    let runs = runs(&points);
    let start = format!("{name}: from {} at x = {}", number(y0), number(x0));
    if runs.is_empty() {
        return format!("{start}.");
    }
    if runs.len() > MOST_RUNS {
        let low = points.iter().map(|p| p.1).min_by(f64::total_cmp).unwrap_or(y0);
        let high = points.iter().map(|p| p.1).max_by(f64::total_cmp).unwrap_or(y0);
        let turns = runs.len() - 1;
        return format!("{start}, turns {turns} times between {} and {}.", number(low), number(high));
    }
    let told = runs.iter().map(Run::told);
    format!("{start}, {}.", told.collect::<Vec<_>>().join(", then "))
}

/// A stretch over which a curve only rises, only falls or stays.
struct Run {
    from: (f64, f64),
    to: (f64, f64),
    straight: bool,
}

impl Run {
    fn told(&self) -> String {
        let (x, y) = (number(self.to.0), number(self.to.1));
        let rise = self.to.1 - self.from.1;
        if [self.from.1, self.to.1].iter().any(|end| rise.abs() <= ROUNDING * end.abs()) {
            return format!("flat to x = {x}");
        }
        let verb = if rise > 0.0 { "rises" } else { "falls" };
        if self.straight {
            let slope = number(rise / (self.to.0 - self.from.0));
            format!("{verb} with slope {slope} to {y} at x = {x}")
        } else {
            format!("{verb} to {y} at x = {x}")
        }
    }
}

/// The stretches between turning points; corners of a line through few points end a stretch too.
fn runs(points: &[(f64, f64)]) -> Vec<Run> {
    let given_by_corners = points.len() <= 2 * MOST_RUNS;
    let mut runs: Vec<Run> = Vec::new();
    let mut begin = 0;
    for end in 1..points.len() {
        let last = end + 1 == points.len();
        let turns = !last && (given_by_corners || direction(points, end) != direction(points, end + 1));
        if last || turns {
            let stretch = &points[begin..=end];
            runs.push(Run { from: points[begin], to: points[end], straight: is_straight(stretch) });
            begin = end;
        }
    }
    runs
}

/// Whether the curve rises (1), falls (-1) or stays (0) on its way to point `end`.
fn direction(points: &[(f64, f64)], end: usize) -> i8 {
    let rise = points[end].1 - points[end - 1].1;
    i8::from(rise > 0.0) - i8::from(rise < 0.0)
}

fn is_straight(points: &[(f64, f64)]) -> bool {
    let (Some(&(x0, y0)), Some(&(x1, y1))) = (points.first(), points.last()) else { return false };
    let strays = |&(x, y): &(f64, f64)| {
        let chord = y0 + (y1 - y0) * (x - x0) / (x1 - x0);
        (y - chord).abs() > STRAIGHT * (y1 - y0).abs()
    };
    x1 > x0 && !points.iter().any(strays)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Axis, Dot, Ink, Mesh};

    #[test]
    fn a_ramp_is_told_by_its_corners() {
        let ramp = Curve::through("ramp", Ink::Blue, [(-1.0, 0.0), (0.0, 0.0), (0.5, 1.0), (1.0, 1.0)]);
        assert_eq!(
            curve(&ramp),
            "ramp: from 0 at x = -1, flat to x = 0, then rises with slope 2 to 1 at x = 0.5, then flat to x = 1."
        );
    }

    #[test]
    fn a_sampled_curve_is_told_by_its_turns() {
        let parabola = Curve::of("parabola", Ink::Blue, -1.0..=1.0, |x| x * x);
        assert_eq!(
            curve(&parabola),
            "parabola: from 1 at x = -1, falls to 0 at x = 0, then rises to 1 at x = 1."
        );
        let hinge = Curve::of("relu", Ink::Blue, -1.0..=1.0, |x| if x > 0.0 { x } else { 0.0 });
        assert_eq!(
            curve(&hinge),
            "relu: from 0 at x = -1, flat to x = 0, then rises with slope 1 to 1 at x = 1."
        );
    }

    #[test]
    fn an_outline_is_told_by_its_corners() {
        let triangle = Curve::through("", Ink::Blue, [(0.0, 0.0), (1.0, 0.0), (0.5, 1.0), (0.0, 0.0)]);
        assert_eq!(curve(&triangle), "An outline with corners at (0, 0), (1, 0), (0.5, 1).");
    }

    #[test]
    fn rounding_is_no_rise() {
        let sum = Curve::through("sum", Ink::Blue, [(0.0, 0.3), (1.0, 0.1 + 0.2), (2.0, 0.0)]);
        assert_eq!(
            curve(&sum),
            "sum: from 0.3 at x = 0, flat to x = 1, then falls with slope -0.3 to 0 at x = 2."
        );
    }

    #[test]
    fn many_turns_are_counted() {
        let points = (0..20).map(|i| (f64::from(i), f64::from(i % 2)));
        let zigzag = Curve::through("zigzag", Ink::Blue, points);
        assert_eq!(curve(&zigzag), "zigzag: from 0 at x = 0, turns 18 times between 0 and 1.");
    }

    #[test]
    fn a_mesh_is_told_as_one_and_makes_no_label_give_way() {
        let lines = (0..40).map(|i| vec![(0.0, f64::from(i) / 40.0), (1.0, f64::from(i) / 40.0)]).collect();
        let mesh = Mesh { label: "the grid".into(), ink: Ink::Muted, lines };
        let axis = |title| Axis::new(title, 0.0..=1.0);
        let dot = Dot::new("a dot between the lines", Ink::Blue, (0.2, 0.5));
        let panel = Panel::new(axis("x"), axis("y")).with(mesh).with(dot);
        assert_eq!(
            self::panel(&panel),
            "y against x. 40 thin lines: the grid. Dot at (0.2, 0.5): a dot between the lines."
        );
        assert!(panel.crowded_labels().is_empty());
    }
}
