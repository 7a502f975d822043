//! Settings of explorables: those worth a look, and some drawn at random, the same for every test.

use lesson::explore::{Control, Controls, Kind};
use nn::random::RandomState;

/// Counts are drawn up to here: what is played trains networks.
const MOST_COUNTED: usize = 12;

/// So many settings, as addresses; each names about half of the controls.
pub fn settings(controls: &Controls, seed: u32, count: usize) -> Vec<String> {
    let mut random = RandomState::new(seed);
    let mut setting = || {
        let mut parts = Vec::new();
        for control in controls.all() {
            if random.uniform(0.0, 1.0) < 0.5 {
                let value = drawn(control, random.uniform(0.0, 1.0));
                if value != control.start {
                    parts.push(format!("{}={value}", control.name));
                }
            }
        }
        parts.join("&")
    };
    (0..count).map(|_| setting()).collect()
}

/// The page's values, every ready-made setting, each control at its ends alone, and all of them at once.
pub fn notable(controls: &Controls) -> Vec<String> {
    let mut addresses = vec![String::new()];
    addresses
        .extend(controls.presets.iter().flat_map(|list| &list.list).map(|preset| preset.address.clone()));
    let part = |control: &Control, value: &str| format!("{}={value}", control.name);
    for control in controls.all() {
        addresses.extend(ends(control).iter().map(|value| part(control, value)));
    }
    for end in 0..3 {
        let all = controls.all().map(|control| {
            let ends = ends(control);
            part(control, &ends[end % ends.len()])
        });
        addresses.push(all.collect::<Vec<_>>().join("&"));
    }
    addresses
}

/// The smallest and the largest value of a control and what lies between, or all its words.
fn ends(control: &Control) -> Vec<String> {
    match &control.kind {
        Kind::Range { from, to, .. } => {
            vec![from.to_string(), to.to_string(), from.clamp(0.0, *to).to_string()]
        }
        Kind::Whole { from, to } => vec![from.to_string(), to.to_string(), (from + 1).to_string()],
        Kind::Choice(options) => options.iter().map(|(word, _)| (*word).to_owned()).collect(),
        Kind::Switch => vec!["0".into(), "1".into()],
        Kind::Play { last, .. } => vec!["0".into(), "1".into(), (last / 10).to_string()],
    }
}

/// The value of a control at a share of its way, as a slider would write it.
fn drawn(control: &Control, share: f64) -> String {
    let nth = |count: usize| ((share * count as f64) as usize).min(count.saturating_sub(1));
    match &control.kind {
        Kind::Range { from, to, step } => {
            let steps = ((to - from) / step).round() as usize;
            let decimals = |x: f64| x.to_string().split_once('.').map_or(0, |(_, digits)| digits.len());
            let value = from + nth(steps + 1) as f64 * step;
            let written = format!("{value:.*}", decimals(*step).max(decimals(*from)));
            written.parse::<f64>().map_or(written, |value| (value + 0.0).to_string())
        }
        Kind::Choice(options) => {
            options.get(nth(options.len())).map(|(word, _)| (*word).to_owned()).unwrap_or_default()
        }
        Kind::Whole { from, to } => (from + nth(to - from + 1)).to_string(),
        Kind::Switch => nth(2).to_string(),
        Kind::Play { last, .. } => nth(MOST_COUNTED.min(*last) + 1).to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lesson::Chapter;

    #[test]
    fn every_setting_is_accepted() {
        for Chapter { name: chapter, explorables, .. } in chapters::ALL {
            for explorable in *explorables {
                let controls = explorable.controls();
                for setting in settings(&controls, 1, 40).into_iter().chain(notable(&controls)) {
                    let (_, complaints) = controls.read(&setting);
                    assert!(complaints.is_empty(), "{chapter}/{}: {complaints:?}", explorable.name);
                }
            }
        }
    }
}
