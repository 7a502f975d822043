//! The two curves, as the network sees them.

use crate::plane::{Hidden, Line, Network, Point};
use crate::search::{Sliders, sliders};
use crate::separation::{Verdict, separate};
use nn::data::parabolas;

/// Points a curve.
pub const POINTS: usize = 1000;

/// The points of two classes.
#[derive(Clone, Debug, PartialEq)]
pub struct Curves {
    /// Class 0, on y = x².
    pub upper: Vec<Point>,
    /// Class 1, on y = x² - 1/2.
    pub lower: Vec<Point>,
}

impl Curves {
    /// Both curves from x = -1 to 1.
    pub fn sampled() -> Self {
        let (points, _) = parabolas::<f64>(POINTS);
        let mut points: Vec<Point> = points.rows().into_iter().map(|row| [row[0], row[1]]).collect();
        let lower = points.split_off(POINTS);
        Self { upper: points, lower }
    }

    /// Where a hidden layer takes them.
    #[must_use]
    pub fn bent(&self, hidden: &Hidden) -> Self {
        Self { upper: hidden.bend_all(&self.upper), lower: hidden.bend_all(&self.lower) }
    }

    /// Whether a line separates them.
    pub fn verdict(&self) -> Verdict {
        separate(&self.upper, &self.lower)
    }

    /// Which settings of the output's sliders separate them.
    pub fn sliders(&self) -> Sliders {
        sliders(&self.upper, &self.lower)
    }

    /// How many points get a logit of their class: positive for the lower curve, not so for the upper.
    pub fn right(&self, network: &Network) -> usize {
        self.bent(&network.hidden).right_of(&network.line)
    }

    /// The same of points that are bent already.
    pub fn right_of(&self, line: &Line) -> usize {
        let positive = |points: &[Point]| points.iter().filter(|&&h| line.side(h) > 0.0).count();
        positive(&self.lower) + self.upper.len() - positive(&self.upper)
    }
}
