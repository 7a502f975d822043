//! What a terminal shows: the output of a section, and whole sessions.

use super::html::escape;
use super::lessons::{Lessons, Uses};
use lesson::{Item, Outcome};

/// `{{#output CHAPTER/SECTION}}`: a section of the lesson as the terminal prints it, under its command.
///
/// # Errors
/// A path that leads nowhere.
pub fn output(lessons: &Lessons, uses: &mut Uses, path: &str) -> Result<String, String> {
    let place = lessons.section(path)?;
    for item in &place.item.items {
        // The transcript prints figures only by name: to be used, they must be seen.
        if let Item::Value(_) | Item::Table(_) = item {
            uses.note(place.chapter, item.name().unwrap_or_default());
        }
    }
    let printed = place.item.transcript();
    let body = format!(
        "<pre tabindex=\"0\" data-output=\"{}\"><samp>{}</samp></pre>",
        escape(path),
        escape(printed.trim_end())
    );
    Ok(framed(&format!("cargo run -q -p {}", place.chapter), Some(&place.item.title), &body))
}

/// `{{#session CHAPTER ARGUMENTS…}}`: a command and all that it prints, run while the book is built.
///
/// # Errors
/// A chapter that does not exist, and a command that would write files.
pub fn session(lessons: &Lessons, typed: &str, arguments: &[String]) -> Result<String, String> {
    let (name, arguments) = arguments.split_first().ok_or("a session names a chapter and its arguments")?;
    let chapter = lessons.chapter(name)?;
    if arguments.iter().any(|argument| argument.split('=').next() == Some("--figures")) {
        return Err("a session runs with every build, so it cannot write figures".into());
    }
    let outcome = chapter.run(&arguments.iter().map(String::as_str).collect::<Vec<_>>());
    let options = typed.strip_prefix(name.as_str()).unwrap_or_default().trim_start();
    let separator = if options.is_empty() { "" } else { " -- " };
    let body = format!("<pre tabindex=\"0\">{}</pre>", printed(&outcome));
    Ok(framed(&format!("cargo run -q -p {name}{separator}{options}"), None, &body))
}

fn printed(outcome: &Outcome) -> String {
    let mut parts = Vec::new();
    for (class, text) in [("stdout", &outcome.stdout), ("stderr", &outcome.stderr)] {
        if !text.is_empty() {
            parts.push(format!("<samp class=\"{class}\">{}</samp>", escape(text.trim_end())));
        }
    }
    if outcome.code != 0 {
        parts.push(format!("<span class=\"exit-code\">exit code {}</span>", outcome.code));
    }
    parts.join("&#10;")
}

/// A command above what it prints, or above the part of it with this heading.
///
/// One line, so that Markdown takes it for one block of HTML.
fn framed(command: &str, heading: Option<&str>, body: &str) -> String {
    // A line ends between the words of a command and not at the hyphens of an option.
    let word = |word: &str| format!("<span class=\"word\">{}</span>", escape(word));
    let command = command.split(' ').map(word).collect::<Vec<_>>().join(" ");
    let heading = heading.map(|heading| format!("<span class=\"heading\">{}</span>", escape(heading)));
    let heading = heading.unwrap_or_default();
    format!(
        "<div class=\"terminal\" role=\"group\" aria-label=\"terminal\">\
         <div class=\"command\"><span><span class=\"prompt\" aria-hidden=\"true\">&#36; </span>{command}</span>{heading}</div>\
         {body}</div>"
    )
}
