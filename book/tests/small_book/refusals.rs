//! Every refusal, provoked on a small book: the file, the line and the sentence.

use crate::fixture::{ADDED, Nothing, SmallBook};
use lesson::{Lesson, Refusal, Subject};

/// The page that tests add to.
const PAGE: &str = "book/pages/ch0-halves.md";

/// Adds text to the page and expects one fault, `below` lines under the first that was added.
#[track_caller]
fn refused(text: &str, below: usize, sentence: &str) {
    let faults = SmallBook::with(text).faults();
    let line = ADDED + below;
    assert_eq!(faults, [format!("{PAGE}:{line}: {sentence}")]);
}

#[test]
fn the_small_book_has_no_fault() {
    SmallBook::new().build(None).unwrap();
}

#[test]
fn unknown_directives() {
    refused(
        "{{#include secret.md}}",
        0,
        "{{#include secret.md}} is no directive; there are value, output, table, figure, explore, code, session, \
         predict, check, chapters",
    );
    refused("Some {{#value ch0-halves/half", 0, "this directive is not closed with }} on its line");
    refused("A {{#table ch0-halves/powers}}", 0, "{{#table ch0-halves/powers}} stands on a line of its own");
}

#[test]
fn unknown_names() {
    refused("{{#output ch9-none/x}}", 0, "there is no chapter \"ch9-none\"; there are ch0-halves");
    refused("{{#output ch0-halves}}", 0, "\"ch0-halves\" names nothing; write CHAPTER/NAME");
    refused("{{#output ch0-halves/x}}", 0, "ch0-halves has no section \"x\"");
    refused("{{#table ch0-halves/half}}", 0, "ch0-halves records no table \"half\"");
    refused("{{#figure ch0-halves/half}}", 0, "ch0-halves records no figure \"half\"");
    refused("\nA {{#value ch0-halves/x}}.", 1, "ch0-halves records no value \"x\"");
    refused("{{#value ch0-halves/half[1]}}", 0, "\"half\" has no element [1]");
    refused("{{#session ch9-none}}", 0, "there is no chapter \"ch9-none\"; there are ch0-halves");
}

/// Shows the figure that answers and adds text, and expects one fault in its line.
#[track_caller]
fn refused_beside_a_figure(text: &str, sentence: &str) {
    let faults = SmallBook::exploring(&format!("{{{{#explore ch0-halves/steep}}}}\n\n{text}")).faults();
    assert_eq!(faults, [format!("{PAGE}:{}: {sentence}", ADDED + 2)]);
}

#[test]
fn figures_that_answer() {
    refused("{{#explore ch0-halves/steep}}", 0, "ch0-halves has no explorable \"steep\"");
    assert_eq!(
        SmallBook::exploring("").faults(),
        [format!("{PAGE}:1: no page shows the explorable ch0-halves/steep")]
    );
    refused_beside_a_figure(
        "[x](#explore-steep?slope=3)",
        "the link \"#explore-steep?slope=3\": slope takes a number from -2 to 2, not \"3\"",
    );
    refused_beside_a_figure(
        "[x](#explore-steep?hue=1)",
        "the link \"#explore-steep?hue=1\": there is no control \"hue\"",
    );
    refused_beside_a_figure(
        "[x](#figure-line?slope=1)",
        "the link \"#figure-line?slope=1\": #figure-line has no state to set",
    );
    refused_beside_a_figure(
        "[x](#explore-flat?slope=1)",
        "the link \"#explore-flat?slope=1\" names #explore-flat, which ch0-halves.md does not have",
    );
}

#[test]
fn wrong_arguments() {
    refused("{{#output}}", 0, "output takes one argument: {{#output CHAPTER/SECTION}}");
    refused("{{#figure ch0-halves/line big}}", 0, "figure takes one argument: {{#figure CHAPTER/NAME}}");
    refused("{{#chapters all}}", 0, "chapters takes no arguments");
    refused("{{#session}}", 0, "a session names a chapter and its arguments");
    refused(
        "{{#session ch0-halves --figures=out}}",
        0,
        "a session runs with every build, so it cannot write figures",
    );
    refused("{{#value ch0-halves/half x}}", 0, "\"x\" is no number format; write .3, %1, e2 or s4");
    refused(
        "{{#value ch0-halves/rows}}",
        0,
        "this is a list of rows; take one with [0], or show the section's output",
    );
}

