//! Links inside the book, and what they may name.

use super::faults::Fault;
use super::html;
use super::lessons::Lessons;
use super::markdown;
use super::page::Page;
use super::render::Rendered;
use pulldown_cmark::{Event, Tag, TagEnd};
use std::collections::HashSet;
use std::path::{Component, Path, PathBuf};

/// The fragments of a finished page: mdBook's identifiers of its headings, and all others in its HTML.
pub fn anchors(text: &str) -> Vec<String> {
    let mut anchors = Vec::new();
    let mut used = HashSet::new();
    let mut heading: Option<(Option<String>, String)> = None;
    for (event, _) in markdown::events(text) {
        match event {
            Event::Start(Tag::Heading { id, .. }) => {
                heading = Some((id.map(|id| id.into_string()), String::new()));
            }
            Event::Start(Tag::DefinitionListTitle) => heading = Some((None, String::new())),
            Event::Text(text) | Event::Code(text) => {
                if let Some((_, title)) = &mut heading {
                    title.push_str(&text);
                }
            }
            Event::End(TagEnd::Heading(_) | TagEnd::DefinitionListTitle) => {
                if let Some((id, title)) = heading.take() {
                    anchors.push(id.unwrap_or_else(|| unique(identifier(&title), &mut used)));
                }
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                anchors.extend(html::attributes(&html, "id").into_iter().map(|(_, id)| id.to_owned()));
            }
            _ => {}
        }
    }
    anchors
}

/// The identifier that mdBook gives a heading.
fn identifier(title: &str) -> String {
    let kept = title.trim().to_lowercase();
    let kept = kept.chars().filter_map(|c| match c {
        '_' | '-' => Some(c),
        _ if c.is_alphanumeric() => Some(c),
        _ if c.is_whitespace() => Some('-'),
        _ => None,
    });
    kept.collect()
}

/// The identifier with the number that mdBook adds when it is taken.
fn unique(identifier: String, used: &mut HashSet<String>) -> String {
    let numbered = (1..).map(|number| format!("{identifier}-{number}"));
    let free =
        std::iter::once(identifier.clone()).chain(numbered).find(|candidate| !used.contains(candidate));
    let free = free.unwrap_or(identifier);
    used.insert(free.clone());
    free
}

/// Every link of a page that leads nowhere inside the book.
pub fn faults(folder: &Path, lessons: &Lessons, pages: &[(Page, Rendered)]) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (page, rendered) in pages {
        for (offset, link) in &rendered.links {
            if let Err(sentence) = follow(folder, lessons, pages, page, link) {
                faults.push(page.fault(*offset, sentence));
            }
        }
    }
    faults
}

fn follow(
    folder: &Path,
    lessons: &Lessons,
    pages: &[(Page, Rendered)],
    from: &Page,
    link: &str,
) -> Result<(), String> {
    if leaves_the_book(link) {
        return Ok(());
    }
    let (path, fragment) =
        link.split_once('#').map_or((link, None), |(path, fragment)| (path, Some(fragment)));
    let target = if path.is_empty() { Some(from.path.clone()) } else { resolved(&from.path, path) };
    let target = target.ok_or_else(|| format!("the link \"{link}\" leaves the book"))?;
    match pages.iter().find(|(page, _)| page.path == target) {
        Some((page, rendered)) => match fragment.map(|fragment| split_state(fragment)) {
            Some((anchor, _)) if !rendered.anchors.iter().any(|known| known == anchor) => {
                Err(format!("the link \"{link}\" names #{anchor}, which {} does not have", page.address()))
            }
            Some((anchor, Some(state))) => settles(lessons, &page.stem(), anchor, state)
                .map_err(|why| format!("the link \"{link}\": {why}")),
            _ => Ok(()),
        },
        None if path.ends_with(".md") => Err(format!("the link \"{link}\" leads to no page of the book")),
        None if folder.join(&target).is_file() => Ok(()),
        None => Err(format!("the link \"{link}\" leads to no file of the book")),
    }
}

/// A fragment without the state that it sets, as in `#explore-pair?a=2&w=-1`, and that state.
fn split_state(fragment: &str) -> (&str, Option<&str>) {
    fragment.split_once('?').map_or((fragment, None), |(anchor, state)| (anchor, Some(state)))
}

/// Whether the explorable that a chapter shows under an anchor has this state.
fn settles(lessons: &Lessons, chapter: &str, anchor: &str, state: &str) -> Result<(), String> {
    let name = anchor.strip_prefix("explore-").ok_or_else(|| format!("#{anchor} has no state to set"))?;
    let explorable = lessons.explorable(&format!("{chapter}/{name}"))?.item.explorable;
    explorable.controls().exactly(state).map(|_| ()).map_err(|complaints| complaints.replace('\n', "; "))
}

/// Whether a link begins with a scheme, as `https:` or `mailto:`.
fn leaves_the_book(link: &str) -> bool {
    link.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c))
    })
}

/// The path below the folder of pages that a link from a page means, unless it leads out of that folder.
fn resolved(from: &Path, link: &str) -> Option<PathBuf> {
    let mut path = from.parent().map(Path::to_path_buf).unwrap_or_default();
    for part in Path::new(link).components() {
        match part {
            Component::Normal(name) => path.push(name),
            Component::CurDir => {}
            Component::ParentDir if path.pop() => {}
            _ => return None,
        }
    }
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_those_of_mdbook() {
        let text = "# Where `exp` breaks: <span>709.78</span>\n\n## Twice\n\n## Twice\n\n## Named {#own}\n\n<a id=\"x\"></a>\n";
        assert_eq!(anchors(text), ["where-exp-breaks-70978", "twice", "twice-1", "own", "x"]);
    }

    #[test]
    fn paths_resolve_from_the_page_and_stay_in_the_book() {
        let resolve = |link| resolved(Path::new("part/a.md"), link);
        assert_eq!(resolve("b.md"), Some("part/b.md".into()));
        assert_eq!(resolve("../c.md"), Some("c.md".into()));
        assert_eq!(resolve("../../d.md"), None);
        assert_eq!(resolve("/e.md"), None);
        assert!(leaves_the_book("https://example.org") && leaves_the_book("mailto:a@b"));
        assert!(!leaves_the_book("a.md#b:c"));
    }
}
