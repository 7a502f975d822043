//! Recorded figures as pictures with captions.

use super::html::{escape, one_line};
use super::lessons::{Lessons, Uses};
use super::sides;

/// `{{#figure CHAPTER/NAME}}`: a recorded figure, the `number`th of its page.
///
/// # Errors
/// A path that leads nowhere.
pub fn render(lessons: &Lessons, uses: &mut Uses, path: &str, number: usize) -> Result<String, String> {
    let place = lessons.figure(path)?;
    let figure = place.item;
    uses.note(place.chapter, &figure.name);
    let panels: String = figure.svgs().iter().map(|svg| one_line(svg)).collect();
    Ok(format!(
        "<figure class=\"recorded\" id=\"figure-{}\"><div class=\"panels\" role=\"img\" \
         aria-label=\"{}\">{panels}</div><figcaption><span class=\"figure-number\">Figure {number}.</span> {}\
         </figcaption></figure>",
        escape(&figure.name),
        escape(&figure.alt()),
        sides::told(&figure.caption, figure.panels.len())
    ))
}
