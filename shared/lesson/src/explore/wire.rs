//! A view as the page's script gets it: pieces of HTML to put in place, and where the picture can be dragged.

use super::{Handle, Pull, View};
use crate::figure::escaped;
use crate::{Table, Value};
use std::fmt::Write;

impl View {
    /// What a move changes at once: the panels, and their geometry.
    pub fn picture(&self) -> [String; 2] {
        [self.panels_html(), self.geometry()]
    }

    /// What may follow a little later: alternative text, sentence, and read-outs.
    pub fn words(&self) -> [String; 3] {
        [self.figure.alt(), self.figure.caption.clone(), self.beside_html()]
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
                    format_args!("<div><dt>{}</dt><dd>{}</dd></div>", escaped(label), lines(value)),
                );
            }
            html.push_str("</dl>");
        }
        self.tables.iter().for_each(|table| push_table(&mut html, table));
        html
    }

    /// The plotted data, as tables.
    pub fn data_html(&self) -> String {
        let mut html = String::new();
        self.figure.data().iter().for_each(|table| push_table(&mut html, table));
        html
    }

    /// For each panel where its plot lies and what its axes span, then for each handle its panel, place and controls,
    /// and for each pull its panel, place, control and formula.
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
        lines.join("\n")
    }
}

fn push(html: &mut String, text: std::fmt::Arguments<'_>) {
    // Writing to a string cannot fail.
    let _ = html.write_fmt(text);
}

/// A value with its rows on lines of their own.
fn lines(value: &Value) -> String {
    escaped(&value.to_string()).replace('\n', "<br>")
}

fn push_table(html: &mut String, table: &Table) {
    push(
        html,
        format_args!(
            "<div class=\"table-wrapper\" tabindex=\"0\"><table><caption>{}</caption><thead><tr>",
            escaped(&table.caption)
        ),
    );
    let alignments = table.alignments();
    for (column, alignment) in table.columns.iter().zip(&alignments) {
        push(html, format_args!("<th scope=\"col\"{}>{}</th>", alignment.class(), escaped(&column.heading)));
    }
    html.push_str("</tr></thead><tbody>");
    for row in &table.rows {
        html.push_str("<tr>");
        for (index, (value, alignment)) in row.iter().zip(&alignments).enumerate() {
            // The first column names the rows.
            let (tag, scope) = if index == 0 { ("th", " scope=\"row\"") } else { ("td", "") };
            let (class, style) = (alignment.class(), alignment.style(&value.to_string()));
            push(html, format_args!("<{tag}{scope}{class}{style}>{}</{tag}>", lines(value)));
        }
        html.push_str("</tr>");
    }
    html.push_str("</tbody></table></div>");
}
