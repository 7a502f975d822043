//! The elementwise activations: one list, and what can be done with each member.

mod curve;
mod elementwise;
mod elu;
mod gelu;
mod gelu_tanh;
mod hard;
mod leaky_relu;
mod linear;
mod mish;
mod relu;
mod sigmoid;
mod silu;
mod softplus;
mod step;
mod tanh;

use ndarray::{Array, ArrayRef, Dimension};

use crate::wide::WIDE;
use crate::{Error, Fault, Real};
use curve::{Curve, InF64};
use std::str::FromStr;

/// An elementwise activation with its parameters.
///
/// All of them keep NaN, and with finite parameters none makes NaN of a number, but for leaky ReLU and PReLU with a slope
/// of 0, which make NaN of -∞. Values and slopes at the edges, as `f32`; a slope that is 0 may have either sign, and where
/// it has a corner at 0, the left side's counts, except where a parameter says otherwise:
///
/// | | f(-∞) | f(-0) | f(0) | f(∞) | f′(-∞) | f′(0) | f′(∞) |
/// | --- | --- | --- | --- | --- | --- | --- | --- |
/// | step | 0 | `at_zero` | `at_zero` | 1 | 0 | 0 | 0 |
/// | linear | -∞ | -0 | 0 | ∞ | 1 | 1 | 1 |
/// | sigmoid | 0 | ½ | ½ | 1 | 0 | ¼ | 0 |
/// | tanh | -1 | -0 | 0 | 1 | 0 | 1 | 0 |
/// | ReLU | 0 | 0 | 0 | ∞ | 0 | `slope_at_zero` | 1 |
/// | leaky ReLU, PReLU | -∞ | -0 | 0 | ∞ | `slope` | `slope` | 1 |
/// | ELU | -α | -0 | 0 | ∞ | 0 | α | 1 |
/// | SELU | -1.7581 | -0 | 0 | ∞ | 0 | 1.7581 | 1.0507 |
/// | GELU, its approximation, SiLU, Mish | -0 | -0 | 0 | ∞ | 0 | ½ (Mish 0.6) | 1 |
/// | softplus | 0 | ln 2 | ln 2 | ∞ | 0 | ½ | 1 |
/// | hard sigmoid | 0 | ½ | ½ | 1 | 0 | ⅙ | 0 |
/// | hard swish | -0 | -0 | 0 | ∞ | 0 | ½ | 1 |
/// | log-sigmoid | -∞ | -ln 2 | -ln 2 | -0 | 1 | ½ | 0 |
///
/// Subnormal numbers are numbers like any other, going in and coming out. How far each function is from the
/// true value over all 2³² `f32` is in the crate's table of accuracy.
///
/// ```
/// use ndarray::array;
/// use nn::Activation;
///
/// let relu = Activation::Relu { slope_at_zero: 0.0 };
/// assert_eq!(relu.forward(&array![-1.0, 0.0, 2.0]), array![0.0, 0.0, 2.0]);
/// assert_eq!(relu.backward(&array![-1.0, 0.0, 2.0], &array![5.0, 5.0, 5.0])?, array![0.0, 0.0, 5.0]);
/// # Ok::<(), nn::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Activation {
    /// 1 for x > 0, 0 for x < 0; range {0, 1}. The derivative is 0, so nothing before it learns.
    ///
    /// The value at 0 is a convention: Rosenblatt's and McCulloch and Pitts' units fire there or not as their
    /// threshold is written (≥ or >), half the jump is Heaviside's own, and NumPy's `heaviside` makes the
    /// caller choose. McCulloch and Pitts (1943).
    Step {
        /// The value at ±0: 0, ½ or 1.
        at_zero: f64,
    },
    /// x; range ℝ. A network of nothing but these is one affine map.
    Linear,
    /// σ(x) = 1 / (1 + e⁻ˣ); range (0, 1). Verhulst (1845); as an activation, Rumelhart, Hinton and Williams
    /// (1986).
    ///
    /// In floating point it reaches 1, from x = 36.74 (`f32`: 17.33, being rounded once), and 0, below -745.14 (-103.98).
    Sigmoid,
    /// tanh x = 2σ(2x) - 1; range (-1, 1). LeCun et al., "Efficient BackProp" (1998).
    Tanh,
    /// max(0, x); range [0, ∞). Fukushima (1969); Nair and Hinton (2010).
    ///
    /// At its corner any slope from 0 to 1 is a subgradient. Most code takes 0 (PyTorch, TensorFlow, JAX),
    /// some 1; ½ is what `maximum(x, 0)` gives in PyTorch. Bertoin et al. (2021) compare them: in low
    /// precision it matters, and 0 trains best.
    Relu {
        /// The slope at ±0: 0, ½ or 1.
        slope_at_zero: f64,
    },
    /// x for x > 0, `slope` · x otherwise; range ℝ. Maas, Hannun and Ng (2013).
    LeakyRelu {
        /// The slope left of 0, and at it.
        slope: f64,
    },
    /// Leaky ReLU whose slope is learned: see [`layer::PRelu`](crate::layer::PRelu). He et al. (2015).
    PRelu {
        /// The slope left of 0, and at it.
        slope: f64,
    },
    /// x for x > 0, α(eˣ - 1) otherwise; range (-α, ∞). Clevert, Unterthiner and Hochreiter (2015).
    Elu {
        /// How far down it reaches.
        alpha: f64,
    },
    /// λ times ELU with the α and λ that keep mean 0 and variance 1 from layer to layer; range (-1.7581, ∞).
    /// Klambauer et al. (2017).
    Selu,
    /// x Φ(x), Φ the normal distribution function; range [-0.16998, ∞). Hendrycks and Gimpel (2016).
    ///
    /// In `f64` the last digits of the tail are lost below x = -37.5, where Φ is subnormal.
    Gelu,
    /// ½x(1 + tanh(√(2/π)(x + 0.044715x³))), within 0.0005 of GELU; range [-0.17005, ∞). Hendrycks and Gimpel
    /// (2016).
    ///
    /// In `f64` the relative error of the tail grows with the exponent, to some 1700 ulp at x = -21.
    GeluTanh,
    /// x σ(x), also called Swish; range [-0.27847, ∞). Elfwing, Uchibe and Doya (2017); Ramachandran, Zoph
    /// and Le (2017).
    Silu,
    /// ln(1 + eˣ), a smooth ReLU; range (0, ∞). Dugas et al. (2001).
    Softplus,
    /// x tanh(softplus(x)); range [-0.30885, ∞). Misra (2019).
    Mish,
    /// (x + 3) / 6 cut off at 0 and 1; range [0, 1]. The slope is 0 at both corners, as in PyTorch. Courbariaux,
    /// Bengio and David (2015), with Howard et al.'s (2019) constants.
    HardSigmoid,
    /// x times the hard sigmoid; range [-⅜, ∞). The slope is 0 at -3 and 1 at 3, as in PyTorch. Howard et al.
    /// (2019).
    HardSwish,
    /// ln σ(x) = -softplus(-x); range (-∞, 0).
    LogSigmoid,
}

