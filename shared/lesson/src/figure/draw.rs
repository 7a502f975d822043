//! Drawing a panel with plotters.

use super::backend::{Pen, Sheet, Svg, escaped};
use super::clip::Window;
use super::labels::{Frame, Place};
use super::mark::{Area, Arrow, Band, Block, Curve, Dash, Dot, Mark, Mesh, Node, Rule, Scatter, Side};
use super::{Figure, Glyph, Ink, Panel, text, wishes};
use plotters::chart::{ChartBuilder, ChartContext, LabelAreaPosition};
use plotters::coord::Shift;
use plotters::coord::types::RangedCoordf64;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::{Circle, PathElement, Polygon, Rectangle};
use plotters::prelude::Cartesian2d;
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, IntoFont, ShapeStyle, TextStyle};
use std::convert::Infallible;

/// The width of a panel, in CSS pixels at its natural size.
pub const PANEL_WIDTH: u32 = 400;
/// The usual height of a panel, in CSS pixels at its natural size.
pub const PANEL_HEIGHT: u32 = 270;
/// The height of a low panel.
pub const LOW_PANEL_HEIGHT: u32 = 190;
/// The height of a tall panel.
pub const TALL_PANEL_HEIGHT: u32 = 350;

/// The backend's units for one CSS pixel.
const UNITS: u32 = 10;
const WIDTH: u32 = PANEL_WIDTH * UNITS;
const TICK_SIZE: u32 = 125;
pub(super) const LABEL_SIZE: u32 = 132;
const TOP: u32 = 300;
const RIGHT: u32 = 150;
const BOTTOM: u32 = 430;
const GAP: i32 = 70;

const CURVE_WIDTH: u32 = 22;
const RULE_WIDTH: u32 = 11;
const GRID_WIDTH: u32 = 9;
const MESH_WIDTH: u32 = 10;
const GLYPH_WIDTH: u32 = 14;
const DOT_RADIUS: u32 = 42;
pub(super) const NODE_RADIUS: u32 = 210;
const ARROW_WIDTH: u32 = 16;
const HEAD: (f64, f64) = (115.0, 48.0);

type Drawn<T = ()> = Result<T, DrawingAreaErrorKind<Infallible>>;
type Chart<'a> = ChartContext<'a, Svg, Cartesian2d<RangedCoordf64, RangedCoordf64>>;
type Tick = (f64, String);

/// Width and height of a panel, in the backend's units.
fn size(panel: &Panel) -> (u32, u32) {
    (WIDTH, panel.height * UNITS)
}

/// One panel as an `<svg>` element for a page.
pub(super) fn inline(panel: &Panel) -> String {
    let (width, height) = size(panel);
    let body = render(panel).map(|rendered| rendered.body).unwrap_or_default();
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" \
         font-family=\"system-ui,sans-serif\" stroke-linecap=\"round\" stroke-linejoin=\"round\">{body}</svg>"
    )
}

/// All panels side by side as an SVG document.
pub(super) fn standalone(figure: &Figure) -> String {
    let panels = figure.panels.len() as u32;
    let width = PANEL_WIDTH * panels;
    let height = figure.panels.iter().map(|panel| panel.height).max().unwrap_or(PANEL_HEIGHT);
    let (title, description) = (escaped(&figure.caption), escaped(&figure.alt()));
    let paper = Ink::Paper.css();
    let mut document = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{title}</title>\n<desc>{description}</desc>\n\
         <rect width=\"100%\" height=\"100%\" style=\"fill:{paper}\"/>\n"
    );
    for (index, panel) in figure.panels.iter().enumerate() {
        let (x, height) = (PANEL_WIDTH * index as u32, panel.height);
        let placed = format!("<svg x=\"{x}\" width=\"{PANEL_WIDTH}\" height=\"{height}\" ");
        document.push_str(&inline(panel).replacen("<svg ", &placed, 1));
        document.push('\n');
    }
    document.push_str("</svg>\n");
    document
}

/// Labels that had to cover something, or found no room at all.
pub(super) fn crowded_labels(panel: &Panel) -> Vec<String> {
    render(panel).map(|rendered| rendered.crowded).unwrap_or_default()
}

/// What plotters refused, if it did.
pub(super) fn failure(panel: &Panel) -> Option<String> {
    render(panel).err().map(|error| error.to_string())
}

struct Rendered {
    body: String,
    crowded: Vec<String>,
}

