//! Finding room for labels: each has places it would like, and takes the one that covers least.

/// A rectangle in backend units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Frame {
    fn overlaps(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }

    fn holds(&self, (x, y): (i32, i32)) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    fn inside(&self, outer: &Self) -> bool {
        self.left >= outer.left
            && self.right <= outer.right
            && self.top >= outer.top
            && self.bottom <= outer.bottom
    }
}

/// A place that a label would like: the centre of its frame, and how much it minds.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wish {
    pub centre: (i32, i32),
    pub cost: i32,
}

/// What labels should not cover.
#[derive(Debug, Default)]
pub(super) struct Obstacles {
    /// Points along curves and rules.
    pub lines: Vec<(i32, i32)>,
    /// Points along the lines at 0.
    pub zero_lines: Vec<(i32, i32)>,
    /// Emphasised points.
    pub dots: Vec<(i32, i32)>,
    /// Blocks, and labels that have found their place.
    pub frames: Vec<Frame>,
}

/// Covering a point of a line at 0 is unwelcome, of another line bad, a dot worse, another label worst.
const ZERO_LINE: i32 = 2;
const LINE: i32 = 12;
const DOT: i32 = 120;
const FRAME: i32 = 2_000;
/// How near a line may come to a label from above or below.
const AIR: i32 = 16;
/// From this cost on the label covers another one, a dot, or a line along much of its length.
const CROWDED: i32 = 170;

/// Where a label of this size went: its frame, and whether it had to cover something.
pub(super) struct Place {
    pub frame: Frame,
    pub crowded: bool,
}

impl Obstacles {
    /// Puts a label of `size` at the cheapest of its wishes inside `outer`, and keeps others from covering it.
    pub(super) fn place(&mut self, size: (i32, i32), wishes: &[Wish], outer: &Frame) -> Option<Place> {
        let mut cheapest: Option<(Frame, i32)> = None;
        for wish in wishes {
            let frame = around(wish.centre, size);
            let bound = cheapest.map_or(i32::MAX, |(_, cost)| cost);
            // What is too far already need not be asked what it covers.
            if wish.cost < bound && frame.inside(outer) {
                let cost = wish.cost + self.cost(&frame, AIR);
                if cost < bound {
                    cheapest = Some((frame, cost));
                }
            }
        }
        let (frame, _) = cheapest?;
        // What a line comes near to is not covered.
        let crowded = self.cost(&frame, 0) >= CROWDED;
        self.frames.push(frame);
        Some(Place { frame, crowded })
    }

    /// What a label in this frame covers, with so much air above and below it.
    fn cost(&self, frame: &Frame, air: i32) -> i32 {
        let airy = Frame { top: frame.top - air, bottom: frame.bottom + air, ..*frame };
        let covered =
            |points: &[(i32, i32)]| points.iter().filter(|&&point| airy.holds(point)).count() as i32;
        let overlapped = self.frames.iter().filter(|other| frame.overlaps(other)).count() as i32;
        let lines = ZERO_LINE * covered(&self.zero_lines) + LINE * covered(&self.lines);
        lines + DOT * covered(&self.dots) + FRAME * overlapped
    }
}

fn around((x, y): (i32, i32), (width, height): (i32, i32)) -> Frame {
    let (left, top) = (x - width / 2, y - height / 2);
    Frame { left, top, right: left + width, bottom: top + height }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTER: Frame = Frame { left: 0, top: 0, right: 1000, bottom: 1000 };

    fn wish(x: i32, y: i32, cost: i32) -> Wish {
        Wish { centre: (x, y), cost }
    }

    #[test]
    fn the_second_label_makes_way_for_the_first() {
        let mut obstacles = Obstacles::default();
        let wishes = [wish(500, 500, 0), wish(500, 700, 5)];
        let first = obstacles.place((100, 50), &wishes, &OUTER).unwrap();
        let second = obstacles.place((100, 50), &wishes, &OUTER).unwrap();
        assert!(!first.frame.overlaps(&second.frame));
        assert!(!second.crowded);
        assert!(obstacles.place((100, 50), &wishes, &OUTER).unwrap().crowded);
    }

    #[test]
    fn a_label_that_fits_nowhere_has_no_place() {
        assert!(Obstacles::default().place((100, 50), &[wish(20, 20, 0)], &OUTER).is_none());
    }

    #[test]
    fn a_label_keeps_away_from_a_line_that_it_would_not_cover() {
        let mut obstacles =
            Obstacles { lines: (450..550).map(|x| (x, 530)).collect(), ..Obstacles::default() };
        let wishes = [wish(500, 500, 0), wish(500, 600, 3)];
        assert_eq!(obstacles.place((100, 50), &wishes, &OUTER).unwrap().frame.top, 575);
        let place = obstacles.place((100, 50), &wishes[..1], &OUTER).unwrap();
        assert!(!place.crowded);
    }

    #[test]
    fn a_label_prefers_not_to_cover_a_line() {
        let mut obstacles = Obstacles { lines: vec![(500, 500)], ..Obstacles::default() };
        let place = obstacles.place((100, 50), &[wish(500, 500, 0), wish(500, 600, 3)], &OUTER).unwrap();
        assert_eq!(place.frame.top, 575);
    }
}