/// Runs an expression with `$curve` being the activation's own type, so that loops know their function.
macro_rules! with_curve {
    ($activation:expr, $curve:ident => $body:expr) => {
        match $activation {
            Activation::Step { at_zero } => with_curve!(@ step::Step { at_zero }, $curve => $body),
            Activation::Linear => with_curve!(@ linear::Linear, $curve => $body),
            Activation::Sigmoid => with_curve!(@ InF64(sigmoid::Sigmoid), $curve => $body),
            Activation::Tanh => with_curve!(@ InF64(tanh::Tanh), $curve => $body),
            Activation::Relu { slope_at_zero } => with_curve!(@ relu::Relu { slope_at_zero }, $curve => $body),
            Activation::LeakyRelu { slope } | Activation::PRelu { slope } => {
                with_curve!(@ leaky_relu::LeakyRelu { slope }, $curve => $body)
            }
            Activation::Elu { alpha } => with_curve!(@ InF64(elu::Elu { scale: 1.0, alpha }), $curve => $body),
            Activation::Selu => with_curve!(@ InF64(elu::SELU), $curve => $body),
            Activation::Gelu => with_curve!(@ InF64(gelu::Gelu), $curve => $body),
            Activation::GeluTanh => with_curve!(@ InF64(gelu_tanh::GeluTanh), $curve => $body),
            Activation::Silu => with_curve!(@ InF64(silu::Silu), $curve => $body),
            Activation::Softplus => with_curve!(@ InF64(softplus::Softplus), $curve => $body),
            Activation::Mish => with_curve!(@ InF64(mish::Mish), $curve => $body),
            Activation::HardSigmoid => with_curve!(@ InF64(hard::HardSigmoid), $curve => $body),
            Activation::HardSwish => with_curve!(@ InF64(hard::HardSwish), $curve => $body),
            Activation::LogSigmoid => with_curve!(@ InF64(softplus::LogSigmoid), $curve => $body),
        }
    };
    (@ $value:expr, $curve:ident => $body:expr) => {{
        let $curve = $value;
        $body
    }};
}

