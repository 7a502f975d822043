//! Softmax as a figure that answers: bars to drag, and the naive form in four number formats.

mod picture;

use crate::by_hand::short;
use crate::formats::{F64, Format};
use crate::overflow::{FORMATS, last_finite, last_nonzero};
use crate::rounded::{Run, raised};
use crate::temperature::softmax_at;
use lesson::explore::{Controls, Handle, Preset, State, View};
use lesson::{Explorable, Table, Value, scientific};
use ndarray::Array1;
use nn::elementary::max;

pub(crate) const BARS: Explorable = Explorable::new(
    "bars",
    "What does softmax make of these logits, and where does the naive form fail?",
    controls,
    view,
);

const LOGITS: [&str; 5] = ["z1", "z2", "z3", "z4", "z5"];
const NAMES: [&str; 5] = ["z₁", "z₂", "z₃", "z₄", "z₅"];
const CLASSES: [&str; 4] = ["2", "3", "4", "5"];
const REACH: f64 = 20.0;

fn controls() -> Controls {
    let formats = FORMATS.map(|format| (format.name, format.name));
    let logits = [1.0, 2.0, 3.0, 0.0, -1.0];
    let logits = LOGITS.into_iter().zip(NAMES).zip(logits).enumerate();
    let sliders = logits.fold(Controls::new(), |controls, (place, ((name, label), start))| {
        // The third counts from three classes on, the second of the choices.
        let counts = CLASSES.into_iter().skip(place.saturating_sub(1)).map(|count| ("n", count));
        controls.range(name, label, -REACH..=REACH, 0.1, start).when(counts)
    });
    sliders
        .choice("n", "classes", CLASSES.map(|count| (count, count)), "3")
        .range("t", "temperature, divides", 0.05..=10.0, 0.05, 1.0)
        .range("shift", "shift, added to every logit", -1200.0..=1200.0, 1.0, 0.0)
        .choice("format", "number format of the naive form", formats, "f16")
        .presets(
            "Settings of this page",
            [
                Preset::new("1 2 3", "z1=1&z2=2&z3=3"),
                Preset::new("4.8 1.21 2.385", "z1=4.8&z2=1.21&z3=2.385"),
                Preset::new("cold: temperature 0.25", "t=0.25"),
                Preset::new("hot: temperature 8", "t=8"),
                Preset::new("1000 1001 1002 in f64", "z1=0&z2=1&z3=2&shift=1000&format=f64"),
                Preset::new("-1000 -1001 -1002 in f64", "z1=0&z2=-1&z3=-2&shift=-1000&format=f64"),
                Preset::new("f16 fails for the first time", "z3=11.1"),
                Preset::new("each finite, their sum not", "z1=10.5&z2=10.6&z3=10.7"),
                Preset::new("bf16 rounds the raised logits", "z1=4.8&z2=1.21&z3=2.385&shift=64&format=bf16"),
            ],
        )
}

/// What the state asks for.
struct Asked {
    logits: Vec<f64>,
    temperature: f64,
    shift: f64,
    format: Format,
}

impl Asked {
    fn of(state: &State) -> Self {
        let classes = state.word("n").parse().unwrap_or(LOGITS.len());
        let format = FORMATS.into_iter().find(|format| format.name == state.word("format")).unwrap_or(F64);
        let logits = LOGITS.iter().take(classes).map(|name| state.number(name)).collect();
        Self { logits, temperature: state.number("t"), shift: state.number("shift"), format }
    }

    fn naive(&self, format: Format) -> Run {
        Run::naive(format, &raised(format, &self.logits, self.shift), self.temperature)
    }

    fn stable(&self, format: Format) -> Run {
        Run::stable(format, &raised(format, &self.logits, self.shift), self.temperature)
    }

    /// The exponential of a bar of this height.
    fn exponential(&self, z: f64) -> f64 {
        Run::naive(self.format, &raised(self.format, &[z], self.shift), self.temperature).sum
    }
}