fn render(panel: &Panel) -> Drawn<Rendered> {
    let sheet = Sheet::default();
    let root = Svg::new(size(panel), sheet.clone()).into_drawing_area();
    let x_ticks = panel.x.ticks.between(panel.x.from, panel.x.to, 6);
    let y_ticks = y_ticks(panel);
    let bare = panel.is_diagram();
    let margins = margins(bare, &y_ticks);
    let mut plot = ChartBuilder::on(&root)
        .margin_top(margins.top)
        .margin_right(margins.right)
        .set_label_area_size(LabelAreaPosition::Left, margins.left)
        .set_label_area_size(LabelAreaPosition::Bottom, margins.bottom)
        .build_cartesian_2d(panel.x.from..panel.x.to, panel.y.from..panel.y.to)?;
    let window = Window { x: (panel.x.from, panel.x.to), y: (panel.y.from, panel.y.to) };
    let mut canvas = Canvas { panel, window, sheet: sheet.clone(), root, crowded: Vec::new() };
    if !bare {
        canvas.ground(&mut plot, &x_ticks, &y_ticks)?;
    }
    for mark in &panel.marks {
        canvas.mark(&mut plot, mark)?;
    }
    canvas.labels(&plot)?;
    canvas.root.present()?;
    let crowded = canvas.crowded;
    Ok(Rendered { body: sheet.body.take(), crowded })
}

fn y_ticks(panel: &Panel) -> Vec<Tick> {
    panel.y.ticks.between(panel.y.from, panel.y.to, 5)
}

/// The room around a plot, in the backend's units.
struct Margins {
    top: u32,
    right: u32,
    bottom: u32,
    left: u32,
}

fn margins(bare: bool, y_ticks: &[Tick]) -> Margins {
    match bare {
        true => Margins { top: 0, right: 0, bottom: 0, left: 0 },
        false => Margins { top: TOP, right: RIGHT, bottom: BOTTOM, left: widest(y_ticks) + 2 * GAP as u32 },
    }
}

/// Where a plot lies in its picture, in the units of its `viewBox`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plot {
    /// The left and the right edge.
    pub x: (u32, u32),
    /// The upper and the lower edge.
    pub y: (u32, u32),
}

/// Where the panel's plot lies.
pub(super) fn plot(panel: &Panel) -> Plot {
    let margins = margins(panel.is_diagram(), &y_ticks(panel));
    let (width, height) = size(panel);
    Plot { x: (margins.left, width - margins.right), y: (margins.top, height - margins.bottom) }
}

fn widest(ticks: &[Tick]) -> u32 {
    let widths = ticks.iter().map(|(_, label)| text::width_percent(label) * TICK_SIZE / 100);
    widths.max().unwrap_or(0)
}

fn real((x, y): (i32, i32)) -> (f64, f64) {
    (f64::from(x), f64::from(y))
}

fn line(ink: Ink, width: u32) -> ShapeStyle {
    ShapeStyle::from(ink.rgb()).stroke_width(width)
}

fn words(ink: Ink, size: u32, h: HPos, v: VPos) -> TextStyle<'static> {
    let font = ("sans-serif", size).into_font();
    TextStyle { color: ink.rgb().to_backend_color(), pos: Pos::new(h, v), ..font.into() }
}

/// A panel in the making.
struct Canvas<'a> {
    panel: &'a Panel,
    window: Window,
    sheet: Sheet,
    root: DrawingArea<Svg, Shift>,
    crowded: Vec<String>,
}