/// One number: f(x).
pub fn value<F: Real>(activation: Activation, x: F) -> F {
    with_curve!(activation, curve => curve.value(x))
}

/// One number: f′(x).
pub fn slope<F: Real>(activation: Activation, x: F) -> F {
    with_curve!(activation, curve => curve.slope(x))
}

/// Many numbers: f(x).
pub fn forward<F: Real>(activation: Activation, x: &[F], y: &mut [F]) {
    if WIDE {
        with_curve!(activation, curve => elementwise::forward(curve, x, y));
    } else if let Activation::Relu { slope_at_zero } = activation {
        // The one that most networks have, and so cheap that choosing it anew for each number would take longer.
        elementwise::forward(relu::Relu { slope_at_zero }, x, y);
    } else {
        elementwise::forward(activation, x, y);
    }
}

/// Many numbers: f′(x) times the upstream gradient.
pub fn backward<F: Real>(activation: Activation, x: &[F], upstream: &[F], downstream: &mut [F]) {
    if WIDE {
        with_curve!(activation, curve => elementwise::backward(curve, x, upstream, downstream));
    } else if let Activation::Relu { slope_at_zero } = activation {
        elementwise::backward(relu::Relu { slope_at_zero }, x, upstream, downstream);
    } else {
        elementwise::backward(activation, x, upstream, downstream);
    }
}

/// The curve that is looked up at every number: slower in a loop, but one loop does for all.
impl Curve for Activation {
    fn value<F: Real>(self, x: F) -> F {
        F::value(self, x)
    }

    fn slope<F: Real>(self, x: F) -> F {
        F::slope(self, x)
    }
}

/// The ReLU whose slope at 0 is 0, as in most libraries.
pub const RELU: Activation = Activation::Relu { slope_at_zero: 0.0 };

/// Reads a [`name`](Activation::name), as a reader types it.
impl FromStr for Activation {
    type Err = Error;

    fn from_str(name: &str) -> Result<Self, Error> {
        Self::named(name).ok_or_else(|| Error::of(Fault::Name))
    }
}

impl Activation {
    /// Every activation, with its usual parameters: the list that tests, pages and controls go through.
    pub const ALL: [Self; 17] = [
        Self::Step { at_zero: 0.0 },
        Self::Linear,
        Self::Sigmoid,
        Self::Tanh,
        RELU,
        Self::LeakyRelu { slope: 0.01 },
        Self::PRelu { slope: 0.25 },
        Self::Elu { alpha: 1.0 },
        Self::Selu,
        Self::Gelu,
        Self::GeluTanh,
        Self::Silu,
        Self::Softplus,
        Self::Mish,
        Self::HardSigmoid,
        Self::HardSwish,
        Self::LogSigmoid,
    ];