fn view(state: &State) -> View {
    let asked = Asked::of(state);
    let format = asked.format;
    let logits = Array1::from(raised(F64, &asked.logits, asked.shift));
    let right = softmax_at(asked.temperature, &logits);
    // There are always two classes at least.
    let class = nn::argmax(&right).map_or(0, |class| class.into_scalar());
    let right = right.to_vec();
    let naive = asked.naive(format);
    let shown = |numbers: &[f64]| numbers.iter().map(|&x| format.shown(x)).collect::<Value>();
    let says = format!("{} {}", verdict(format, &naive, &right), winner(&right, class));
    let view = View::new(says)
        .panel(picture::logits(&asked))
        .panel(picture::exponentials(format, &naive))
        .panel(picture::naive(format, &naive, &right))
        .panel(picture::stable(&right))
        .read_out("softmax, stable", right.as_slice())
        .read_out(format!("softmax_naive in {}", format.name), shown(&naive.probabilities))
        .read_out("largest difference", naive.error(&right))
        .read_out(format!("exp gets, in {}", format.name), shown(&naive.inputs))
        .read_out("exponentials", shown(&naive.exponentials))
        .read_out("their sum", format.shown(naive.sum))
        .read_out("last x with finite exp", format.shown(last_finite(format)))
        .read_out("last x with exp above 0", format.shown(last_nonzero(format)))
        .read_out("log_sum_exp", nn::log_sum_exp(&(&logits / asked.temperature)).sum())
        .read_out("argmax, from 0", class)
        .read_out("entropy, at most ln L", entropy(&right))
        .table(side_by_side(&asked, &right));
    let handle = |(i, &z): (usize, &f64)| Handle { panel: 0, at: (i as f64, z), x: None, y: Some(LOGITS[i]) };
    asked.logits.iter().enumerate().map(handle).fold(view, View::handle)
}

/// The first thing that goes wrong on the way to naive probabilities.
enum Failure {
    /// This exponential is infinite.
    Infinite(usize),
    /// The exponentials are finite, their sum is not.
    InfiniteSum,
    /// Every exponential is 0.
    NoSum,
    /// This exponential is 0, and another is not.
    Zero(usize),
}

fn failure(run: &Run) -> Option<Failure> {
    let first = |fails: fn(f64) -> bool| run.exponentials.iter().position(|&e| fails(e));
    if let Some(class) = first(f64::is_infinite) {
        Some(Failure::Infinite(class))
    } else if run.sum.is_infinite() {
        Some(Failure::InfiniteSum)
    } else if run.sum == 0.0 {
        Some(Failure::NoSum)
    } else {
        first(|e| e == 0.0).map(Failure::Zero)
    }
}

/// What happens in the naive form, and what comes of it.
fn verdict(format: Format, naive: &Run, right: &[f64]) -> String {
    let name = format.name;
    let got = |class: usize| format!("{} (exp gets {})", NAMES[class], format.shown(naive.inputs[class]));
    let distance = match naive.error(right) {
        0.0 => "The naive softmax has the bits of the stable one.".to_owned(),
        error => {
            format!(
                "The naive softmax differs from the stable one by about {} at most.",
                scientific(error, 1)
            )
        }
    };
    match failure(naive) {
        None => format!("In {name} every exponential and their sum are finite and above 0. {distance}"),
        Some(Failure::Zero(class)) => {
            let (several, count) = names(naive, |e| e == 0.0);
            let lost = match count {
                1 => format!("the exponential of {} underflows", got(class)),
                _ => format!("the exponentials of {several} underflow"),
            };
            format!(
                "In {name} {lost} to 0: below {} each one does. {distance}",
                format.shown(last_nonzero(format))
            )
        }
        Some(Failure::NoSum) => format!(
            "In {name} every exponential underflows to 0, first that of {}: below {} each one does. Zero divided by \
             zero is NaN.",
            got(0),
            format.shown(last_nonzero(format))
        ),
        Some(Failure::InfiniteSum) => format!(
            "In {name} each exponential is finite, but their sum is infinite. A finite number divided by it is 0, so \
             no class gets anything."
        ),
        Some(Failure::Infinite(class)) => {
            let (several, count) = names(naive, f64::is_infinite);
            let rest = if count < right.len() { ", and a finite number divided by it is 0" } else { "" };
            let burst = match count {
                1 => format!("the exponential of {} is", got(class)),
                _ => format!("the exponentials of {several} are"),
            };
            format!(
                "In {name} {burst} infinite: above {} each one is. The sum is infinite as well; infinity divided by \
                 infinity is NaN{rest}.",
                format.shown(last_finite(format))
            )
        }
    }
}

