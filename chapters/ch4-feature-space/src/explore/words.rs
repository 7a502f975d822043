//! What the instrument says.

use super::picture::Shown;
use super::{beyond, within_reach};
use crate::morph::Morph;
use crate::plane::Line;
use crate::separation::Verdict;
use crate::trained::margin;
use lesson::{counted, rounded, scientific};
use nn::Activation;

/// An activation's name in the list.
pub(super) fn named(activation: Activation) -> String {
    match activation {
        Activation::LeakyRelu { slope } => format!("leaky ReLU, slope {slope}"),
        other => other.title().to_owned(),
    }
}

/// Which picture of the plane it is.
pub(super) fn title(layer: Morph) -> String {
    let name = layer.hidden.activation.title();
    match layer.share {
        share if share < 1.0 => format!("{} of the way to {name}", short(share)),
        _ => name.to_owned(),
    }
}

pub(super) fn sentence(shown: &Shown<'_>, right: usize, epoch: usize) -> String {
    [training(shown, epoch), map(&shown.layer), possible(shown.verdict), line(shown, right)].concat()
}

fn training(shown: &Shown<'_>, epoch: usize) -> String {
    let can = match (beyond(&shown.layer.hidden), shown.line) {
        _ if epoch == 0 => return String::new(),
        (0, Line { w: [w13, w23], b }) if within_reach(&shown.line) == [w13, w23, b] => {
            "the trained numbers can be taken to be dragged".to_owned()
        }
        (0, _) => {
            "the trained numbers can be taken to be dragged, those of the line made smaller together to fit \
                   the sliders, which leaves the line where it is"
                .to_owned()
        }
        (count, _) => {
            let lie = if count == 1 { "lies" } else { "lie" };
            let numbers = counted(count, "trained number");
            format!(
                "{numbers} of the hidden layer {lie} beyond them, so that none can be taken to be dragged"
            )
        }
    };
    format!("After {} of training; the sliders show the start, and {can}. ", counted(epoch, "epoch"))
}

fn map(layer: &Morph) -> String {
    /// What rounding leaves of a determinant that is 0 on paper.
    const NOTHING: f64 = 1e-12;
    let determinant = layer.hidden.affine.determinant();
    let size = match determinant.abs() {
        1.0 => "keeps areas as they are".to_owned(),
        scale => format!("multiplies areas by {}", short(scale)),
    };
    let sheet = match determinant {
        d if d.abs() < NOTHING => "W crushes the plane, as its determinant is 0".to_owned(),
        d if d < 0.0 => format!("W mirrors the plane and {size}"),
        _ => format!("W {size}"),
    };
    let name = match layer.hidden.activation {
        Activation::Linear => return format!("{sheet}, and no activation follows. "),
        Activation::Sigmoid => "the sigmoid",
        activation => activation.title(),
    };
    match layer.share {
        0.0 => format!("{sheet}, and {name} does not bend it yet. "),
        1.0 => format!("{sheet}, then comes {name}. "),
        share => format!("{sheet}, then {} of the way to {name} follows. ", short(share)),
    }
}

fn possible(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Apart { margin, .. } => {
            format!("A line can separate the curves here, with a margin of {} at most. ", short(*margin))
        }
        Verdict::Shared { .. } => {
            "No line can separate the curves here, as one point is in both hulls. ".to_owned()
        }
    }
}

fn line(shown: &Shown<'_>, right: usize) -> String {
    if !shown.has_line() {
        return format!(
            "Both output weights are 0, so there is no line: every point gets the same answer, and {right} of 2000 \
             are right."
        );
    }
    if let Some(answer) = shown.one_answer() {
        return format!(
            "The line of the output lies beyond the picture: every point gets the answer \"{answer}\", and {right} of \
             2000 are right."
        );
    }
    let margin = margin(&shown.line, shown.bent);
    let turned = shown.bent.right_of(&Line { w: shown.line.w.map(|w| -w), b: -shown.line.b });
    if margin > 0.0 {
        format!("This line does, with a margin of {}.", short(margin))
    } else if turned > right {
        let both =
            if right + turned == 2000 { "" } else { "; a point on the line itself gets the same answer" };
        format!(
            "With this line {right} of 2000 points are answered correctly, and {turned} if the signs of its three \
             numbers are changed{both}."
        )
    } else {
        format!("With this line {right} of 2000 points are answered correctly.")
    }
}

/// Four decimals, without zeros at the end; what is too small for them as a power of ten.
fn short(number: f64) -> String {
    if number != 0.0 && number.abs() < 1e-3 {
        return scientific(number, 1);
    }
    rounded(number, 4)
}
