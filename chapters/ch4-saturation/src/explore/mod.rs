//! Figures that answer: a deep network before training, and a chain of single units.

mod chain;
mod depth;

pub(crate) use chain::CHAIN;
pub(crate) use depth::DEPTH;

use crate::inks::name;
use lesson::Value;
use lesson::figure::{Curve, Dash, Dot, Ink, Panel};
use nn::Activation;

/// The window of sizes, in powers of ten.
const LOWEST: f64 = -20.0;

/// The activations to choose from.
const CHOICE: [Activation; 9] = [
    Activation::Sigmoid,
    Activation::Tanh,
    Activation::Relu { slope_at_zero: 0.0 },
    Activation::LeakyRelu { slope: 0.01 },
    Activation::Elu { alpha: 1.0 },
    Activation::Selu,
    Activation::Gelu,
    Activation::Silu,
    Activation::Linear,
];

/// The activations as a control offers them.
fn choices() -> impl Iterator<Item = (&'static str, &'static str)> {
    CHOICE.into_iter().map(|activation| (activation.name(), name(activation)))
}

/// The activation that a control names, if it names one.
fn chosen(word: &str) -> Option<Activation> {
    CHOICE.into_iter().find(|activation| activation.name() == word)
}

/// A number as the sentence has it: with three digits, and without an exponent where it is short.
fn short(x: f64) -> String {
    let format = match x.abs() {
        0.001..1000.0 => "s3",
        0.0 => ".0",
        _ => "e1",
    };
    written(x, format)
}

/// The value of a control as the sentence has it: two decimals at most.
fn setting(x: f64) -> String {
    written(x, ".2").trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn written(x: f64, format: &str) -> String {
    lesson::formatted(&Value::from(x), Some(format)).unwrap_or_default()
}

/// How many of something.
fn count(number: usize, what: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {what}{plural}")
}

/// A dot, where there is a finite place for one.
fn dot(label: &str, ink: Ink, at: (f64, f64)) -> Option<Dot> {
    (at.0.is_finite() && at.1.is_finite()).then(|| Dot::new(label, ink, at))
}

/// A line with its name beside it and a dot at both ends; of a single point, the dot alone.
fn line(panel: Panel, label: &str, (ink, dash): (Ink, Dash), points: Vec<(f64, f64)>) -> Panel {
    let mut finite = points.iter().copied().filter(|point| point.1.is_finite());
    let (first, last) = (finite.next(), finite.next_back());
    match (first, last) {
        (None, _) => panel,
        (Some(only), None) => panel.with(Dot::new(label, ink, only)),
        (Some(first), Some(last)) => panel
            .with(Curve::through(label, ink, points).dashed(dash))
            .with(Dot::new("", ink, first))
            .with(Dot::new("", ink, last)),
    }
}

/// A number of an explorable's read-outs.
#[cfg(test)]
fn look_up(explorable: lesson::Explorable, address: &str, label: &str) -> f64 {
    let (state, complaints) = explorable.controls().read(address);
    assert!(complaints.is_empty(), "{complaints:?}");
    let view = explorable.open().view(&state);
    view.read_outs.iter().find(|(known, _)| known == label).unwrap().1.number().unwrap()
}

/// Asks for the page's values, the settings, the ends of every control, and a hundred states at random.
#[cfg(test)]
fn sweep(explorable: lesson::Explorable) {
    use lesson::explore::Kind;
    let controls = explorable.controls();
    let mut ready = vec![String::new()];
    ready.extend(
        controls.presets.iter().flat_map(|presets| &presets.list).map(|preset| preset.address.clone()),
    );
    let mut random = nn::random::RandomState::new(1);
    let any = |kind: &Kind, random: &mut nn::random::RandomState| match kind {
        Kind::Range { from, to, .. } => {
            let ends = [*from, *to, from.max(0.0), random.uniform(*from, *to)];
            ends[random.uniform(0.0, 4.0) as usize].to_string()
        }
        Kind::Choice(options) => options[random.uniform(0.0, options.len() as f64) as usize].0.to_owned(),
        Kind::Switch => "1".into(),
        Kind::Play { last, .. } => (random.uniform(0.0, *last as f64 + 1.0) as usize).to_string(),
    };
    let drawn = |_| {
        let parts: Vec<String> = controls
            .all()
            .map(|control| format!("{}={}", control.name, any(&control.kind, &mut random)))
            .collect();
        parts.join("&")
    };
    let states: Vec<String> = (0..100).map(drawn).collect();
    for (index, address) in ready.iter().chain(&states).enumerate() {
        let (state, complaints) = controls.read(address);
        assert!(complaints.is_empty(), "{complaints:?}");
        let view = explorable.open().view(&state);
        assert_eq!(view.figure.faults(), Vec::<String>::new(), "{address}");
        if index < ready.len() {
            let crowded = view.figure.panels.iter().flat_map(Panel::crowded_labels);
            assert_eq!(crowded.collect::<Vec<_>>(), Vec::<String>::new(), "{address}");
        }
    }
}
