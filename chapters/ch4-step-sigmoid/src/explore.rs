//! The gallery as a figure that answers: any activation beside its slope, at any point.

use crate::family::{Entry, Jump, REACH, among, bottom, ends, short, trace};
use crate::forgets::first_one;
use crate::tanh::crossing;
use lesson::explore::{Controls, Preset, State, View};
use lesson::figure::{Arrow, Axis, Curve, Dash, Dot, Ink, Mesh, Panel, Rule, Side};
use lesson::{Explorable, scientific};
use nn::Activation;
use nn::elementary::{max, min};
use nn::search::first;
use std::ops::RangeInclusive;

pub(crate) const GALLERY: Explorable = Explorable::new(
    "gallery",
    "What does an activation make of a number, and of a gradient that comes back?",
    controls,
    view,
);

/// No second function.
const NONE: &str = "none";
/// The largest slope left of 0, and the deepest floor, that the controls give.
const STEEPEST: f64 = 1.0;
const DEEPEST: f64 = 3.0;

fn controls() -> Controls {
    let all = || Activation::ALL.into_iter().map(|f| (f.name(), f.title()));
    let conventions = || [("0", "0"), ("0.5", "1/2"), ("1", "1")];
    let chosen = |name: &'static str| ["f", "g"].map(|choice| (choice, name));
    Controls::new()
        .choice("f", "function", all(), "gelu")
        .choice("g", "compared with", [(NONE, "nothing")].into_iter().chain(all()), "relu")
        .range("x", "x", -40.0..=40.0, 0.01, -1.0)
        .choice("reach", "picture", [("2", "-2 to 2"), ("5", "-5 to 5"), ("40", "-40 to 40")], "5")
        .presets("Places of this page", places())
        .range("leaky", "leaky ReLU: slope left of 0", 0.0..=STEEPEST, 0.01, 0.01)
        .when(chosen("leaky-relu"))
        .range("prelu", "PReLU: slope left of 0", 0.0..=STEEPEST, 0.01, 0.25)
        .when(chosen("prelu"))
        .range("alpha", "ELU: how far below 0 its floor is", 0.0..=DEEPEST, 0.05, 1.0)
        .when(chosen("elu"))
        .choice("step", "step: value at 0", conventions(), "0")
        .when(chosen("step"))
        .choice("relu", "ReLU: slope at 0", conventions(), "0")
        .when(chosen("relu"))
}

fn places() -> Vec<Preset> {
    let at = |label: &str, pair: &str, x: f64| Preset::new(label, format!("{pair}&x={x}"));
    let (sigmoid, tanh) = (Activation::Sigmoid, Activation::Tanh);
    let lost = first_one(|x: f64| sigmoid.value(x));
    let percent = first(0.0, 10.0, |x| tanh.slope(x) <= 0.01);
    vec![
        at("the sigmoid, where it is steepest", "f=sigmoid&g=none", 0.0),
        at("the sigmoid, from where on it is 1 in 64 bits", "f=sigmoid&g=none&reach=40", lost),
        at("tanh, where 1 percent of its slope is left", "f=tanh&g=none", percent),
        at("tanh and the sigmoid, equally steep", "f=tanh&g=sigmoid", crossing()),
        at("the step at its jump, with one half", "f=step&g=none&step=0.5&reach=2", 0.0),
        at("ReLU at its corner", "f=relu&g=none&reach=2", 0.0),
        at("leaky ReLU, where ReLU is flat", "f=leaky-relu&g=relu", -2.0),
        at("SELU and ELU, a corner and none", "f=selu&g=elu&reach=2", 0.0),
        at("ELU with a floor at -2, and its corner", "f=elu&g=none&alpha=2", 0.0),
        at("GELU at the bottom of its dip", "f=gelu&g=none&reach=2", bottom(Activation::Gelu)),
        at("SiLU at the bottom of its dip", "f=silu&g=hard-swish", bottom(Activation::Silu)),
        at("GELU and its form with tanh, and the error", "f=gelu&g=gelu-tanh", -2.3),
    ]
}

