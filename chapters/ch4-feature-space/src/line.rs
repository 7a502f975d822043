//! Two curves that no line separates: how far the best line gets, and why none gets further.

use crate::curves::Curves;
use crate::plane::{Line, Point};
use crate::scene::{LOWER, Shape, UPPER, Window, scattered, straight};
use crate::search::best_line;
use crate::separation::{Verdict, hull, separate};
use lesson::figure::{Curve, Dash, Dot, Ink, Panel};
use lesson::{Figure, Lesson, Table};

pub(crate) fn tell(say: &mut Lesson) {
    let curves = Curves::sampled();
    let points = curves.upper.len() + curves.lower.len();
    say.section("one-line", "One straight line");
    say.value("points", "points on the two curves", points);
    // ANCHOR: best
    let best = best_line(&curves.upper, &curves.lower);
    // ANCHOR_END: best
    let Some(best) = best else { return };
    say.value("best-line", "points the best line gets right", best.right);
    say.value("best-line-share", "that share", best.right as f64 / points as f64);

    // ANCHOR: separate
    let verdict = separate(&curves.upper, &curves.lower);
    // ANCHOR_END: separate
    let Verdict::Shared { at, means } = verdict else { return };
    say.section("certificate", "Why no line can");
    say.table(certificate("Three weights, and three points of either curve", &means));
    say.value("shared-upper", "weighted mean of the upper", mean(means.iter().map(|m| (m.0, m.1))));
    say.value("shared-lower", "weighted mean of the lower", mean(means.iter().map(|m| (m.0, m.2))));
    let through = Line { w: [best.slope, -1.0], b: best.by[1] - best.slope * best.by[0] };
    say.figure(|| figure(&curves, &through, at, best.right as f64 / points as f64));
}

/// The weights that make one point from points of either curve.
pub(crate) fn certificate(caption: &str, means: &[(f64, Point, Point)]) -> Table {
    let columns = [("weight", "weight"), ("upper", "upper point"), ("lower", "lower point")];
    let row = |&(weight, upper, lower): &(f64, Point, Point)| [weight.into(), upper.into(), lower.into()];
    Table::new("means", caption, columns).rows(means.iter().map(row))
}

fn mean(weighted: impl Iterator<Item = (f64, Point)>) -> Point {
    weighted.fold([0.0, 0.0], |sum, (weight, [x, y])| [sum[0] + weight * x, sum[1] + weight * y])
}

fn figure(curves: &Curves, best: &Line, shared: Point, share: f64) -> Figure {
    let outline = |label: &str, ink: Ink, points: &[Point]| {
        let mut corners = hull(points);
        corners.extend(corners.first().copied());
        Curve::through(label, ink, corners.into_iter().map(|[x, y]| (x, y)))
    };
    let window = Window::input(Shape::Tall);
    let empty = || -> Panel { window.panel("x₁", "x₂") };
    let mut line = straight(*best, &window).dashed(Dash::Dashed);
    line.label = format!("{:.2} percent", 100.0 * share);
    Figure::new(
        "curves",
        format!(
            "Can a straight line part the curves? Left: the two curves and the best of all straight lines, which leaves {:.2} percent of the points on \
             their own side. Right: their convex hulls overlap, and the dot is the point in both that the run \
             found: whichever side of a line it is on, points of both curves are on that side.",
            100.0 * share
        ),
    )
    .panel(empty().with_all(scattered(curves)).with(line))
    .panel(
        empty()
            .with(outline("hull of the upper", UPPER, &curves.upper))
            .with(outline("hull of the lower", LOWER, &curves.lower).dashed(Dash::Dashed))
            .with(Dot::new("in both", Ink::Ink, (shared[0], shared[1]))),
    )
}
