//! The three panels: the bent plane, the input plane, and where the map takes the two unit steps.

use super::words;
use crate::contour::Raster;
use crate::curves::Curves;
use crate::morph::Morph;
use crate::plane::{Affine, Line, Point, dot, length};
use crate::scene::{LOWER, Shape, UPPER, Window, boundary, pairs, positive, scattered, straight};
use crate::separation::Verdict;
use crate::settings::hidden;
use lesson::explore::State;
use lesson::figure::{Axis, Cells, Curve, Dash, Dot, Ink, Mesh, Panel, doubled};
use nn::Activation;
use nn::elementary::max;

/// How finely the side of the boundary is tinted while it moves.
const COARSE: Cells = Cells { columns: 72, rows: 40 };
/// How finely the boundary is looked for while it moves.
const LIVE: Raster = Raster { columns: 60, rows: 34, halvings: 12 };

/// What there is to draw.
pub(super) struct Shown<'a> {
    pub(super) state: &'a State,
    pub(super) layer: Morph,
    pub(super) line: Line,
    pub(super) curves: &'a Curves,
    pub(super) bent: &'a Curves,
    pub(super) verdict: &'a Verdict,
}

impl Shown<'_> {
    /// Whether the output's weights make a line.
    pub(super) fn has_line(&self) -> bool {
        self.line.w != [0.0, 0.0]
    }

    pub(super) fn panels(&self) -> [Panel; 3] {
        [self.bent_plane(), self.input_plane(), self.steps()]
    }

    /// A window that moves in coarse steps: its ends are 0 or powers of two, as the sheet needs them.
    fn window(&self) -> Window {
        let ranges = self.layer.ranges().map(|[low, high]| [-coarse(-low), coarse(high)]);
        Window::around(&[[ranges[0][0], ranges[1][0]], [ranges[0][1], ranges[1][1]]], Shape::Usual)
    }

    /// Where the line comes nearest to the middle of the window.
    pub(super) fn nearest_on_line(&self) -> Option<(f64, f64)> {
        self.has_line().then(|| {
            let middle = self.window().middle();
            let aside = self.line.side(middle) / dot(self.line.w, self.line.w);
            (middle[0] - aside * self.line.w[0], middle[1] - aside * self.line.w[1])
        })
    }

    /// What the output answers everywhere in the picture, where its line lies beyond it.
    pub(super) fn one_answer(&self) -> Option<&'static str> {
        let window = self.window();
        let answer = if self.line.side(window.middle()) > 0.0 { "lower" } else { "upper" };
        (self.has_line() && !window.meets(&self.line)).then_some(answer)
    }

    /// The point of the line that stays when it is turned, and the one that is moved for it, if the picture has room.
    pub(super) fn turning(&self) -> Option<[(f64, f64); 2]> {
        let window = self.window();
        let pivot = self.nearest_on_line().filter(|pivot| self.draws_line() && window.holds(*pivot))?;
        let arm = 0.35 * window.height() / length(self.line.w);
        let (dx, dy) = (arm * self.line.w[1], -arm * self.line.w[0]);
        let ends = [(pivot.0 + dx, pivot.1 + dy), (pivot.0 - dx, pivot.1 - dy)];
        ends.into_iter().find(|end| window.holds(*end)).map(|end| [pivot, end])
    }

    /// Whether the line of the output is drawn.
    fn draws_line(&self) -> bool {
        self.state.is_on("line") && self.has_line()
    }

    fn bent_plane(&self) -> Panel {
        let window = self.window();
        let mesh = Mesh {
            label: "the square from -1 to 1, bent".to_owned(),
            ink: Ink::Muted,
            lines: self.lines(self.layer, &window),
        };
        let mut panel = window.panel("h₁", &format!("h₂, {}", words::title(self.layer))).with(mesh);
        if let [[across, right], [up, top]] = self.layer.ranges()
            && (across, up) == (right, top)
        {
            return panel.with(Dot::new("every point", Ink::Ink, (across, up)));
        }
        if self.state.is_on("points") {
            panel = panel.with_all(scattered(self.bent));
        }
        if self.state.is_on("proof") {
            panel = self.proof(panel, &window);
        }
        if self.draws_line() {
            let mut line = straight(self.line, &window).dashed(Dash::Dashed);
            line.label = "line".into();
            panel = panel.with(line);
        }
        match self.turning() {
            Some([_, at]) if self.state.count("epoch") == 0 => {
                panel.with(Dot::new("turn it", Ink::Ink, at).open())
            }
            _ => panel,
        }
    }

    fn lines(&self, layer: Morph, window: &Window) -> Vec<Vec<(f64, f64)>> {
        let lines = layer.lines(!self.state.is_on("grid"), window.height() / 1000.0);
        lines.iter().map(|line| pairs(line)).collect()
    }

    /// The widest line, or the point in both hulls with the points whose mean it is.
    fn proof(&self, panel: Panel, window: &Window) -> Panel {
        match self.verdict {
            Verdict::Apart { line, .. } => {
                let mut widest = straight(*line, window).dashed(Dash::Dotted);
                widest.ink = Ink::Yellow;
                widest.label = "widest".into();
                panel.with(widest)
            }
            Verdict::Shared { at, means } => {
                let around = |ink: Ink, pick: fn(&(f64, Point, Point)) -> Point| {
                    let corners = means.iter().chain(means.first());
                    let corners: Vec<Point> = corners.map(pick).collect();
                    Curve::through("", ink, pairs(&corners)).dashed(Dash::Dotted)
                };
                let triangles = [around(UPPER, |mean| mean.1), around(LOWER, |mean| mean.2)];
                panel.with_all(triangles).with(Dot::new("in both hulls", Ink::Ink, (at[0], at[1])))
            }
        }
    }

    fn input_plane(&self) -> Panel {
        let window = Window::input(Shape::Usual);
        let flat = Morph { share: 0.0, hidden: hidden(Affine::IDENTITY, Activation::Linear) };
        let mesh = Mesh {
            label: "the square from -1 to 1".to_owned(),
            ink: Ink::Muted,
            lines: self.lines(flat, &window),
        };
        let logit = |point: Point| self.line.side(self.layer.bend(point));
        let mut panel = window.panel("x₁", "x₂, input plane").with(mesh);
        let bounded = self.state.is_on("boundary");
        if bounded {
            panel = panel.with_all(positive(&logit, &window, COARSE));
        }
        if self.state.is_on("points") {
            panel = panel.with_all(scattered(self.curves));
        }
        if bounded && self.has_line() {
            let activation = self.layer.hidden.activation;
            let kinks = self.layer.kinks();
            panel = panel.with_all(boundary(&logit, &kinks, ("boundary", activation.into()), &window, LIVE));
        }
        panel
    }

    /// The tips of the columns of W, and the bias.
    pub(super) fn columns(&self) -> [(f64, f64); 3] {
        let [[w11, w12], [w21, w22]] = self.layer.hidden.affine.w;
        let [b11, b12] = self.layer.hidden.affine.b;
        [(w11, w21), (w12, w22), (b11, b12)]
    }

    /// Where the map takes a step along either axis; the parallelogram's area is the determinant.
    fn steps(&self) -> Panel {
        let [first, second, bias] = self.columns();
        let corner = (first.0 + second.0, first.1 + second.1);
        let ends = [first, second, bias, corner];
        // The axis across is wider.
        let numbers = ends.map(|(across, up)| max(across.abs() / WIDER, up.abs()));
        let most = numbers.iter().fold(0.0, |most: f64, number| max(most, *number));
        let up = 1.1 * max(coarse(most), 2.0);
        let panel = Panel::new(
            Axis::new("z₁", -WIDER * up..=WIDER * up),
            Axis::new("z₂, from a step along x₁ or x₂", -up..=up),
        );
        let sides = Mesh {
            label: "the parallelogram that the two steps span".to_owned(),
            ink: Ink::Blue,
            lines: vec![vec![first, (0.0, 0.0), second], vec![first, corner, second]],
        };
        let tip = |label: &str, at: (f64, f64)| Dot::new(label, Ink::Blue, at);
        let tips = match first == second {
            true => vec![tip("x₁ and x₂", first)],
            false => vec![tip("x₁", first), tip("x₂", second)],
        };
        panel.with(sides).with(Dot::new("bias", Ink::Vermillion, bias).open()).with_all(tips)
    }
}

/// How much farther the picture of the columns reaches across than up.
const WIDER: f64 = 1.8;

/// The smallest of 0, 1, 2, 4, 8 and so on that is not less.
fn coarse(number: f64) -> f64 {
    if number <= 0.0 { 0.0 } else { doubled(1.0, number) }
}
