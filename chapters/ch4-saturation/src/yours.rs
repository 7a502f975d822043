//! The reader's own network: what arrives at each of its layers.

use crate::depth::{layer_axis, layers};
use crate::inks::ink;
use crate::network::{Signals, Start, signals};
use crate::options::described;
use lesson::figure::{Axis, Curve, Panel};
use lesson::{Figure, Lesson, Refusal, Table};
use nn::elementary::{log10, max, min};

pub(crate) fn tell(start: Start, say: &mut Lesson) -> Result<(), Refusal> {
    let signals = signals(start).map_err(|error| Refusal(error.to_string()))?;
    let sizes = || signals.outputs.iter().chain(&signals.gradients);
    if !sizes().all(|size| size.is_finite()) {
        return Err(Refusal(
            "the numbers of this network leave 64-bit floats; choose a smaller scale".into(),
        ));
    }
    say.section("yours", "Your network");
    say.value("your-network", "network", described(start));
    say.value("your-first", "of a gradient of size 1, layer 1 gets", signals.gradients[0]);
    say.value("your-ratio", "as a multiple of what the last layer gets", ratio(&signals));
    say.table(table(&signals));
    match figure(start, &signals) {
        Some(figure) => say.figure(|| figure),
        None => say.note("No layer gets anything, so there is nothing to draw."),
    }
    Ok(())
}

/// What the first layer gets beside the last one; 0 where the last one gets nothing.
pub(crate) fn ratio(signals: &Signals) -> f64 {
    let [first, last] =
        [signals.gradients.first(), signals.gradients.last()].map(|size| size.copied().unwrap_or(0.0));
    if last == 0.0 { 0.0 } else { first / last }
}

fn table(signals: &Signals) -> Table {
    let columns = [
        ("layer", "layer"),
        ("outputs", "size of outputs"),
        ("zeros", "share of zeros"),
        ("gradient", "gradient that arrives"),
    ];
    let row = |index: usize| {
        [
            (index + 1).into(),
            signals.outputs[index].into(),
            signals.zeros[index].into(),
            signals.gradients[index].into(),
        ]
    };
    Table::new("your-layers", "Layer by layer", columns).rows((0..signals.gradients.len()).map(row))
}

/// What arrives at each layer, by powers of ten; none if nothing arrives anywhere.
fn figure(start: Start, signals: &Signals) -> Option<Figure> {
    let arrived = || signals.gradients.iter().copied().filter(|&size| size > 0.0).map(log10);
    let (low, high) = arrived().fold((0.0f64, 0.0f64), |(low, high), size| (min(low, size), max(high, size)));
    arrived().next()?;
    let (low, high) = ((low - 0.5).floor(), (high + 0.5).ceil());
    let every = ((high - low) / 5.0).ceil() as i32;
    let (ink, dash) = ink(start.activation);
    let panel = Panel::new(layer_axis(start.depth), Axis::powers_of_ten("gradient", low..=high, every))
        .with(Curve::through(start.activation.title(), ink, layers(&signals.gradients)).dashed(dash));
    let caption = format!(
        "How much of a gradient of size 1, sent to the last layer, reaches each layer? {}.",
        described(start)
    );
    Some(Figure::new("your-gradients", caption).panel(panel))
}
