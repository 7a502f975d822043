//! What a reader can move.

use super::{Preset, Presets, State};
use std::ops::RangeInclusive;

/// How a control is moved, and between which values.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A number between two ends; a slider moves by `step`, and any number in between can be typed.
    Range {
        /// The smallest value.
        from: f64,
        /// The largest value.
        to: f64,
        /// How far the slider moves at once.
        step: f64,
    },
    /// A whole number between two ends.
    Whole {
        /// The smallest value.
        from: usize,
        /// The largest value.
        to: usize,
    },
    /// One of several words, each with what the reader sees.
    Choice(Vec<(&'static str, String)>),
    /// On or off.
    Switch,
    /// A count that can be played: from 0 up to the last, `stride` a frame.
    Play {
        /// The last value.
        last: usize,
        /// How much is added for each frame.
        stride: usize,
    },
}

/// Something that a reader can move.
#[derive(Clone, Debug, PartialEq)]
pub struct Control {
    /// The name that addresses carry.
    pub name: &'static str,
    /// What the reader sees.
    pub label: String,
    /// How it is moved.
    pub kind: Kind,
    /// The value of the page, as addresses write it.
    pub start: String,
    /// It changes something only while one of these controls has this word; without conditions, always.
    pub when: Vec<(&'static str, &'static str)>,
}

impl Control {
    /// Whether the control takes this value, or else what it takes.
    ///
    /// # Errors
    /// A sentence.
    pub fn accepts(&self, value: &str) -> Result<(), String> {
        let refuse =
            |takes: String| Err(format!("{} takes {takes}, not \"{}\"", self.short(), shortened(value)));
        let whole = |from, to| match value.parse::<usize>() {
            Ok(count) if (from..=to).contains(&count) => Ok(()),
            _ => refuse(format!("a whole number from {from} to {to}")),
        };
        match &self.kind {
            Kind::Range { from, to, .. } => match value.parse::<f64>() {
                Ok(number) if (*from..=*to).contains(&number) => Ok(()),
                _ => refuse(format!("a number from {from} to {to}")),
            },
            Kind::Choice(options) if options.iter().any(|(word, _)| *word == value) => Ok(()),
            Kind::Choice(options) => {
                let words: Vec<&str> = options.iter().map(|(word, _)| *word).collect();
                refuse(format!("one of {}", words.join(", ")))
            }
            Kind::Switch if matches!(value, "0" | "1") => Ok(()),
            Kind::Switch => refuse("0 or 1".into()),
            Kind::Whole { from, to } => whole(*from, *to),
            Kind::Play { last, .. } => whole(0, *last),
        }
    }

    /// The label without what explains it.
    fn short(&self) -> &str {
        self.label.split(',').next().unwrap_or(&self.label)
    }

    /// The value that is drawn instead of one that it does not take: the nearest number, or else the page's value.
    fn instead_of(&self, value: &str) -> String {
        let number = value.parse::<f64>().ok().filter(|number| number.is_finite());
        let whole =
            |from, to| number.map(|number| (number.clamp(from as f64, to as f64).round() + 0.0).to_string());
        let nearest = match self.kind {
            Kind::Range { from, to, .. } => number.map(|number| number.clamp(from, to).to_string()),
            Kind::Whole { from, to } => whole(from, to),
            Kind::Play { last, .. } => whole(0, last),
            Kind::Choice(_) | Kind::Switch => None,
        };
        nearest.unwrap_or_else(|| self.start.clone())
    }
}

/// Controls that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The heading of controls that are folded away; empty for those that are always in sight.
    pub title: String,
    /// How many stand beside each other where there is room, if their places mean something.
    pub columns: Option<usize>,
    /// The controls in order.
    pub controls: Vec<Control>,
}

/// All that a reader can move in one explorable.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Controls {
    /// The controls, group by group.
    pub groups: Vec<Group>,
    /// Lists of ready-made settings.
    pub presets: Vec<Presets>,
    /// What a view may offer to take over: a name and what the reader sees.
    pub offers: Vec<(&'static str, String)>,
}

