//! Alternative text: what a figure shows, in words, from the data it draws.

mod curve;

use super::mark::{Block, Curve, Dash, Dot, Mark, Scatter, Side};
use super::text::number;
use super::ticks::Ticks;
use super::{Figure, Glyph, Panel};

pub(super) fn figure(figure: &Figure) -> String {
    let panels = figure
        .panels
        .iter()
        .enumerate()
        .map(|(index, panel)| format!("{}{}", figure.lead(index), self::panel(panel)));
    panels.collect::<Vec<_>>().join(" ")
}

fn panel(panel: &Panel) -> String {
    let (x, y) = (&panel.x, &panel.y);
    let subject = if panel.is_diagram() {
        "Diagram.".to_owned()
    } else {
        format!("{} against {}.", y.told(), x.told())
    };
    let mut sentences = vec![subject];
    sentences.extend(blocks(panel));
    sentences
        .extend([Dash::Solid, Dash::Dashed, Dash::Dotted].into_iter().filter_map(|dash| lanes(panel, dash)));
    // Nodes are told with their arrows.
    let apart = |mark: &&Mark| !matches!(mark, Mark::Block(_) | Mark::Node(_)) && lane(panel, mark).is_none();
    let marks: Vec<&Mark> = panel.marks.iter().filter(apart).collect();
    sentences
        .extend(marks.chunk_by(|one, next| belong_together(one, next)).filter_map(|some| told(panel, some)));
    sentences.join(" ")
}

/// Whether two marks are told in one sentence.
fn belong_together(one: &Mark, next: &Mark) -> bool {
    match (one, next) {
        (Mark::Curve(one), Mark::Curve(next)) => curve::goes_on(one, next),
        (Mark::Dot(one), Mark::Dot(next)) => {
            one.open == next.open && one.label.is_empty() && next.label.is_empty()
        }
        _ => false,
    }
}

/// Marks that belong together.
fn told(panel: &Panel, marks: &[&Mark]) -> Option<String> {
    let all = |mark: &&Mark| match mark {
        Mark::Curve(curve) => curve.points.clone(),
        Mark::Dot(dot) => vec![dot.at],
        _ => Vec::new(),
    };
    let sentence = match *marks.first()? {
        Mark::Curve(curve) => {
            let name = curve::name(curve, &lines(panel), panel.y.told());
            curve::told(curve, &name, marks.iter().flat_map(all))
        }
        Mark::Dot(dot) => dots(panel, dot, marks.iter().flat_map(all)),
        Mark::Block(_) | Mark::Node(_) => return None,
        Mark::Area(area) if area.label.is_empty() => return None,
        Mark::Area(area) => format!("Tinted: {}.", area.label),
        Mark::Mesh(mesh) => {
            let lines = if mesh.lines.len() == 1 { "line" } else { "lines" };
            labelled(&format!("{} thin {lines}", mesh.lines.len()), &mesh.label)
        }
        Mark::Arrow(arrow) => {
            let way = match [arrow.from, arrow.to].map(|at| node_at(panel, at)) {
                [None, None] => {
                    let place = |(x, y): (f64, f64)| format!("({}, {})", number(x), number(y));
                    format!("Arrow from {} to {}", place(arrow.from), place(arrow.to))
                }
                ends => ends.map(|end| end.unwrap_or("outside")).join(" to "),
            };
            let labels: Vec<&str> = marks[0].labels().map(|(_, label)| label).collect();
            labelled(&way, &labels.join(", "))
        }
        Mark::Scatter(scatter, glyph) => self::scatter(scatter, *glyph),
        Mark::Band(band) => {
            let stretch = format!("Shaded from {} to {}", value(band.side, band.from), number(band.to));
            labelled(&stretch, &band.label)
        }
        Mark::Rule(rule) => labelled(&format!("Line at {}", value(rule.side, rule.at)), &rule.label),
    };
    Some(sentence)
}

/// The curves that are told one by one.
fn lines(panel: &Panel) -> Vec<&Curve> {
    let apart = panel.marks.iter().filter(|mark| lane(panel, mark).is_none());
    apart
        .filter_map(|mark| match mark {
            Mark::Curve(curve) => Some(curve),
            _ => None,
        })
        .collect()
}

/// A dot with its label, or several without.
fn dots(panel: &Panel, first: &Dot, places: impl Iterator<Item = (f64, f64)>) -> String {
    let on = |ticks: &Ticks, at: f64| ticks.name(at).map_or_else(|| number(at), str::to_owned);
    let places = places.map(|(x, y)| format!("({}, {})", on(&panel.x.ticks, x), on(&panel.y.ticks, y)));
    let places: Vec<String> = places.collect();
    let kind = if first.open { "Open dot" } else { "Dot" };
    let plural = if places.len() > 1 { "s" } else { "" };
    labelled(&format!("{kind}{plural} at {}", places.join(", ")), &first.label)
}

/// The name and the ends of a line that only runs along a name of the vertical axis.
fn lane(panel: &Panel, mark: &Mark) -> Option<(String, String)> {
    let Mark::Curve(Curve { label, points, .. }) = mark else { return None };
    let [(from, y), .., (to, _)] = points[..] else { return None };
    let along = label.is_empty() && points.iter().all(|point| point.1 == y);
    let name = panel.y.ticks.name(y).filter(|_| along)?;
    Some((name.to_owned(), extent(from, to)))
}

