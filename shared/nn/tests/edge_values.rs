//! What every activation does at the ends of the number line, at both zeros, and below the smallest normal
//! number. Each row is value and slope at -∞, -0, 0, ∞; the sign of a value that is 0 counts, a slope's does not.
#![allow(clippy::float_cmp, reason = "the same bits are the claim")]

use ndarray::{Array2, arr1, arr2};
use nn::loss::{CategoricalCrossEntropy, Loss};
use nn::{Activation, Real, elementary as e};

/// The rows of the table in the documentation.
pub const EDGES: [(&str, [f64; 4], [f64; 4]); 17] = {
    const INF: f64 = f64::INFINITY;
    const LN_2: f64 = std::f64::consts::LN_2;
    const SELU: f64 = 1.050_700_987_355_480_5;
    const SELU_LEFT: f64 = 1.758_099_340_847_376_6;
    [
        ("step", [0.0, 0.0, 0.0, 1.0], [0.0, 0.0, 0.0, 0.0]),
        ("linear", [-INF, -0.0, 0.0, INF], [1.0, 1.0, 1.0, 1.0]),
        ("sigmoid", [0.0, 0.5, 0.5, 1.0], [0.0, 0.25, 0.25, 0.0]),
        ("tanh", [-1.0, -0.0, 0.0, 1.0], [0.0, 1.0, 1.0, 0.0]),
        ("relu", [0.0, 0.0, 0.0, INF], [0.0, 0.0, 0.0, 1.0]),
        ("leaky-relu", [-INF, -0.0, 0.0, INF], [0.01, 0.01, 0.01, 1.0]),
        ("prelu", [-INF, -0.0, 0.0, INF], [0.25, 0.25, 0.25, 1.0]),
        ("elu", [-1.0, -0.0, 0.0, INF], [0.0, 1.0, 1.0, 1.0]),
        ("selu", [-SELU_LEFT, -0.0, 0.0, INF], [0.0, SELU_LEFT, SELU_LEFT, SELU]),
        ("gelu", [-0.0, -0.0, 0.0, INF], [0.0, 0.5, 0.5, 1.0]),
        ("gelu-tanh", [-0.0, -0.0, 0.0, INF], [0.0, 0.5, 0.5, 1.0]),
        ("silu", [-0.0, -0.0, 0.0, INF], [0.0, 0.5, 0.5, 1.0]),
        ("softplus", [0.0, LN_2, LN_2, INF], [0.0, 0.5, 0.5, 1.0]),
        ("mish", [-0.0, -0.0, 0.0, INF], [0.0, 0.6, 0.6, 1.0]),
        ("hard-sigmoid", [0.0, 0.5, 0.5, 1.0], [0.0, 1.0 / 6.0, 1.0 / 6.0, 0.0]),
        ("hard-swish", [-0.0, -0.0, 0.0, INF], [0.0, 0.5, 0.5, 1.0]),
        ("log-sigmoid", [-INF, -LN_2, -LN_2, -0.0], [1.0, 0.5, 0.5, 0.0]),
    ]
};

fn edges<F: Real>() {
    for (activation, (name, values, slopes)) in Activation::ALL.into_iter().zip(EDGES) {
        assert_eq!(activation.name(), name);
        for (i, x) in [f64::NEG_INFINITY, -0.0, 0.0, f64::INFINITY].into_iter().enumerate() {
            let (value, slope) = (activation.value(F::from_f64(x)), activation.slope(F::from_f64(x)));
            let bits = |x: F| x.to_f64().to_bits();
            assert_eq!(bits(value), bits(F::from_f64(values[i])), "{name} at {x}: {value}");
            assert_eq!(slope, F::from_f64(slopes[i]), "{name}′ at {x}");
        }
    }
}

#[test]
fn edges_are_as_documented() {
    edges::<f32>();
    edges::<f64>();
}

