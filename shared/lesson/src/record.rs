//! The record of what a chapter says.

use crate::{Figure, Table, Value, print};
use std::collections::BTreeSet;
use std::convert::Infallible;
use std::fmt;

/// A value with the name pages use and the label the terminal prints.
#[derive(Clone, Debug, PartialEq)]
pub struct Said {
    /// The name under which pages place it.
    pub name: String,
    /// What the value is, in a few words.
    pub label: String,
    /// The value itself.
    pub value: Value,
}

/// One thing a chapter said.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A remark between values, for the terminal reader.
    Note(String),
    /// A named value.
    Value(Said),
    /// A named table.
    Table(Table),
    /// A named figure.
    Figure(Figure),
}

impl Item {
    /// The item's name; a note has none.
    pub fn name(&self) -> Option<&str> {
        match self {
            Self::Note(_) => None,
            Self::Value(said) => Some(&said.name),
            Self::Table(table) => Some(&table.name),
            Self::Figure(figure) => Some(&figure.name),
        }
    }
}

/// A part of a lesson under one heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The name under which pages place its transcript.
    pub name: String,
    /// The heading.
    pub title: String,
    /// What was said, in order.
    pub items: Vec<Item>,
}

impl Section {
    /// The section as the terminal prints it, without colour and without its figures.
    pub fn transcript(&self) -> String {
        print::section(self)
    }

    /// How many numbers, counts and words its values and tables hold.
    pub fn leaves(&self) -> usize {
        let of = |item: &Item| match item {
            Item::Value(said) => said.value.leaves(),
            Item::Table(table) => table.rows.iter().flatten().map(Value::leaves).sum(),
            Item::Note(_) | Item::Figure(_) => 0,
        };
        self.items.iter().map(of).sum()
    }
}

/// How far a long computation has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress<'a> {
    /// What is being computed, in a few words.
    pub task: &'a str,
    /// How many of the steps are done.
    pub done: usize,
    /// How many steps there are.
    pub steps: usize,
}

type Listener = Box<dyn FnMut(Progress<'_>)>;

/// Who hears of progress, if anyone does.
#[derive(Default)]
struct Audience(Option<Listener>);

impl fmt::Debug for Audience {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Audience" } else { "nobody" })
    }
}

/// All that a chapter says, in order.
#[derive(Debug)]
pub struct Lesson {
    chapter: String,
    sections: Vec<Section>,
    names: BTreeSet<String>,
    faults: Vec<String>,
    audience: Audience,
}

impl Lesson {
    /// An empty record of the chapter with this crate name.
    pub fn new(chapter: &str) -> Self {
        Self {
            chapter: chapter.into(),
            sections: Vec::new(),
            names: BTreeSet::new(),
            faults: Vec::new(),
            audience: Audience::default(),
        }
    }

    /// Lets someone hear of the progress of long computations; the record itself does not change by it.
    #[must_use]
    pub fn heard_by(mut self, audience: impl FnMut(Progress<'_>) + 'static) -> Self {
        self.audience = Audience(Some(Box::new(audience)));
        self
    }

    /// Says how far a long computation is; nothing of it is recorded.
    pub fn progress(&mut self, task: &str, done: usize, steps: usize) {
        if let Audience(Some(audience)) = &mut self.audience {
            audience(Progress { task, done, steps });
        }
    }

    /// Opens a section; what is said next belongs to it.
    pub fn section(&mut self, name: &str, title: &str) {
        self.claim(name);
        self.sections.push(Section { name: name.into(), title: title.into(), items: Vec::new() });
    }

    /// Says a remark.
    pub fn note(&mut self, text: impl Into<String>) {
        self.push(Item::Note(text.into()));
    }

    /// Says a value: `name` for the pages, `label` for the terminal.
    pub fn value(&mut self, name: &str, label: &str, value: impl Into<Value>) {
        self.claim(name);
        self.push(Item::Value(Said { name: name.into(), label: label.into(), value: value.into() }));
    }

    /// Says a table.
    pub fn table(&mut self, table: Table) {
        self.claim(&table.name);
        self.faults.extend(table.faults());
        self.push(Item::Table(table));
    }

    /// Says a figure.
    pub fn figure(&mut self, draw: impl FnOnce() -> Figure) {
        let drawn: Result<(), Infallible> = self.try_figure(|| Ok(draw()));
        let Ok(()) = drawn;
    }

    /// Says a figure that may fail.
    ///
    /// In the reader's browser, which recomputes numbers and not figures, nothing is drawn and nothing fails.
    ///
    /// # Errors
    /// What `draw` fails with.
    pub fn try_figure<E>(&mut self, draw: impl FnOnce() -> Result<Figure, E>) -> Result<(), E> {
        if cfg!(not(target_family = "wasm")) {
            let figure = draw()?;
            self.claim(&figure.name);
            self.faults.extend(figure.faults());
            self.push(Item::Figure(figure));
        }
        Ok(())
    }

    /// The whole lesson as a pipe gets it, figures described in words.
    pub fn transcript(&self) -> String {
        print::plain(self)
    }

    /// The crate name of the chapter that speaks.
    pub fn chapter(&self) -> &str {
        &self.chapter
    }

    /// The sections in order.
    pub fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// The section with a name.
    ///
    /// # Errors
    /// A sentence that says that there is none.
    pub fn section_at(&self, name: &str) -> Result<&Section, String> {
        let section = self.sections.iter().find(|section| section.name == name);
        section.ok_or_else(|| format!("{} has no section \"{name}\"", self.chapter))
    }

    /// All items of all sections in order.
    pub fn items(&self) -> impl Iterator<Item = &Item> {
        self.sections.iter().flat_map(|section| &section.items)
    }

    /// All figures in order.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        self.items().filter_map(|item| match item {
            Item::Figure(figure) => Some(figure),
            _ => None,
        })
    }

    /// The item with this name.
    pub fn find(&self, name: &str) -> Option<&Item> {
        self.items().find(|item| item.name() == Some(name))
    }

    /// The value at a path: `name`, `name[2]` for an element, `table.row.column` for a cell.
    ///
    /// # Errors
    /// A sentence that says which part of the path leads nowhere.
    pub fn value_at(&self, path: &str) -> Result<&Value, String> {
        let (stem, indices) = split_indices(path)?;
        let name = stem.split('.').next().unwrap_or(stem);
        let root = match (self.find(name), stem.strip_prefix(name).and_then(|rest| rest.strip_prefix('.'))) {
            (Some(Item::Value(said)), None) => &said.value,
            (Some(Item::Table(table)), Some(cell)) => cell
                .rsplit_once('.')
                .and_then(|(row, column)| table.cell(row, column))
                .ok_or_else(|| format!("table \"{name}\" has no cell \"{cell}\"; write {name}.ROW.COLUMN"))?,
            (Some(Item::Table(_)), None) => {
                return Err(format!("\"{name}\" is a table; write {name}.ROW.COLUMN"));
            }
            (Some(Item::Value(_)), Some(_)) => return Err(format!("\"{name}\" is a value and has no cells")),
            _ => return Err(format!("{} records no value \"{name}\"", self.chapter)),
        };
        indices.into_iter().try_fold(root, |value, index| {
            value.element(index).ok_or_else(|| format!("\"{stem}\" has no element [{index}]"))
        })
    }

    /// Mistakes in how the chapter was written: a name said twice, a figure without a caption, a ragged table.
    pub fn faults(&self) -> &[String] {
        &self.faults
    }

    fn claim(&mut self, name: &str) {
        let plain = !name.is_empty()
            && name.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
        if !plain {
            self.faults.push(format!("\"{name}\" is no name: use lower-case letters, digits and hyphens"));
        }
        if !self.names.insert(name.to_owned()) {
            self.faults.push(format!("\"{name}\" is recorded twice"));
        }
    }

    fn push(&mut self, item: Item) {
        match self.sections.last_mut() {
            Some(section) => section.items.push(item),
            None => self.faults.push("something is said before the first section".into()),
        }
    }
}

