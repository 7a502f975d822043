//! The shapes that tell the dots of one series from those of another, where colour alone would not.

/// The shape of every dot of a scatter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Glyph {
    /// A filled dot.
    Disc,
    /// An open dot.
    Ring,
    /// A filled triangle that stands on a side.
    Triangle,
    /// Two strokes that cross aslant.
    Cross,
    /// A filled square.
    Square,
    /// Two strokes that cross upright.
    Plus,
    /// An open square that stands on a corner.
    Diamond,
}

/// A corner or an end of a stroke, in hundredths of the radius: to the right, and down.
type Corner = (i32, i32);

impl Glyph {
    /// The shapes in the order in which a chart with several series uses them.
    pub const SERIES: [Self; 7] =
        [Self::Disc, Self::Ring, Self::Triangle, Self::Cross, Self::Square, Self::Plus, Self::Diamond];

    /// The shape of the `index`-th series; shapes repeat after the seventh, as colours do.
    pub fn series(index: usize) -> Self {
        Self::SERIES[index % Self::SERIES.len()]
    }

    /// So many of them, in words.
    pub(super) fn counted(self, count: usize) -> String {
        let (name, more) = match self {
            Self::Disc => ("dot", "s"),
            Self::Ring => ("ring", "s"),
            Self::Triangle => ("triangle", "s"),
            Self::Cross => ("cross", "es"),
            Self::Square => ("square", "s"),
            Self::Plus => ("plus sign", "s"),
            Self::Diamond => ("diamond", "s"),
        };
        format!("{count} {name}{}", if count == 1 { "" } else { more })
    }

    /// Whether it is filled, rather than drawn with a pen.
    pub(super) fn is_filled(self) -> bool {
        matches!(self, Self::Disc | Self::Triangle | Self::Square)
    }

    /// What the pen draws, or the corners of what is filled; nothing for those that are round.
    pub(super) fn strokes(self) -> &'static [&'static [Corner]] {
        match self {
            Self::Disc | Self::Ring => &[],
            Self::Triangle => &[&[(0, -125), (115, 75), (-115, 75)]],
            Self::Cross => &[&[(-85, -85), (85, 85)], &[(-85, 85), (85, -85)]],
            Self::Square => &[&[(-90, -90), (90, -90), (90, 90), (-90, 90)]],
            Self::Plus => &[&[(-110, 0), (110, 0)], &[(0, -110), (0, 110)]],
            Self::Diamond => &[&[(0, -115), (115, 0), (0, 115), (-115, 0), (0, -115)]],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Axis, Ink, Panel, Scatter};

    #[test]
    fn each_shape_is_one_path_of_its_own() {
        let drawn = Glyph::SERIES.map(|glyph| {
            let points = vec![(0.25, 0.5), (0.75, 0.5)];
            let scatter = Scatter { label: String::new(), ink: Ink::Blue, radius: 1.0, points };
            let panel = Panel::new(Axis::new("x", 0.0..=1.0), Axis::new("y", 0.0..=1.0));
            let svg = crate::figure::draw::inline(&panel.with(scatter.shaped(glyph)));
            let paths: Vec<&str> = svg.split("<path").filter(|path| path.contains("--figure-blue")).collect();
            assert_eq!(paths.len(), 1, "{glyph:?}");
            paths[0].to_owned()
        });
        for (index, shape) in drawn.iter().enumerate() {
            assert!(!drawn[..index].contains(shape), "{:?}", Glyph::SERIES[index]);
        }
    }
}
