//! Where the label of each kind of mark would like to stand.

use super::clip::Window;
use super::draw::{LABEL_SIZE, NODE_RADIUS};
use super::labels::{Frame, Obstacles, Wish};
use super::mark::{Arrow, Band, Block, Curve, Mark, Rule, Side};
use super::{Panel, text};

type Point = (f64, f64);
type Spot = (i32, i32);

/// The distance between a mark and its label.
const GAP: i32 = 55;
/// How far apart the points lie that stand for a line.
const STRIDE: i32 = 40;

/// The size of a label with a little air around it.
pub(super) fn label_size(label: &str) -> (i32, i32) {
    ((text::width_percent(label) * LABEL_SIZE / 100) as i32, LABEL_SIZE as i32 * 115 / 100)
}

/// Whether the mark's label looks for a place; that of a node stands in it, those of an area and a mesh are told only.
pub(super) fn is_labelled(mark: &Mark, window: &Window) -> bool {
    let placed = !matches!(mark, Mark::Node(_) | Mark::Area(_) | Mark::Mesh(_));
    placed && mark.labels().next().is_some() && is_shown(mark, window)
}

/// Whether the mark is drawn: a dot or a rule beyond the axes is not; of what is longer, a part may be.
fn is_shown(mark: &Mark, window: &Window) -> bool {
    match mark {
        Mark::Dot(dot) => window.holds(dot.at),
        Mark::Rule(rule) => window.holds(ends(rule.side, rule.at, window).0),
        _ => true,
    }
}

/// Who chooses first: marks with the fewest places.
pub(super) fn turn(mark: &Mark) -> u8 {
    match mark {
        Mark::Block(_) => 0,
        Mark::Dot(_) => 1,
        Mark::Band(_) => 2,
        Mark::Rule(_) => 3,
        Mark::Arrow(_) => 4,
        Mark::Scatter(..) => 5,
        Mark::Curve(_) => 6,
        Mark::Node(_) | Mark::Area(_) | Mark::Mesh(_) => 7,
    }
}

/// What the panel's marks occupy, before any label is placed.
pub(super) fn obstacles(panel: &Panel, window: &Window, to_page: impl Fn(Point) -> Spot) -> Obstacles {
    let mut obstacles = Obstacles::default();
    for (side, axis) in [(Side::X, &panel.x), (Side::Y, &panel.y)] {
        let (from, to) = ends(side, 0.0, window);
        if axis.ticks.have_zero() && window.holds(from) {
            obstacles.zero_lines.extend(walk(to_page(from), to_page(to)));
        }
    }
    for mark in panel.marks.iter().filter(|mark| is_shown(mark, window)) {
        match mark {
            Mark::Curve(curve) => obstacles.lines.extend(trace(curve, window, &to_page)),
            Mark::Rule(rule) => {
                let (from, to) = ends(rule.side, rule.at, window);
                obstacles.lines.extend(walk(to_page(from), to_page(to)));
            }
            Mark::Dot(dot) => obstacles.dots.push(to_page(dot.at)),
            Mark::Scatter(scatter, _) => {
                obstacles
                    .lines
                    .extend(scatter.points.iter().filter(|&&p| window.holds(p)).map(|&p| to_page(p)));
            }
            Mark::Block(block) => obstacles.frames.push(frame(block, &to_page)),
            Mark::Arrow(arrow) => obstacles.lines.extend(walk(to_page(arrow.from), to_page(arrow.to))),
            Mark::Node(node) => obstacles.frames.push(around_node(to_page(node.at))),
            Mark::Band(_) | Mark::Area(_) | Mark::Mesh(_) => {}
        }
    }
    obstacles
}

/// The places that the label of a mark, or the second one of an arrow, would like, dearest last.
pub(super) fn of(
    mark: &Mark,
    (nth, label): (usize, &str),
    (panel, window): (&Panel, &Window),
    to_page: impl Fn(Point) -> Spot,
) -> Vec<Wish> {
    let size = label_size(label);
    match mark {
        Mark::Curve(curve) => along(&trace(curve, window, &to_page), size),
        Mark::Scatter(scatter, _) => {
            let spots: Vec<Spot> = scatter.points.iter().map(|&point| to_page(point)).collect();
            along(&spots, size)
        }
        Mark::Dot(dot) => around(to_page(dot.at), size),
        Mark::Block(block) if block.x.0 == 0.0 && !panel.y.ticks.measure() => {
            at_end(block, &frame(block, &to_page), size)
        }
        Mark::Block(block) => on_block(block, &frame(block, &to_page), size),
        Mark::Band(band) => in_band(band, window, size, to_page),
        Mark::Rule(rule) => along_rule(rule, window, size, to_page),
        Mark::Arrow(arrow) if arrow.opposite.is_empty() => {
            let others = panel.marks.iter().filter_map(|other| match other {
                Mark::Arrow(other) if other != arrow => Some(walk(to_page(other.from), to_page(other.to))),
                _ => None,
            });
            along_arrow(arrow, size, &others.flatten().collect::<Vec<_>>(), &to_page)
        }
        Mark::Arrow(arrow) => {
            let side = if nth == 0 { -1 } else { 1 };
            on_side(arrow, side, size, to_page)
        }
        Mark::Node(_) | Mark::Area(_) | Mark::Mesh(_) => Vec::new(),
    }
}