#[test]
fn pictures_shown_twice() {
    for (kind, name) in [("figure", "line"), ("table", "powers")] {
        let path = format!("ch0-halves/{name}");
        let sentence = format!("this page shows the {kind} {path} twice; link to #{kind}-{name} instead");
        refused(&format!("{{{{#{kind} {path}}}}}"), 0, &sentence);
    }
    let twice = "{{#explore ch0-halves/steep}}\n\n{{#explore ch0-halves/steep}}";
    let sentence = "this page shows the explore ch0-halves/steep twice; link to #explore-steep instead";
    assert!(SmallBook::exploring(twice).faults().iter().any(|fault| fault.ends_with(sentence)));
}

#[test]
fn code_that_is_not_there() {
    refused("{{#code src/lib.rs}}", 0, "\"src/lib.rs\" names no slice; write PATH:ANCHOR");
    refused("{{#code ../a.rs:one}}", 0, "\"../a.rs\" leaves the workspace; write the path from its root");
    refused("text\n\n{{#code src/lib.rs:two}}", 2, "src/lib.rs has no anchor \"two\"");
    let faults = SmallBook::with("{{#code src/none.rs:one}}").faults();
    assert!(
        faults[0].starts_with(&format!("{PAGE}:{ADDED}: \"src/none.rs\" cannot be read: ")),
        "{faults:?}"
    );
}

#[test]
fn anchors_that_hold_nothing_or_too_much() {
    let lines = "x();\n".repeat(26);
    for (source, sentence) in [
        ("// ANCHOR: a\n\n// ANCHOR_END: a\n".to_owned(), "anchor \"a\" of src/a.rs is empty"),
        ("// ANCHOR: a\nx();\n".to_owned(), "anchor \"a\" of src/a.rs, line 1, is never closed"),
        (
            "// ANCHOR: a\nx();\n// ANCHOR_END: a\n".repeat(2),
            "src/a.rs has anchor \"a\" twice, on lines 1 and 4",
        ),
        (
            format!("// ANCHOR: a\n{lines}// ANCHOR_END: a\n"),
            "anchor \"a\" of src/a.rs has 26 lines; a listing has at most 25",
        ),
    ] {
        let book = SmallBook::with("{{#code src/a.rs:a}}");
        book.write("src/a.rs", &source);
        assert_eq!(book.faults(), [format!("{PAGE}:{ADDED}: {sentence}")]);
    }
}

#[test]
fn typed_code() {
    let needs = "a code block needs a fence with a language: console or text";
    refused("```\nx\n```", 0, needs);
    refused("Text:\n\n    x\n", 2, needs);
    refused("```rust\nfn x() {}\n```", 0, "rust code comes from a file: write {{#code PATH:ANCHOR}}");
}

#[test]
fn formulas() {
    refused(
        "Some $\\nonsense{x}$ here.",
        0,
        "the formula \\nonsense{x} cannot be read: unknown primitive command found",
    );
    let lone =
        "this dollar sign neither opens nor closes a formula: balance its braces, close it, or write \\$";
    refused("One\n$x here.", 1, lone);
}

/// A prediction around a list of answers.
fn prediction(arguments: &str, answers: &str) -> String {
    format!("{{{{#predict{arguments}}}}}\nWhich?\n\n{answers}{{{{/predict}}}}\n")
}

#[test]
fn predictions() {
    let two = "- [ ] a\n  No.\n- [x] b\n  Yes.\n";
    let none = "no answer of this prediction is marked right: - [x]";
    let several = "more than one answer of this prediction is marked right";
    refused(&prediction("", "- [ ] a\n  No.\n- [ ] b\n  No.\n"), 0, none);
    refused(&prediction("", "- [x] a\n  Yes.\n- [x] b\n  Yes.\n"), 0, several);
    refused(
        &prediction("", "- [x] a\n  Yes.\n- [ ] b\n"),
        5,
        "a wrong choice needs a reason, on the lines below it",
    );
    refused(&prediction("", "- [x] a\n  Yes.\n"), 0, "a prediction needs at least two answers");
    refused(&prediction("", "Nothing.\n"), 0, "a prediction ends with a list of answers: - [x] and - [ ]");
    refused(
        &format!("{{{{#predict}}}}\nWhich?\n\n{two}"),
        0,
        "{{#predict}} is never closed with {{/predict}}",
    );
    refused("{{/predict}}", 0, "nothing opens what {{/predict}} closes");
    refused(
        &format!("{{{{#check}}}}\nWhich?\n\n{{{{#predict}}}}\n\n{two}{{{{/check}}}}"),
        3,
        "{{/check}} is still to come here",
    );
}

