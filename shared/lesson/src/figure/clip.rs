//! Cutting curves to the panel, in the units of the data.

/// The part of the plane that a panel shows.
#[derive(Clone, Copy, Debug)]
pub(super) struct Window {
    pub x: (f64, f64),
    pub y: (f64, f64),
}

impl Window {
    /// Whether the point is inside or on the rim.
    pub(super) fn holds(&self, (x, y): (f64, f64)) -> bool {
        (self.x.0..=self.x.1).contains(&x) && (self.y.0..=self.y.1).contains(&y)
    }

    /// The nearest point inside; the lower end of a range that does not rise, which is a fault of the panel.
    pub(super) fn clamp(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let within = |at: f64, (low, high): (f64, f64)| if low <= high { at.clamp(low, high) } else { low };
        (within(x, self.x), within(y, self.y))
    }

    /// The visible pieces of a line through `points`; points that are not finite interrupt it.
    pub(super) fn pieces(&self, points: &[(f64, f64)]) -> Vec<Vec<(f64, f64)>> {
        let mut pieces: Vec<Vec<(f64, f64)>> = Vec::new();
        for pair in points.windows(2) {
            let Some((from, to)) = self.segment(pair[0], pair[1]) else { continue };
            match pieces.last_mut() {
                Some(piece) if piece.last() == Some(&from) => piece.push(to),
                _ => pieces.push(vec![from, to]),
            }
        }
        pieces
    }

    /// The visible part of a segment, after Liang and Barsky (1984).
    fn segment(&self, from: (f64, f64), to: (f64, f64)) -> Option<((f64, f64), (f64, f64))> {
        if ![from.0, from.1, to.0, to.1].into_iter().all(f64::is_finite) {
            return None;
        }
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let edges = [
            (-dx, from.0 - self.x.0),
            (dx, self.x.1 - from.0),
            (-dy, from.1 - self.y.0),
            (dy, self.y.1 - from.1),
        ];
        let (mut enter, mut leave) = (0.0f64, 1.0f64);
        for (direction, distance) in edges {
            if direction == 0.0 {
                if distance < 0.0 {
                    return None;
                }
            } else if direction < 0.0 {
                enter = enter.clamp(distance / direction, f64::INFINITY);
            } else {
                leave = leave.clamp(f64::NEG_INFINITY, distance / direction);
            }
        }
        let at = |t: f64| (from.0 + t * dx, from.1 + t * dy);
        (enter <= leave)
            .then(|| (if enter > 0.0 { at(enter) } else { from }, if leave < 1.0 { at(leave) } else { to }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UNIT: Window = Window { x: (0.0, 1.0), y: (0.0, 1.0) };

    #[test]
    fn a_line_is_cut_at_the_rim_and_comes_back() {
        let pieces = UNIT.pieces(&[(0.0, 0.5), (0.5, 1.5), (1.0, 0.5)]);
        assert_eq!(pieces, [vec![(0.0, 0.5), (0.25, 1.0)], vec![(0.75, 1.0), (1.0, 0.5)]]);
    }

    #[test]
    fn what_is_not_finite_interrupts() {
        let points = [(0.0, 0.0), (0.2, 0.2), (0.4, f64::INFINITY), (0.6, 0.6), (0.8, 0.8), (0.9, f64::NAN)];
        assert_eq!(UNIT.pieces(&points), [vec![(0.0, 0.0), (0.2, 0.2)], vec![(0.6, 0.6), (0.8, 0.8)]]);
    }

    #[test]
    fn what_is_outside_is_gone() {
        assert!(UNIT.pieces(&[(2.0, 0.0), (2.0, 1.0)]).is_empty());
    }
}
