//! Figures as plain descriptions: axes, curves, dots, blocks, bands and rules, in the units of the data.
//!
//! A chapter never positions a pixel. One renderer draws every figure with plotters, one palette colours it, one
//! placement finds room for its labels, and one describer puts it into words from the same data.

mod backend;
mod cells;
mod clip;
mod data;
mod describe;
mod draw;
mod glyph;
mod labels;
mod mark;
mod palette;
mod text;
mod ticks;
mod wishes;

pub(crate) use backend::escaped;
pub use cells::Cells;
pub use draw::{LOW_PANEL_HEIGHT, PANEL_HEIGHT, PANEL_WIDTH, Plot, TALL_PANEL_HEIGHT};
pub use glyph::Glyph;
pub use mark::{Area, Arrow, Band, Block, Curve, Dash, Dot, Mark, Mesh, Node, Rule, Scatter, Side};
pub use palette::Ink;
pub(crate) use text::prose;

use crate::Table;
use std::ops::RangeInclusive;

/// A figure: one or more panels that answer one question, which the caption states.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The name under which pages place it.
    pub name: String,
    /// What the figure shows, understandable without the page.
    pub caption: String,
    /// The panels from left to right.
    pub panels: Vec<Panel>,
}

impl Figure {
    /// A figure without panels. Hyphens of the caption that mean minus become minus signs.
    pub fn new(name: &str, caption: impl Into<String>) -> Self {
        Self { name: name.into(), caption: prose(&caption.into()), panels: Vec::new() }
    }

    /// Adds a panel to the right.
    #[must_use]
    pub fn panel(mut self, panel: Panel) -> Self {
        self.panels.push(panel);
        self
    }

    /// What begins words about a panel; nothing where there is but one.
    fn lead(&self, panel: usize) -> String {
        if self.panels.len() > 1 { format!("Panel {}: ", panel + 1) } else { String::new() }
    }

    /// One inline SVG for each panel. Colours are CSS variables with the light theme's values as fallback.
    pub fn svgs(&self) -> Vec<String> {
        self.panels.iter().map(draw::inline).collect()
    }

    /// The whole figure as one SVG document that needs no style sheet.
    pub fn standalone(&self) -> String {
        draw::standalone(self)
    }

    /// What the figure shows, in words, from the same data.
    pub fn alt(&self) -> String {
        prose(&describe::figure(self))
    }

    /// The numbers that it draws, as tables.
    pub fn data(&self) -> Vec<Table> {
        data::tables(self)
    }

    /// What is wrong with the figure as it was written, if anything is.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        if self.caption.trim().is_empty() {
            faults.push("has no caption".to_owned());
        }
        if self.panels.is_empty() {
            faults.push("has no panel".to_owned());
        }
        faults.extend(self.panels.iter().flat_map(Panel::faults));
        faults.into_iter().map(|fault| format!("figure \"{}\" {fault}", self.name)).collect()
    }
}

/// One pair of axes and what is drawn between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Panel {
    /// The horizontal axis.
    pub x: Axis,
    /// The vertical axis.
    pub y: Axis,
    /// What is drawn, from back to front.
    pub marks: Vec<Mark>,
    /// How high the panel is, in CSS pixels at its natural size.
    pub height: u32,
}

impl Panel {
    /// An empty panel.
    pub fn new(x: Axis, y: Axis) -> Self {
        Self { x, y, marks: Vec::new(), height: PANEL_HEIGHT }
    }

    /// An empty diagram: a panel `width` by `height` without axes, for nodes and arrows.
    pub fn diagram(width: f64, height: f64) -> Self {
        let bare = |title: &str, to| Axis { ticks: ticks::Ticks::None, ..Axis::new(title, 0.0..=to) };
        Self::new(bare("across", width), bare("up", height))
    }

    /// Whether the panel is a diagram, without axes.
    fn is_diagram(&self) -> bool {
        self.x.ticks == ticks::Ticks::None && self.y.ticks == ticks::Ticks::None
    }

    /// The same panel as a low strip, for pictures that tell a story together.
    #[must_use]
    pub fn low(mut self) -> Self {
        self.height = LOW_PANEL_HEIGHT;
        self
    }

    /// The same panel, taller: for a plane that is about as high as wide.
    #[must_use]
    pub fn tall(mut self) -> Self {
        self.height = TALL_PANEL_HEIGHT;
        self
    }

    /// Adds a mark in front of the others.
    #[must_use]
    pub fn with(mut self, mark: impl Into<Mark>) -> Self {
        self.marks.push(mark.into());
        self
    }

