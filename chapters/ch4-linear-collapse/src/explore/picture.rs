//! The two panels: the graph of a stack with its corners, and its slope.

use crate::inserted::cut;
use crate::pieces::{Piece, corners};
use lesson::figure::{Axis, Curve, Dash, Dot, Ink, Mesh, Panel, Rule, Scatter, Side, doubled};
use nn::elementary::{max, min};

/// The pictures reach from here to there.
pub(super) const REACH: f64 = 3.0;

type Points = Vec<(f64, f64)>;

/// What is drawn of a stack.
pub(super) struct Picture {
    /// What its graph is called.
    pub label: &'static str,
    pub ink: Ink,
    pub graph: Points,
    /// Interrupted where it jumps.
    pub slopes: Points,
    pub corners: Points,
    /// Slope and height of the stack without its bends.
    pub line: (f64, f64),
    /// Whether that is something else.
    pub bends: bool,
    /// What comes out of each layer before the last, and at x.
    pub between: Vec<(Points, f64)>,
    /// The input to follow, what the stack makes of it, and the slope there.
    pub here: (f64, f64, f64),
}

impl Picture {
    /// Straight pieces, with the line that they would be without a bend.
    pub(super) fn of(pieces: &[Piece], line: (f64, f64), bends: bool, here: (f64, f64, f64)) -> Self {
        let seen = cut(pieces, -REACH, REACH);
        let (mut graph, mut slopes) =
            (vec![(-REACH, seen.first().map_or(f64::NAN, |piece| piece.at(-REACH)))], Vec::new());
        for piece in &seen {
            graph.push((piece.to, piece.at(piece.to)));
            slopes.extend([(piece.from, piece.slope()), (piece.to, piece.slope()), (piece.to, f64::NAN)]);
        }
        let corner = |x: f64| seen.iter().find(|piece| piece.from == x).map(|piece| (x, piece.at(x)));
        Self {
            label: if bends { "with ReLU" } else { "the stack" },
            ink: if bends { Ink::Blue } else { Ink::Muted },
            graph,
            slopes,
            corners: corners(&seen).into_iter().filter_map(corner).collect(),
            line,
            bends,
            between: Vec::new(),
            here,
        }
    }

    /// From where to where the axis of the output reaches.
    fn heights(&self) -> (f64, f64) {
        let (weight, bias) = self.line;
        room(&self.graph, &[-REACH, REACH].map(|x| (x, weight * x + bias)))
    }

    /// The layers whose outputs at x lie outside the picture, counted from 1, with these outputs.
    pub(super) fn outside(&self) -> Vec<(usize, f64)> {
        let (low, high) = self.heights();
        let layers = self.between.iter().zip(1..).map(|((_, at), layer)| (layer, *at));
        layers.filter(|(_, at)| !(low..high).contains(at)).collect()
    }

    /// Graph and slope.
    pub(super) fn panels(self) -> [Panel; 2] {
        let (low, high) = self.heights();
        let Self { label, ink, graph, slopes, corners, line: (weight, bias), bends, between, here } = self;
        let (x, y, slope) = here;
        let line = [-REACH, REACH].map(|x| (x, weight * x + bias));
        let level = [-REACH, REACH].map(|x| (x, weight));
        let (least, most) = room(&[&slopes[..], &[(0.0, 0.0)]].concat(), &level);
        let across = || Axis::new("x", -REACH..=REACH);
        let mut output = Panel::new(across(), Axis::new("output", low..=high));
        let mut steep = Panel::new(across(), Axis::new("slope", least..=most));
        if !between.is_empty() {
            let (mut lines, mut afters) = (Vec::new(), Vec::new());
            for ((points, at), layer) in between.into_iter().zip(1..) {
                lines.push(points);
                if (low..high).contains(&at) {
                    afters.push(Dot::new(&format!("after {layer}"), Ink::Muted, (x, at)).open());
                }
            }
            let label = "outputs of the layers before the last".to_owned();
            output = output.with(Mesh { label, ink: Ink::Muted, lines }).with_all(afters);
        }
        if bends {
            output = output.with(Curve::through("no bend", Ink::Muted, line).dashed(Dash::Dashed));
            if (least..most).contains(&weight) {
                steep = steep.with(Curve::through("no bend", Ink::Muted, level).dashed(Dash::Dashed));
            }
        }
        output = output.with(Curve::through(label, ink, graph));
        steep = steep.with(Curve::through(label, ink, slopes));
        if !corners.is_empty() {
            output = output.with(Scatter { label: String::new(), ink, radius: 1.0, points: corners });
        }
        let rule = |label: &str| Rule { label: label.into(), ink: Ink::Vermillion, side: Side::X, at: x };
        let dot = |y: f64| Dot::new("", Ink::Vermillion, (x, y));
        [output.with(rule("x")).with(dot(y)), steep.with(rule("")).with(dot(slope))]
    }
}

/// From where to where an axis reaches: in large steps, so that a small move does not move it, and with some air. The line
/// without a bend may leave the picture where it would press the graph flat.
fn room(graph: &[(f64, f64)], line: &[(f64, f64)]) -> (f64, f64) {
    let finite = |points: &[(f64, f64)]| -> Vec<f64> {
        points.iter().map(|point| point.1).filter(|y| y.is_finite()).collect()
    };
    let extent = |heights: &[f64]| {
        let low = heights.iter().copied().fold(f64::INFINITY, min);
        (low, heights.iter().copied().fold(f64::NEG_INFINITY, max))
    };
    let (low, high) = match finite(graph) {
        heights if heights.is_empty() => (-1.0, 1.0),
        heights => extent(&heights),
    };
    let span = max(high - low, 0.5);
    let beside: Vec<f64> = finite(line).into_iter().map(|y| y.clamp(low - span, high + span)).collect();
    let (low, high) = extent(&[&beside[..], &[low, high]].concat());
    let step = doubled(0.25, 0.25 * (high - low));
    let air = 0.1 * step;
    (((low - air) / step).floor() * step - air, ((high + air) / step).ceil() * step + air)
}
