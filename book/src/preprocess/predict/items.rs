//! The parts of a prediction block in its source.

use super::range::Span;
use crate::preprocess::markdown;
use pulldown_cmark::{Event, Tag};
use std::ops::Range;

/// One answer with its reason, as ranges of the block's source.
#[derive(Debug, PartialEq, Eq)]
pub struct Item {
    /// What stands between the brackets.
    pub mark: String,
    /// The rest of the first line: a choice, or the beginning of a reason.
    pub first_line: Range<usize>,
    /// The lines after it.
    pub rest: Range<usize>,
}

impl Item {
    /// Whether this is the right answer.
    pub fn is_right(&self) -> bool {
        self.mark == "x"
    }
}

/// A block's question and answers.
#[derive(Debug)]
pub struct Items {
    /// Everything before the list of answers.
    pub question: Range<usize>,
    /// The answers in order.
    pub items: Vec<Item>,
}

/// Faults inside a block: an offset into its source, where there is one, and what is wrong.
pub type Found = Vec<(Option<usize>, String)>;

impl Items {
    /// Splits a block into its question and the list that ends it.
    ///
    /// # Errors
    /// A block that does not end in a list, or an item without brackets.
    pub fn read(source: &str) -> Result<Self, String> {
        let (list, ranges) =
            last_list(source).ok_or("a prediction ends with a list of answers: - [x] and - [ ]")?;
        if source[..list.start].trim().is_empty() {
            return Err("a prediction begins with its question".into());
        }
        let items = ranges.into_iter().map(|range| item(source, range)).collect::<Result<_, _>>()?;
        Ok(Self { question: 0..list.start, items })
    }

    /// Checks a block of choices.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn check_choices(&self) -> Result<(), Found> {
        let mut faults = self.common_faults();
        for item in &self.items {
            let place = Some(item.first_line.start);
            if !matches!(item.mark.as_str(), "x" | " " | "") {
                let sentence = format!("[{}] is no mark for a choice; write [x] or [ ]", item.mark);
                faults.push((place, sentence));
            } else if !item.is_right() && item.rest.is_empty() {
                faults.push((place, "a wrong choice needs a reason, on the lines below it".into()));
            }
            if item.first_line.is_empty() {
                faults.push((place, "a choice stands on the line of its brackets".into()));
            }
        }
        if faults.is_empty() { Ok(()) } else { Err(faults) }
    }

    /// Checks a block whose answer is a number; gives the range of each wrong answer that has one.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn check_ranges(&self, answer: &str, number: f64) -> Result<Vec<Option<Span>>, Found> {
        let mut faults = self.common_faults();
        let mut spans: Vec<Option<Span>> = Vec::new();
        for item in &self.items {
            let place = Some(item.first_line.start);
            if item.first_line.is_empty() && item.rest.is_empty() {
                faults.push((place, format!("[{}] needs a reason after it", item.mark)));
            }
            let span = match item.mark.as_str() {
                "x" | "_" => None,
                mark => match Span::read(mark) {
                    Ok(span) => Some(span),
                    Err(sentence) => {
                        faults.push((place, sentence));
                        None
                    }
                },
            };
            if let Some(span) = &span {
                if span.contains(number) {
                    faults.push((place, format!("the range [{span}] holds the answer, {answer}")));
                }
                if let Some(other) = spans.iter().flatten().find(|other| other.overlaps(span)) {
                    faults.push((place, format!("the ranges [{other}] and [{span}] overlap")));
                }
            }
            spans.push(span);
        }
        if self.items.iter().filter(|item| item.mark == "_").count() != 1 {
            faults.push((None, "a number to predict needs one [_] item, for all other wrong answers".into()));
        }
        if faults.is_empty() { Ok(spans) } else { Err(faults) }
    }

    fn common_faults(&self) -> Found {
        let mut faults = Vec::new();
        if self.items.len() < 2 {
            faults.push((None, "a prediction needs at least two answers".into()));
        }
        match self.items.iter().filter(|item| item.is_right()).count() {
            1 => {}
            0 => faults.push((None, "no answer of this prediction is marked right: - [x]".into())),
            _ => faults.push((None, "more than one answer of this prediction is marked right".into())),
        }
        faults
    }
}

