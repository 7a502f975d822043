//! What the instrument says.

use super::picture::Shown;
use crate::morph::Morph;
use crate::scene::spoken;
use crate::separation::Verdict;
use crate::trained::margin;
use nn::Activation;

/// An activation's name in the list.
pub(super) fn named(activation: Activation) -> String {
    match activation {
        Activation::LeakyRelu { slope } => format!("leaky ReLU, slope {slope}"),
        other => spoken(other).to_owned(),
    }
}

/// Which picture of the plane it is.
pub(super) fn title(layer: Morph) -> String {
    let name = spoken(layer.hidden.activation);
    match layer.share {
        share if share < 1.0 => format!("{share} of the way to {name}"),
        _ => name.to_owned(),
    }
}

pub(super) fn sentence(shown: &Shown<'_>, right: usize, epoch: usize) -> String {
    [training(epoch), map(&shown.layer), possible(shown.verdict), line(shown, right)].concat()
}

fn training(epoch: usize) -> String {
    match epoch {
        0 => String::new(),
        1 => "After 1 epoch of training; the sliders show the start. ".to_owned(),
        _ => format!("After {epoch} epochs of training; the sliders show the start. "),
    }
}

fn map(layer: &Morph) -> String {
    let determinant = layer.hidden.affine.determinant();
    let sheet = if determinant == 0.0 {
        "the map crushes the plane, as its determinant is 0".to_owned()
    } else if determinant < 0.0 {
        format!("the map mirrors the plane and scales areas by {:.4}", -determinant)
    } else {
        format!("the map scales areas by {determinant:.4}")
    };
    match layer.hidden.activation {
        Activation::Linear => format!("No activation: {sheet}. "),
        activation if layer.share == 0.0 => format!("Nothing of {} yet: {sheet}. ", spoken(activation)),
        _ => format!("Before {}, {sheet}. ", title(*layer)),
    }
}

fn possible(verdict: &Verdict) -> String {
    match verdict {
        Verdict::Apart { margin, .. } => {
            format!("A line can separate the bent curves, with a margin of at most {margin:.4}. ")
        }
        Verdict::Shared { .. } => {
            "No line can separate the bent curves: one point lies in both hulls. ".to_owned()
        }
    }
}

fn line(shown: &Shown<'_>, right: usize) -> String {
    if !shown.has_line() {
        return format!(
            "Both output weights are 0, so there is no line, and every point gets the same answer: {right} of 2000 are \
             right."
        );
    }
    match margin(&shown.line, shown.bent) {
        margin if margin > 0.0 => format!("This line does, with a margin of {margin:.4}."),
        _ => format!("This line has {right} of 2000 points on their side."),
    }
}
