//! The entries, one for each activation.

use lesson::figure::Dash;
use nn::Activation;

use super::entry::{End, Entry, Range};

/// What most entries have in common.
const COMMON: Entry = Entry {
    dash: Dash::Solid,
    formula: "",
    question: "",
    range: Range::Between(End::Limit, End::Limit),
    breaks: &[],
    original: None,
    cost: "",
    used: "",
};

pub(super) const STEP: Entry = Entry {
    formula: "1 if x > 0, else 0",
    question: "Does it say more than yes or no?",
    range: Range::TwoValues,
    breaks: &[0.0],
    cost: "a comparison",
    used: "binary and spiking networks, trained with a borrowed slope",
    ..COMMON
};

pub(super) const LINEAR: Entry = Entry {
    formula: "x",
    question: "What if nothing is done?",
    cost: "nothing",
    used: "outputs of regression",
    ..COMMON
};

pub(super) const SIGMOID: Entry = Entry {
    formula: "1 / (1 + e⁻ˣ)",
    question: "How does any number become a share of 1?",
    cost: "an exponential, an addition, a division",
    used: "yes-or-no and multi-label outputs; gates of LSTM and GRU",
    ..COMMON
};

pub(super) const TANH: Entry = Entry {
    formula: "(eˣ − e⁻ˣ) / (eˣ + e⁻ˣ)",
    question: "How does any number become one between −1 and 1?",
    cost: "an exponential less 1, an addition, a division",
    used: "states of LSTM and GRU; bounded outputs, such as pixels",
    ..COMMON
};

pub(super) const RELU: Entry = Entry {
    formula: "max(0, x)",
    question: "How little bend is enough?",
    range: Range::Between(End::Attained, End::Limit),
    breaks: &[0.0],
    cost: "a comparison",
    used: "hidden layers: convolutional networks such as ResNet, perceptrons",
    ..COMMON
};

pub(super) const LEAKY_RELU: Entry = Entry {
    formula: "x if x > 0, else 0.01 x",
    question: "What if the left side leaks a little?",
    breaks: &[0.0],
    cost: "a comparison, a multiplication",
    used: "discriminators of GANs; YOLOv3 (with slope 0.1)",
    ..COMMON
};

pub(super) const PRELU: Entry = Entry {
    dash: Dash::Dashed,
    formula: "x if x > 0, else a x, a learned (from 0.25)",
    question: "What if the network chooses the leak?",
    breaks: &[0.0],
    cost: "a comparison, a multiplication, a weight to learn",
    used: "super-resolution of images (SRGAN)",
    ..COMMON
};

pub(super) const ELU: Entry = Entry {
    formula: "x if x > 0, else eˣ − 1",
    question: "What if the left side bends to a floor?",
    cost: "a comparison, an exponential less 1",
    used: "audio codecs (EnCodec)",
    ..COMMON
};

pub(super) const SELU: Entry = Entry {
    dash: Dash::Dashed,
    formula: "1.0507 x if x > 0, else 1.7581 (eˣ − 1)",
    question: "Which scale keeps a signal's mean and variance?",
    breaks: &[0.0],
    cost: "a comparison, an exponential less 1, a multiplication",
    used: "deep perceptrons without normalisation layers",
    ..COMMON
};

pub(super) const GELU: Entry = Entry {
    formula: "x Φ(x), Φ the normal distribution",
    question: "What if a gate opens with the normal distribution?",
    range: Range::Between(End::Dip, End::Limit),
    cost: "the error function, an addition, two multiplications",
    used: "transformers: BERT as first published, Whisper; PyTorch's default form",
    ..COMMON
};

pub(super) const GELU_TANH: Entry = Entry {
    dash: Dash::Dashed,
    formula: "½x (1 + tanh(0.7979 (x + 0.044715 x³)))",
    question: "Does a cheaper GELU do?",
    range: Range::Between(End::Dip, End::Limit),
    original: Some(Activation::Gelu),
    cost: "a cube, an exponential, a division",
    used: "transformers: GPT-2, Gemma, the later code of BERT; JAX's default form",
    ..COMMON
};

pub(super) const SILU: Entry = Entry {
    formula: "x sigmoid(x)",
    question: "What if the sigmoid is the gate?",
    range: Range::Between(End::Dip, End::Limit),
    cost: "a sigmoid, a multiplication",
    used: "EfficientNet, YOLOv5; the gate of SwiGLU in Llama",
    ..COMMON
};

pub(super) const SOFTPLUS: Entry = Entry {
    formula: "ln(1 + eˣ)",
    question: "What is a ReLU with a rounded corner?",
    cost: "an exponential, a logarithm",
    used: "numbers that must be positive: variances, Mamba's time step",
    ..COMMON
};

pub(super) const MISH: Entry = Entry {
    formula: "x tanh(ln(1 + eˣ))",
    question: "What if the gate is tanh of softplus?",
    range: Range::Between(End::Dip, End::Limit),
    cost: "an exponential, four multiplications, a division",
    used: "the backbone of YOLOv4",
    ..COMMON
};

pub(super) const HARD_SIGMOID: Entry = Entry {
    dash: Dash::Dashed,
    formula: "(x + 3) / 6, cut off at 0 and 1",
    question: "Does a sigmoid drawn with a ruler do?",
    range: Range::Between(End::Attained, End::Attained),
    breaks: &[-3.0, 3.0],
    original: Some(Activation::Sigmoid),
    cost: "two comparisons, an addition, a division",
    used: "gates in MobileNetV3, on phones",
};

pub(super) const HARD_SWISH: Entry = Entry {
    dash: Dash::Dashed,
    formula: "x times the hard sigmoid",
    question: "Does a SiLU without an exponential do?",
    range: Range::Between(End::Dip, End::Limit),
    breaks: &[-3.0, 3.0],
    original: Some(Activation::Silu),
    cost: "a hard sigmoid, a multiplication",
    used: "the deep half of MobileNetV3, on phones",
};

pub(super) const LOG_SIGMOID: Entry = Entry {
    dash: Dash::Dotted,
    formula: "ln sigmoid(x)",
    question: "What is the logarithm of a share?",
    cost: "an exponential, a logarithm",
    used: "losses: cross-entropy from logits, preference training (DPO)",
    ..COMMON
};
