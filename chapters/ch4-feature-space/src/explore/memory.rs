//! Training from the numbers of the sliders, remembered epoch by epoch.

use crate::curves::Curves;
use crate::morph::Morph;
use crate::plane::{Line, Network, Point};
use crate::training::{Course, samples};

/// The networks after each epoch from one start.
pub(super) struct Memory {
    samples: Vec<(Point, f64)>,
    start: Option<(Morph, Line)>,
    course: Option<Course>,
    /// The first is the start.
    networks: Vec<Network>,
}

impl Memory {
    pub(super) fn new(curves: &Curves) -> Self {
        Self { samples: samples(curves), start: None, course: None, networks: Vec::new() }
    }

    /// How many epochs of training from a start are remembered.
    pub(super) fn reached(&self, layer: Morph, line: Line) -> usize {
        if self.start == Some((layer, line)) { self.networks.len() - 1 } else { 0 }
    }

    /// The network after so many epochs of training from a start.
    pub(super) fn after(&mut self, epoch: usize, layer: Morph, line: Line) -> Network {
        let untrained = Network { hidden: layer.hidden, line };
        if epoch == 0 {
            return untrained;
        }
        if self.start != Some((layer, line)) {
            self.start = Some((layer, line));
            self.course = Some(Course::of(layer, line));
            self.networks = vec![untrained];
        }
        if let Some(course) = &mut self.course {
            while self.networks.len() <= epoch && course.epoch(&self.samples).is_ok() {
                self.networks.push(course.network);
            }
        }
        self.networks.get(epoch).copied().unwrap_or(untrained)
    }
}
