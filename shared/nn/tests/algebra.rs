//! What holds for all numbers.
#![allow(clippy::float_cmp, reason = "these identities hold to the bit")]

use ndarray::{Array1, aview1};
use nn::elementary::largest;
use nn::{Activation, RELU, RowActivation, log_softmax, log_sum_exp, softmax};
use proptest::prelude::*;

fn logits() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(-700.0..700.0, 1..40)
}

proptest! {
    #[test]
    fn softmax_sums_to_1(z in logits()) {
        let p = softmax(&aview1(&z));
        prop_assert!((p.sum() - 1.0).abs() < 4e-15, "{}", p.sum());
        prop_assert!(p.iter().all(|p| (0.0..=1.0).contains(p)));
    }

    /// Whole numbers are shifted without rounding, so the result has the same bits.
    #[test]
    fn softmax_does_not_see_a_shift(z in prop::collection::vec(-500_i32..500, 1..20), shift in -1000_i32..1000) {
        let z: Vec<f64> = z.into_iter().map(f64::from).collect();
        let shifted: Vec<f64> = z.iter().map(|z| z + f64::from(shift)).collect();
        prop_assert_eq!(softmax(&aview1(&shifted)), softmax(&aview1(&z)));
    }

    #[test]
    fn log_softmax_is_the_logits_less_their_log_sum_exp(z in logits()) {
        let z = Array1::from(z);
        let expected = &z - log_sum_exp(&z).into_scalar();
        let distance = largest((log_softmax(&z) - expected).mapv(f64::abs));
        prop_assert!(distance < 1e-12, "{distance}");
    }

    /// The Jacobians annihilate a constant, from the side where they must.
    #[test]
    fn gradients_of_rows_sum_to_0(z in logits()) {
        let g: Array1<f64> = z.iter().map(|z| z * 0.01).collect();
        for activation in RowActivation::ALL {
            let downstream = activation.backward(&Array1::from(z.clone()), &g).expect("the shapes are equal");
            prop_assert!(downstream.sum().abs() < 1e-13 * z.len() as f64, "{}", downstream.sum());
        }
    }

    #[test]
    fn x_is_relu_of_x_less_relu_of_minus_x(x in any::<f64>().prop_filter("a number", |x| !x.is_nan())) {
        prop_assert_eq!(RELU.value(x) - RELU.value(-x), x);
    }

    #[test]
    fn tanh_is_a_scaled_and_shifted_sigmoid(x in -30.0..30.0_f64) {
        let by_sigmoid: f64 = 2.0 * Activation::Sigmoid.value(2.0 * x) - 1.0;
        prop_assert!((Activation::Tanh.value(x) - by_sigmoid).abs() < 4e-16);
    }

    #[test]
    fn sigmoid_and_its_mirror_image_sum_to_1(x in -700.0..700.0_f64) {
        let [left, right]: [f64; 2] = [x, -x].map(|x| Activation::Sigmoid.value(x));
        prop_assert!((left + right - 1.0).abs() <= f64::EPSILON);
    }

    #[test]
    fn odd_functions_are_odd(x in any::<f64>().prop_filter("a number", |x| !x.is_nan())) {
        prop_assert_eq!(Activation::Tanh.value(-x), -Activation::Tanh.value(x));
        prop_assert_eq!(Activation::Tanh.slope(-x), Activation::Tanh.slope(x));
        prop_assert_eq!(Activation::Sigmoid.slope(-x), Activation::Sigmoid.slope(x));
    }

    #[test]
    fn softplus_is_minus_log_sigmoid_of_minus_x(x in any::<f64>().prop_filter("a number", |x| !x.is_nan())) {
        prop_assert_eq!(Activation::Softplus.value(x), -Activation::LogSigmoid.value(-x));
    }
}

/// SELU maps the standard normal distribution to mean 0 and variance 1: integrated by the trapezoidal rule.
#[test]
fn selu_has_its_fixed_point() {
    let density = |x: f64| nn::elementary::exp(-0.5 * x * x) / (2.0 * std::f64::consts::PI).sqrt();
    let integral = |f: &dyn Fn(f64) -> f64| -> f64 {
        (-12_000..=12_000).map(|i| f64::from(i) * 1e-3).map(|x| 1e-3 * f(x) * density(x)).sum()
    };
    let mean = integral(&|x| Activation::Selu.value(x));
    let square = integral(&|x| Activation::Selu.value(x) * Activation::Selu.value(x));
    // The kink at 0 costs the rule h²/12 times the jump of the slope.
    assert!(mean.abs() < 1e-7, "{mean}");
    assert!((square - 1.0).abs() < 1e-7, "{square}");
}