    /// Adds several marks.
    #[must_use]
    pub fn with_all<M: Into<Mark>>(self, marks: impl IntoIterator<Item = M>) -> Self {
        marks.into_iter().fold(self, Self::with)
    }

    /// Where between its edges the panel's plot lies.
    pub fn plot(&self) -> Plot {
        draw::plot(self)
    }

    /// Labels that the renderer could not place without covering something.
    pub fn crowded_labels(&self) -> Vec<String> {
        draw::crowded_labels(self)
    }

    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for axis in [&self.x, &self.y] {
            let span = axis.to - axis.from;
            if !(span.is_finite() && span > 0.0) {
                faults.push(format!("has an axis \"{}\" without a finite, rising range", axis.title));
            }
            if axis.title.trim().is_empty() {
                faults.push("has an axis without a title".to_owned());
            }
        }
        if self.marks.is_empty() {
            faults.push("has an empty panel".to_owned());
        }
        faults.extend(self.marks.iter().filter(|mark| mark.is_blank()).map(|mark| {
            let label = mark.label();
            format!("has a mark \"{label}\" without a finite point to draw")
        }));
        if faults.is_empty() {
            faults.extend(draw::failure(self).map(|reason| format!("cannot be drawn: {reason}")));
        }
        faults
    }
}

/// An axis: what it measures, from where to where, and where its ticks stand.
#[derive(Clone, Debug, PartialEq)]
pub struct Axis {
    /// What the axis measures, with its unit if it has one.
    pub title: String,
    /// The value at the left or lower end.
    pub from: f64,
    /// The value at the right or upper end.
    pub to: f64,
    pub(crate) ticks: ticks::Ticks,
    /// What is drawn, where that is not what the axis measures.
    drawn: Option<String>,
}

impl Axis {
    /// An axis over a range, with ticks at round numbers.
    pub fn new(title: &str, range: RangeInclusive<f64>) -> Self {
        let (from, to) = (*range.start(), *range.end());
        Self { title: title.into(), from, to, ticks: ticks::Ticks::Round, drawn: None }
    }

    /// Ticks at these values with these labels instead.
    #[must_use]
    pub fn ticks<S: Into<String>>(mut self, ticks: impl IntoIterator<Item = (f64, S)>) -> Self {
        self.ticks = ticks::Ticks::At(ticks.into_iter().map(|(at, label)| (at, label.into())).collect());
        self
    }

    /// Says what the numbers drawn are, where they are not what the ticks and the title say: for those who get the
    /// numbers in words or tables.
    #[must_use]
    pub fn drawn_as(mut self, what: &str) -> Self {
        self.drawn = Some(what.into());
        self
    }

    /// What the numbers drawn are.
    pub(crate) fn told(&self) -> &str {
        self.drawn.as_deref().unwrap_or(&self.title)
    }

    /// An axis of powers of ten: what is drawn are the exponents, and ticks stand at the multiples of `every`.
    pub fn powers_of_ten(title: &str, exponents: RangeInclusive<f64>, every: i32) -> Self {
        let ticks = ticks::powers_of_ten(&exponents, every);
        Self::new(title, exponents).ticks(ticks).drawn_as(&format!("log10 of {title}"))
    }

    /// An axis of names: the first stands at 0, the next at 1, and so on.
    pub fn names<S: Into<String>>(title: &str, names: impl IntoIterator<Item = S>) -> Self {
        let names: Vec<String> = names.into_iter().map(Into::into).collect();
        let (from, to) = (-0.6, names.len() as f64 - 0.4);
        Self { title: title.into(), from, to, ticks: ticks::Ticks::Names(names), drawn: None }
    }
}

/// The least of `least`, twice that, four times that and so on that is no smaller than `most`: where an axis ends, if a small
/// move is not to move it. `least` must be above 0.
pub fn doubled(least: f64, most: f64) -> f64 {
    let mut end = least;
    while end < most {
        end *= 2.0;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::doubled;

    #[test]
    fn an_axis_ends_at_the_first_step_that_is_far_enough() {
        for (most, end) in [(-1.0, 0.5), (0.5, 0.5), (0.51, 1.0), (7.0, 8.0), (f64::MAX, f64::INFINITY)] {
            assert_eq!(doubled(0.5, most), end, "{most}");
        }
        assert_eq!(doubled(0.5, f64::INFINITY), f64::INFINITY);
        assert_eq!(doubled(0.5, f64::NAN), 0.5);
    }
}