    /// The name a reader types and a file carries: lower case, words joined by hyphens.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Step { .. } => "step",
            Self::Linear => "linear",
            Self::Sigmoid => "sigmoid",
            Self::Tanh => "tanh",
            Self::Relu { .. } => "relu",
            Self::LeakyRelu { .. } => "leaky-relu",
            Self::PRelu { .. } => "prelu",
            Self::Elu { .. } => "elu",
            Self::Selu => "selu",
            Self::Gelu => "gelu",
            Self::GeluTanh => "gelu-tanh",
            Self::Silu => "silu",
            Self::Softplus => "softplus",
            Self::Mish => "mish",
            Self::HardSigmoid => "hard-sigmoid",
            Self::HardSwish => "hard-swish",
            Self::LogSigmoid => "log-sigmoid",
        }
    }

    /// The name that prose has for it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Relu { .. } => "ReLU",
            Self::LeakyRelu { .. } => "leaky ReLU",
            Self::PRelu { .. } => "PReLU",
            Self::Elu { .. } => "ELU",
            Self::Selu => "SELU",
            Self::Gelu => "GELU",
            Self::GeluTanh => "GELU by tanh",
            Self::Silu => "SiLU",
            Self::Mish => "Mish",
            Self::HardSigmoid => "hard sigmoid",
            Self::HardSwish => "hard swish",
            Self::LogSigmoid => "log-sigmoid",
            Self::Step { .. } | Self::Linear | Self::Sigmoid | Self::Tanh | Self::Softplus => self.name(),
        }
    }

    /// The member of [`ALL`](Self::ALL) with this [`name`](Self::name).
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|activation| activation.name() == name)
    }

    /// f(x): one entry of [`forward`](Self::forward), the same bits.
    #[must_use]
    pub fn value<F: Real>(self, x: F) -> F {
        F::value(self, x)
    }

    /// f′(x): one entry of [`backward`](Self::backward) for an upstream gradient of 1, the same bits.
    #[must_use]
    pub fn slope<F: Real>(self, x: F) -> F {
        F::slope(self, x)
    }

    /// f of every pre-activation.
    pub fn forward<F: Real, D: Dimension>(self, x: &ArrayRef<F, D>) -> Array<F, D> {
        let mut y = Array::zeros(x.raw_dim());
        elementwise::forward_into(self, x, &mut y);
        y
    }

    /// f of every pre-activation, into a given array.
    ///
    /// # Errors
    /// [`Fault::Shape`] if `y` has another shape than `x`.
    pub fn forward_into<F: Real, D: Dimension>(
        self,
        x: &ArrayRef<F, D>,
        y: &mut ArrayRef<F, D>,
    ) -> Result<(), Error> {
        Error::unless_equal("the output", x.shape(), y.shape())?;
        elementwise::forward_into(self, x, y);
        Ok(())
    }

    /// The gradient of a loss with respect to the pre-activations `x`: f′(x) times the upstream gradient,
    /// entry by entry.
    ///
    /// # Errors
    /// [`Fault::Shape`] if the two have different shapes.
    pub fn backward<F: Real, D: Dimension>(
        self,
        x: &ArrayRef<F, D>,
        upstream: &ArrayRef<F, D>,
    ) -> Result<Array<F, D>, Error> {
        let mut downstream = Array::zeros(x.raw_dim());
        self.backward_into(x, upstream, &mut downstream)?;
        Ok(downstream)
    }

    /// As [`backward`](Self::backward), into a given array.
    ///
    /// # Errors
    /// [`Fault::Shape`] if the three do not have the same shape.
    pub fn backward_into<F: Real, D: Dimension>(
        self,
        x: &ArrayRef<F, D>,
        upstream: &ArrayRef<F, D>,
        downstream: &mut ArrayRef<F, D>,
    ) -> Result<(), Error> {
        Error::unless_equal("the upstream gradient", x.shape(), upstream.shape())?;
        Error::unless_equal("the downstream gradient", x.shape(), downstream.shape())?;
        elementwise::backward_into(self, x, upstream, downstream);
        Ok(())
    }
}