/// A function that is shown: the chosen one as a solid line, the one beside it dashed.
struct Member {
    f: Activation,
    entry: &'static Entry,
    dash: Dash,
}

impl Member {
    /// The activation of this name, with the parameters and conventions of the controls.
    fn named(name: &str, state: &State) -> Option<Self> {
        let f = match Activation::named(name)? {
            Activation::Step { .. } => Activation::Step { at_zero: state.number("step") },
            Activation::Relu { .. } => Activation::Relu { slope_at_zero: state.number("relu") },
            Activation::LeakyRelu { .. } => Activation::LeakyRelu { slope: state.number("leaky") },
            Activation::PRelu { .. } => Activation::PRelu { slope: state.number("prelu") },
            Activation::Elu { .. } => Activation::Elu { alpha: state.number("alpha") },
            other => other,
        };
        Some(Self { f, entry: Entry::of(f), dash: Dash::Solid })
    }

    /// The same function beside another one.
    fn beside(self) -> Self {
        Self { dash: Dash::Dashed, ..self }
    }

    /// Its name; beside another of its colour it needs its look as well.
    fn label(&self) -> String {
        match self.dash {
            Dash::Solid => self.f.title().to_owned(),
            _ => format!("{}, dashed", self.f.title()),
        }
    }

    /// Its formula, with the parameters in it.
    fn formula(&self) -> String {
        match self.f {
            Activation::Step { at_zero } => format!("1 if x > 0, 0 if x < 0, {at_zero} at 0"),
            Activation::LeakyRelu { slope } | Activation::PRelu { slope } => {
                format!("x if x > 0, else {slope} x")
            }
            Activation::Elu { alpha } => format!("x if x > 0, else {alpha} (eˣ − 1)"),
            _ => self.entry.formula.into(),
        }
    }
}

/// Where its value or its slope may jump.
fn breaks(f: Activation) -> &'static [f64] {
    match f {
        // It has a corner with every floor but the usual one.
        Activation::Elu { .. } => &[0.0],
        _ => Entry::of(f).breaks,
    }
}

/// The same function with the parameters that take it farthest, so that a window fits all of them.
fn farthest(f: Activation) -> Activation {
    match f {
        Activation::LeakyRelu { .. } | Activation::PRelu { .. } => Activation::LeakyRelu { slope: STEEPEST },
        Activation::Elu { .. } => Activation::Elu { alpha: DEEPEST },
        _ => f,
    }
}

/// What a panel shows of a function: its value, or its slope.
type Aspect = fn(Activation, f64) -> f64;

const VALUE: Aspect = |f, x| f.value(x);
const SLOPE: Aspect = |f, x| f.slope(x);

fn view(state: &State) -> View {
    // Every word that the control takes is the name of an activation.
    let Some(f) = Member::named(state.word("f"), state) else {
        return View::new("There is no such function.");
    };
    let other = state.word("g");
    let g = Member::named(other, state).filter(|g| g.f != f.f).map(Member::beside);
    let reach: f64 = state.word("reach").parse().unwrap_or(REACH);
    let x = state.number("x");
    let members: Vec<&Member> = [&f].into_iter().chain(&g).collect();
    let (values, slopes) = windows(&members, reach);
    let (y, slope): (f64, f64) = (f.f.value(x), f.f.slope(x));
    let mut value_panel = panel("f(x)", VALUE, &members, x, reach, values);
    let inside = x.abs() <= reach;
    // At a jump there is none.
    if inside && jump_at(f.f, VALUE, x).is_none() {
        let ends = [x - 0.3 * reach, x + 0.3 * reach];
        let line = ends.map(|at| (at, y + slope * (at - x)));
        let label = "tangent at x".into();
        value_panel = value_panel.with(Mesh { label, ink: Ink::Muted, lines: vec![line.into()] });
    }
    let mut view = View::new(says(&f, g.as_ref(), x, inside, other == state.word("f")))
        .panel(value_panel)
        .panel(panel("f′(x), its slope", SLOPE, &members, x, reach, slopes))
        .panels(g.as_ref().and_then(|g| error(&f, g, x, reach)))
        .read_out(f.f.title(), f.formula())
        .read_out("x", x)
        .read_out("value", y)
        .read_out("slope", slope)
        .read_out("value in f32", f.f.value(x as f32))
        .read_out("slope in f32", f.f.slope(x as f32));
    if let Some(g) = &g {
        let (other, other_slope): (f64, f64) = (g.f.value(x), g.f.slope(x));
        view = view
            .read_out(format!("beside it, {}", g.f.title()), g.formula())
            .read_out("its value", other)
            .read_out("its slope", other_slope)
            .read_out("difference of the values", y - other)
            .read_out("difference of the slopes", slope - other_slope);
    }
    view.drag_x(0, "x", x).drag_x(1, "x", x)
}

