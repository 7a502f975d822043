//! Sections: a heading of the second level and what follows it, up to the next.
//!
//! Styles take a section as a whole.

use super::markdown::events;
use pulldown_cmark::{Event, HeadingLevel, Tag};

/// The page with an element around each section; what stands before the first stays as it is.
pub fn enclosed(text: &str) -> String {
    let is_opening =
        |event: &Event<'_>| matches!(event, Event::Start(Tag::Heading { level: HeadingLevel::H2, .. }));
    let starts: Vec<usize> =
        events(text).filter(|(event, _)| is_opening(event)).map(|(_, range)| range.start).collect();
    let Some(&first) = starts.first() else { return text.to_owned() };
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let sections = starts.iter().zip(ends).map(|(&start, end)| {
        // Without empty lines around them the tags would be taken for a part of their neighbours.
        format!("<section>\n\n{}\n\n</section>\n\n", text[start..end].trim_end())
    });
    std::iter::once(text[..first].to_owned()).chain(sections).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_heading_of_the_second_level_opens_one() {
        let text = "# Page\n\nBefore.\n\n## One\n\nText.\n\n### Deeper\n\n```text\n## no heading\n```\n\n## Two\n\nEnd.\n";
        let enclosed = enclosed(text);
        assert_eq!(
            enclosed,
            "# Page\n\nBefore.\n\n<section>\n\n## One\n\nText.\n\n### Deeper\n\n```text\n## no heading\n```\n\n\
             </section>\n\n<section>\n\n## Two\n\nEnd.\n\n</section>\n\n"
        );
    }

    #[test]
    fn a_page_without_such_headings_stays_as_it_is() {
        assert_eq!(enclosed("# Page\n\nText.\n"), "# Page\n\nText.\n");
    }
}