impl Controls {
    /// Nothing to move yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// What is added next is folded away under this heading.
    #[must_use]
    pub fn folded(self, title: &str) -> Self {
        self.group(title, None)
    }

    /// What is added next is always in sight and stands in rows of so many, as in a matrix.
    #[must_use]
    pub fn rows_of(self, columns: usize) -> Self {
        self.group("", Some(columns))
    }

    fn group(mut self, title: &str, columns: Option<usize>) -> Self {
        self.groups.push(Group { title: title.into(), columns, controls: Vec::new() });
        self
    }

    /// What is added next is always in sight.
    #[must_use]
    pub fn in_sight(self) -> Self {
        self.folded("")
    }

    /// Adds a slider for a number.
    #[must_use]
    pub fn range(
        self,
        name: &'static str,
        label: &str,
        ends: RangeInclusive<f64>,
        step: f64,
        start: f64,
    ) -> Self {
        let kind = Kind::Range { from: *ends.start(), to: *ends.end(), step };
        self.add(name, label, kind, start.to_string())
    }

    /// Adds a slider for a whole number.
    #[must_use]
    pub fn whole(self, name: &'static str, label: &str, ends: RangeInclusive<usize>, start: usize) -> Self {
        let kind = Kind::Whole { from: *ends.start(), to: *ends.end() };
        self.add(name, label, kind, start.to_string())
    }

    /// Adds a choice between words.
    #[must_use]
    pub fn choice<S: Into<String>>(
        self,
        name: &'static str,
        label: &str,
        options: impl IntoIterator<Item = (&'static str, S)>,
        start: &str,
    ) -> Self {
        let options = options.into_iter().map(|(word, shown)| (word, shown.into())).collect();
        self.add(name, label, Kind::Choice(options), start.into())
    }

    /// Adds something to turn on and off.
    #[must_use]
    pub fn switch(self, name: &'static str, label: &str, start: bool) -> Self {
        self.add(name, label, Kind::Switch, u8::from(start).to_string())
    }

    /// Adds a count that can be played, `stride` a frame, from 0 to `last`.
    #[must_use]
    pub fn play(self, name: &'static str, label: &str, last: usize, stride: usize, start: usize) -> Self {
        self.add(name, label, Kind::Play { last, stride }, start.to_string())
    }

    /// The control added last changes something only while one of these others has the word beside it.
    #[must_use]
    pub fn when(mut self, others: impl IntoIterator<Item = (&'static str, &'static str)>) -> Self {
        let last = self.groups.last_mut().and_then(|group| group.controls.last_mut());
        if let Some(control) = last {
            control.when = others.into_iter().collect();
        }
        self
    }

    /// Adds ready-made settings to choose from.
    #[must_use]
    pub fn presets(mut self, label: &str, list: impl Into<Vec<Preset>>) -> Self {
        self.presets.push(Presets { label: label.into(), list: list.into(), walked: false });
        self
    }

    /// Adds ready-made settings to walk through, one after the other.
    #[must_use]
    pub fn steps(mut self, label: &str, list: impl Into<Vec<Preset>>) -> Self {
        self.presets.push(Presets { label: label.into(), list: list.into(), walked: true });
        self
    }

    /// Adds a button for what a view offers under this name, see [`super::View::offer`].
    #[must_use]
    pub fn offer(mut self, name: &'static str, label: &str) -> Self {
        self.offers.push((name, label.into()));
        self
    }

    fn add(mut self, name: &'static str, label: &str, kind: Kind, start: String) -> Self {
        if self.groups.is_empty() {
            self = self.in_sight();
        }
        if let Some(group) = self.groups.last_mut() {
            group.controls.push(Control { name, label: label.into(), kind, start, when: Vec::new() });
        }
        self
    }

    /// All controls in order.
    pub fn all(&self) -> impl Iterator<Item = &Control> {
        self.groups.iter().flat_map(|group| &group.controls)
    }

    /// The controls that change nothing at these values, because none of those that they wait for has its word, or none
    /// that changes something itself.
    pub fn idle(&self, state: &State) -> Vec<&'static str> {
        self.all().map(|control| control.name).filter(|name| !self.matters(name, state)).collect()
    }

