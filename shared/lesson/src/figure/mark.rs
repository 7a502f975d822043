//! The marks that a panel can hold.

use super::{Glyph, Ink};
use std::ops::RangeInclusive;

/// How a line is broken: the second cue beside colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Dash {
    /// Unbroken.
    #[default]
    Solid,
    /// Long strokes.
    Dashed,
    /// Dots.
    Dotted,
}

/// Which axis a band or rule belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// It stands at values of x, and so is vertical.
    X,
    /// It lies at values of y, and so is horizontal.
    Y,
}

/// A line through points in order; a point that is not finite interrupts it.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    /// What stands beside the line; empty for none.
    pub label: String,
    /// Its colour.
    pub ink: Ink,
    /// Its second cue.
    pub dash: Dash,
    /// The points, in the units of the axes.
    pub points: Vec<(f64, f64)>,
}

impl Curve {
    /// A line through these points.
    pub fn through(label: &str, ink: Ink, points: impl IntoIterator<Item = (f64, f64)>) -> Self {
        Self { label: label.into(), ink, dash: Dash::Solid, points: points.into_iter().collect() }
    }

    /// The graph of a function, at evenly spaced points of a range, both ends included.
    pub fn of(label: &str, ink: Ink, range: RangeInclusive<f64>, function: impl Fn(f64) -> f64) -> Self {
        Self::of_bent(label, ink, range, [], function)
    }

    /// The same of a function with corners, at which it is drawn too: its extremes may stand there.
    pub fn of_bent(
        label: &str,
        ink: Ink,
        range: RangeInclusive<f64>,
        corners: impl IntoIterator<Item = f64>,
        function: impl Fn(f64) -> f64,
    ) -> Self {
        const STEPS: u32 = 240;
        let (from, to) = (*range.start(), *range.end());
        let even = |step: u32| match step {
            STEPS => to,
            _ => from + (to - from) * f64::from(step) / f64::from(STEPS),
        };
        let corners = corners.into_iter().filter(|x| range.contains(x));
        let mut at: Vec<f64> = (0..=STEPS).map(even).chain(corners).collect();
        at.sort_by(f64::total_cmp);
        at.dedup();
        Self::through(label, ink, at.into_iter().map(|x| (x, function(x))))
    }

    /// The same line, broken.
    #[must_use]
    pub fn dashed(mut self, dash: Dash) -> Self {
        self.dash = dash;
        self
    }
}

/// Thin lines that belong together, such as the image of a grid: told as one, and labels may cross them.
#[derive(Clone, Debug, PartialEq)]
pub struct Mesh {
    /// What the lines are; told in words, not drawn.
    pub label: String,
    /// Their colour.
    pub ink: Ink,
    /// The points of each line, in the units of the axes.
    pub lines: Vec<Vec<(f64, f64)>>,
}

/// Many equal dots.
#[derive(Clone, Debug, PartialEq)]
pub struct Scatter {
    /// What the dots are; empty for no label.
    pub label: String,
    /// Their colour.
    pub ink: Ink,
    /// Their radius, in hundredths of the panel's width.
    pub radius: f64,
    /// Where they lie.
    pub points: Vec<(f64, f64)>,
}

impl Scatter {
    /// The same points in another shape than a filled dot.
    #[must_use]
    pub fn shaped(self, glyph: Glyph) -> Mark {
        Mark::Scatter(self, glyph)
    }
}

/// One emphasised point: filled where it belongs to the curve, open where it does not.
#[derive(Clone, Debug, PartialEq)]
pub struct Dot {
    /// What stands beside it; empty for none.
    pub label: String,
    /// Its colour.
    pub ink: Ink,
    /// Whether it is drawn as a ring.
    pub open: bool,
    /// Where it lies.
    pub at: (f64, f64),
}

impl Dot {
    /// A filled dot.
    pub fn new(label: &str, ink: Ink, at: (f64, f64)) -> Self {
        Self { label: label.into(), ink, open: false, at }
    }

    /// The same dot as a ring.
    #[must_use]
    pub fn open(mut self) -> Self {
        self.open = true;
        self
    }
}

/// A filled rectangle, such as a bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Block {
    /// What stands on it; empty for none.
    pub label: String,
    /// Its colour.
    pub ink: Ink,
    /// From where to where along x.
    pub x: (f64, f64),
    /// From where to where along y.
    pub y: (f64, f64),
}

impl Block {
    /// A bar that stands on (or hangs from) zero, centred on `at`.
    pub fn bar(label: &str, ink: Ink, at: f64, width: f64, height: f64) -> Self {
        let x = (at - width / 2.0, at + width / 2.0);
        Self { label: label.into(), ink, x, y: (0.0, height) }
    }
}

/// Rectangles filled faintly, such as the part of the plane that a classifier gives to one class.
#[derive(Clone, Debug, PartialEq)]
pub struct Area {
    /// What the area is; told in words, not drawn.
    pub label: String,
    /// Its colour.
    pub ink: Ink,
    /// The rectangles: from where to where along x, and along y.
    pub blocks: Vec<((f64, f64), (f64, f64))>,
}

/// An arrow between two points of a diagram. It stops at the rim of a node.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// What stands beside it; empty for none.
    pub label: String,
    /// What stands on its other side; empty for none.
    pub opposite: String,
    /// Its colour.
    pub ink: Ink,
    /// Its second cue.
    pub dash: Dash,
    /// Where it begins.
    pub from: (f64, f64),
    /// Where its head is.
    pub to: (f64, f64),
}