/// Half of what a curve is drawn with.
const STEPS: f64 = 120.0;

/// The difference of a function and its approximation, which as curves are hardly told apart.
fn error(f: &Member, g: &Member, x: f64, reach: f64) -> Option<Panel> {
    let approximates =
        |one: &Member, other: &Member| one.entry.original.is_some_and(|original| original == other.f);
    if !(approximates(f, g) || approximates(g, f)) {
        return None;
    }
    let difference = |x: f64| f.f.value(x) - g.f.value(x);
    let breaks = [breaks(f.f), breaks(g.f)].concat();
    let points = trace(&breaks, difference, reach, STEPS / reach);
    let most = points.iter().filter(|(_, y)| y.is_finite()).fold(0.0, |most, (_, y)| max(most, y.abs()));
    let panel = Panel::new(
        Axis::new("x", -reach..=reach),
        Axis::new("difference of the values", -1.25 * most..=1.25 * most),
    );
    let label = format!("{} less {}", f.f.title(), g.f.title());
    let panel = panel.with(Curve::through(&label, Ink::Orange, points));
    let here = (x.abs() <= reach).then(|| Dot::new("", Ink::Ink, (x, difference(x))));
    Some(panel.with_all(here).with_all(beyond(x, reach, difference)))
}

/// An arrow to where x lies, if that is beyond the picture, at the height that the function has at the edge.
fn beyond(x: f64, reach: f64, function: impl Fn(f64) -> f64) -> Option<Arrow> {
    let edge = reach.copysign(x);
    let height = function(edge);
    let (from, to) = ((0.86 * edge, height), (0.99 * edge, height));
    (x.abs() > reach).then(|| Arrow {
        label: format!("x = {}", short(x)),
        ink: Ink::Ink,
        dash: Dash::Solid,
        from,
        to,
    })
}

/// The functions, the places where a convention decides, and x.
fn panel(
    title: &str,
    aspect: Aspect,
    members: &[&Member],
    x: f64,
    reach: f64,
    window: RangeInclusive<f64>,
) -> Panel {
    let mut panel = Panel::new(Axis::new("x", -reach..=reach), Axis::new(title, window));
    // What is broken lies above, so that where two agree both are seen.
    let (solid, broken): (Vec<&Member>, Vec<&Member>) =
        members.iter().partition(|member| member.dash == Dash::Solid);
    for member in solid.into_iter().chain(broken) {
        let f = member.f;
        let points = trace(breaks(f), |x| aspect(f, x), reach, STEPS / reach);
        panel = panel.with(Curve::through(&member.label(), hue(members, member), points).dashed(member.dash));
    }
    let mut dots = Vec::new();
    let mut here = Vec::new();
    for (place, Member { f, .. }) in members.iter().enumerate().rev() {
        let mut jumps = among(breaks(*f), |x| aspect(*f, x));
        jumps.retain(|jump| jump.at.abs() < reach);
        let ink = hue(members, members[place]);
        dots.extend(ends(&jumps, ink));
        // The first one is the reader's own.
        let ink = if place == 0 { Ink::Ink } else { ink };
        here.push(Dot::new("", ink, (x, aspect(*f, x))));
    }
    if x.abs() <= reach {
        panel = panel.with(Rule { label: "x".into(), ink: Ink::Ink, side: Side::X, at: x });
        dots.extend(here);
    }
    let first = members.first().and_then(|member| beyond(x, reach, |x| aspect(member.f, x)));
    panel.with_all(dots).with_all(first)
}