#[test]
fn numeric_predictions() {
    let answers = "- [..0.1] low\n- [_] other\n- [x] right\n";
    SmallBook::with(&prediction(" ch0-halves/half within 5%", answers)).build(None).unwrap();
    refused(
        &prediction(" ch0-halves/half", answers),
        0,
        "write {{#predict CHAPTER/PATH within 0.5}}, or within 5%",
    );
    refused(
        &prediction(" ch0-halves/half within far", answers),
        0,
        "\"far\" is no distance; write 0.5, or 5%",
    );
    refused(
        &prediction(" ch0-halves/word within 1", answers),
        0,
        "ch0-halves/word is no finite number, so nobody can predict it",
    );
    let overlapping = "- [..0.1] low\n- [0..0.2] mid\n- [_] other\n- [x] right\n";
    refused(
        &prediction(" ch0-halves/half within 0.1", overlapping),
        4,
        "the ranges [..0.1] and [0..0.2] overlap",
    );
    let holding = "- [0.4..1] all\n- [_] other\n- [x] right\n";
    refused(
        &prediction(" ch0-halves/half within 0.1", holding),
        3,
        "the range [0.4..1] holds the answer, 0.5",
    );
    refused(
        &prediction(" ch0-halves/half within 0.1", "- [1..] high\n- [x] right\n"),
        0,
        "a number to predict needs one [_] item, for all other wrong answers",
    );
}

#[test]
fn what_no_page_uses() {
    let book = SmallBook::new();
    book.write(PAGE, "# Halves\n\nThe {{#value ch0-halves/half}}.\n");
    let unused = |what| format!("{PAGE}:1: no page uses the {what}");
    let expected = [
        "value ch0-halves/rows",
        "value ch0-halves/word",
        "table ch0-halves/powers",
        "figure ch0-halves/line",
    ];
    assert_eq!(book.faults(), expected.map(unused));
}

#[test]
fn pages_and_chapters_that_miss_each_other() {
    let book = SmallBook::new();
    book.write("book/pages/SUMMARY.md", "[Preface](preface.md)\n\n- [One](ch1-one.md)\n");
    book.write("book/pages/ch1-one.md", "# One\n");
    let faults = book.faults();
    for fault in [
        "book/pages/SUMMARY.md:1: chapter ch0-halves has no page here; write and list ch0-halves.md",
        "book/pages/ch1-one.md:1: there is no chapter ch1-one for this page",
        "book/pages/ch0-halves.md:1: SUMMARY.md does not list this page",
    ] {
        assert!(faults.iter().any(|found| found == fault), "{fault}\n{faults:?}");
    }
}

/// Why the book is not built, where it is not the fault of a page.
#[track_caller]
fn unreadable(path: &str, text: &str) -> String {
    let book = SmallBook::new();
    book.write(path, text);
    let sentence = format!("{:#}", book.build(None).unwrap_err());
    assert_eq!(sentence.lines().count(), 1, "{sentence}");
    sentence
}

#[test]
fn settings_and_summary_that_cannot_be_read() {
    assert_eq!(
        unreadable("book/book.toml", "[book]\ntitle = Bend\n"),
        "book/book.toml cannot be read: Invalid configuration file: TOML parse error at line 2, column 9: string values \
         must be quoted, expected literal string"
    );
    let sentence = unreadable("book/book.toml", "[book]\nsrc = \"pages\"\ntitle = 3\n");
    assert!(sentence.starts_with("book/book.toml cannot be read: "), "{sentence}");
    let sentence = unreadable(
        "book/pages/SUMMARY.md",
        "- [Halves](ch0-halves.md)\n\n[End](preface.md)\n\n- [a](preface.md)",
    );
    assert!(sentence.contains("failed to parse SUMMARY.md line 5, column 1"), "{sentence}");
}

#[test]
fn entries_that_are_no_pages() {
    let book = SmallBook::new();
    book.write("x.md", "# X\n");
    book.write(
        "book/pages/SUMMARY.md",
        "[Preface](preface.md)\n- [Halves](ch0-halves.md)\n- [X](../../x.md)\n- [Y](/y.md)\n- [Z](z.md)\n- [Draft]()\n",
    );
    let outside = |line: usize, entry: &str| {
        format!(
            "book/pages/SUMMARY.md:{line}: the entry \"{entry}\" leads out of the folder of pages; move the page into it"
        )
    };
    let absent = "book/pages/SUMMARY.md:5: there is no page \"z.md\"; write it, or take the entry away";
    assert_eq!(book.faults(), [outside(3, "../../x.md"), outside(4, "/y.md"), absent.to_owned()]);
}