impl Arrow {
    /// An unbroken arrow.
    pub fn new(label: &str, ink: Ink, from: (f64, f64), to: (f64, f64)) -> Self {
        Self { label: label.into(), opposite: String::new(), ink, dash: Dash::Solid, from, to }
    }

    /// The same arrow, broken.
    #[must_use]
    pub fn dashed(mut self, dash: Dash) -> Self {
        self.dash = dash;
        self
    }

    /// The same arrow with a second label: the first stands above it and this one below, or beside one that is upright,
    /// the first on its left.
    #[must_use]
    pub fn opposite(mut self, label: &str) -> Self {
        self.opposite = label.into();
        self
    }
}

/// A round node of a diagram, with a short label inside.
#[derive(Clone, Debug, PartialEq)]
pub struct Node {
    /// What stands in it.
    pub label: String,
    /// The colour of its rim and label.
    pub ink: Ink,
    /// Its centre.
    pub at: (f64, f64),
}

/// A shaded stretch of one axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Band {
    /// What the stretch is; empty for no label.
    pub label: String,
    /// Its colour, drawn faintly.
    pub ink: Ink,
    /// The axis whose values it covers.
    pub side: Side,
    /// The first value covered.
    pub from: f64,
    /// The last value covered.
    pub to: f64,
}

/// A thin line across the panel at one value of an axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// What is there; empty for no label.
    pub label: String,
    /// Its colour.
    pub ink: Ink,
    /// The axis whose value it marks.
    pub side: Side,
    /// The value it marks.
    pub at: f64,
}

/// Anything that a panel can hold.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A line through points.
    Curve(Curve),
    /// Thin lines that belong together.
    Mesh(Mesh),
    /// Many equal dots, and their shape.
    Scatter(Scatter, Glyph),
    /// One emphasised point.
    Dot(Dot),
    /// A filled rectangle.
    Block(Block),
    /// A shaded stretch of one axis.
    Band(Band),
    /// A thin line across the panel.
    Rule(Rule),
    /// Rectangles filled faintly.
    Area(Area),
    /// An arrow of a diagram.
    Arrow(Arrow),
    /// A node of a diagram.
    Node(Node),
}

impl Mark {
    /// What stands beside the mark; empty for none.
    pub fn label(&self) -> &str {
        match self {
            Self::Curve(curve) => &curve.label,
            Self::Mesh(mesh) => &mesh.label,
            Self::Scatter(scatter, _) => &scatter.label,
            Self::Dot(dot) => &dot.label,
            Self::Block(block) => &block.label,
            Self::Band(band) => &band.label,
            Self::Rule(rule) => &rule.label,
            Self::Area(area) => &area.label,
            Self::Arrow(arrow) => &arrow.label,
            Self::Node(node) => &node.label,
        }
    }

    /// What looks for a place beside the mark: its label, and the second one of an arrow; each with its number.
    pub(crate) fn labels(&self) -> impl Iterator<Item = (usize, &str)> {
        let opposite = match self {
            Self::Arrow(arrow) => arrow.opposite.as_str(),
            _ => "",
        };
        [self.label(), opposite].into_iter().enumerate().filter(|(_, label)| !label.is_empty())
    }

    /// The colour of the mark.
    pub fn ink(&self) -> Ink {
        match self {
            Self::Curve(curve) => curve.ink,
            Self::Mesh(mesh) => mesh.ink,
            Self::Scatter(scatter, _) => scatter.ink,
            Self::Dot(dot) => dot.ink,
            Self::Block(block) => block.ink,
            Self::Band(band) => band.ink,
            Self::Rule(rule) => rule.ink,
            Self::Area(area) => area.ink,
            Self::Arrow(arrow) => arrow.ink,
            Self::Node(node) => node.ink,
        }
    }

    /// Whether there is nothing finite to draw.
    pub(crate) fn is_blank(&self) -> bool {
        let finite = |&(x, y): &(f64, f64)| x.is_finite() && y.is_finite();
        !match self {
            Self::Curve(curve) => curve.points.iter().any(finite),
            Self::Mesh(mesh) => mesh.lines.iter().flatten().any(finite),
            Self::Scatter(scatter, _) => scatter.points.iter().any(finite),
            Self::Dot(dot) => finite(&dot.at),
            Self::Block(block) => finite(&block.x) && finite(&block.y),
            Self::Band(band) => band.from.is_finite() && band.to.is_finite(),
            Self::Rule(rule) => rule.at.is_finite(),
            Self::Area(area) => area.blocks.iter().any(|(x, y)| finite(x) && finite(y)),
            Self::Arrow(arrow) => finite(&arrow.from) && finite(&arrow.to),
            Self::Node(node) => finite(&node.at),
        }
    }
}

impl From<Scatter> for Mark {
    fn from(scatter: Scatter) -> Self {
        scatter.shaped(Glyph::Disc)
    }
}

macro_rules! marks {
    ($($kind:ident)*) => {
        $(impl From<$kind> for Mark {
            fn from(mark: $kind) -> Self {
                Self::$kind(mark)
            }
        })*
    };
}
marks!(Curve Mesh Dot Block Band Rule Area Arrow Node);
