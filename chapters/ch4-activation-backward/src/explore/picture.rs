//! The two curves: the loss along one weight with its tangent, and the loss step by step.

use super::{Asked, LAST, NAMES};
use crate::diagram::short;
use crate::worked::Worked;
use lesson::figure::{Axis, Curve, Dash, Dot, Ink, Panel, doubled};
use nn::elementary::{max, min};

/// The loss along one weight from `-side` to `side`, the others as they are now.
fn losses_along(asked: &Asked, along: usize, now: &Worked, side: f64) -> Vec<(f64, f64)> {
    const POINTS: u32 = 96;
    let mut places: Vec<f64> =
        (0..=POINTS).map(|i| side * (2.0 * f64::from(i) / f64::from(POINTS) - 1.0)).collect();
    // Where the sum is 0 the loss may have a corner.
    let (x, rest) = (asked.x[along], now.o2 - now.products[along]);
    if x != 0.0 && (rest / x).abs() < side {
        places.push(-rest / x);
        places.sort_by(f64::total_cmp);
    }
    places.into_iter().map(|w| (w, asked.loss_along(along, w))).collect()
}

/// The axes that fit a way over a curve: as high as the way, or somewhat higher if the curve then fits as a whole, and from
/// where to where the curve is no higher.
fn fitting(curve: &[(f64, f64)], way: &[(f64, f64)]) -> ((f64, f64), f64) {
    const HIGHER: f64 = 2.2;
    let room = way.iter().fold(1.0, |top, (_, loss)| doubled(top, 1.2 * loss));
    let highest = curve.iter().fold(0.0, |highest, (_, loss)| max(highest, *loss));
    let top = if room < highest && highest <= 0.95 * HIGHER * room { HIGHER * room } else { room };
    let inside = |point: &&(f64, f64)| point.1 <= top;
    let ends = way.iter().chain(curve.iter().find(inside)).chain(curve.iter().rev().find(inside));
    let (from, to) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), (w, _)| (min(a, *w), max(b, *w)));
    let air = 0.04 * (to - from);
    ((from - air, to + air), top)
}

/// The loss along one weight, with the tangent at where it is and the way it came.
pub(super) fn tangent(asked: &Asked, along: usize, now: &Worked) -> Panel {
    let at = asked.weights()[along];
    let trail: Vec<(f64, f64)> =
        asked.path.iter().map(|w| w[along]).zip(asked.losses.iter().copied()).take(asked.steps + 1).collect();
    let side = trail.iter().fold(2.0, |side, (w, _)| doubled(side, w.abs()));
    let losses = losses_along(asked, along, now, side);
    let ((from, to), top) = fitting(&losses, &trail);
    let loss = Curve::through("loss", Ink::Blue, losses);
    let slope = now.weights[along];
    // As long in the picture, however steep.
    let steepness = slope * (to - from) / top;
    let half = 0.15 * (to - from) / (1.0 + steepness * steepness).sqrt();
    let line = [-half, half].map(|aside| (at + aside, now.loss + slope * aside));
    let tangent =
        Curve::through(&format!("slope {}", short(slope)), Ink::Vermillion, line).dashed(Dash::Dashed);
    let here = Dot::new("", Ink::Vermillion, (at, now.loss));
    let panel =
        Panel::new(Axis::new(NAMES[along], from..=to), Axis::new("loss", 0.0..=top)).with(loss).with(tangent);
    if asked.steps == 0 {
        return panel.with(here);
    }
    let begun = Dot::new("start", Ink::Muted, trail[0]).open();
    panel.with(Curve::through("", Ink::Muted, trail).dashed(Dash::Dotted)).with(begun).with(here)
}

/// So many steps are drawn until more are taken.
const SOON: usize = 20;

/// The loss after each step, and what the steps to come would make of it.
pub(super) fn descent(losses: &[f64], steps: usize) -> Panel {
    // Most descents have arrived after a few steps.
    let last = if steps <= SOON { SOON } else { LAST };
    let losses = &losses[..=last];
    let top = losses.iter().fold(1.0, |top, loss| doubled(top, 1.2 * loss));
    let points: Vec<(f64, f64)> =
        losses.iter().enumerate().map(|(step, &loss)| (step as f64, loss)).collect();
    let here = Dot::new(&format!("loss {}", short(losses[steps])), Ink::Vermillion, points[steps]);
    let mut panel =
        Panel::new(Axis::new("step of gradient descent", 0.0..=last as f64), Axis::new("loss", 0.0..=top));
    if steps < last {
        // Late in the descent there is no room for words.
        let label = if steps < last / 2 { "to come" } else { "" };
        let to_come = points[steps..].iter().copied();
        panel = panel.with(Curve::through(label, Ink::Muted, to_come).dashed(Dash::Dotted));
    }
    if steps > 0 {
        panel = panel.with(Curve::through("", Ink::Blue, points[..=steps].iter().copied()));
    }
    panel.with(here)
}
