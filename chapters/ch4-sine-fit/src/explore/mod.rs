//! The chapter's figures that answer.

mod lab;
mod training;

pub(crate) use lab::LAB;
pub(crate) use training::TRAINING;

use crate::pairs::Pairs;
use crate::ruler;
use crate::steps::tuned;
use std::sync::OnceLock;

/// The largest error of the finished fit: the score to beat.
fn by_hand() -> f64 {
    static SCORE: OnceLock<f64> = OnceLock::new();
    *SCORE.get_or_init(|| largest(&tuned(), 1.0).0)
}

/// The largest error of pairs up to `end`, and where it is.
fn largest(pairs: &Pairs, end: f64) -> (f64, f64) {
    ruler::largest(|x| pairs.value(x), &pairs.corners(), end)
}

#[cfg(test)]
mod tests {
    use lesson::Value;
    use lesson::explore::{Explorable, Kind, State, View};
    use nn::random::RandomState;

    /// What stands under a label.
    pub(super) fn read_out(view: &View, label: &str) -> Value {
        let found = view.read_outs.iter().find(|(known, _)| known == label);
        found.unwrap_or_else(|| panic!("no read-out \"{label}\"")).1.clone()
    }

    /// States worth asking for: the page's, all settings in lists, both ends of each control, and some at random.
    pub(super) fn states(explorable: &Explorable, random: usize) -> Vec<State> {
        let controls = explorable.controls();
        let mut addresses = vec![String::new()];
        addresses
            .extend(controls.presets.iter().flat_map(|list| &list.list).map(|preset| preset.address.clone()));
        let ends = |kind: &Kind| match kind {
            Kind::Range { from, to, .. } => vec![from.to_string(), to.to_string(), "0".into()],
            Kind::Choice(options) => options.iter().map(|(word, _)| (*word).to_owned()).collect(),
            Kind::Switch => vec!["0".into(), "1".into()],
            Kind::Play { last, .. } => vec!["0".into(), "1".into(), (last / 10).to_string()],
        };
        for control in controls.all() {
            addresses
                .extend(ends(&control.kind).into_iter().map(|value| format!("{}={value}", control.name)));
        }
        for end in 0..3 {
            let all = controls.all().map(|control| {
                let ends = ends(&control.kind);
                format!("{}={}", control.name, ends[end % ends.len()])
            });
            addresses.push(all.collect::<Vec<_>>().join("&"));
        }
        let mut stream = RandomState::new(0);
        for _ in 0..random {
            let all = controls.all().map(|control| {
                let value = match &control.kind {
                    Kind::Range { from, to, .. } => stream.uniform(*from, *to).to_string(),
                    kind => {
                        let ends = ends(kind);
                        ends[stream.randint(0, ends.len() as i64) as usize].clone()
                    }
                };
                format!("{}={value}", control.name)
            });
            addresses.push(all.collect::<Vec<_>>().join("&"));
        }
        let read = |address: String| {
            let (state, complaints) = controls.read(&address);
            assert!(complaints.is_empty(), "{address}: {complaints:?}");
            state
        };
        addresses.into_iter().map(read).collect()
    }
}
