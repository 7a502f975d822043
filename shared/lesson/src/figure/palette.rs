//! The one palette of the book.

use nn::Activation;
use plotters::style::RGBColor;

/// A colour by its role. The hues are those of Okabe and Ito (2008), which colour-blind readers can tell apart.
///
/// A figure names colours as CSS variables, `--figure-blue` and so on, with the values given here as fallback for
/// a light ground; the book's style sheet sets the variables for dark themes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Text and axes.
    Ink,
    /// Secondary text.
    Muted,
    /// Grid lines.
    Grid,
    /// The ground.
    Paper,
    /// Okabe-Ito blue.
    Blue,
    /// Okabe-Ito orange.
    Orange,
    /// Okabe-Ito bluish green.
    Green,
    /// Okabe-Ito vermillion.
    Vermillion,
    /// Okabe-Ito sky blue.
    Sky,
    /// Okabe-Ito reddish purple.
    Purple,
    /// Okabe-Ito yellow, darkened so that lines show on a light ground.
    Yellow,
}

impl Ink {
    /// Every colour.
    pub const ALL: [Self; 11] = [
        Self::Ink,
        Self::Muted,
        Self::Grid,
        Self::Paper,
        Self::Blue,
        Self::Orange,
        Self::Green,
        Self::Vermillion,
        Self::Sky,
        Self::Purple,
        Self::Yellow,
    ];

    /// The hues in the order in which a chart with several series uses them.
    pub const SERIES: [Self; 7] =
        [Self::Blue, Self::Vermillion, Self::Green, Self::Orange, Self::Purple, Self::Sky, Self::Yellow];

    /// The colour of the `index`-th series; hues repeat after the seventh.
    pub fn series(index: usize) -> Self {
        Self::SERIES[index % Self::SERIES.len()]
    }

    /// The end of the CSS variable's name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ink => "ink",
            Self::Muted => "muted",
            Self::Grid => "grid",
            Self::Paper => "paper",
            Self::Blue => "blue",
            Self::Orange => "orange",
            Self::Green => "green",
            Self::Vermillion => "vermillion",
            Self::Sky => "sky",
            Self::Purple => "purple",
            Self::Yellow => "yellow",
        }
    }

    /// Red, green and blue on a light ground.
    pub fn light(self) -> (u8, u8, u8) {
        match self {
            Self::Ink => (0x24, 0x29, 0x2f),
            Self::Muted => (0x57, 0x60, 0x6a),
            Self::Grid => (0xdf, 0xe3, 0xe8),
            Self::Paper => (0xff, 0xff, 0xff),
            Self::Blue => (0x00, 0x72, 0xb2),
            Self::Orange => (0xb8, 0x6e, 0x00),
            Self::Green => (0x00, 0x85, 0x61),
            Self::Vermillion => (0xc8, 0x4c, 0x00),
            Self::Sky => (0x2a, 0x86, 0xc0),
            Self::Purple => (0xb0, 0x4f, 0x86),
            Self::Yellow => (0x8a, 0x7d, 0x00),
        }
    }

    /// The colour as CSS: the variable and its fallback.
    pub(super) fn css(self) -> String {
        let (r, g, b) = self.light();
        format!("var(--figure-{},#{r:02x}{g:02x}{b:02x})", self.name())
    }

    /// plotters knows colours by value only; this is the value that stands for the role.
    pub(super) fn rgb(self) -> RGBColor {
        let (r, g, b) = self.light();
        RGBColor(r, g, b)
    }

    /// The role that a value stands for.
    pub(super) fn from_rgb(rgb: (u8, u8, u8)) -> Self {
        Self::ALL.into_iter().find(|ink| ink.light() == rgb).unwrap_or(Self::Ink)
    }
}

/// The colour that an activation has in the whole book; kin share theirs, and a dash or a label tells them apart.
impl From<Activation> for Ink {
    fn from(activation: Activation) -> Self {
        match activation {
            Activation::Step { .. } => Self::Purple,
            Activation::Linear => Self::Muted,
            Activation::Sigmoid | Activation::HardSigmoid | Activation::LogSigmoid => Self::Vermillion,
            Activation::Tanh => Self::Green,
            Activation::Relu { .. } => Self::Blue,
            Activation::LeakyRelu { .. } | Activation::PRelu { .. } | Activation::Softplus => Self::Sky,
            Activation::Elu { .. } | Activation::Selu => Self::Orange,
            Activation::Gelu
            | Activation::GeluTanh
            | Activation::Silu
            | Activation::Mish
            | Activation::HardSwish => Self::Yellow,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_survives_the_way_through_plotters() {
        for ink in Ink::ALL {
            let RGBColor(r, g, b) = ink.rgb();
            assert_eq!(Ink::from_rgb((r, g, b)), ink);
        }
    }
}
