//! What the gallery draws: value and slope, and the error of an approximation.

use super::member::{Aspect, Member, SLOPE, VALUE, breaks, farthest, jump_at};
use crate::family::{among, ends, short, trace};
use lesson::figure::{Arrow, Axis, Curve, Dash, Dot, Ink, Mesh, Panel, Rule, Side};
use nn::Activation;
use nn::elementary::{max, min};
use std::ops::RangeInclusive;

/// Half of what a curve is drawn with.
const STEPS: f64 = 120.0;

/// The two panels of value and slope, and a third for the error of an approximation beside what it approximates.
pub(super) fn panels(f: &Member, g: Option<&Member>, x: f64, reach: f64) -> Vec<Panel> {
    let members: Vec<&Member> = [f].into_iter().chain(g).collect();
    let (values, slopes) = windows(&members, reach);
    let value = panel("f(x)", VALUE, &members, x, reach, values).with_all(tangent(f.f, x, reach));
    let slope = panel("f′(x), its slope", SLOPE, &members, x, reach, slopes);
    [value, slope].into_iter().chain(g.and_then(|g| error(f, g, x, reach))).collect()
}

/// A piece of the tangent at x, if that is in the picture; at a jump there is none.
fn tangent(f: Activation, x: f64, reach: f64) -> Option<Mesh> {
    if x.abs() > reach || jump_at(f, VALUE, x).is_some() {
        return None;
    }
    let (y, slope): (f64, f64) = (f.value(x), f.slope(x));
    let line = [x - 0.3 * reach, x + 0.3 * reach].map(|at| (at, y + slope * (at - x)));
    Some(Mesh { label: "tangent at x".into(), ink: Ink::Muted, lines: vec![line.into()] })
}

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
    (x.abs() > reach).then(|| Arrow::new(&format!("x = {}", short(x)), Ink::Ink, from, to))
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