/// The lines that run along names, those of one look together.
fn lanes(panel: &Panel, dash: Dash) -> Option<String> {
    let alike = |mark: &&Mark| matches!(mark, Mark::Curve(curve) if curve.dash == dash);
    let look = match dash {
        Dash::Solid => "Lines",
        Dash::Dashed => "Dashed",
        Dash::Dotted => "Dotted",
    };
    listed(look, panel.marks.iter().filter(alike).filter_map(|mark| lane(panel, mark)))
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

/// The bars.
fn blocks(panel: &Panel) -> Option<String> {
    let blocks = panel.marks.iter().filter_map(|mark| match mark {
        Mark::Block(block) => Some(bar(panel, block)),
        _ => None,
    });
    listed("Bars", blocks)
}

/// Stretches under their names, neighbours of one name together; nothing if there are none.
fn listed(what: &str, stretches: impl Iterator<Item = (String, String)>) -> Option<String> {
    let mut groups: Vec<(String, Vec<String>)> = Vec::new();
    for (name, extent) in stretches {
        match groups.last_mut() {
            Some((last, extents)) if *last == name => extents.push(extent),
            _ => groups.push((name, vec![extent])),
        }
    }
    let told =
        groups.into_iter().map(|(name, extents)| format!("{name} {}", extents.join(", ")).trim().to_owned());
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| format!("{what}: {}.", told.join("; ")))
}

/// The name of a block and how far it reaches along the other axis.
fn bar(panel: &Panel, block: &Block) -> (String, String) {
    let middle = |(from, to): (f64, f64)| (from + to) / 2.0;
    let (name, (from, to)) = match (panel.x.ticks.name(middle(block.x)), panel.y.ticks.name(middle(block.y)))
    {
        (Some(name), _) => (name, block.y),
        (None, Some(name)) => (name, block.x),
        (None, None) => (block.label.as_str(), block.y),
    };
    let extent = if from == 0.0 { number(to) } else { extent(from, to) };
    (name.to_owned(), extent)
}

fn extent(from: f64, to: f64) -> String {
    format!("from {} to {}", number(from), number(to))
}

/// How many there are of which shape, and how far they reach.
fn scatter(scatter: &Scatter, glyph: Glyph) -> String {
    let finite = scatter.points.iter().filter(|(x, y)| x.is_finite() && y.is_finite());
    let reach = |of: fn(&(f64, f64)) -> f64| {
        let places = || finite.clone().map(of);
        places().min_by(f64::total_cmp).zip(places().max_by(f64::total_cmp)).unwrap_or_default()
    };
    let along = |side: Side, (from, to): (f64, f64)| match (number(from), number(to)) {
        (one, other) if one == other => value(side, from),
        _ => format!("{} {}", if side == Side::X { 'x' } else { 'y' }, extent(from, to)),
    };
    let (across, up) = (along(Side::X, reach(|p| p.0)), along(Side::Y, reach(|p| p.1)));
    labelled(&format!("{}, {across}, {up}", glyph.counted(scatter.points.len())), &scatter.label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Axis, Glyph, Ink, Mesh};

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

    #[test]
    fn dots_are_told_with_their_shape_and_reach() {
        let told = |points: &[(f64, f64)], glyph| {
            let scatter =
                Scatter { label: "class 1".into(), ink: Ink::Blue, radius: 0.5, points: points.into() };
            scatter.shaped(glyph)
        };
        for (points, glyph, sentence) in [
            (
                &[(0.1, 0.9), (-0.2, 0.3)][..],
                Glyph::Cross,
                "2 crosses, x from -0.2 to 0.1, y from 0.3 to 0.9: class 1.",
            ),
            (&[(0.5, 0.5), (0.75, 0.5)], Glyph::Ring, "2 rings, x from 0.5 to 0.75, y = 0.5: class 1."),
            (&[(0.5, 0.25)], Glyph::Disc, "1 dot, x = 0.5, y = 0.25: class 1."),
        ] {
            let panel = Panel::new(Axis::new("x", -1.0..=1.0), Axis::new("y", -1.0..=1.0));
            assert_eq!(self::panel(&panel.with(told(points, glyph))), format!("y against x. {sentence}"));
        }
    }

    #[test]
    fn what_belongs_together_is_told_in_one_sentence() {
        let rows = Axis::names("row", ["low", "high"]);
        let piece = |from: f64, to: f64| Curve::through("", Ink::Blue, [(from, from), (to, to)]);
        let along = |y: f64| Curve::through("", Ink::Muted, [(0.25, y), (1.0, y)]).dashed(Dash::Dashed);
        let dot = |y: f64| Dot::new("", Ink::Blue, (0.5, y));
        let panel = Panel::new(Axis::powers_of_ten("size", -1.0..=1.0, 1), rows)
            .with(Curve { label: "whole".into(), ..piece(0.0, 0.5) })
            .with(piece(0.5, 1.0))
            .with_all([along(0.0), along(1.0)])
            .with_all([dot(0.0), dot(1.0)])
            .with(dot(1.0).open());
        assert_eq!(
            self::panel(&panel),
            "row against log10 of size. Dashed: low from 0.25 to 1; high from 0.25 to 1. \
             whole: from 0 at x = 0, rises with slope 1 to 0.5 at x = 0.5, then rises with slope 1 to 1 at x = 1. \
             Dots at (0.5, low), (0.5, high). Open dot at (0.5, high)."
        );
    }
}
