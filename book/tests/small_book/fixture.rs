//! A small whole book in a temporary folder, for tests to break.

use book::build::Build;
use book::preprocess::Faults;
use lesson::explore::{Controls, Preset, State, View};
use lesson::figure::{Axis, Curve, Ink, Panel};
use lesson::{Chapter, Explorable, Figure, Lesson, Refusal, Subject, Table, Value};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// No options.
#[derive(clap::Args, Default)]
pub struct Nothing {}

/// A chapter that says one thing of each kind.
pub struct Halves;

impl Subject for Halves {
    type Options = Nothing;
    const NAME: &'static str = "ch0-halves";
    const TITLE: &'static str = "Halves & quarters";
    const ABOUT: &'static str = "What halving does.";

    fn tell(_: &Nothing, say: &mut Lesson) -> Result<(), Refusal> {
        say.section("numbers", "Numbers");
        say.value("half", "half of one", 0.5);
        say.value("rows", "rows", Value::List(vec![[1.0, 2.0].into(), [3.0, 4.0].into()]));
        say.value("word", "a word", "<em>two</em> words");
        say.section("shapes", "Shapes");
        let columns = [("n", "n"), ("power", "0.5^n")];
        let table = Table::new("powers", "Powers of a half", columns);
        say.table(table.row([1usize.into(), 0.5.into()]).row([3usize.into(), 0.125.into()]));
        let panel = Panel::new(Axis::new("x", 0.0..=1.0), Axis::new("y", 0.0..=1.0));
        let line = Curve::of("x / 2", Ink::Blue, 0.0..=1.0, |x| x / 2.0);
        say.figure(|| Figure::new("line", "Half of x.").panel(panel.with(line)));
        Ok(())
    }
}

/// A line whose slope answers.
const STEEP: Explorable = Explorable::new("steep", "How steep?", controls, view);

fn controls() -> Controls {
    Controls::new()
        .presets("Settings", [Preset::new("flat", "slope=0")])
        .range("slope", "slope", -2.0..=2.0, 0.1, 0.5)
        .choice("ink", "colour", [("blue", "blue"), ("green", "green")], "blue")
        .folded("More")
        .switch("both", "both ways", false)
        .play("turn", "turn", 9, 2, 0)
}

fn view(state: &State) -> View {
    let slope = state.number("slope");
    let line = Curve::of("line", Ink::Blue, 0.0..=1.0, |x| slope * x);
    let panel = Panel::new(Axis::new("x", 0.0..=1.0), Axis::new("y", -2.0..=2.0)).with(line);
    View::new(format!("It rises by {slope}.")).panel(panel).read_out("slope", slope).drag_x(0, "slope", slope)
}

/// A page of [`Halves`] without a fault. What tests add to its end begins at line [`ADDED`].
const PAGE: &str = "\
# Halves

{{#output ch0-halves/numbers}}

{{#table ch0-halves/powers}}

{{#figure ch0-halves/line}}

";

const CONFIGURATION: &str = "\
[book]
src = \"pages\"
[build]
use-default-preprocessors = false
[output.html.playground]
runnable = false
";

/// Where what a test adds to the page begins.
pub const ADDED: usize = 9;

/// A workspace with a book in it.
pub struct SmallBook {
    folder: TempDir,
    chapters: Vec<Chapter>,
}

impl SmallBook {
    /// A book without a fault.
    pub fn new() -> Self {
        let book = Self { folder: tempfile::tempdir().unwrap(), chapters: vec![Chapter::of::<Halves>()] };
        book.write("book/book.toml", CONFIGURATION);
        book.write("book/pages/SUMMARY.md", "[Preface](preface.md)\n\n- [Halves](ch0-halves.md)\n");
        book.write("book/pages/preface.md", "# Preface\n\nSome words.\n");
        book.write("book/pages/ch0-halves.md", PAGE);
        book.write("src/lib.rs", "// ANCHOR: one\nfn one() {}\n// ANCHOR_END: one\n");
        book
    }

    /// A book whose page of halves ends with `text`.
    pub fn with(text: &str) -> Self {
        let book = Self::new();
        book.write("book/pages/ch0-halves.md", &format!("{PAGE}{text}\n"));
        book
    }

    /// A book whose chapter has a figure that answers, and whose page ends with `text`.
    pub fn exploring(text: &str) -> Self {
        let book = Self::with(text);
        book.write("book/pages/browser/module.js", "");
        Self { chapters: vec![Chapter::of::<Halves>().with(&[STEEP])], ..book }
    }

    /// The same book with another chapter.
    pub fn and_chapter<S: Subject>(mut self) -> Self {
        self.chapters.push(Chapter::of::<S>());
        self
    }

    /// Writes a file of the workspace.
    pub fn write(&self, path: &str, text: &str) {
        let file = self.path(path);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }

    /// A path in the workspace.
    pub fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    /// Builds the book.
    pub fn build(&self, destination: Option<&Path>) -> anyhow::Result<PathBuf> {
        Build { workspace: self.folder.path(), chapters: &self.chapters, destination }.run()
    }

    /// A page of the built book.
    pub fn built(&self, page: &str) -> String {
        let index = self.build(None).unwrap_or_else(|error| panic!("{error:#}"));
        fs::read_to_string(index.with_file_name(page)).unwrap()
    }

    /// Why the book is not built, one fault a line.
    pub fn faults(&self) -> Vec<String> {
        let error = self.build(None).expect_err("the book is built");
        let faults = error.downcast_ref::<Faults>().unwrap_or_else(|| panic!("{error:#}"));
        faults.0.iter().map(ToString::to_string).collect()
    }
}
