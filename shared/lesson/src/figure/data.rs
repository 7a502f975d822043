//! The numbers that a figure draws, as tables.

use super::mark::{Mark, Side};
use super::ticks::Ticks;
use super::{Figure, Panel, text};
use crate::{Table, Value};

type Row = Vec<Value>;

/// A table for each mark with several points, and one for all single marks of a panel; diagrams have places, but no data.
pub(super) fn tables(figure: &Figure) -> Vec<Table> {
    let panels = figure.panels.iter().enumerate().filter(|(_, panel)| !panel.is_diagram());
    panels.flat_map(|(index, panel)| of_panel(panel, &figure.lead(index))).collect()
}

fn of_panel(panel: &Panel, lead: &str) -> Vec<Table> {
    let mut tables = Vec::new();
    let mut single =
        new("single", &format!("{lead}single marks"), ["mark", "label", panel.x.told(), panel.y.told()]);
    for mark in &panel.marks {
        match mark {
            Mark::Curve(curve) => {
                tables.push(points(panel, lead, &named(&curve.label, "line"), &curve.points));
            }
            Mark::Scatter(scatter, glyph) => {
                tables.push(points(
                    panel,
                    lead,
                    &named(&scatter.label, &glyph.counted(scatter.points.len())),
                    &scatter.points,
                ));
            }
            Mark::Mesh(mesh) => {
                let all: Vec<(f64, f64)> = mesh.lines.iter().flatten().copied().collect();
                tables.push(points(panel, lead, &mesh.label, &all));
            }
            other => single.rows.extend(row(panel, other)),
        }
    }
    tables.push(single);
    tables.retain(|table| !table.rows.is_empty());
    tables.into_iter().map(Table::with_positive_zeros).collect()
}

fn named(label: &str, otherwise: &str) -> String {
    if label.is_empty() { otherwise.to_owned() } else { label.to_owned() }
}

fn points(panel: &Panel, lead: &str, label: &str, points: &[(f64, f64)]) -> Table {
    let mut table = new("points", &format!("{lead}{label}"), [panel.x.told(), panel.y.told()]);
    let finite = points.iter().filter(|(x, y)| x.is_finite() && y.is_finite());
    table.rows = finite.map(|&(x, y)| vec![at(&panel.x.ticks, x), at(&panel.y.ticks, y)]).collect();
    table
}

fn new<const N: usize>(name: &str, caption: &str, headings: [&str; N]) -> Table {
    Table::new(name, caption, headings.map(|heading| ("", heading)))
}

/// A place on an axis: the name that it has there, or the number.
fn at(ticks: &Ticks, place: f64) -> Value {
    ticks.name(place).map_or_else(|| place.into(), Value::from)
}

fn row(panel: &Panel, mark: &Mark) -> Option<Row> {
    let (across, up) = (&panel.x.ticks, &panel.y.ticks);
    let labels = mark.labels().map(|(_, label)| text::prose(label)).collect::<Vec<_>>().join(", ");
    let cells = |kind: &str, x: Value, y: Value| vec![kind.into(), labels.as_str().into(), x, y];
    let span = |(from, to): (f64, f64)| -> Value { [from, to].into() };
    let wide = |ticks: &Ticks, (from, to): (f64, f64)| {
        ticks.name((from + to) / 2.0).map_or_else(|| span((from, to)), Value::from)
    };
    let along = |kind: &str, side: Side, at: Value| match side {
        Side::X => cells(kind, at, "".into()),
        Side::Y => cells(kind, "".into(), at),
    };
    match mark {
        Mark::Dot(dot) => {
            let kind = if dot.open { "open dot" } else { "dot" };
            Some(cells(kind, at(across, dot.at.0), at(up, dot.at.1)))
        }
        Mark::Block(block) => Some(cells("bar", wide(across, block.x), wide(up, block.y))),
        Mark::Band(band) => Some(along("band", band.side, span((band.from, band.to)))),
        Mark::Rule(rule) => Some(along("rule", rule.side, rule.at.into())),
        Mark::Arrow(arrow) => {
            let ends = |of: fn((f64, f64)) -> f64| [of(arrow.from), of(arrow.to)].into();
            Some(cells("arrow", ends(|point| point.0), ends(|point| point.1)))
        }
        Mark::Node(node) => Some(cells("node", node.at.0.into(), node.at.1.into())),
        // An area is told in words; the others have tables of their own.
        Mark::Area(_) | Mark::Curve(_) | Mark::Scatter(..) | Mark::Mesh(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Axis, Block, Curve, Dot, Ink, Rule};

    #[test]
    fn every_point_of_a_line_has_a_row_and_single_marks_share_a_table() {
        let panel = Panel::new(Axis::new("x", 0.0..=1.0), Axis::new("y", 0.0..=1.0))
            .with(Curve::through("line", Ink::Blue, [(-0.0, 0.5), (0.5, f64::NAN), (1.0, 0.25)]))
            .with(Dot::new("end", Ink::Blue, (1.0, 0.25)).open())
            .with(Rule { label: "half".into(), ink: Ink::Muted, side: Side::Y, at: 0.5 });
        let tables = tables(&Figure::new("f", "A line.").panel(panel));
        let told: Vec<String> = tables
            .iter()
            .flat_map(|table| &table.rows)
            .map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|"))
            .collect();
        assert_eq!(told, ["0.0|0.5", "1.0|0.25", "open dot|end|1.0|0.25", "rule|half||0.5"]);
        assert_eq!(tables[0].caption, "line");
    }

    #[test]
    fn what_stands_at_a_name_has_it_for_a_number() {
        let panel = Panel::new(Axis::names("class", ["z₁", "z₂"]), Axis::new("logit", 0.0..=4.0))
            .with(Block::bar("3.00", Ink::Blue, 1.0, 0.6, 3.0))
            .with(Dot::new("", Ink::Blue, (0.0, 2.0)));
        let table = tables(&Figure::new("f", "A bar.").panel(panel)).remove(0);
        let rows =
            table.rows.iter().map(|row| row.iter().map(ToString::to_string).collect::<Vec<_>>().join("|"));
        assert_eq!(rows.collect::<Vec<_>>(), ["bar|3.00|z₂|0.0 3.0", "dot||z₁|2.0"]);
    }
}
