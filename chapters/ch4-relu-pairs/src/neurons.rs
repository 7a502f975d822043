//! One neuron in four settings.

use crate::neuron::Neuron;
use crate::picture;
use crate::samples;
use crate::text::formula;
use lesson::{Figure, Lesson, Table, Value};

/// A setting with the name of its figure and what the figure is to show.
struct Setting {
    figure: &'static str,
    column: &'static str,
    heading: &'static str,
    neuron: Neuron,
    shows: &'static str,
}

const SILENT: Neuron = Neuron { weight: 0.0, bias: 0.0 };
pub(crate) const PLAIN: Neuron = Neuron { weight: 1.0, bias: 0.0 };
const EARLIER: Neuron = Neuron { weight: 1.0, bias: 0.5 };
pub(crate) const MIRRORED: Neuron = Neuron { weight: -1.0, bias: 0.5 };

const SETTINGS: [Setting; 4] = [
    Setting {
        figure: "neuron-silent",
        column: "silent",
        heading: "0, 0",
        neuron: SILENT,
        shows: "Where is a neuron with weight 0 and bias 0 on? Nowhere: its output and its slope are 0 for every x.",
    },
    Setting {
        figure: "neuron-plain",
        column: "plain",
        heading: "1, 0",
        neuron: PLAIN,
        shows: "Weight 1, bias 0: the ReLU itself. Where does it switch on, and what is its slope there? It is on for x > 0; the filled dot is the slope at the bend, a convention.",
    },
    Setting {
        figure: "neuron-earlier",
        column: "earlier",
        heading: "1, 0.5",
        neuron: EARLIER,
        shows: "Weight 1, bias 0.5: which way does the bias move the bend? To the left, so the neuron switches on \
                earlier.",
    },
    Setting {
        figure: "neuron-mirrored",
        column: "mirrored",
        heading: "-1, 0.5",
        neuron: MIRRORED,
        shows: "Weight -1, bias 0.5: what does a negative weight change? The neuron is on to the left of its bend \
                and switches off there.",
    },
];

pub(crate) fn tell(say: &mut Lesson) {
    say.section("neurons", "One neuron in four settings");
    say.table(switches());
    say.table(values());
    for setting in &SETTINGS {
        say.figure(|| figure(setting));
    }

    say.section("shifts", "How far a bias shifts");
    let steep = Neuron { weight: 2.9, bias: -0.34 };
    say.value("steep", "a = 2.9, b = -0.34 is on for", steep.on().to_string());
    say.value("steep-bend", "its bend, -b / a", steep.on().from);
}

fn switches() -> Table {
    let columns =
        [("setting", "a, b"), ("on", "on for"), ("there", "output there"), ("bend", "from left to right")];
    let row = |&Setting { heading, neuron, .. }: &Setting| {
        let on = neuron.on();
        let there = if on.is_empty() { "-".to_owned() } else { formula(neuron.weight, neuron.bias) };
        [Value::from(heading), on.to_string().into(), there.into(), switch(neuron).into()]
    };
    let caption = "Where relu(ax + b) is on, and what it is there; elsewhere it is 0";
    Table::new("switches", caption, columns).rows(SETTINGS.iter().map(row))
}

/// What happens to a neuron on the way from left to right.
fn switch(neuron: Neuron) -> String {
    let verb = if neuron.weight > 0.0 { "switches on at" } else { "switches off at" };
    match neuron.on().ends().next() {
        Some(bend) => format!("{verb} {}", crate::text::exact(bend)),
        None => "never switches".to_owned(),
    }
}

fn values() -> Table {
    let [silent, plain, earlier, mirrored] = SETTINGS.map(|setting| (setting.column, setting.heading));
    let values = |x| SETTINGS.map(|setting| setting.neuron.value(x)).to_vec();
    let caption = "relu(ax + b) at seven inputs, a column for each a, b";
    samples::table("neuron-values", caption, [("x", "x"), silent, plain, earlier, mirrored], values)
}

fn figure(setting: &Setting) -> Figure {
    let [output, slope] = picture::neuron(setting.neuron, &picture::page());
    Figure::new(setting.figure, setting.shows).panel(output).panel(slope)
}
