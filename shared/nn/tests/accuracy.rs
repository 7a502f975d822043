//! The f64 forms against values of 75 digits, rounded.

mod support;

use nn::Activation;
use nn::elementary as e;
use support::{judge, rows, ulps};

/// (function, x, value, what the value lacks, slope)
fn exact() -> Vec<(&'static str, f64, f64, f64, f64)> {
    let number = |field: &str| field.parse::<f64>().expect("a number");
    let rows = rows(include_str!("data/exact.csv")).into_iter();
    rows.map(|row| (row[0], number(row[1]), number(row[2]), number(row[3]), number(row[4]))).collect()
}

/// The f64 form of this name; logarithms and powers are asked for the absolute value.
fn form(name: &str) -> Box<dyn Fn(f64) -> f64> {
    if let Some(activation) = Activation::named(name) {
        return Box::new(move |x| activation.value(x));
    }
    Box::new(match name {
        "exp" => e::exp,
        "expm1" => e::expm1,
        "tanh" => e::tanh,
        "sin" => e::sin,
        "cos" => e::cos,
        "erf" => e::erf,
        "ln" => |x: f64| e::ln(x.abs()),
        "ln1p" => |x: f64| e::ln1p(x.abs()),
        "log10" => |x: f64| e::log10(x.abs()),
        "powf" => |x: f64| e::powf(x.abs(), 1.3),
        _ => panic!("{name} has no form here"),
    })
}

/// Whatever moves a figure belongs into the table, as the failing test has it.
#[test]
fn double_precision_is_as_far_off_as_documented() {
    let mut worst: Vec<(&str, [f64; 2])> = Vec::new();
    for (name, x, value, rest, _) in exact() {
        if worst.last().is_none_or(|(last, _)| *last != name) {
            worst.push((name, [0.0; 2]));
        }
        let (_, ranges) = worst.last_mut().expect("it was pushed");
        let range = &mut ranges[usize::from(x.abs() > 20.0)];
        *range = e::maximum(*range, ulps(form(name)(x), value, rest));
    }
    let row = |(name, [near, far]): &(&str, [f64; 2])| format!("| `{name}` | {near:.2} | {far:.2} |\n");
    let table: String = worst.iter().map(row).collect();
    let documented = include_str!("../docs/accuracy.md").replace("\r\n", "\n");
    assert!(documented.contains(&table), "docs/accuracy.md should say\n{table}");
}

#[test]
fn slopes() {
    let error = |(function, x, _, _, slope): (&str, f64, f64, f64, f64)| {
        Activation::named(function).map_or(0.0, |activation| (activation.slope(x) - slope).abs())
    };
    judge("slope error", e::largest(exact().into_iter().map(error)));
}

/// The f32 forms are the f64 forms, rounded, on nearly every input: here on a million of all scales.
#[test]
fn single_precision_is_rounded_once() {
    for activation in Activation::ALL {
        // Leaky ReLU multiplies by a slope that is itself rounded to f32, as PyTorch does.
        let wide = match activation {
            Activation::LeakyRelu { slope } => Activation::LeakyRelu { slope: f64::from(slope as f32) },
            other => other,
        };
        let rounded = |x: f32| wide.value(f64::from(x)) as f32;
        let differs = |x: &f32| !x.is_nan() && activation.value(*x).to_bits() != rounded(*x).to_bits();
        let scales = (0..=u32::MAX).step_by(4_297).map(f32::from_bits);
        assert_eq!(scales.filter(differs).count(), 0, "{activation:?}");
    }
}

/// So are the elementary functions that have a form of their own for f32.
#[test]
fn elementary_single_precision_is_rounded_once() {
    type Both = (&'static str, fn(f32) -> f32, fn(f64) -> f64);
    let functions: [Both; 3] =
        [("exp", e::exp, e::exp), ("expm1", e::expm1, e::expm1), ("tanh", e::tanh, e::tanh)];
    for (name, single, double) in functions {
        let numbers = (0..=u32::MAX).step_by(4_297).map(f32::from_bits).filter(|x| !x.is_nan());
        let wanted = |x: f32| double(f64::from(x)) as f32;
        let same = |x: f32| single(x).to_bits() == wanted(x).to_bits();
        assert_eq!(numbers.filter(|&x| !same(x)).count(), 0, "{name}");
    }
}

#[test]
fn sqrt_of_f32_is_the_roots_rounding() {
    let numbers = (0..=f32::INFINITY.to_bits()).step_by(65_537).map(f32::from_bits);
    for x in numbers {
        let root = e::sqrt(x);
        assert_eq!(root.to_bits(), (f64::from(x).sqrt() as f32).to_bits());
    }
    assert!(e::sqrt(-1.0_f64).is_nan());
}

/// Where e^x is already 0 but x e^x is not, and a little further, where that is 0 too.
#[test]
fn tails_end_where_they_should() {
    for activation in [Activation::Silu, Activation::Mish] {
        let halfway: f64 = e::exp(-373.0);
        let ends: [f64; 2] = [-746.0, -760.0].map(|x| activation.value(x));
        assert_eq!(ends.map(f64::to_bits), [-746.0 * halfway * halfway, -0.0].map(f64::to_bits));
    }
}
