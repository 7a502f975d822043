//! The terminal printer: one layout, with or without colour.

use crate::{Item, Lesson, Said, Section, Table};
use anstyle::{AnsiColor, Style};
use std::fmt::Display;

/// Notes and descriptions wrap at this column.
const WIDTH: usize = 84;
/// A label longer than this does not push the values of its neighbours to the right.
const LONGEST_LABEL: usize = 34;

const HEADING: Style = Style::new().bold();
const LABEL: Style = AnsiColor::Cyan.on_default();
const QUIET: Style = Style::new().dimmed();

/// A lesson as the terminal prints it, with ANSI styles; `anstream` drops them where they are not wanted.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn coloured(lesson: &Lesson) -> String {
    written(lesson, true)
}

/// A lesson as a pipe gets it, figures described in words.
pub(crate) fn plain(lesson: &Lesson) -> String {
    written(lesson, false)
}

/// The values, tables and notes of one section, without heading, figures and colour.
pub(crate) fn section(section: &Section) -> String {
    let mut printer = Printer { out: String::new(), colour: false };
    printer.items(section, |item| !matches!(item, Item::Figure(_)));
    printer.out
}

fn written(lesson: &Lesson, colour: bool) -> String {
    let mut printer = Printer { out: String::new(), colour };
    for (number, section) in lesson.sections().iter().enumerate() {
        if number > 0 {
            printer.line("");
        }
        printer.heading(&section.title);
        printer.items(section, |_| true);
    }
    printer.out
}

struct Printer {
    out: String,
    colour: bool,
}

impl Printer {
    fn heading(&mut self, title: &str) {
        let rule = "-".repeat(title.chars().count());
        self.line(&self.styled(HEADING, title));
        self.line(&self.styled(QUIET, &rule));
    }

    fn items(&mut self, section: &Section, wanted: impl Fn(&Item) -> bool) {
        let label_width = label_width(section);
        let mut previous: Option<&Item> = None;
        for item in section.items.iter().filter(|item| wanted(item)) {
            if previous.is_some_and(|previous| wants_gap(previous, item)) {
                self.line("");
            }
            match item {
                Item::Note(text) => self.wrapped("", text, Style::new()),
                Item::Value(said) => self.value(said, label_width),
                Item::Table(table) => self.table(table),
                Item::Figure(figure) => {
                    self.wrapped(&format!("figure {}: ", figure.name), &figure.alt(), QUIET);
                }
            }
            previous = Some(item);
        }
    }

    fn value(&mut self, said: &Said, width: usize) {
        let padding = " ".repeat(width.saturating_sub(said.label.chars().count()));
        let label = self.styled(LABEL, &said.label);
        let text = said.value.to_string();
        let mut rows = text.lines();
        self.line(&format!("{label}{padding}  {}", rows.next().unwrap_or("none")));
        rows.for_each(|row| self.line(&format!("{:width$}  {row}", "")));
    }

    fn table(&mut self, table: &Table) {
        let widths = column_widths(table);
        let numeric: Vec<bool> = (0..table.columns.len()).map(|column| table.is_numeric(column)).collect();
        let aligned = |column: usize, text: &str| {
            let width = widths.get(column).copied().unwrap_or_default();
            if numeric.get(column) == Some(&true) {
                format!("{text:>width$}")
            } else {
                format!("{text:<width$}")
            }
        };
        let joined = |cells: Vec<String>| cells.join("  ").trim_end().to_owned();
        self.wrapped("", &table.caption, Style::new());
        let headings = table.columns.iter().enumerate().map(|(column, c)| aligned(column, &c.heading));
        let headings = joined(headings.collect());
        self.line(&format!("  {}", self.styled(LABEL, &headings)));
        for row in &table.rows {
            let cells = row.iter().enumerate().map(|(column, cell)| aligned(column, &cell.to_string()));
            let cells = joined(cells.collect());
            self.line(&format!("  {cells}"));
        }
    }

    /// Writes `text` after `lead`, broken between words at the common width.
    fn wrapped(&mut self, lead: &str, text: &str, style: Style) {
        let indent = if lead.is_empty() { "" } else { "  " };
        let mut line = lead.to_owned();
        let mut fresh = true;
        for word in text.split_whitespace() {
            if !fresh && line.chars().count() + 1 + word.chars().count() > WIDTH {
                self.line(&self.styled(style, &line));
                indent.clone_into(&mut line);
                fresh = true;
            }
            if !fresh {
                line.push(' ');
            }
            line.push_str(word);
            fresh = false;
        }
        self.line(&self.styled(style, &line));
    }

    fn styled(&self, style: Style, text: &str) -> String {
        let style = if self.colour { style } else { Style::new() };
        format!("{style}{text}{style:#}")
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }
}

fn label_width(section: &Section) -> usize {
    let labels = section.items.iter().filter_map(|item| match item {
        Item::Value(said) => Some(said.label.chars().count()),
        _ => None,
    });
    labels.filter(|&width| width <= LONGEST_LABEL).max().unwrap_or(0)
}

/// Values stand together; everything else stands apart.
fn wants_gap(previous: &Item, item: &Item) -> bool {
    !matches!((previous, item), (Item::Value(_), Item::Value(_)) | (Item::Figure(_), Item::Figure(_)))
}

fn column_widths(table: &Table) -> Vec<usize> {
    let width = |text: &dyn Display| text.to_string().chars().count();
    let widest = |(column, heading): (usize, &crate::Column)| {
        let cells = table.rows.iter().filter_map(|row| row.get(column)).map(|cell| width(cell));
        cells.max().unwrap_or(0).max(width(&heading.heading))
    };
    table.columns.iter().enumerate().map(widest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Value;

    fn lesson() -> Lesson {
        let mut say = Lesson::new("ch0-test");
        say.section("one", "One thing");
        say.value("x", "x", 0.5);
        say.value("rows", "two rows", Value::List(vec![[1.0, 2.0].into(), [3.0, 4.0].into()]));
        say.note("A remark that is long enough to need a second line, because the printer breaks between words at a width.");
        let table = Table::new("t", "A table", [("name", "name"), ("value", "value")]);
        say.table(table.row(["a".into(), 1.0.into()]).row(["bcd".into(), 12.5.into()]));
        say.section("two", "Another");
        say.value("y", "y", "word");
        say
    }

    #[test]
    fn nothing_is_said_in_a_word() {
        let mut say = Lesson::new("ch0-test");
        say.section("one", "One thing");
        say.value("corners", "corners", Value::List(Vec::new()));
        say.value("word", "word", "");
        assert_eq!(plain(&say), "One thing\n---------\ncorners  none\nword     none\n");
    }

    #[test]
    fn layout() {
        let expected = "\
One thing
---------
x         0.5
two rows  1.0 2.0
          3.0 4.0

A remark that is long enough to need a second line, because the printer breaks
between words at a width.

A table
  name  value
  a       1.0
  bcd    12.5

Another
-------
y  word
";
        assert_eq!(plain(&lesson()), expected);
    }

    #[test]
    fn colour_adds_styles_and_nothing_else() {
        let coloured = coloured(&lesson());
        assert!(coloured.contains("\u{1b}["));
        assert_eq!(anstream::adapter::strip_str(&coloured).to_string(), plain(&lesson()));
    }
}