    fn matters(&self, name: &str, state: &State) -> bool {
        self.all().find(|control| control.name == name).is_some_and(|Control { when, .. }| {
            let holds =
                |(other, word): &(&str, &str)| state.word(other) == *word && self.matters(other, state);
            when.is_empty() || when.iter().any(holds)
        })
    }

    /// The values of the page.
    pub fn start(&self) -> State {
        State::new(self.all().map(|control| (control.name, control.start.clone())))
    }

    /// The values that an address carries, `name=value&name=value`. What it does not name stays as it is on the page, and so
    /// do words that no control takes; a number that a control does not take becomes the nearest that it does. The second
    /// part says what was wrong and what is drawn, a sentence each.
    pub fn read(&self, address: &str) -> (State, Vec<String>) {
        let (state, complaints) = self.taken(address);
        let idle = self.idle(&state);
        let said = |wrong: Wrong| match wrong {
            Wrong::Name(sentence) => Some(sentence),
            Wrong::Value { name, .. } if idle.contains(&name) => None,
            Wrong::Value { sentence, instead, .. } => Some(format!("{sentence}; {instead} is drawn")),
        };
        let sentences = complaints.into_iter().filter_map(said).collect();
        (state, sentences)
    }

    /// The values that an address carries, and what is wrong with others.
    fn taken(&self, address: &str) -> (State, Vec<Wrong>) {
        let mut state = self.start();
        let mut complaints = Vec::new();
        for part in address.split('&').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            let Some(control) = self.all().find(|control| control.name == name) else {
                complaints.push(Wrong::Name(format!("there is no control \"{}\"", shortened(name))));
                continue;
            };
            if let Err(sentence) = control.accepts(value) {
                let instead = control.instead_of(value);
                state.set(name, &instead);
                complaints.push(Wrong::Value { name: control.name, sentence, instead });
            } else {
                state.set(name, value);
            }
        }
        (state, complaints)
    }

    /// The values that an address carries, if all of them are right.
    ///
    /// # Errors
    /// What is wrong with the others, a sentence each.
    pub fn exactly(&self, address: &str) -> Result<State, String> {
        let (state, complaints) = self.taken(address);
        if complaints.is_empty() {
            return Ok(state);
        }
        let sentence = |wrong| match wrong {
            Wrong::Name(sentence) | Wrong::Value { sentence, .. } => sentence,
        };
        let sentences: Vec<String> = complaints.into_iter().map(sentence).collect();
        Err(sentences.join("\n"))
    }
}