/// Splits `name[1][2]` into `name` and its indices.
fn split_indices(path: &str) -> Result<(&str, Vec<usize>), String> {
    let (stem, rest) = path.split_at(path.find('[').unwrap_or(path.len()));
    let unreadable = || format!("\"{path}\" cannot be read; an index is written [0]");
    let mut indices = Vec::new();
    let mut rest = rest;
    while !rest.is_empty() {
        let (index, after) = rest.strip_prefix('[').and_then(|r| r.split_once(']')).ok_or_else(unreadable)?;
        indices.push(index.parse().map_err(|_| unreadable())?);
        rest = after;
    }
    Ok((stem, indices))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;
    use std::rc::Rc;

    fn lesson() -> Lesson {
        let mut say = Lesson::new("ch0-test");
        say.section("one", "One");
        say.value("sum", "the sum", 1.5);
        say.value("rows", "rows", Value::List(vec![[1.0, 2.0].into(), [3.0, 4.0].into()]));
        say.table(
            Table::new("limits", "Limits", [("kind", "kind"), ("max", "max")])
                .row(["1.5".into(), 2.0.into()]),
        );
        say
    }

    #[test]
    fn paths_lead_to_values() {
        let lesson = lesson();
        for (path, printed) in
            [("sum", "1.5"), ("rows[1]", "3.0 4.0"), ("rows[1][0]", "3.0"), ("limits.1.5.max", "2.0")]
        {
            assert_eq!(lesson.value_at(path).unwrap().to_string(), printed);
        }
    }

    #[test]
    fn paths_that_lead_nowhere_say_so() {
        let lesson = lesson();
        for (path, sentence) in [
            ("total", "ch0-test records no value \"total\""),
            ("sum[0]", "\"sum\" has no element [0]"),
            ("rows[x]", "\"rows[x]\" cannot be read; an index is written [0]"),
            ("limits", "\"limits\" is a table; write limits.ROW.COLUMN"),
            ("limits.2.max", "table \"limits\" has no cell \"2.max\"; write limits.ROW.COLUMN"),
            ("sum.a.b", "\"sum\" is a value and has no cells"),
        ] {
            assert_eq!(lesson.value_at(path).unwrap_err(), sentence);
        }
    }

    #[test]
    fn progress_is_heard_and_not_recorded() {
        let heard = Rc::new(Cell::new(0));
        let ear = Rc::clone(&heard);
        let mut say = Lesson::new("ch0-test").heard_by(move |progress| ear.set(progress.done));
        say.progress("training", 3, 10);
        assert_eq!(heard.get(), 3);
        assert_eq!(say.items().count(), 0);
    }

    #[test]
    fn authoring_mistakes_are_kept_as_faults() {
        let mut say = lesson();
        say.value("sum", "again", 2.0);
        say.value("Bad Name", "", 0.0);
        assert_eq!(
            say.faults(),
            [
                "\"sum\" is recorded twice",
                "\"Bad Name\" is no name: use lower-case letters, digits and hyphens"
            ]
        );
        let mut early = Lesson::new("ch0-test");
        early.note("too early");
        assert_eq!(early.faults(), ["something is said before the first section"]);
    }
}
