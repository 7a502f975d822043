//! The places of the page, one click away.

use crate::family::bottom;
use crate::forgets::first_one;
use crate::tanh::crossing;
use lesson::explore::Preset;
use nn::Activation;
use nn::search::first;

pub(super) fn places() -> Vec<Preset> {
    let at = |label: &str, pair: &str, x: f64| Preset::new(label, format!("{pair}&x={x}"));
    let (sigmoid, tanh) = (Activation::Sigmoid, Activation::Tanh);
    let lost = first_one(|x: f64| sigmoid.value(x));
    let percent = first(0.0, 10.0, |x| tanh.slope(x) <= 0.01);
    vec![
        at("the sigmoid, where it is steepest", "f=sigmoid&g=none", 0.0),
        at("the sigmoid, from where on it is 1 in 64 bits", "f=sigmoid&g=none&reach=40", lost),
        at("tanh, where 1 percent of its slope is left", "f=tanh&g=none", percent),
        at("tanh and the sigmoid, equally steep", "f=tanh&g=sigmoid", crossing()),
        at("the step at its jump, with one half", "f=step&g=none&step=0.5&reach=2", 0.0),
        at("ReLU at its corner", "f=relu&g=none&reach=2", 0.0),
        at("leaky ReLU, where ReLU is flat", "f=leaky-relu&g=relu", -2.0),
        at("SELU and ELU, a corner and none", "f=selu&g=elu&reach=2", 0.0),
        at("ELU with a floor at -2, and its corner", "f=elu&g=none&alpha=2", 0.0),
        at("GELU at the bottom of its dip", "f=gelu&g=none&reach=2", bottom(Activation::Gelu)),
        at("SiLU at the bottom of its dip", "f=silu&g=hard-swish", bottom(Activation::Silu)),
        at("GELU and its form with tanh, and the error", "f=gelu&g=gelu-tanh", -2.3),
    ]
}
