//! A view as the page's script gets it: pieces of HTML to put in place, and where the picture can be dragged.

use super::{Handle, Pull, Turn, View};
use crate::Table;
use crate::figure::{escaped, prose};
use std::fmt::Write;

impl View {
    /// What a move changes at once: the panels, and their geometry.
    pub fn picture(&self) -> [String; 2] {
        [self.panels_html(), self.geometry()]
    }

    /// What may follow a little later: alternative text, sentence, read-outs, and what is offered, a line each.
    pub fn words(&self) -> [String; 4] {
        let offers: Vec<String> =
            self.offers.iter().map(|(name, address)| format!("{name} {address}")).collect();
        [self.figure.alt(), self.figure.caption.clone(), self.beside_html(), offers.join("\n")]
    }

    /// The picture.
    pub fn panels_html(&self) -> String {
        self.figure.svgs().concat()
    }

    /// The read-outs and tables, on one line.
    pub fn beside_html(&self) -> String {
        let mut html = String::new();
        if !self.read_outs.is_empty() {
            html.push_str("<dl class=\"read-outs\">");
            for (label, value) in &self.read_outs {
                push(
                    &mut html,
                    format_args!(
                        "<div><dt>{}</dt><dd>{}</dd></div>",
                        escaped(&prose(label)),
                        lines(&value.to_string())
                    ),
                );
            }
            html.push_str("</dl>");
        }
        html.extend(self.tables.iter().map(table));
        html
    }

    /// The plotted data, as tables.
    pub fn data_html(&self) -> String {
        self.figure.data().iter().map(table).collect()
    }

    /// For each panel where its plot lies and what its axes span, then for each handle its panel, place and controls,
    /// for each pull its panel, place, control and formula, and for each turn its panel, place, pivot, size and controls.
    fn geometry(&self) -> String {
        let mut lines: Vec<String> = Vec::new();
        for panel in &self.figure.panels {
            let plot = panel.plot();
            let ((left, right), (top, bottom)) = (plot.x, plot.y);
            let (x, y) = (&panel.x, &panel.y);
            lines.push(format!(
                "panel {left} {right} {top} {bottom} {:?} {:?} {:?} {:?}",
                x.from, x.to, y.from, y.to
            ));
        }
        for Handle { panel, at: (x, y), x: across, y: up } in &self.handles {
            let (across, up) = (across.unwrap_or("-"), up.unwrap_or("-"));
            lines.push(format!("handle {panel} {x:?} {y:?} {across} {up}"));
        }
        for Pull { panel, at: (x, y), control, base, per: (across, up) } in &self.pulls {
            lines.push(format!("pull {panel} {x:?} {y:?} {control} {base:?} {across:?} {up:?}"));
        }
        for turn in &self.turns {
            let Turn { panel, at: (x, y), pivot, controls, .. } = turn;
            let (size, controls) = (turn.size(), controls.join(" "));
            lines.push(format!("turn {panel} {x:?} {y:?} {:?} {:?} {size:?} {controls}", pivot.0, pivot.1));
        }
        lines.join("\n")
    }
}

fn push(html: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = html.write_fmt(text);
}

/// Text with its rows on lines of their own.
fn lines(text: &str) -> String {
    escaped(text).replace('\n', "<br>")
}

/// A table beside a picture, or of its data.
fn table(table: &Table) -> String {
    table.html("", lines, |_, _| String::new())
}
