//! A hidden layer on the way from no activation to all of it.

use crate::curves::Curves;
use crate::grid;
use crate::plane::{Affine, Hidden, Line, Point};
use crate::scene::thinned;
use nn::Activation;

/// A hidden layer of which only a part of the bend is done: each unit answers (1 - t) z + t f(z).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Morph {
    /// The layer with the whole bend.
    pub hidden: Hidden,
    /// The share t that is done, from 0 to 1.
    pub share: f64,
}

/// From one number to another; exactly the other when all of the way is done.
pub fn between(from: f64, to: f64, share: f64) -> f64 {
    if share == 1.0 { to } else { (1.0 - share) * from + share * to }
}

impl Morph {
    /// What a unit answers to its pre-activation.
    pub fn value(&self, z: f64) -> f64 {
        between(z, self.hidden.activation.value(z), self.share)
    }

    /// Where the layer takes a point.
    pub fn bend(&self, point: Point) -> Point {
        self.hidden.affine.apply(point).map(|z| self.value(z))
    }

    /// Where it takes the curves.
    pub fn bend_curves(&self, curves: &Curves) -> Curves {
        let bent = |points: &[Point]| points.iter().map(|&point| self.bend(point)).collect();
        Curves { upper: bent(&curves.upper), lower: bent(&curves.lower) }
    }

    /// The smallest and the largest answer of each unit on the square from -1 to 1: the activations here never fall.
    pub fn ranges(&self) -> [[f64; 2]; 2] {
        let affine = self.hidden.affine;
        [0, 1].map(|unit| {
            let reach = affine.w[unit][0].abs() + affine.w[unit][1].abs();
            [affine.b[unit] - reach, affine.b[unit] + reach].map(|z| self.value(z))
        })
    }

    /// The lines of the input plane along which it has a corner.
    pub fn kinks(&self) -> Vec<Line> {
        let Affine { w, b } = self.hidden.affine;
        match self.hidden.activation {
            Activation::Relu { .. } | Activation::LeakyRelu { .. } => {
                vec![Line { w: w[0], b: b[0] }, Line { w: w[1], b: b[1] }]
            }
            _ => Vec::new(),
        }
    }

    /// Where it takes the lines of the grid, or only the rim, to within a tolerance.
    pub fn lines(&self, only_rim: bool, tolerance: f64) -> Vec<Vec<Point>> {
        let ends = grid::ends();
        let rim = [0, grid::LINES - 1, grid::LINES, 2 * grid::LINES - 1];
        let kept = ends.iter().enumerate().filter(|(place, _)| !only_rim || rim.contains(place));
        kept.map(|(_, &[from, to])| self.line(from, to, tolerance)).collect()
    }

    fn line(&self, from: Point, to: Point, tolerance: f64) -> Vec<Point> {
        /// Steps along a line that is bent smoothly.
        const STEPS: u32 = 48;
        let at = |t: f64| self.bend([0, 1].map(|axis| (1.0 - t) * from[axis] + t * to[axis]));
        if matches!(self.hidden.activation, Activation::Sigmoid | Activation::Tanh) {
            let bent: Vec<Point> = (0..=STEPS).map(|step| at(f64::from(step) / f64::from(STEPS))).collect();
            return thinned(&bent, tolerance);
        }
        // Straight pieces with a corner where a unit's pre-activation passes 0.
        let [first, last] = [from, to].map(|point| self.hidden.affine.apply(point));
        let corner = |unit: usize| {
            let t = first[unit] / (first[unit] - last[unit]);
            (t > 0.0 && t < 1.0).then_some(t)
        };
        let mut places: Vec<f64> =
            [Some(0.0), corner(0), corner(1), Some(1.0)].into_iter().flatten().collect();
        places.sort_by(f64::total_cmp);
        places.into_iter().map(at).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::settings::{FOLDED, LEAKY, OPENED, RELU, TURNED, hidden};
    use nn::elementary::min;

    #[test]
    fn the_ends_of_the_way_are_the_map_and_the_layer() {
        let hidden = hidden(TURNED, Activation::Tanh);
        for point in [[0.3, -0.7], [-1.0, 1.0], [0.0, 0.0]] {
            assert_eq!(Morph { hidden, share: 1.0 }.bend(point), hidden.bend(point));
            assert_eq!(Morph { hidden, share: 0.0 }.bend(point), hidden.affine.apply(point));
        }
    }

    #[test]
    fn few_points_draw_the_grid_as_well_as_a_thousand_do() {
        let near = |point: Point, line: &[Point]| {
            let pieces = line.windows(2).map(|ends| {
                let [from, to] = [ends[0], ends[1]];
                let along = crate::plane::from_to(from, to);
                let square = crate::plane::dot(along, along);
                let way = crate::plane::from_to(from, point);
                let t =
                    if square > 0.0 { (crate::plane::dot(way, along) / square).clamp(0.0, 1.0) } else { 0.0 };
                crate::plane::length([way[0] - t * along[0], way[1] - t * along[1]])
            });
            pieces.fold(f64::INFINITY, min)
        };
        for (affine, activation) in
            [(FOLDED, RELU), (OPENED, LEAKY), (TURNED, Activation::Sigmoid), (TURNED, Activation::Tanh)]
        {
            let hidden = hidden(affine, activation);
            let few = Morph { hidden, share: 1.0 }.lines(false, 1e-3);
            for (line, many) in few.iter().zip(grid::lines()) {
                for point in hidden.bend_all(&many) {
                    assert!(near(point, line) < 0.01, "{activation:?} {point:?}");
                }
            }
        }
    }
}