/// What the elementary functions are at -∞, -1, -0, 0, 1 and ∞, where their documentation says so.
fn elementary_edges<F: Real>() {
    const INF: f64 = f64::INFINITY;
    const NAN: f64 = f64::NAN;
    const INPUTS: [f64; 6] = [-INF, -1.0, -0.0, 0.0, 1.0, INF];
    type Row<F> = (&'static str, fn(F) -> F, [Option<f64>; 6]);
    let table: [Row<F>; 9] = [
        ("exp", e::exp, [Some(0.0), None, Some(1.0), Some(1.0), None, Some(INF)]),
        ("expm1", e::expm1, [Some(-1.0), None, Some(-0.0), Some(0.0), None, Some(INF)]),
        ("ln", e::ln, [Some(NAN), Some(NAN), Some(-INF), Some(-INF), Some(0.0), Some(INF)]),
        ("ln1p", e::ln1p, [Some(NAN), Some(-INF), Some(-0.0), Some(0.0), None, Some(INF)]),
        ("log10", e::log10, [Some(NAN), Some(NAN), Some(-INF), Some(-INF), Some(0.0), Some(INF)]),
        ("tanh", e::tanh, [Some(-1.0), None, Some(-0.0), Some(0.0), None, Some(1.0)]),
        ("sin", e::sin, [Some(NAN), None, Some(-0.0), Some(0.0), None, Some(NAN)]),
        ("cos", e::cos, [Some(NAN), None, Some(1.0), Some(1.0), None, Some(NAN)]),
        ("erf", e::erf, [Some(-1.0), None, Some(-0.0), Some(0.0), None, Some(1.0)]),
    ];
    for (name, f, outputs) in table {
        for (x, y) in INPUTS.into_iter().zip(outputs) {
            let (seen, Some(y)) = (f(F::from_f64(x)).to_f64(), y) else { continue };
            let same = seen.to_bits() == y.to_bits() || (seen.is_nan() && y.is_nan());
            assert!(same, "{name} at {x}: {seen}, documented {y}");
        }
        assert!(f(F::from_f64(NAN)).is_nan(), "{name} keeps NaN");
    }
}

#[test]
fn elementary_functions_end_as_documented() {
    elementary_edges::<f32>();
    elementary_edges::<f64>();
}

#[test]
fn exponentials_overflow_and_underflow_where_documented() {
    for f in [e::exp::<f64>, e::expm1] {
        assert!(f(709.78).is_finite() && f(709.79) == f64::INFINITY);
    }
    for f in [e::exp::<f32>, e::expm1] {
        assert!(f(88.72).is_finite() && f(88.73) == f32::INFINITY);
    }
    assert!(e::exp(-745.13_f64) > 0.0 && e::exp(-745.14_f64) == 0.0);
    assert!(e::exp(-103.97_f32) > 0.0 && e::exp(-103.98_f32) == 0.0);
}

#[test]
fn a_leak_of_zero_loses_minus_infinity() {
    let closed = [Activation::LeakyRelu { slope: 0.0 }, Activation::PRelu { slope: 0.0 }];
    assert!(closed.into_iter().all(|activation| activation.value(f64::NEG_INFINITY).is_nan()));
    assert!(closed.into_iter().all(|activation| activation.value(-1e308) == 0.0));
}

#[test]
fn nan_is_never_hidden() {
    for activation in Activation::ALL {
        for nan in [f64::NAN, -f64::NAN] {
            assert!(activation.value(nan).is_nan() && activation.slope(nan).is_nan(), "{activation:?}");
            let nan = nan as f32;
            assert!(activation.value(nan).is_nan() && activation.slope(nan).is_nan(), "{activation:?}");
        }
    }
}

#[test]
fn no_number_becomes_nan() {
    let scales = (0..=u32::MAX).step_by(65_537).map(f32::from_bits).filter(|x| !x.is_nan());
    for x in scales {
        for activation in Activation::ALL {
            assert!(
                !activation.value(x).is_nan() && !activation.slope(x).is_nan(),
                "{activation:?} at {x:e}"
            );
            let x = f64::from_bits(u64::from(x.to_bits()) << 32);
            if !x.is_nan() {
                assert!(
                    !activation.value(x).is_nan() && !activation.slope(x).is_nan(),
                    "{activation:?} at {x:e}"
                );
            }
        }
    }
}

/// Near 0 every function but the step is its tangent there, also where numbers are subnormal: nothing is
/// flushed to 0.
#[test]
fn subnormal_numbers_are_numbers() {
    for (activation, (name, values, slopes)) in Activation::ALL.into_iter().zip(EDGES).skip(1) {
        for x in [1e-40_f32, -1e-40, f32::from_bits(1), -f32::from_bits(1)] {
            let slope = if x > 0.0 { activation.slope(f32::MIN_POSITIVE).into() } else { slopes[2] };
            let tangent = (values[2] + slope * f64::from(x)) as f32;
            assert_eq!(activation.value(x).to_bits(), tangent.to_bits(), "{name} at {x:e}");
        }
    }
}

/// In `f64` too, where the tangent itself may be half a step off and the function another one.
#[test]
fn subnormal_numbers_of_f64_are_numbers() {
    for (activation, (name, values, slopes)) in Activation::ALL.into_iter().zip(EDGES).skip(1) {
        for steps in (1..=101).chain([1 << 40, (1 << 52) - 1]) {
            for x in [f64::from_bits(steps), -f64::from_bits(steps)] {
                let slope = if x > 0.0 { activation.slope(f64::MIN_POSITIVE) } else { slopes[2] };
                let tangent = values[2] + slope * x;
                let off = (activation.value(x) - tangent) / f64::from_bits(1);
                assert!(off.abs() <= 1.0, "{name} at {x:e} is off by {off} steps");
            }
        }
    }
    assert!((1..1000).map(f64::from_bits).all(|x| e::expm1(x) == x && e::expm1(-x) == -x));
}

/// Results below the smallest normal number are rounded like any other.
#[test]
fn subnormal_results_are_not_flushed() {
    for name in ["sigmoid", "softplus", "gelu", "gelu-tanh", "silu", "mish"] {
        let activation = Activation::named(name).expect(name);
        let subnormal = |x: &f32| activation.value(*x).is_subnormal();
        let seen = (0..).map(|i| -8.0 - i as f32 * 0.01).take(12_000).filter(subnormal).count();
        assert!(seen > 20, "{name}: {seen}");
    }
}

#[test]
fn of_equal_numbers_the_first_is_the_larger_and_the_smaller() {
    use nn::elementary::{max, min};
    for (a, b, larger, smaller) in [
        (0.0, -0.0, 0.0, 0.0),
        (-0.0, 0.0, -0.0, -0.0),
        (1.0, -2.0, 1.0, -2.0),
        (-2.0, f64::INFINITY, f64::INFINITY, -2.0),
        (f64::NAN, -0.0, -0.0, -0.0),
        (-0.0, f64::NAN, -0.0, -0.0),
    ] {
        assert_eq!(max(a, b).to_bits(), f64::to_bits(larger), "max({a}, {b})");
        assert_eq!(min(a, b).to_bits(), f64::to_bits(smaller), "min({a}, {b})");
    }
    assert!(max(f64::NAN, f64::NAN).is_nan());
}

/// What two logits cost for each of the two classes, and whether the gradients are numbers.
fn costs<F: Real>() {
    const INF: f64 = f64::INFINITY;
    const NAN: f64 = f64::NAN;
    let table = [
        ([-INF, 1.0], [INF, 0.0], true),
        ([INF, 1.0], [NAN, INF], false),
        ([INF, -INF], [NAN, INF], false),
        ([INF, INF], [NAN, NAN], false),
        ([-INF, -INF], [NAN, NAN], false),
        ([NAN, 1.0], [NAN, NAN], false),
        ([NAN, INF], [NAN, NAN], false),
    ];
    for (logits, losses, has_gradient) in table {
        let row = arr2(&[logits.map(F::from_f64)]);
        for (class, documented) in losses.into_iter().enumerate() {
            let target = arr1(&[class]);
            let seen = CategoricalCrossEntropy.value(&row, &target).expect("a class of two").to_f64();
            let same = seen == documented || (seen.is_nan() && documented.is_nan());
            assert!(same, "{logits:?}, class {class}: {seen}, documented {documented}");
            let mut gradient = Array2::zeros(row.dim());
            CategoricalCrossEntropy.gradient_into(&row, &target, &mut gradient).expect("a class of two");
            let all = |is: fn(F) -> bool| gradient.iter().all(|&slope| is(slope));
            assert!(if has_gradient { all(F::is_finite) } else { all(F::is_nan) }, "{logits:?}: {gradient}");
        }
    }
    let nothing = CategoricalCrossEntropy.value(&Array2::<F>::zeros((0, 2)), &arr1(&[]));
    assert!(nothing.is_ok_and(F::is_nan));
}

#[test]
fn infinite_logits_cost_what_is_documented() {
    costs::<f32>();
    costs::<f64>();
}

#[test]
fn the_largest_error_is_nan_wherever_one_is() {
    assert_eq!(e::largest([1.0, 3.0, 2.0]), 3.0);
    assert_eq!(e::largest([0.0, f64::INFINITY]), f64::INFINITY);
    assert_eq!(e::largest::<f64>([]).to_bits(), 0);
    for errors in [[f64::NAN, 1.0, 2.0], [1.0, f64::NAN, 2.0], [1.0, 2.0, f64::NAN]] {
        assert!(e::largest(errors).is_nan(), "{errors:?}");
    }
}