/// Which class the stable form prefers.
fn winner(right: &[f64], class: usize) -> String {
    let p = right[class];
    let ties = right.iter().filter(|&&q| q == p).count();
    let share = short(p);
    match ties {
        1 => format!("The stable softmax gives {} the most, {share}.", NAMES[class]),
        _ if ties == right.len() => format!("The stable softmax gives every class the same, {share}."),
        _ => format!("The stable softmax gives the most, {share}, to {ties} classes alike."),
    }
}

/// The classes of which something is true of the exponential, in words: `z₁`, `z₁ and z₂`, `z₁, z₂ and z₃`.
fn names(run: &Run, is: impl Fn(f64) -> bool) -> (String, usize) {
    let found: Vec<&str> =
        NAMES.into_iter().zip(&run.exponentials).filter(|(_, e)| is(**e)).map(|(name, _)| name).collect();
    let words = match found.as_slice() {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => found.concat(),
    };
    (words, found.len())
}

/// In natural units; the probability 0 adds nothing.
fn entropy(p: &[f64]) -> f64 {
    p.iter().filter(|&&p| p > 0.0).fold(0.0, |sum, &p| sum - p * nn::elementary::ln(p))
}

/// The two forms in every format.
fn side_by_side(asked: &Asked, right: &[f64]) -> Table {
    let columns = [
        ("format", "format"),
        ("largest", "largest exp"),
        ("sum", "sum"),
        ("fails", "naive form"),
        ("error", "is off by"),
        ("stable", "stable form is off by"),
    ];
    let row = |format: Format| {
        let naive = asked.naive(format);
        let largest = naive.exponentials.iter().fold(0.0, |a: f64, &b| max(a, b));
        let happens = match failure(&naive) {
            None => "neither ∞ nor 0".to_owned(),
            Some(Failure::Infinite(class)) => format!("exp of {} is ∞", NAMES[class]),
            Some(Failure::InfiniteSum) => "sum is ∞".to_owned(),
            Some(Failure::NoSum) => "sum is 0".to_owned(),
            Some(Failure::Zero(class)) => format!("exp of {} is 0", NAMES[class]),
        };
        let stable = asked.stable(format).error(right);
        let [error, stable] = [naive.error(right), stable].map(|error| rough(error, 1));
        let [largest, sum] = [largest, naive.sum].map(|x| rough(x, 3));
        [format.name.into(), largest.into(), sum.into(), happens.into(), error.into(), stable.into()]
    };
    Table::new("formats", "The two forms in four formats, beside the stable one in f64", columns)
        .rows(FORMATS.into_iter().map(row))
}