/// A function's colour; a second one of the same colour is drawn in that of the text.
fn hue(members: &[&Member], member: &Member) -> Ink {
    let same =
        members.first().is_some_and(|first| first.f != member.f && Ink::from(first.f) == member.f.into());
    if same { Ink::Ink } else { member.f.into() }
}

/// From where to where the two panels reach: the same for all values of the parameters.
fn windows(members: &[&Member], reach: f64) -> (RangeInclusive<f64>, RangeInclusive<f64>) {
    let (mut low, mut high, mut steep) = (-0.4, 1.0, 1.5);
    for member in members {
        let f = farthest(member.f);
        low = min(f.value(-reach), low);
        high = max(f.value(reach), high);
        steep = max(f.slope((-0.0_f64).next_down()), steep);
    }
    let air = 0.12 * (high - low);
    (low - air..=high + air, -0.65..=steep + 0.25)
}

/// The state in words.
fn says(f: &Member, g: Option<&Member>, x: f64, inside: bool, same: bool) -> String {
    let title = f.f.title();
    let (y, slope): (f64, f64) = (f.f.value(x), f.f.slope(x));
    let mut says = format!("{title}: at x = {}, value {} and slope {}.", about(x), about(y), about(slope));
    says += &here(f, x, y, slope);
    if let Some(g) = g {
        let (other, steep): (f64, f64) = (g.f.value(x), g.f.slope(x));
        says += &format!(" {}: value {} and slope {}.", g.f.title(), about(other), about(steep));
    } else if same {
        says += " It is compared with itself.";
    }
    if !inside {
        says +=
            &format!(" This x lies beyond the picture, on the {}.", if x > 0.0 { "right" } else { "left" });
    }
    says
}

/// The jump of value or slope at x, if there is one.
fn jump_at(f: Activation, aspect: Aspect, x: f64) -> Option<Jump> {
    among(breaks(f), |x| aspect(f, x)).into_iter().find(|jump| jump.at == x)
}

/// What is special at x.
fn here(f: &Member, x: f64, y: f64, slope: f64) -> String {
    if let Some(Jump { before, after, .. }) = jump_at(f.f, VALUE, x) {
        let (before, after) = (about(before), about(after));
        return format!(
            " It jumps here, from {before} to {after}: the value is a convention, and there is no slope."
        );
    }
    if let Some(Jump { before, after, .. }) = jump_at(f.f, SLOPE, x) {
        return format!(
            " Here is a corner, with slope {} before it and {} after it: the slope at it is a convention.",
            about(before),
            about(after)
        );
    }
    match slope {
        0.0 => " It is flat here: nothing of a gradient comes back.".into(),
        // At 0 some have the value of their far end, and are not there.
        _ if x != 0.0 && y.is_finite() && f.f.value(f64::INFINITY.copysign(x)) == y => {
            " In 64 bits the limit is reached, and the slope is not 0 yet.".into()
        }
        _ if slope.abs() <= 0.01 => " At most 1 percent of a gradient comes back.".into(),
        _ if slope < 0.0 => " It falls here: a gradient comes back with its sign changed.".into(),
        _ if slope > 1.0 => " It is steeper than y = x here: a gradient comes back larger.".into(),
        _ => String::new(),
    }
}