impl Canvas<'_> {
    /// Bands, grid, zero lines, tick labels and axis titles.
    fn ground(&self, plot: &mut Chart<'_>, x_ticks: &[Tick], y_ticks: &[Tick]) -> Drawn {
        for mark in &self.panel.marks {
            match mark {
                Mark::Band(band) => self.band(plot, band)?,
                Mark::Area(area) => self.area(plot, area)?,
                _ => {}
            }
        }
        let measured = [(Side::X, &self.panel.x, x_ticks), (Side::Y, &self.panel.y, y_ticks)]
            .into_iter()
            .filter(|(_, axis, _)| axis.ticks.measure());
        for (side, _, ticks) in measured.clone() {
            for (at, _) in ticks {
                self.across(plot, side, *at, line(Ink::Grid, GRID_WIDTH))?;
            }
        }
        for (side, ..) in measured.filter(|(_, axis, _)| axis.ticks.have_zero()) {
            self.across(plot, side, 0.0, line(Ink::Muted, GRID_WIDTH))?;
        }
        self.tick_labels(plot, x_ticks, y_ticks)?;
        self.titles()
    }

    fn tick_labels(&self, plot: &Chart<'_>, x_ticks: &[Tick], y_ticks: &[Tick]) -> Drawn {
        let below = words(Ink::Muted, TICK_SIZE, HPos::Center, VPos::Top);
        for (at, label) in x_ticks {
            let (x, y) = plot.backend_coord(&(*at, self.window.y.0));
            self.root.draw_text(label, &below, (x, y + GAP))?;
        }
        let beside = words(Ink::Muted, TICK_SIZE, HPos::Right, VPos::Center);
        for (at, label) in y_ticks {
            let (x, y) = plot.backend_coord(&(self.window.x.0, *at));
            self.root.draw_text(label, &beside, (x - GAP, y))?;
        }
        Ok(())
    }

    fn titles(&self) -> Drawn {
        let (width, height) = size(self.panel);
        let (width, height) = (width as i32, height as i32);
        let right = words(Ink::Ink, LABEL_SIZE, HPos::Right, VPos::Bottom);
        self.root.draw_text(&self.panel.x.title, &right, (width - RIGHT as i32, height - GAP))?;
        let left = words(Ink::Ink, LABEL_SIZE, HPos::Left, VPos::Top);
        self.root.draw_text(&self.panel.y.title, &left, (GAP / 2, GAP))
    }

    /// A line across the whole panel, if the value is on its axis.
    fn across(&self, plot: &mut Chart<'_>, side: Side, at: f64, style: ShapeStyle) -> Drawn {
        let Window { x, y } = self.window;
        let ends = match side {
            Side::X => vec![(at, y.0), (at, y.1)],
            Side::Y => vec![(x.0, at), (x.1, at)],
        };
        if !ends.iter().all(|&end| self.window.holds(end)) {
            return Ok(());
        }
        plot.draw_series([PathElement::new(ends, style)])?;
        Ok(())
    }

    fn mark(&self, plot: &mut Chart<'_>, mark: &Mark) -> Drawn {
        match mark {
            // Bands and areas are part of the ground.
            Mark::Band(_) | Mark::Area(_) => Ok(()),
            Mark::Arrow(arrow) => self.arrow(plot, arrow),
            Mark::Node(node) => self.node(plot, node),
            Mark::Curve(curve) => self.curve(plot, curve),
            Mark::Mesh(mesh) => self.mesh(plot, mesh),
            Mark::Scatter(scatter, glyph) => self.scatter(plot, scatter, *glyph),
            Mark::Dot(dot) => self.dot(plot, dot),
            Mark::Block(block) => self.block(plot, block),
            Mark::Rule(rule) => self.rule(plot, rule),
        }
    }

    fn band(&self, plot: &mut Chart<'_>, band: &Band) -> Drawn {
        let Window { x, y } = self.window;
        let corners = match band.side {
            Side::X => [(band.from, y.0), (band.to, y.1)],
            Side::Y => [(x.0, band.from), (x.1, band.to)],
        };
        let corners = corners.map(|corner| self.window.clamp(corner));
        plot.draw_series([Rectangle::new(corners, band.ink.rgb().mix(0.14).filled())])?;
        Ok(())
    }

    fn area(&self, plot: &mut Chart<'_>, area: &Area) -> Drawn {
        let blocks = area.blocks.iter().map(|&((left, right), (bottom, top))| {
            let corners = [(left, bottom), (right, top)].map(|corner| self.window.clamp(corner));
            Rectangle::new(corners, area.ink.rgb().mix(0.22).filled())
        });
        plot.draw_series(blocks)?;
        Ok(())
    }

    /// A shaft and a head; both ends keep clear of a node that stands there.
    fn arrow(&self, plot: &mut Chart<'_>, arrow: &Arrow) -> Drawn {
        let (x0, y0) = real(plot.backend_coord(&arrow.from));
        let (x1, y1) = real(plot.backend_coord(&arrow.to));
        let (dx, dy) = (x1 - x0, y1 - y0);
        let length = (dx * dx + dy * dy).sqrt().clamp(1.0, f64::INFINITY);
        let (dx, dy) = (dx / length, dy / length);
        let clearance =
            |end: (f64, f64)| if self.has_node(end) { f64::from(NODE_RADIUS) + 30.0 } else { 0.0 };
        let along = |distance: f64, aside: f64| {
            (
                (x0 + dx * distance - dy * aside).round() as i32,
                (y0 + dy * distance + dx * aside).round() as i32,
            )
        };
        let tip = length - clearance(arrow.to);
        let neck = tip - HEAD.0;
        let shaft = vec![along(clearance(arrow.from), 0.0), along(neck, 0.0)];
        self.broken(arrow.dash, || self.root.draw(&PathElement::new(shaft, line(arrow.ink, ARROW_WIDTH))))?;
        let head = vec![along(tip, 0.0), along(neck, HEAD.1), along(neck, -HEAD.1)];
        self.root.draw(&Polygon::new(head, arrow.ink.rgb().filled()))
    }

    fn has_node(&self, at: (f64, f64)) -> bool {
        self.panel.marks.iter().any(|mark| matches!(mark, Mark::Node(node) if node.at == at))
    }

    fn node(&self, plot: &mut Chart<'_>, node: &Node) -> Drawn {
        let centre = plot.backend_coord(&node.at);
        self.root.draw(&Circle::new(centre, NODE_RADIUS, Ink::Paper.rgb().filled()))?;
        self.root.draw(&Circle::new(centre, NODE_RADIUS, line(node.ink, ARROW_WIDTH)))?;
        let style = words(node.ink, LABEL_SIZE, HPos::Center, VPos::Center);
        self.root.draw_text(&node.label, &style, centre)
    }

    fn rule(&self, plot: &mut Chart<'_>, rule: &Rule) -> Drawn {
        self.broken(Dash::Dashed, || self.across(plot, rule.side, rule.at, line(rule.ink, RULE_WIDTH)))
    }

    fn curve(&self, plot: &mut Chart<'_>, curve: &Curve) -> Drawn {
        self.broken(curve.dash, || {
            let pieces = self.window.pieces(&curve.points).into_iter();
            plot.draw_series(pieces.map(|piece| PathElement::new(piece, line(curve.ink, CURVE_WIDTH))))?;
            Ok(())
        })
    }

    fn mesh(&self, plot: &mut Chart<'_>, mesh: &Mesh) -> Drawn {
        let pieces = mesh.lines.iter().flat_map(|line| self.window.pieces(line));
        plot.draw_series(pieces.map(|piece| PathElement::new(piece, line(mesh.ink, MESH_WIDTH))))?;
        Ok(())
    }

    fn scatter(&self, plot: &Chart<'_>, scatter: &Scatter, glyph: Glyph) -> Drawn {
        let radius = (scatter.radius * f64::from(WIDTH) / 100.0).round() as i32;
        let style =
            if glyph.is_filled() { scatter.ink.rgb().filled() } else { line(scatter.ink, GLYPH_WIDTH) };
        for point in scatter.points.iter().filter(|&&point| self.window.holds(point)) {
            let (x, y) = plot.backend_coord(point);
            if glyph.strokes().is_empty() {
                self.root.draw(&Circle::new((x, y), radius as u32, style))?;
            }
            for stroke in glyph.strokes() {
                let ends =
                    stroke.iter().map(|(right, down)| (x + right * radius / 100, y + down * radius / 100));
                if glyph.is_filled() {
                    self.root.draw(&Polygon::new(ends.collect::<Vec<_>>(), style))?;
                } else {
                    self.root.draw(&PathElement::new(ends.collect::<Vec<_>>(), style))?;
                }
            }
        }
        Ok(())
    }

    fn dot(&self, plot: &mut Chart<'_>, dot: &Dot) -> Drawn {
        if !self.window.holds(dot.at) {
            return Ok(());
        }
        let inside = if dot.open { Ink::Paper } else { dot.ink };
        plot.draw_series([Circle::new(dot.at, DOT_RADIUS, inside.rgb().filled())])?;
        if dot.open {
            plot.draw_series([Circle::new(dot.at, DOT_RADIUS, line(dot.ink, CURVE_WIDTH))])?;
        }
        Ok(())
    }

    fn block(&self, plot: &mut Chart<'_>, block: &Block) -> Drawn {
        let corners =
            [(block.x.0, block.y.0), (block.x.1, block.y.1)].map(|corner| self.window.clamp(corner));
        plot.draw_series([Rectangle::new(corners, block.ink.rgb().filled())])?;
        Ok(())
    }

    /// Draws with a broken line, and mends the pen afterwards.
    fn broken(&self, dash: Dash, draw: impl FnOnce() -> Drawn) -> Drawn {
        self.sheet.pen.set(Pen { dash, ..Pen::default() });
        let drawn = draw();
        self.sheet.pen.set(Pen::default());
        drawn
    }

    /// Labels last, so that nothing is drawn over them; emphasised points choose their room before curves do.
    fn labels(&mut self, plot: &Chart<'_>) -> Drawn {
        let to_page = |point: (f64, f64)| plot.backend_coord(&self.window.clamp(point));
        let (left, bottom) = to_page((self.window.x.0, self.window.y.0));
        let top = to_page((self.window.x.0, self.window.y.1)).1;
        let room = Frame { left, top: (top - 60).max(0), right: WIDTH as i32 - 30, bottom };
        let mut obstacles = wishes::obstacles(self.panel, &self.window, to_page);
        let mut labelled: Vec<&Mark> =
            self.panel.marks.iter().filter(|mark| wishes::is_labelled(mark, &self.window)).collect();
        labelled.sort_by_key(|mark| wishes::turn(mark));
        let placed: Vec<_> = labelled
            .into_iter()
            .flat_map(|mark| mark.labels().map(move |label| (mark, label)))
            .map(|(mark, label)| {
                let size = wishes::label_size(label.1);
                let wishes = wishes::of(mark, label, (self.panel, &self.window), to_page);
                (mark, label.1, obstacles.place(size, &wishes, &room))
            })
            .collect();
        self.sheet.pen.set(Pen { halo: true, ..Pen::default() });
        for (mark, label, place) in placed {
            match place {
                Some(place) => self.label(mark, label, place)?,
                None => self.crowded.push(label.to_owned()),
            }
        }
        self.sheet.pen.set(Pen::default());
        Ok(())
    }

    fn label(&mut self, mark: &Mark, label: &str, Place { frame, crowded }: Place) -> Drawn {
        let ink = if matches!(mark, Mark::Block(_)) { Ink::Ink } else { mark.ink() };
        let style = words(ink, LABEL_SIZE, HPos::Center, VPos::Center);
        let centre = ((frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2);
        self.root.draw_text(label, &style, centre)?;
        if crowded {
            self.crowded.push(label.to_owned());
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Axis, Curve};

    #[test]
    fn what_lies_beyond_the_axes_has_no_label() {
        let at = |x: f64| {
            let dot = Dot::new("a dot", Ink::Ink, (0.5, x));
            let rule = Rule { label: "a rule".into(), ink: Ink::Ink, side: Side::Y, at: x };
            inline(&Panel::new(Axis::new("x", 0.0..=1.0), Axis::new("y", 0.0..=1.0)).with(dot).with(rule))
        };
        assert!(at(0.5).contains("a dot") && at(0.5).contains("a rule"));
        assert!(!at(2.0).contains("a dot") && !at(2.0).contains("a rule"));
    }

    #[test]
    fn two_labels_of_an_arrow_stand_on_its_two_sides() {
        let drawn = |first: &str, second: &str| {
            let arrow = Arrow::new(first, Ink::Ink, (1.0, 2.0), (5.0, 2.0)).opposite(second);
            let svg = inline(&Panel::diagram(6.0, 4.0).with(arrow));
            let texts = svg.split("<text ").skip(1);
            let height = |text: &str| text.split(" y=\"").nth(1)?.split('"').next()?.parse::<i32>().ok();
            texts.filter_map(height).collect::<Vec<_>>()
        };
        let heights = drawn("1.5", "1.5");
        assert!(heights.len() == 2 && heights[0] < heights[1], "{heights:?}");
        assert_eq!(drawn("", "below"), heights[1..]);
    }

    #[test]
    fn low_panels_make_a_low_picture() {
        let panel = |low: bool| {
            let line = Curve::through("line", Ink::Blue, [(0.0, 0.0), (1.0, 1.0)]);
            let panel = Panel::new(Axis::new("x", 0.0..=1.0), Axis::new("y", 0.0..=1.0)).with(line);
            if low { panel.low() } else { panel }
        };
        let size = |panels: [bool; 2]| {
            let figure = Figure::new("f", "A line.").panel(panel(panels[0])).panel(panel(panels[1]));
            figure.standalone().lines().next().unwrap_or_default().to_owned()
        };
        assert!(size([true, true]).contains(" width=\"800\" height=\"190\" "), "{}", size([true, true]));
        assert!(size([true, false]).contains(" width=\"800\" height=\"270\" "));
        assert!(inline(&panel(true)).contains("viewBox=\"0 0 4000 1900\""));
    }
}
