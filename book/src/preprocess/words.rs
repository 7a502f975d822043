//! The words of a page: what the book's search is to find, without what pictures, outputs and controls say.

/// Elements, by how they begin and end, whose text nobody would search for: ticks, printed digits, formulas on a line of
/// their own, names of buttons, answers that come after a question, and what a narrow page says instead.
const SILENT: [(&str, &str); 12] = [
    ("<svg", "</svg>"),
    ("<dl", "</dl>"),
    ("<samp", "</samp>"),
    ("<tbody", "</tbody>"),
    ("<form class=\"controls\"", "</form>"),
    ("<details class=\"answer\"", "</details>"),
    ("<legend", "</legend>"),
    ("<label><span>Your answer", "</label>"),
    ("<button", "</button>"),
    ("<div class=\"command\"", "</div>"),
    ("<math display=\"block\"", "</math>"),
    ("<span class=\"below-it\"", "</span>"),
];

/// A finished page without these elements.
pub fn alone(page: &str) -> String {
    SILENT.iter().fold(page.to_owned(), |text, (opening, closing)| without(&text, opening, closing))
}

fn without(text: &str, opening: &str, closing: &str) -> String {
    let mut parts = text.split(opening);
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push_str(part.split_once(closing).map_or("", |(_, rest)| rest));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prose_and_captions_stay() {
        let page = "Text.\n\n<figure><svg viewBox=\"0\"><text>0.5</text></svg><figcaption>Two lines.</figcaption></figure>\n\n\
                    <pre><code>relu(x)</code></pre>\n\n<pre><samp>0.25</samp></pre> More <math display=\"inline\">x</math>.\n";
        let words = "Text.\n\n<figure><figcaption>Two lines.</figcaption></figure>\n\n\
                     <pre><code>relu(x)</code></pre>\n\n<pre></pre> More <math display=\"inline\">x</math>.\n";
        assert_eq!(alone(page), words);
    }

    #[test]
    fn a_question_stays_without_its_answer() {
        let page = "<form class=\"predict\"><legend>Predict</legend>How many?<button>Check</button>\
                    <details class=\"answer\"><summary>The answer</summary>Three.</details></form>";
        assert_eq!(alone(page), "<form class=\"predict\">How many?</form>");
    }
}
