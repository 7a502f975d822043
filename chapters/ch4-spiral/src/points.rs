//! The spiral, as the nnfs package draws it and as the course that invented it did.

use lesson::figure::{Axis, Glyph, Ink, Mark, Panel, Scatter};
use lesson::{Figure, Lesson};
use ndarray::{Array1, Array2};
use nn::data::spiral;
use nn::elementary::{cos, sin};
use nn::random::RandomState;
use std::f64::consts::TAU;

/// How far the angle runs within one class, before any factor.
const SWEEP: f64 = 4.0;
const FACTOR: f64 = 2.5;

pub(crate) fn tell(say: &mut Lesson) {
    say.section("points", "The spiral, twice");
    say.value("turns-nnfs", &format!("turns of an arm, with factor {FACTOR}"), SWEEP * FACTOR / TAU);
    say.value("turns-original", "turns of an arm, without it", SWEEP / TAU);
    say.value("first-normals", "first random numbers of seed 0", normals());
    say.figure(figure);
}

fn normals() -> [f64; 3] {
    // ANCHOR: normals
    let mut random = RandomState::new(0);
    let normals = [random.normal(), random.normal(), random.normal()];
    // ANCHOR_END: normals
    normals
}

// ANCHOR: original
/// A point as CS231n places it; r runs from 0 to 1 along the arm.
fn original(r: f64, class: usize, normal: f64) -> (f64, f64) {
    let angle = SWEEP * (class as f64 + r) + 0.2 * normal;
    (r * sin(angle), r * cos(angle))
}
// ANCHOR_END: original

fn figure() -> Figure {
    let (points, labels) = spiral(100, 3, &mut RandomState::new(0));
    let mut random = RandomState::new(0);
    let placed = labels.iter().enumerate().map(|(row, &class)| {
        let (x, y) = original((row % 100) as f64 / 99.0, class, random.normal());
        [x as f32, y as f32]
    });
    let original: Vec<[f32; 2]> = placed.collect();
    let original = Array2::from(original);
    Figure::new(
        "spiral",
        format!(
            "How tangled is the task? The same 300 random numbers in both panels. Left, the data of this page: each \
             arm turns {:.1} times. Right, the original: {:.1} times.",
            SWEEP * FACTOR / TAU,
            SWEEP / TAU
        ),
    )
    .panel(plane("nnfs").with_all(classes(&points, &labels, 0.55)))
    .panel(plane("CS231n").with_all(classes(&original, &labels, 0.55)))
}

/// The plane around the unit circle, with one scale for both axes, and the name of what it shows.
pub(crate) fn plane(name: &str) -> Panel {
    Panel::new(Axis::new("x₁", -1.9..=1.9), Axis::new(&format!("x₂, {name}"), -1.05..=1.05))
}

/// The points of each class in its colour and shape.
pub(crate) fn classes(points: &Array2<f32>, labels: &Array1<usize>, radius: f64) -> Vec<Mark> {
    let count = labels.iter().max().map_or(0, |&last| last + 1);
    (0..count)
        .map(|class| {
            let belongs = |&(_, &label): &(usize, &usize)| label == class;
            let rows = labels.iter().enumerate().filter(belongs).map(|(row, _)| row);
            let points = rows.map(|row| at(points, row)).collect();
            let label = format!("class {class}");
            Scatter { label, ink: Ink::series(class), radius, points }.shaped(Glyph::series(class))
        })
        .collect()
}

/// One point of a matrix of points.
pub(crate) fn at(points: &Array2<f32>, row: usize) -> (f64, f64) {
    (f64::from(points[[row, 0]]), f64::from(points[[row, 1]]))
}
