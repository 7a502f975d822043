//! Where in the plane a layer without biases is silent: a wedge, or the origin alone.

use crate::grid::{FINE, middles};
use crate::network::{Dense, Pass, SMALL};
use crate::points::{at, plane};
use lesson::figure::{Curve, Dash, Glyph, Ink, Mark, Scatter};
use lesson::{Figure, Lesson, Table};
use ndarray::{Array2, ArrayView1};
use nn::elementary::max;
use nn::random::RandomState;
use nn::{Error, RELU};

/// How many other seeds are tried.
const SEEDS: u32 = 1000;

pub(crate) fn tell(say: &mut Lesson) -> Result<(), Error> {
    let (in_14, in_15) = (Pass::in_14()?, Pass::in_15()?);
    let census = Census::of_seeds(in_14.dead_rows())?;
    say.section("dead-seeds", "The same network from 1000 seeds");
    say.value("mean-dead", "mean share of dead rows", census.mean);
    say.value("with-wedge", "share of seeds with a dead wedge", census.with_wedge);
    say.value("most-dead", "largest share of dead rows", census.most);
    say.value("as-dead", "share of seeds as dead as In[14]", census.as_dead);
    say.try_figure(|| figure(&in_14, &in_15))?;

    say.section("expected", "Dead rows of 300 to expect");
    say.table(expected());
    let enough = (1..).find(|&units| 300.0 * half_to(units) < 1.0).unwrap_or_default();
    say.value("enough", "units until less than one row", enough);
    Ok(())
}

// ANCHOR: wedge
/// Whether some direction switches all units off: if so, one on a unit's rim does.
fn has_wedge(weights: &Array2<f32>) -> bool {
    let weight = |input: usize, unit: usize| f64::from(weights[[input, unit]]);
    let sum = |unit: usize, [x, y]: [f64; 2]| weight(0, unit) * x + weight(1, unit) * y;
    let others = |rim: usize| (0..weights.ncols()).filter(move |&unit| unit != rim);
    rims(weights).any(|(rim, at)| others(rim).all(|unit| sum(unit, at) < 0.0))
}
// ANCHOR_END: wedge

/// Each unit with the two directions in which its weighted sum is 0.
fn rims(weights: &Array2<f32>) -> impl Iterator<Item = (usize, [f64; 2])> {
    let both = |(unit, w): (usize, ArrayView1<'_, f32>)| {
        let (u, v) = (f64::from(w[0]), f64::from(w[1]));
        [(unit, [v, -u]), (unit, [-v, u])]
    };
    weights.columns().into_iter().enumerate().flat_map(both).collect::<Vec<_>>().into_iter()
}

/// What other seeds give.
struct Census {
    mean: f64,
    most: f64,
    with_wedge: f64,
    as_dead: f64,
}

impl Census {
    fn of_seeds(many: usize) -> Result<Self, Error> {
        let (mut total, mut most, mut wedges, mut as_dead) = (0, 0, 0, 0);
        for seed in 0..SEEDS {
            let pass = Pass::next(&SMALL, &mut RandomState::new(seed))?;
            let dead = pass.dead_rows();
            total += dead;
            most = most.max(dead);
            wedges += usize::from(has_wedge(&pass.first.weights));
            as_dead += usize::from(dead >= many);
        }
        let (seeds, points) = (f64::from(SEEDS), (SMALL.samples * SMALL.classes) as f64);
        Ok(Self {
            mean: total as f64 / (seeds * points),
            most: most as f64 / points,
            with_wedge: wedges as f64 / seeds,
            as_dead: as_dead as f64 / seeds,
        })
    }
}

fn expected() -> Table {
    let columns = [("units", "hidden units"), ("share", "share of the plane"), ("rows", "rows of 300")];
    let row = |units: usize| [units.into(), half_to(units).into(), (300.0 * half_to(units)).into()];
    Table::new("expected-dead", "Each unit is silent on half of the plane", columns)
        .rows([1, 2, 3, 8, 64].into_iter().map(row))
}

/// ½ to a whole power.
fn half_to(power: usize) -> f64 {
    (0..power).fold(1.0, |share, _| share / 2.0)
}

fn figure(in_14: &Pass, in_15: &Pass) -> Result<Figure, Error> {
    let caption = format!(
        "Where is the hidden layer silent? Each dashed line is where one unit switches; in the tinted wedge all three \
         are 0. Left, In[14]: {} of the 300 points are dead. Right, In[15]: {}.",
        in_14.dead_rows(),
        in_15.dead_rows()
    );
    let mut figure = Figure::new("dead-wedge", caption);
    for (name, pass) in [("In[14]", in_14), ("In[15]", in_15)] {
        let panel = plane(name);
        let hidden = RELU.forward(&pass.first.forward(&middles(&panel, FINE))?);
        let silent: Vec<bool> = hidden.rows().into_iter().map(|row| row.iter().all(|&h| h == 0.0)).collect();
        let wedge = FINE.area(&panel, &silent, &true, "all three units are 0", Ink::Vermillion);
        let wedge = (!wedge.blocks.is_empty()).then_some(wedge);
        figure = figure.panel(panel.with_all(wedge).with_all(lines(&pass.first)).with_all(split(pass)));
    }
    Ok(figure)
}

/// Where each unit's weighted sum is 0.
fn lines(first: &Dense) -> Vec<Curve> {
    let mut lines: Vec<Curve> = Vec::new();
    for (unit, [x, y]) in rims(&first.weights) {
        let scale = 4.0 / max(x.abs(), y.abs());
        let end = (x * scale, y * scale);
        match lines.get_mut(unit) {
            Some(line) => line.points.push(end),
            None => lines
                .push(Curve::through(&format!("unit {}", unit + 1), Ink::Muted, [end]).dashed(Dash::Dashed)),
        }
    }
    lines
}

/// The points that a unit answers to, and those that none does.
fn split(pass: &Pass) -> [Mark; 2] {
    let dead = pass.dead();
    let of = |wanted: bool| {
        (0..dead.len()).filter(|&row| dead[row] == wanted).map(|row| at(&pass.points, row)).collect()
    };
    [
        Scatter { label: "alive".into(), ink: Ink::Blue, radius: 0.55, points: of(false) }.into(),
        Scatter { label: "dead".into(), ink: Ink::Vermillion, radius: 0.75, points: of(true) }
            .shaped(Glyph::Cross),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::array;

    #[test]
    fn three_directions_leave_a_wedge_unless_they_surround_the_origin() {
        assert!(has_wedge(&array![[1.0, 0.0, 1.0], [0.0, 1.0, 1.0]]));
        assert!(!has_wedge(&array![[1.0, -1.0, 0.0], [0.0, 0.5, -1.0]]));
    }

    #[test]
    fn half_to_a_power() {
        assert_eq!((half_to(0), half_to(3)), (1.0, 0.125));
    }
}
