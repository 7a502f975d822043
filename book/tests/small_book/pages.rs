//! What a whole small book looks like when it is built.

use crate::fixture::SmallBook;
use std::fs;

/// The built page, and that each part is on it.
#[track_caller]
fn shows(text: &str, parts: &[&str]) -> String {
    let page = SmallBook::with(text).built("ch0-halves.html");
    for part in parts {
        assert!(page.contains(part), "not on the page: {part}\n{}", main(&page));
    }
    page
}

fn main(page: &str) -> &str {
    page.split_once("<main>").and_then(|(_, rest)| rest.split_once("</main>")).map_or(page, |(main, _)| main)
}

#[test]
fn values_stand_in_sentences_headings_emphasis_and_cells() {
    let value =
        "<span class=\"value\" data-value=\"ch0-halves/half\" title=\"computed by ch0-halves\">0.5</span>";
    shows("A {{#value ch0-halves/half}}.", &[&format!("<p>A {value}.</p>")]);
    shows("## At {{#value ch0-halves/half}}", &["<h2 id=\"at-05\">", value]);
    shows("*{{#value ch0-halves/half}}*", &[&format!("<em>{value}</em>")]);
    shows("| a |\n| - |\n| {{#value ch0-halves/half}} |", &[&format!("<td>{value}</td>")]);
    shows(
        "{{#value ch0-halves/half %1}}",
        &["data-format=\"%1\" title=\"0.5, computed by ch0-halves\">50.0%</span>"],
    );
    shows("{{#value ch0-halves/rows[1]}}", &[">3.0 4.0</span>"]);
    shows(
        "{{#value ch0-halves/powers.3.power}}",
        &["data-value=\"ch0-halves/powers.3.power\"", ">0.125</span>"],
    );
    shows("{{#value ch0-halves/word}}", &[">&lt;em&gt;two&lt;/em&gt; words</span>"]);
}

#[test]
fn a_figure_that_answers_is_a_still_with_controls_that_wait() {
    let book =
        SmallBook::exploring("{{#explore ch0-halves/steep}}\n\n[flat](#explore-steep?slope=0&ink=green)");
    let page = book.built("ch0-halves.html");
    for part in [
        "<div class=\"explorable\" id=\"explore-steep\" data-explore=\"ch0-halves/steep\"",
        "<span class=\"says\">It rises by 0.5.</span>",
        "<dd>0.5</dd>",
        "<form class=\"controls\" hidden",
        "<option value=\"slope=0\">flat</option>",
        "<input type=\"range\" id=\"ch0-halves--steep--slope\" name=\"slope\" min=\"-2\" max=\"2\" value=\"0.5\" step=\"0.1\">",
        "<option value=\"blue\" selected",
        "<summary>More</summary>",
        "<input type=\"checkbox\" id=\"ch0-halves--steep--both\" name=\"both\">",
        "data-play=\"turn\" data-stride=\"2\"",
        "<a href=\"#explore-steep?slope=0&amp;ink=green\">flat</a>",
    ] {
        assert!(page.contains(part), "not on the page: {part}\n{}", main(&page));
    }
}

#[test]
fn what_is_not_a_directive_stays() {
    shows(
        "`{{#value a/b}}` \\{{#value a/b}}\n\n```text\n{{#value a/b}} costs $5\n```",
        &[
            "<code>{{#value a/b}}</code> {{#value a/b}}",
            "<code class=\"language-text\">{{#value a/b}} costs $5\n</code>",
        ],
    );
}

#[test]
fn recorded_blocks() {
    let page = shows("", &[]);
    let command = format!(
        "<span class=\"prompt\" aria-hidden=\"true\">$ </span>{}</span><span class=\"heading\">Numbers</span></div>",
        command("cargo run -q -p ch0-halves")
    );
    for part in [
        command.as_str(),
        "<pre tabindex=\"0\" data-output=\"ch0-halves/numbers\"><samp>half of one  0.5\nrows         1.0 2.0\n",
        "<caption>Powers of a half</caption>",
        "<th scope=\"col\" class=\"number\">0.5^n</th>",
        "<th scope=\"row\" class=\"number\" data-value=\"ch0-halves/powers.1.n\">1</th>",
        "<td class=\"number\" style=\"--missing:2\" data-value=\"ch0-halves/powers.1.power\">0.5</td>",
        "<figure class=\"recorded\" id=\"figure-line\">",
        "<div class=\"panels\" role=\"img\" aria-label=\"",
        "<span class=\"figure-number\">Figure 1.</span> Half of x.</figcaption>",
    ] {
        assert!(page.contains(part), "not on the page: {part}\n{}", main(&page));
    }
}

/// A command as a page has it: its words are held together.
fn command(typed: &str) -> String {
    typed.split(' ').map(|word| format!("<span class=\"word\">{word}</span>")).collect::<Vec<_>>().join(" ")
}

#[test]
fn figures_are_numbered_page_by_page() {
    let book = SmallBook::new();
    book.write("book/pages/preface.md", "# Preface\n\n{{#figure ch0-halves/line}}\n");
    assert!(book.built("preface.html").contains("Figure 1."));
    assert!(book.built("ch0-halves.html").contains("Figure 1."));
}

#[test]
fn code_stands_under_the_name_of_its_file() {
    shows(
        "1. In a list:\n\n   {{#code src/lib.rs:one}}\n\n2. And on.",
        &[
            "<li>\n<p>In a list:</p>",
            "<figcaption>src/lib.rs</figcaption>",
            "<pre><code class=\"language-rust\" tabindex=\"0\">fn one() {}</code></pre>",
        ],
    );
}

