//! Of which straight pieces a ReLU network with one input is made.
//!
//! Between two corners no ReLU switches, so each layer is dense there, and the network collapses on that piece.

use crate::stack::{Bendable, then};
use ndarray::Array2;
use nn::Error;
use nn::elementary::max;
use nn::layer::Dense;

/// A stretch of the input on which the network is one affine layer.
#[derive(Clone, Debug)]
pub(crate) struct Piece {
    pub from: f64,
    pub to: f64,
    /// What the network does there.
    pub layer: Dense<f64>,
}

impl Piece {
    /// The slope of the first output.
    pub(crate) fn slope(&self) -> f64 {
        self.layer.weights[[0, 0]]
    }

    /// The first output.
    pub(crate) fn at(&self, x: f64) -> f64 {
        self.slope() * x + self.layer.bias[0]
    }

    /// A point inside, also of a stretch without end.
    fn inside(&self) -> f64 {
        match (self.from.is_finite(), self.to.is_finite()) {
            (true, true) => (self.from + self.to) / 2.0,
            (true, false) => self.from + max(self.from.abs(), 1.0),
            (false, true) => self.to - max(self.to.abs(), 1.0),
            (false, false) => 0.0,
        }
    }

    // ANCHOR: corners
    /// Where a neuron's sum is zero inside the stretch: there its ReLU will bend.
    fn corners(&self) -> Vec<f64> {
        let sums = self.layer.weights.iter().zip(&self.layer.bias);
        let zeros = sums.map(|(&slope, &bias)| -bias / slope);
        let inside = |&x: &f64| self.from < x && x < self.to;
        let mut corners: Vec<f64> = zeros.filter(inside).collect();
        corners.sort_by(f64::total_cmp);
        corners.dedup();
        corners
    }
    // ANCHOR_END: corners

    /// The stretch cut at its corners; on each part, the neurons below zero are switched off.
    fn bent(&self) -> Vec<Self> {
        let mut cuts = vec![self.from];
        cuts.extend(self.corners());
        cuts.push(self.to);
        let part = |ends: &[f64]| Self { from: ends[0], to: ends[1], layer: self.layer.clone() }.switched();
        cuts.windows(2).map(part).collect()
    }

    fn switched(mut self) -> Self {
        let x = self.inside();
        let neurons = self.layer.weights.iter_mut().zip(&mut self.layer.bias);
        for (slope, bias) in neurons.filter(|(slope, bias)| **slope * x + **bias <= 0.0) {
            (*slope, *bias) = (0.0, 0.0);
        }
        self
    }
}

/// The pieces of a network with one input and one output on a stretch of the line; the ends may be infinite.
pub(crate) fn pieces(network: &[Bendable], from: f64, to: f64) -> Result<Vec<Piece>, Error> {
    let mut pieces = vec![Piece { from, to, layer: Dense::new(Array2::eye(1)) }];
    for layer in network {
        for piece in &mut pieces {
            piece.layer = then(&piece.layer, &layer.dense)?;
        }
        if layer.relu {
            pieces = pieces.iter().flat_map(Piece::bent).collect();
        }
    }
    pieces.dedup_by(|next, last| {
        let straight_on = next.slope() == last.slope();
        if straight_on {
            last.to = next.to;
        }
        straight_on
    });
    Ok(pieces)
}

/// Where the pieces of the whole line meet.
pub(crate) fn corners(pieces: &[Piece]) -> Vec<f64> {
    pieces.iter().skip(1).map(|piece| piece.from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stack::{at, random_layers, with_relus};

    const LINE: (f64, f64) = (f64::NEG_INFINITY, f64::INFINITY);

    #[test]
    fn the_pieces_are_the_network() {
        for seed in 0..20 {
            let network = with_relus(random_layers(&[1, 8, 8, 1], seed), &[1, 2]);
            let pieces = pieces(&network, LINE.0, LINE.1).unwrap();
            assert!((1..=81).contains(&pieces.len()));
            for step in -400..=400 {
                let x = f64::from(step) / 100.0;
                let piece = pieces.iter().find(|piece| x <= piece.to).unwrap();
                assert!((piece.at(x) - at(&network, x).unwrap()).abs() < 1e-12, "seed {seed} at {x}");
            }
        }
    }

    #[test]
    fn without_a_relu_there_is_one_piece() {
        let network = with_relus(random_layers(&[1, 8, 8, 1], 0), &[]);
        assert_eq!(pieces(&network, LINE.0, LINE.1).unwrap().len(), 1);
    }

    #[test]
    fn a_hinge_has_two_pieces_and_one_corner() {
        let hinge = Dense::with_bias(ndarray::array![[2.0]], ndarray::array![-1.0]).unwrap();
        let pieces = pieces(&with_relus(vec![hinge], &[1]), LINE.0, LINE.1).unwrap();
        assert_eq!(corners(&pieces), [0.5]);
        assert_eq!((pieces[0].slope(), pieces[1].slope()), (0.0, 2.0));
    }
}
