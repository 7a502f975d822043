//! The lessons and the figures that answer, as the reader's browser runs them.
//!
//! The page's script sends one line of text and gets one back ([`answer`]); the parts of a line stand between record
//! separators (U+001E). The first part names what is wanted:
//!
//! | wanted | with | gives |
//! | --- | --- | --- |
//! | `view` | `CHAPTER/NAME`, `a=1&b=2` | the picture, see [`lesson::explore::View::picture`] |
//! | `words` | the same | what is said of it, see [`lesson::explore::View::words`], the names of the controls that change nothing there, and what was wrong with the values |
//! | `reached` | the same | the count from which it has to be trained for these values, see [`lesson::explore::Explore::reached`] |
//! | `data` | the same | the plotted data, as tables |
//! | `svg` | the same | the figure as a document of its own |
//! | `run` | `CHAPTER` | nothing: the lesson has run |
//! | `value` | `CHAPTER/PATH`, a format or nothing | the value as the page prints it |
//! | `output` | `CHAPTER/SECTION` | how many values the section holds, and its transcript |
//! | `transcript` | `CHAPTER` | the transcripts of all its sections |
//!
//! What cannot be answered is said in a sentence after `error` and a separator.
//!
//! A page asks the first five, and its worker, which has a module of its own, the others.

mod boundary;
mod figures;
mod lessons;

/// Stands between the parts of a message.
const PART: &str = "\u{1e}";

/// What the page's script gets for what it sends.
pub fn answer(message: &str) -> String {
    let parts: Vec<&str> = message.split(PART).collect();
    answered(&parts).unwrap_or_else(|sentence| format!("error{PART}{sentence}"))
}

fn answered(parts: &[&str]) -> Result<String, String> {
    match parts {
        ["view", path, address] => figures::view(path, address),
        ["words", path, address] => figures::words(path, address),
        ["reached", path, address] => figures::reached(path, address),
        ["data", path, address] => figures::data(path, address),
        ["svg", path, address] => figures::svg(path, address),
        ["run", chapter] => lessons::run(chapter),
        ["value", path, format] => lessons::value(path, format),
        ["output", path] => lessons::output(path),
        ["transcript", chapter] => lessons::transcript(chapter),
        _ => Err(format!("nothing answers to \"{}\"", parts.join(" "))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(parts: &[&str]) -> String {
        answer(&parts.join("\u{1e}"))
    }

    #[test]
    fn a_view_comes_in_parts_with_what_was_wrong() {
        let asked = |wanted| ask(&[wanted, "ch4-relu-pairs/pair", "a=2&b=9&c=x"]);
        let (view, words) = (asked("view"), asked("words"));
        let (svgs, geometry) = view.split_once(PART).unwrap();
        assert!(svgs.starts_with("<svg ") && geometry.starts_with("panel "), "{view}");
        let words: Vec<&str> = words.split(PART).collect();
        assert_eq!(words.len(), 6, "{words:?}");
        assert!(words[2].starts_with("<dl "));
        assert_eq!(words[3..5], ["", ""]);
        assert_eq!(
            words[5],
            "b takes a number from -4 to 4, not \"9\"; 4 is drawn. c takes a number from -4 to 4, not \"x\"; \
             1 is drawn"
        );
    }

    #[test]
    fn a_view_names_the_controls_that_change_nothing() {
        for (address, idle) in [("", "z4 z5"), ("n=4", "z5"), ("n=5", "")] {
            assert_eq!(
                ask(&["words", "ch4-softmax/bars", address]).split(PART).nth(4),
                Some(idle),
                "{address}"
            );
        }
    }

    #[test]
    fn a_lesson_is_run_once_and_asked_often() {
        let section = ask(&["output", "ch4-softmax/shift"]);
        let (leaves, transcript) = section.split_once(PART).unwrap();
        assert!(
            leaves.parse::<usize>().unwrap() > 6 && transcript.starts_with("softmax of 1 2 3"),
            "{section}"
        );
        assert_eq!(ask(&["value", "ch4-softmax/same", ""]), "yes");
        assert_eq!(ask(&["value", "ch4-softmax/one-two-three[0]", ".2"]), "0.09");
    }

    #[test]
    fn what_leads_nowhere_is_an_error_in_a_sentence() {
        for (parts, sentence) in [
            (&["view", "ch4-relu-pairs/none", ""][..], "there is no explorable ch4-relu-pairs/none"),
            (&["output", "ch0/x"], "there is no chapter ch0"),
            (&["output", "ch4-softmax/x"], "ch4-softmax has no section \"x\""),
            (&["dance"], "nothing answers to \"dance\""),
        ] {
            assert_eq!(ask(parts), format!("error\u{1e}{sentence}"));
        }
    }
}