#[test]
fn sessions_run_while_the_book_is_built() {
    let page = shows(
        "{{#session ch0-halves}}\n\n{{#session ch0-halves --wrong}}",
        &[
            "half of one  0.5",
            &format!("{}</span></div>", command("cargo run -q -p ch0-halves -- --wrong")),
            "<span class=\"exit-code\">exit code 2</span>",
        ],
    );
    assert!(page.contains("<samp class=\"stderr\">error: "), "{}", main(&page));
}

#[test]
fn the_list_of_chapters() {
    shows(
        "{{#chapters}}",
        &[
            "<a href=\"ch0-halves.html\">Halves &amp; quarters</a>",
            "What halving does.",
            "cargo run -p ch0-halves",
        ],
    );
}

#[test]
fn formulas_are_mathml_and_nothing_of_them_is_markdown() {
    let page = shows(
        "The $a_i * b_i * c < 1$ and\n\n$$\n\\frac{1}{2}\n$$\n\n| x |\n| - |\n| $x^*$ |",
        &[
            "<math display=\"inline\">",
            "<span class=\"formula\"><math display=\"block\">",
            "<mfrac>",
            "<mo>&lt;</mo>",
        ],
    );
    assert!(!main(&page).contains("<em>"), "{}", main(&page));
}

#[test]
fn a_prediction_works_with_and_without_a_script() {
    shows(
        "{{#predict}}\nHow *much* is $x$?\n\n- [ ] Less than {{#value ch0-halves/half}}\n  A `reason`.\n- [x] All\n  Right, **because**.\n{{/predict}}",
        &[
            "<fieldset aria-describedby=\"predict-ch0-halves-1-question\">",
            "<legend>Predict</legend>",
            "<p>How <em>much</em> is <math",
            "<label><input type=\"radio\" name=\"predict-ch0-halves-1\" value=\"0\"> <span>Less than <span class=\"value\"",
            "<div class=\"feedback\" aria-live=\"polite\"></div>",
            "<details class=\"answer\">",
            "<div class=\"reason is-wrong\" data-choice=\"0\">",
            "<p>A <code>reason</code>.</p>",
            "<div class=\"reason is-right\" data-choice=\"1\">",
            "<p>Right, <strong>because</strong>.</p>",
        ],
    );
}

#[test]
fn a_prediction_holds_blocks() {
    shows(
        "{{#predict}}\nWhat is this?\n\n{{#code src/lib.rs:one}}\n\n- [ ] a\n  Look:\n\n  {{#session ch0-halves --help}}\n\n  And again.\n- [x] $b$\n  Yes.\n{{/predict}}",
        &[
            "<figcaption>src/lib.rs</figcaption>",
            "<p>Look:</p>\n<div class=\"terminal\"",
            "<p>And again.</p>",
            "<span class=\"choice\"><math display=\"inline\"><mi>b</mi></math></span>",
        ],
    );
}

#[test]
fn the_answer_of_a_numeric_prediction_comes_from_the_run() {
    shows(
        "{{#check ch0-halves/half .1 within 10%}}\nHow much?\n\n- [..0.1] Too\n  little.\n- [1..=2] Too much.\n- [_] No.\n- [x] Yes.\n{{/check}}",
        &[
            "<form class=\"predict\" novalidate=\"\" data-answer=\"0.5\" data-within=\"0.05\">",
            "<legend>Check your answer</legend>",
            "<div class=\"reason is-wrong\" data-high=\"0.1\">",
            "<div class=\"reason is-wrong\" data-low=\"1\" data-high=\"2\" data-closed=\"\">",
            "<p>Too\nlittle.</p>",
            "<span class=\"choice\">from 1 to 2</span>",
            "data-format=\".1\"",
        ],
    );
}

#[test]
fn windows_line_ends_change_nothing() {
    let text = "$$\nx\n$$\n\n{{#code src/lib.rs:one}}\n\n{{#predict}}\nQ?\n\n- [ ] a\n  No.\n- [x] b\n  Yes.\n{{/predict}}";
    let unix = SmallBook::with(text).built("ch0-halves.html");
    let windows = SmallBook::with(&text.replace('\n', "\r\n"));
    windows.write("src/lib.rs", "// ANCHOR: one\r\nfn one() {}\r\n// ANCHOR_END: one\r\n");
    assert_eq!(unix, windows.built("ch0-halves.html"));
}

#[test]
fn a_book_with_faults_leaves_the_last_one_where_it_was() {
    let book = SmallBook::new();
    let index = book.build(None).unwrap();
    let before = fs::read_to_string(&index).unwrap();
    book.write("book/pages/preface.md", "# Changed\n\n{{#oops}}\n");
    book.faults();
    assert_eq!(fs::read_to_string(&index).unwrap(), before);
    assert_eq!(fs::read_dir(index.parent().unwrap().parent().unwrap()).unwrap().count(), 1);
}

#[test]
fn a_folder_that_is_no_book_is_not_touched() {
    let book = SmallBook::new();
    book.write("mine/notes.txt", "mine");
    let refusal = book.build(Some(&book.path("mine"))).unwrap_err().to_string();
    assert!(
        refusal.ends_with("holds something that is not this book; name an empty or a new folder"),
        "{refusal}"
    );
    assert_eq!(fs::read_to_string(book.path("mine/notes.txt")).unwrap(), "mine");
    let elsewhere = book.path("new/folder");
    book.build(Some(&elsewhere)).unwrap();
    assert_eq!(book.build(Some(&elsewhere)).unwrap(), elsewhere.join("index.html"));
}