/// The list that ends the source, and its items.
fn last_list(source: &str) -> Option<(Range<usize>, Vec<Range<usize>>)> {
    let mut depth = 0;
    let mut last: Option<(Range<usize>, Vec<Range<usize>>)> = None;
    for (event, range) in markdown::events(source) {
        match event {
            Event::Start(tag) => {
                match (depth, tag) {
                    (0, Tag::List(None)) => last = Some((range, Vec::new())),
                    (0, _) => last = None,
                    (1, Tag::Item) => {
                        if let Some((_, items)) = &mut last {
                            items.push(range);
                        }
                    }
                    _ => {}
                }
                depth += 1;
            }
            Event::End(_) => depth -= 1,
            _ => {}
        }
    }
    last
}

/// Reads `- [mark] first line` and what follows it.
fn item(source: &str, range: Range<usize>) -> Result<Item, String> {
    let text = source[range.clone()].trim_end();
    let line = text.lines().next().unwrap_or_default();
    let unmarked = || format!("an answer begins with brackets, - [x] or - [ ]: \"{line}\"");
    let open = line.find('[').filter(|&open| line[1..open].trim().is_empty()).ok_or_else(unmarked)?;
    let close = line.find(']').ok_or_else(unmarked)?;
    let after = &line[close + 1..];
    let first = close + 1 + (after.len() - after.trim_start().len());
    let below = &text[line.len()..];
    let rest = line.len() + (below.len() - below.trim_start_matches('\n').len());
    let start = range.start;
    Ok(Item {
        mark: line[open + 1..close].trim().to_owned(),
        first_line: start + first..start + line.len(),
        rest: start + rest..start + text.len(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_list_holds_the_answers() {
        let source = "Of\n\n- a\n- b\n\nwhich?\n\n- [ ] One\n  No,\n  never.\n\n- [x] Two\n  Yes.\n";
        let items = Items::read(source).unwrap();
        assert!(source[items.question].trim().ends_with("which?"));
        let [one, two] = items.items.as_slice() else { panic!("{:?}", items.items) };
        assert_eq!((&source[one.first_line.clone()], &source[one.rest.clone()]), ("One", "  No,\n  never."));
        assert!(two.is_right() && !one.is_right());
    }

    #[test]
    fn what_is_no_block_is_refused() {
        for (source, part) in [
            ("Just a question?", "ends with a list"),
            ("Q?\n\n- [x] a\n- [ ] b\n\nMore.", "ends with a list"),
            ("- [x] a\n- [ ] b\n", "begins with its question"),
            ("Q?\n\n- a\n- b\n", "begins with brackets"),
        ] {
            assert!(Items::read(source).unwrap_err().contains(part), "{source}");
        }
    }

    fn choice_faults(list: &str) -> Vec<String> {
        let items = Items::read(&format!("Q?\n\n{list}")).unwrap();
        items.check_choices().unwrap_err().into_iter().map(|(_, sentence)| sentence).collect()
    }

    #[test]
    fn faults_of_choices() {
        let reason = "\n  Because.\n";
        for (list, part) in [
            (format!("- [ ] a{reason}- [ ] b{reason}"), "no answer"),
            (format!("- [x] a{reason}- [x] b{reason}"), "more than one answer"),
            (format!("- [x] a{reason}- [ ] b\n"), "needs a reason"),
            (format!("- [x] a{reason}"), "at least two"),
            (format!("- [x] a{reason}- [..3] b{reason}"), "no mark for a choice"),
        ] {
            let faults = choice_faults(&list);
            assert!(faults.len() == 1 && faults[0].contains(part), "{faults:?}");
        }
    }

    #[test]
    fn faults_of_ranges() {
        for (list, part) in [
            ("- [..5] low\n- [3..8] mid\n- [x] r\n- [_] o\n", "[..5] and [3..8] overlap"),
            ("- [5..20] low\n- [x] r\n- [_] o\n", "[5..20] holds the answer, ten"),
            ("- [low] l\n- [x] r\n- [_] o\n", "is no range"),
            ("- [..5]\n- [x] r\n- [_] o\n", "[..5] needs a reason"),
            ("- [..5] low\n- [x] r\n", "needs one [_] item"),
            ("- [..5] low\n- [_] o\n", "no answer"),
        ] {
            let items = Items::read(&format!("Q?\n\n{list}")).unwrap();
            let faults = items.check_ranges("ten", 10.0).unwrap_err();
            assert!(faults.len() == 1 && faults[0].1.contains(part), "{faults:?}");
        }
    }
}