/// What is wrong in an address.
enum Wrong {
    /// There is no such control.
    Name(String),
    /// A control does not take the value, and another is taken instead.
    Value { name: &'static str, sentence: String, instead: String },
}

/// The beginning of a text that is too long to be repeated.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 24;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn controls() -> Controls {
        Controls::new()
            .range("a", "weight, of the neuron", -2.0..=2.0, 0.1, 1.0)
            .whole("seed", "seed", 1..=9, 3)
            .choice("f", "function", [("relu", "ReLU"), ("tanh", "tanh")], "relu")
            .folded("more")
            .switch("bias", "bias", true)
            .play("epoch", "epoch", 100, 5, 0)
    }

    #[test]
    fn an_address_sets_what_it_names() {
        let (state, complaints) = controls().read("a=-0.5&bias=0&epoch=7");
        assert!(complaints.is_empty(), "{complaints:?}");
        assert_eq!(
            (state.number("a"), state.word("f"), state.is_on("bias"), state.count("epoch")),
            (-0.5, "relu", false, 7)
        );
        assert_eq!(controls().read("").0, controls().start());
    }

    #[test]
    fn a_number_that_is_not_taken_becomes_the_nearest() {
        for (address, weight, epoch) in [
            ("a=9", 2.0, 0),
            ("a=-inf", 1.0, 0),
            ("a=1e999", 1.0, 0),
            ("epoch=1000", 1.0, 100),
            ("epoch=-1", 1.0, 0),
            ("epoch=-0", 1.0, 0),
            ("epoch=2.4", 1.0, 2),
            ("epoch=2.5", 1.0, 3),
            ("epoch=99.9", 1.0, 100),
            ("seed=0", 1.0, 0),
            ("seed=2.5", 1.0, 0),
            ("a=NaN", 1.0, 0),
            ("a=two", 1.0, 0),
        ] {
            let (state, complaints) = controls().read(address);
            assert_eq!((state.number("a"), state.count("epoch")), (weight, epoch), "{address}");
            assert_eq!(complaints.len(), 1, "{address}");
        }
        let (state, complaints) = controls().read("seed=2.6");
        assert_eq!(state.whole("seed"), 3);
        assert_eq!(complaints, ["seed takes a whole number from 1 to 9, not \"2.6\"; 3 is drawn"]);
        let complaint = &controls().read("a=9").1[0];
        assert_eq!(complaint, "weight takes a number from -2 to 2, not \"9\"; 2 is drawn");
    }

    #[test]
    fn complaints_are_short_and_keep_to_what_is_drawn() {
        let complaints = |controls: Controls, address: &str| controls.read(address).1.join("\n");
        let nines = "9".repeat(60);
        assert_eq!(
            complaints(controls(), &format!("a={nines}&{nines}=1&epoch=-0")),
            "weight takes a number from -2 to 2, not \"999999999999999999999999…\"; 2 is drawn\n\
             there is no control \"999999999999999999999999…\"\n\
             epoch takes a whole number from 0 to 100, not \"-0\"; 0 is drawn"
        );
        let two = || {
            let controls = Controls::new().choice("classes", "classes", [("2", "2"), ("3", "3")], "2");
            controls.range("z3", "third logit", 0.0..=1.0, 0.1, 0.0).when([("classes", "3")])
        };
        assert_eq!(complaints(two(), "z3=9"), "");
        assert_ne!(complaints(two(), "z3=9&classes=3"), "");
    }

    #[test]
    fn what_waits_for_another_is_idle_without_it() {
        let controls = Controls::new()
            .choice("net", "network", [("row", "row"), ("random", "random")], "row")
            .choice("layers", "layers", [("1", "1"), ("2", "2")], "1")
            .when([("net", "row")])
            .range("w2", "weight of layer 2", -1.0..=1.0, 0.1, 0.0)
            .when([("layers", "2")])
            .switch("bias", "bias", true)
            .when([("net", "random"), ("layers", "2")]);
        let idle = |address: &str| controls.idle(&controls.exactly(address).unwrap()).join(" ");
        assert_eq!(idle(""), "w2 bias");
        assert_eq!(idle("layers=2"), "");
        assert_eq!(idle("net=random&layers=2"), "layers w2");
    }

    #[test]
    fn what_is_wrong_is_said_and_left_out() {
        let (state, complaints) = controls().read("a=x&f=gelu&bias=2&epoch=&z=1&a=nan");
        assert_eq!(state, controls().start());
        assert_eq!(
            complaints,
            [
                "weight takes a number from -2 to 2, not \"x\"; 1 is drawn",
                "function takes one of relu, tanh, not \"gelu\"; relu is drawn",
                "bias takes 0 or 1, not \"2\"; 1 is drawn",
                "epoch takes a whole number from 0 to 100, not \"\"; 0 is drawn",
                "there is no control \"z\"",
                "weight takes a number from -2 to 2, not \"nan\"; 1 is drawn",
            ]
        );
    }
}