/// A number in a few digits, and never more round than it is.
fn about(x: f64) -> String {
    let rounded = short(x);
    if x != 0.0 && x.abs() < 1e-3 {
        return scientific(x, 1);
    }
    // A number with fewer decimals than rounding leaves looks exact.
    let decimals = rounded.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let told: f64 = rounded.replace('−', "-").parse().unwrap_or(x);
    if x.is_finite() && decimals < 4 && (told - x).abs() > 1e-12 * x.abs() {
        format!("nearly {rounded}")
    } else {
        rounded
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use lesson::Value;
    use lesson::figure::Mark;

    fn shown(address: &str) -> View {
        GALLERY.at(address).unwrap()
    }

    fn read(view: &View, label: &str) -> Value {
        view.read(label).unwrap().clone()
    }

    /// The points of the curve with this label.
    fn curve<'a>(panel: &'a Panel, label: &str) -> &'a [(f64, f64)] {
        let mut curves = panel.marks.iter().filter_map(|mark| match mark {
            Mark::Curve(curve) if curve.label == label => Some(&curve.points),
            _ => None,
        });
        curves.next().unwrap()
    }

    #[test]
    fn every_activation_is_drawn_to_the_last_bit() {
        for f in Activation::ALL {
            let title = f.title();
            let view = shown(&format!("f={}&g=none&x=1.25", f.name()));
            assert_eq!(read(&view, "value"), f.value(1.25_f64).into(), "{title}");
            assert_eq!(read(&view, "slope"), f.slope(1.25_f64).into(), "{title}");
            assert_eq!(read(&view, "value in f32"), f.value(1.25_f32).into(), "{title}");
            for (panel, aspect) in view.figure.panels.iter().zip([VALUE, SLOPE]) {
                let drawn = curve(panel, title);
                assert!(drawn.len() > 240, "{title}");
                for &(x, y) in drawn.iter().filter(|point| point.1.is_finite()) {
                    // The end of a piece is drawn barely inside it.
                    let near = [x, x.next_up(), x.next_down()];
                    assert!(near.iter().any(|&x| aspect(f, x).to_bits() == y.to_bits()), "{title} at {x}");
                    assert!((panel.y.from..=panel.y.to).contains(&y), "{title} leaves the window at {x}");
                }
            }
        }
    }

    #[test]
    fn each_control_moves_its_function_and_no_other() {
        let usual = GALLERY.controls();
        for (setting, owner) in [
            ("leaky=0.5", "leaky-relu"),
            ("prelu=1", "prelu"),
            ("alpha=3", "elu"),
            ("step=1", "step"),
            ("relu=0.5", "relu"),
        ] {
            let moved = usual.read(setting).0;
            for f in Activation::ALL {
                let same = Member::named(f.name(), &moved).unwrap().f == f;
                assert_eq!(same, f.name() != owner, "{setting} and {}", f.name());
            }
        }
    }

    #[test]
    fn conventions_are_dots_and_jumps_are_gaps() {
        let view = shown("f=step&g=none&step=0.5&x=1");
        let dots = |panel: &Panel| -> Vec<(bool, (f64, f64))> {
            let dot = |mark: &Mark| match mark {
                Mark::Dot(dot) if dot.at.0 == 0.0 => Some((dot.open, dot.at)),
                _ => None,
            };
            panel.marks.iter().filter_map(dot).collect()
        };
        let [values, slopes] = &view.figure.panels[..] else { panic!() };
        assert_eq!(dots(values), [(true, (0.0, 0.0)), (true, (0.0, 1.0)), (false, (0.0, 0.5))]);
        assert!(dots(slopes).is_empty());
        assert!(curve(values, "step").iter().any(|&(x, y)| x == 0.0 && y.is_nan()));
        let slopes = &shown("f=relu&g=none&relu=1&x=1").figure.panels[1];
        assert_eq!(dots(slopes), [(true, (0.0, 0.0)), (false, (0.0, 1.0))]);
        // With its usual floor ELU has no corner, with any other it has one.
        assert!(dots(&shown("f=elu&g=none&x=1").figure.panels[1]).is_empty());
        let slopes = &shown("f=elu&g=none&alpha=2&x=1").figure.panels[1];
        assert_eq!(dots(slopes), [(true, (0.0, 1.0)), (false, (0.0, 2.0))]);
    }

    #[test]
    fn a_second_function_is_told_apart_by_more_than_colour() {
        for f in Activation::ALL {
            for g in Activation::ALL.into_iter().filter(|&g| g != f) {
                let view = shown(&format!("f={}&g={}", f.name(), g.name()));
                let mut dashes = view.figure.panels[0].marks.iter().filter_map(|mark| match mark {
                    Mark::Curve(curve) => Some(curve.dash),
                    _ => None,
                });
                assert_ne!(dashes.next(), dashes.next(), "{} beside {}", f.name(), g.name());
            }
        }
    }

    #[test]
    fn places_are_what_they_say() {
        let controls = GALLERY.controls();
        let says = |place: usize| shown(&controls.presets[0].list[place].address).figure.caption;
        assert!(says(0).contains("slope 0.25."), "{}", says(0));
        assert!(
            says(1).contains("value 1 and slope 1.1\u{a0}×\u{a0}10⁻¹⁶. In 64 bits the limit is reached"),
            "{}",
            says(1)
        );
        assert!(says(2).contains("At most 1 percent"), "{}", says(2));
        assert!(says(4).contains("It jumps here, from 0 to 1"), "{}", says(4));
        assert!(says(5).contains("Here is a corner, with slope 0 before it and 1 after it"), "{}", says(5));
    }

    #[test]
    fn an_arrow_points_to_an_x_beyond_the_picture() {
        for (x, side, from) in [("20", "right", "(4.3, 1)"), ("-6", "left", "(−4.3, 0)")] {
            let view = shown(&format!("f=relu&g=none&x={x}"));
            let alt = view.figure.alt();
            let (_, slopes) = alt.split_once("Panel 2").unwrap();
            assert!(slopes.contains(&format!("Arrow from {from} to ")), "{slopes}");
            assert!(view.figure.caption.ends_with(&format!("on the {side}.")), "{}", view.figure.caption);
        }
        assert!(!shown("f=relu&g=none&x=5").figure.alt().contains("Arrow"));
    }

    #[test]
    fn every_state_can_be_drawn() {
        let names: Vec<&str> = Activation::ALL.iter().map(|f| f.name()).collect();
        let mut addresses = Vec::new();
        for (i, f) in names.iter().enumerate() {
            for (j, x) in ["-40", "-3", "-1e-300", "0", "3", "37.5", "40"].iter().enumerate() {
                let g = if j == 0 { NONE } else { names[(i + 3 * j) % names.len()] };
                let reach = ["2", "5", "40"][(i + j) % 3];
                let (leaky, alpha, at) = (j % 2, 3 * (j % 2), ["0", "0.5", "1"][j % 3]);
                addresses.push(format!(
                    "f={f}&g={g}&x={x}&reach={reach}&leaky={leaky}&prelu={leaky}&alpha={alpha}&step={at}&relu={at}"
                ));
            }
        }
        for address in addresses {
            assert_eq!(shown(&address).figure.faults(), [""; 0], "{address}");
        }
    }

    #[test]
    fn numbers_are_not_rounder_than_they_are() {
        for (x, text) in [
            (0.5, "0.5"),
            (1.0, "1"),
            (0.999_999_9, "nearly 1"),
            (0.249_993_75, "nearly 0.25"),
            (0.1 + 0.2, "0.3"),
            (0.123_456, "0.1235"),
            (0.0, "0"),
            (-2e-9, "−2.0\u{a0}×\u{a0}10⁻⁹"),
        ] {
            assert_eq!(about(x), text);
        }
    }
}
