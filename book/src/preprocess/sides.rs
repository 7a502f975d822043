//! Where a caption says that a panel stands: side by side on a wide page, one below the other on a narrow one.

use super::html::escape;

/// A caption as HTML. At the beginning of a statement it calls a panel "Left" or "Right", or a row "Below"; a narrow page
/// shows other words there.
pub fn told(caption: &str, panels: usize) -> String {
    let stacked: &[(&str, &str)] = match panels {
        2 => &[("Left", "Above"), ("Right", "Below")],
        4 => &[("Left", "First"), ("Right", "Second"), ("Below", "Then")],
        _ => &[],
    };
    caption
        .split_inclusive([':', ','])
        .map(|part| {
            let side = |&(side, _): &(&str, &str)| ends_with_word(&part[..part.len() - 1], side);
            match stacked.iter().find(|pair| side(pair)) {
                Some((wide, narrow)) => {
                    let (before, mark) = (part.len() - wide.len() - 1, part.len() - 1);
                    format!(
                        "{}<span class=\"beside-it\">{wide}</span><span class=\"below-it\">{narrow}</span>{}",
                        escape(&part[..before]),
                        escape(&part[mark..])
                    )
                }
                None => escape(part),
            }
        })
        .collect()
}

fn ends_with_word(text: &str, word: &str) -> bool {
    text.strip_suffix(word).is_some_and(|before| before.is_empty() || before.ends_with(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_side_has_a_word_for_narrow_pages() {
        let left = "<span class=\"beside-it\">Left</span><span class=\"below-it\">Above</span>&#58;";
        let right = |narrow: &str| {
            format!("<span class=\"beside-it\">Right</span><span class=\"below-it\">{narrow}</span>&#44;")
        };
        let caption = "Why? Left: a line. Right, a bend.";
        assert_eq!(told(caption, 2), format!("Why&#63; {left} a line&#46; {} a bend&#46;", right("Below")));
        assert!(told(caption, 4).contains(&right("Second")));
    }

    #[test]
    fn other_words_and_other_figures_stay() {
        for caption in ["Upright: so. Right of it, nothing. To the left, all.", "", "é: ,", "Leftover, Right"]
        {
            assert_eq!(told(caption, 2), escape(caption), "{caption}");
        }
        assert_eq!(told("Left: a line.", 1), escape("Left: a line."));
    }
}