/// A number in a narrow column: with few decimals, or as a power of ten. The read-outs have all digits.
fn rough(x: f64, decimals: usize) -> String {
    match x {
        0.0 => "0".into(),
        f64::INFINITY => "∞".into(),
        _ if (0.1..1e5).contains(&x) => format!("{x:.decimals$}"),
        _ => scientific(x, decimals),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(address: &str) -> View {
        BARS.at(address).unwrap()
    }

    #[test]
    fn the_page_s_numbers_appear() {
        let huge = at("z1=0&z2=1&z3=2&shift=1000&format=f64");
        assert_eq!(
            huge.said("softmax, stable"),
            "0.09003057317038046 0.24472847105479764 0.6652409557748218"
        );
        assert_eq!(huge.said("softmax_naive in f64"), "NaN NaN NaN");
        assert_eq!(huge.said("their sum"), "inf");
        assert_eq!(huge.said("last x with finite exp"), last_finite(F64).to_string());
        let seed = at("z1=4.8&z2=1.21&z3=2.385&format=f64");
        let naive = nn::softmax_naive(&crate::by_hand::logits());
        assert_eq!(seed.said("softmax_naive in f64"), Value::from(&naive).to_string());
    }

    #[test]
    fn exponentials_stand_beside_their_sum() {
        let told = |address: &str| {
            let alt = at(address).figure.alt();
            alt.split("Panel ").nth(2).unwrap_or_default().to_owned()
        };
        for (address, says) in [
            ("", "2: exponential in f16 against class. Bars: z₁ 2.719; z₂ 7.391; z₃ 20.08; sum 30.19. "),
            (
                "z1=10.5&z2=10.6&z3=10.7",
                "2: exponential in f16 against class. Bars: z₁ 36320; z₂ 40190; z₃ 44480. Line at x = 3: ∞. ",
            ),
            (
                "shift=-743&format=f64",
                "2: exponential in f64, times 10⁻³²² against class. \
                 Bars: z₁ 0.5431; z₂ 1.53; z₃ 4.196; sum 6.27. ",
            ),
        ] {
            assert_eq!(told(address), says, "{address}");
        }
    }

    #[test]
    fn each_failure_is_said() {
        for (address, said) in [
            ("", "In f16 every exponential and their sum are finite and above 0."),
            (
                "z3=11.1",
                "In f16 the exponential of z₃ (exp gets 11.1015625) is infinite: above 11.0859375 each one is.",
            ),
            ("z1=10.5&z2=10.6&z3=10.7", "In f16 each exponential is finite, but their sum is infinite."),
            (
                "shift=-1000",
                "In f16 every exponential underflows to 0, first that of z₁ (exp gets −999.0): below −17.328125",
            ),
            (
                "z1=-18",
                "In f16 the exponential of z₁ (exp gets −18.0) underflows to 0: below −17.328125 each one does.",
            ),
        ] {
            let view = at(address);
            assert!(view.figure.caption.starts_with(said), "{address}: {}", view.figure.caption);
        }
        let alike = at("z1=2&z2=2&z3=2&format=f64");
        assert!(
            alike.figure.caption.ends_with("gives every class the same, 0.33."),
            "{}",
            alike.figure.caption
        );
    }

    /// How far to the right words stand in a picture.
    fn across(svg: &str, words: &str) -> i32 {
        let before = svg.split(&format!(">{words}</text>")).next().unwrap();
        before.rsplit("<text x=\"").next().unwrap().split('"').next().unwrap().parse().unwrap()
    }

    #[test]
    fn each_logit_stands_above_its_bar_or_below_it() {
        let ends = [0.3, 1.0, 2.9, 3.0, 6.0, 9.9, 10.0, 18.0, 20.0];
        for (low, high) in ends.into_iter().flat_map(|low| ends.map(|high| (low, high))) {
            let svg = &at(&format!("z1=-{low}&z2=0.1&z3={high}&z4=0&n=5")).figure.svgs()[0];
            for (label, class) in [(format!("−{low:.2}"), "z₁"), (format!("{high:.2}"), "z₃")] {
                assert!(svg.contains(&format!(">{label}<")), "{label} of {class}");
                // The middle of a bar is rounded.
                let aside = (across(svg, &label) - across(svg, class)).abs();
                assert!(aside < 3, "{label} of {class} is {aside} beside it, from -{low} to {high}");
            }
        }
        assert_eq!(at("").figure.panels[0].y.from, -1.3, "no room for what hangs where nothing does");
        assert_eq!(at("").figure.panels[0].y.title, "logit");
    }

    #[test]
    fn every_state_can_be_drawn() {
        let ends = [-20.0, -11.1, 0.0, 0.1, 11.1, 20.0];
        let mut count = 0;
        for format in FORMATS {
            for shift in [-1200.0, -104.0, -17.0, 0.0, 1.0, 89.0, 709.0, 1200.0] {
                for t in [0.05, 1.0, 10.0] {
                    for (n, first) in [2, 3, 4, 5].into_iter().zip([1, 4, 2, 0]) {
                        let z = |i: usize| ends[(first + i * (count + 1)) % ends.len()];
                        let address = format!(
                            "z1={}&z2={}&z3={}&z4={}&z5={}&n={n}&t={t}&shift={shift}&format={}",
                            z(0),
                            z(1),
                            z(2),
                            z(3),
                            z(4),
                            format.name
                        );
                        let view = at(&address);
                        assert!(view.figure.faults().is_empty(), "{address}: {:?}", view.figure.faults());
                        assert_eq!(view.handles.len(), n);
                        count += 1;
                    }
                }
            }
        }
    }
}