/// Beside the arrow, rather at its middle; where that is too narrow for it, above or below the nodes. Not where another arrow
/// is nearly as near: whose label it is must be seen.
fn along_arrow(
    arrow: &Arrow,
    size: (i32, i32),
    others: &[Spot],
    to_page: impl Fn(Point) -> Spot,
) -> Vec<Wish> {
    const PARTS: i32 = 12;
    const AWAY: i32 = 60;
    let clear = NODE_RADIUS as i32 + GAP + size.1 / 2;
    let ((x0, y0), (x1, y1)) = (to_page(arrow.from), to_page(arrow.to));
    let own: Vec<Spot> = walk((x0, y0), (x1, y1)).collect();
    let mistaken = |centre: Spot| nearest(others, centre) < 4 * nearest(&own, centre);
    (2..=PARTS - 2)
        .flat_map(|part| {
            let spot = (x0 + (x1 - x0) * part / PARTS, y0 + (y1 - y0) * part / PARTS);
            let aside = 2 * (part - PARTS / 2).abs();
            let away = [-clear, clear].map(|by| wish((spot.0, spot.1 + by), AWAY));
            around(spot, size).into_iter().chain(away).map(move |w| wish(w.centre, w.cost + aside))
        })
        .map(|w| wish(w.centre, w.cost + if mistaken(w.centre) { AWAY } else { 0 }))
        .collect()
}

/// The square of the distance to the nearest of these.
fn nearest(spots: &[Spot], (x, y): Spot) -> i32 {
    spots.iter().map(|spot| (spot.0 - x).pow(2) + (spot.1 - y).pow(2)).min().unwrap_or(i32::MAX / 4)
}

/// On one side of the arrow: above it (-1) or below (1), of an upright one on the left or the right. Rather at its middle;
/// where the whole side is taken, further away.
fn on_side(arrow: &Arrow, side: i32, size: (i32, i32), to_page: impl Fn(Point) -> Spot) -> Vec<Wish> {
    const PARTS: i32 = 12;
    const AWAY: i32 = 60;
    let ((x0, y0), (x1, y1)) = (to_page(arrow.from), to_page(arrow.to));
    let upright = (y1 - y0).abs() > (x1 - x0).abs();
    let near = GAP + if upright { size.0 } else { size.1 } / 2;
    let far = near + NODE_RADIUS as i32;
    (2..=PARTS - 2)
        .flat_map(|part| {
            let (x, y) = (x0 + (x1 - x0) * part / PARTS, y0 + (y1 - y0) * part / PARTS);
            let beside = |by: i32| if upright { (x + side * by, y) } else { (x, y + side * by) };
            let aside = 2 * (part - PARTS / 2).abs();
            [wish(beside(near), aside), wish(beside(far), AWAY + aside)]
        })
        .collect()
}

fn around_node((x, y): Spot) -> Frame {
    let radius = NODE_RADIUS as i32;
    Frame { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }
}

fn wish(centre: Spot, cost: i32) -> Wish {
    Wish { centre, cost }
}

/// Eight places around a point, and where all of them are taken, some that are farther above or below.
fn around((x, y): Spot, (width, height): (i32, i32)) -> Vec<Wish> {
    const FAR: i32 = 150;
    let (right, down) = (width / 2 + GAP, height / 2 + GAP);
    let corner = GAP * 7 / 10;
    let (diagonal, slant) = (width / 2 + corner, height / 2 + corner);
    let far = (1..=3).flat_map(|row| {
        let places = [(diagonal, -1), (diagonal, 1), (-diagonal, -1), (-diagonal, 1)];
        places.map(|(across, side)| wish((x + across, y + side * (slant + row * height)), FAR + 10 * row))
    });
    let near = [
        wish((x + right, y), 0),
        wish((x + diagonal, y + slant), 1),
        wish((x + diagonal, y - slant), 1),
        wish((x, y - down), 2),
        wish((x, y + down), 3),
        wish((x - right, y), 3),
        wish((x - diagonal, y - slant), 3),
        wish((x - diagonal, y + slant), 4),
    ];
    near.into_iter().chain(far).collect()
}

/// Beside a line, rather near its right end.
fn along(trace: &[Spot], size: (i32, i32)) -> Vec<Wish> {
    const PLACES: usize = 28;
    let last = trace.len().saturating_sub(1);
    let rightmost_first = |place: usize| trace.get(last - last * place / PLACES);
    (0..=PLACES)
        .filter_map(|place| rightmost_first(place).map(|&spot| (place as i32, spot)))
        .flat_map(|(place, spot)| around(spot, size).into_iter().map(move |w| wish(w.centre, w.cost + place)))
        .collect()
}

