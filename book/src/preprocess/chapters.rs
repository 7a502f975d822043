//! The list of chapters.

use super::html::escape;
use super::lessons::Lessons;
use super::page::Page;

/// `{{#chapters}}`: every chapter with its page, a line about it, and the command that runs it.
pub fn render(lessons: &Lessons, page: &Page) -> String {
    let root = "../".repeat(page.path.iter().count().saturating_sub(1));
    let entries = lessons.chapters().map(|chapter| {
        let name = escape(chapter.name);
        format!(
            "<li><a href=\"{root}{}.md\">{}</a> <span class=\"about\">{}</span> \
             <span class=\"command\">cargo run -p {name}</span></li>",
            chapter.name,
            escape(chapter.title),
            escape(chapter.about)
        )
    });
    format!("<ol class=\"chapters\">{}</ol>", entries.collect::<String>())
}