#[test]
fn figures_that_answer_without_their_script() {
    let book = SmallBook::exploring("{{#explore ch0-halves/steep}}");
    std::fs::remove_file(book.path("book/pages/browser/module.js")).unwrap();
    assert_eq!(
        book.faults(),
        [
            "book/pages/browser/module.js: figures that answer need this file; make it with `cargo run -- browser`"
        ]
    );
}

#[test]
fn dead_links() {
    refused("[a](none.md)", 0, "the link \"none.md\" leads to no page of the book");
    refused("[a](none.pdf)", 0, "the link \"none.pdf\" leads to no file of the book");
    refused("[a](../../README.md)", 0, "the link \"../../README.md\" leaves the book");
    refused("[a](#nowhere)", 0, "the link \"#nowhere\" names #nowhere, which ch0-halves.md does not have");
    refused(
        "\n<a href=\"preface.md#none\">a</a>",
        1,
        "the link \"preface.md#none\" names #none, which preface.md does not have",
    );
    let fine = "[a](preface.md#preface) [b](#figure-line) [c](https://example.org/x#y) [d](#halves)";
    SmallBook::with(fine).build(None).unwrap();
}

#[test]
fn images_without_words() {
    let book = SmallBook::with("![](dot.svg)");
    book.write("book/pages/dot.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>");
    let sentence = "an image needs alternative text: ![what it shows](file)";
    assert_eq!(book.faults(), [format!("{PAGE}:{ADDED}: {sentence}")]);
}

/// A chapter whose author said one name twice.
struct Twice;

impl Subject for Twice {
    type Options = Nothing;
    const NAME: &'static str = "ch0-twice";
    const TITLE: &'static str = "Twice";
    const ABOUT: &'static str = "A mistake.";

    fn tell(_: &Nothing, say: &mut Lesson) -> Result<(), Refusal> {
        say.section("all", "All");
        say.value("one", "one", 1.0);
        say.value("one", "one", 1.0);
        Ok(())
    }
}

#[test]
fn mistakes_of_a_chapter() {
    let book = SmallBook::new().and_chapter::<Twice>();
    book.write(
        "book/pages/SUMMARY.md",
        "[Preface](preface.md)\n- [Halves](ch0-halves.md)\n- [Twice](ch0-twice.md)\n",
    );
    book.write("book/pages/ch0-twice.md", "# Twice\n\n{{#output ch0-twice/all}}\n");
    assert_eq!(book.faults(), ["chapters/ch0-twice: \"one\" is recorded twice"]);
}

/// A chapter that will not run.
struct Never;

impl Subject for Never {
    type Options = Nothing;
    const NAME: &'static str = "ch0-never";
    const TITLE: &'static str = "Never";
    const ABOUT: &'static str = "Refuses its own defaults.";

    fn tell(_: &Nothing, _: &mut Lesson) -> Result<(), Refusal> {
        Err(Refusal("it takes logits".into()))
    }
}

#[test]
fn a_chapter_that_will_not_run() {
    assert_eq!(SmallBook::new().and_chapter::<Never>().faults(), ["chapters/ch0-never: it takes logits"]);
}

#[test]
fn all_faults_are_told_at_once_each_at_its_line() {
    let text = "{{#output ch0-halves/shapes}}\n\n{{#code src/lib.rs:one}}\n\n{{#oops}}\n\n$\\oops$ and {{#value x}}\n\n[a](b.md)";
    let book = SmallBook::with(text);
    book.write("book/pages/preface.md", "# Preface\r\n\r\n```\r\nx\r\n```\r\n");
    let places: Vec<String> =
        book.faults().iter().map(|fault| fault.split(": ").next().unwrap().to_owned()).collect();
    let added = |below| format!("{PAGE}:{}", ADDED + below);
    assert_eq!(places, ["book/pages/preface.md:3".into(), added(4), added(6), added(6), added(8)]);
}

#[test]
fn what_mdbook_warns_of() {
    for (text, warning) in [
        ("<div>\n\nnever closed", "mdBook warns of unclosed HTML tag `<div>` found in `ch0-halves.md`"),
        ("[^a]: a note", "mdBook warns of footnote `a` in `ch0-halves.md` is defined but not referenced"),
    ] {
        let error = SmallBook::with(text).build(None).unwrap_err();
        assert_eq!(error.to_string(), warning);
    }
}