/// Above a bar (below one that hangs), or inside a block that is wide enough, or to its right.
fn on_block(block: &Block, frame: &Frame, (width, height): (i32, i32)) -> Vec<Wish> {
    let (x, y) = ((frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2);
    let (above, below) = (frame.top - height / 2 - GAP / 2, frame.bottom + height / 2 + GAP / 2);
    let hangs = i32::from(block.y.1 < block.y.0);
    vec![
        wish((x, above), 40 * hangs),
        wish((x, below), 40 * (1 - hangs)),
        wish((frame.right + GAP + width / 2, y), 20),
        wish((frame.left - GAP - width / 2, y), 30),
    ]
}

/// Behind the end of a bar that lies, or else behind its beginning.
fn at_end(block: &Block, frame: &Frame, (width, _): (i32, i32)) -> Vec<Wish> {
    let y = (frame.top + frame.bottom) / 2;
    let to_the_left = i32::from(block.x.1 < 0.0);
    vec![
        wish((frame.right + GAP + width / 2, y), 20 * to_the_left),
        wish((frame.left - GAP - width / 2, y), 20 * (1 - to_the_left)),
    ]
}

/// At the upper or lower end of a vertical band, at the right or left end of a horizontal one.
fn in_band(
    band: &Band,
    window: &Window,
    (width, height): (i32, i32),
    to_page: impl Fn(Point) -> Spot,
) -> Vec<Wish> {
    let ((left, bottom), (right, top)) = match band.side {
        Side::X => (to_page((band.from, window.y.0)), to_page((band.to, window.y.1))),
        Side::Y => (to_page((window.x.0, band.from)), to_page((window.x.1, band.to))),
    };
    let (x, y) = ((left + right) / 2, (top + bottom) / 2);
    match band.side {
        Side::X => [top + height, bottom - height, y]
            .into_iter()
            .flat_map(|y| {
                [
                    wish((x, y), 0),
                    wish((right + GAP + width / 2, y), 30),
                    wish((left - GAP - width / 2, y), 31),
                ]
            })
            .collect(),
        Side::Y => {
            vec![wish((right - GAP - width / 2, y), 0), wish((left + GAP + width / 2, y), 1), wish((x, y), 2)]
        }
    }
}

/// To the right or left of a vertical rule, above or below a horizontal one.
fn along_rule(
    rule: &Rule,
    window: &Window,
    (width, height): (i32, i32),
    to_page: impl Fn(Point) -> Spot,
) -> Vec<Wish> {
    let (from, to) = ends(rule.side, rule.at, window);
    let ((left, bottom), (right, top)) = (to_page(from), to_page(to));
    let (beside, over) = (width / 2 + GAP, height / 2 + GAP / 2);
    const STEPS: i32 = 12;
    (0..=STEPS)
        .flat_map(|step| match rule.side {
            Side::X => {
                let y = top + height + (bottom - top - 2 * height) * step / STEPS;
                [wish((left + beside, y), step), wish((left - beside, y), step + 1)]
            }
            Side::Y => {
                let x = right - beside - (right - left - 2 * beside) * step / STEPS;
                [wish((x, top - over), step), wish((x, top + over), step + 1)]
            }
        })
        .collect()
}

fn ends(side: Side, at: f64, window: &Window) -> (Point, Point) {
    match side {
        Side::X => ((at, window.y.0), (at, window.y.1)),
        Side::Y => ((window.x.0, at), (window.x.1, at)),
    }
}

fn frame(block: &Block, to_page: impl Fn(Point) -> Spot) -> Frame {
    let ((x0, y0), (x1, y1)) = (to_page((block.x.0, block.y.0)), to_page((block.x.1, block.y.1)));
    Frame { left: x0.min(x1), top: y0.min(y1), right: x0.max(x1), bottom: y0.max(y1) }
}

/// Evenly spaced points along what is visible of a curve.
fn trace(curve: &Curve, window: &Window, to_page: impl Fn(Point) -> Spot) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    for piece in window.pieces(&curve.points) {
        for pair in piece.windows(2) {
            for spot in walk(to_page(pair[0]), to_page(pair[1])) {
                let far = |&(x, y): &Spot| (x - spot.0).abs().max((y - spot.1).abs()) >= STRIDE;
                if spots.last().is_none_or(far) {
                    spots.push(spot);
                }
            }
        }
    }
    spots
}

fn walk((x0, y0): Spot, (x1, y1): Spot) -> impl Iterator<Item = Spot> {
    let steps = (x1 - x0).abs().max((y1 - y0).abs()) / STRIDE + 1;
    (0..=steps).map(move |step| (x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps))
}
