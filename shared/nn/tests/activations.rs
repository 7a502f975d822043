//! Every activation against PyTorch, and the ways to call it against each other.
#![allow(clippy::float_cmp, reason = "the same bits are the claim")]

mod support;

use ndarray::{Array, Array1, Array2, Array3, ArrayD, IxDyn, arr0, array};
use nn::elementary::{max, maximum};
use nn::{Activation, Fault};
use support::{judge, rows};

#[test]
fn values_and_slopes_are_pytorchs() {
    let (mut value_error, mut slope_error, mut hard_slope_error) = (0.0_f64, 0.0_f64, 0.0_f64);
    for row in rows(include_str!("data/torch-activations.csv")) {
        let activation = Activation::named(row[0]).expect(row[0]);
        let [x, value, slope] = [1, 2, 3].map(|i| row[i].parse::<f64>().expect(row[i]));
        value_error = maximum(value_error, (activation.value(x) - value).abs() / max(value.abs(), 1.0));
        let error = if row[0] == "hard-sigmoid" { &mut hard_slope_error } else { &mut slope_error };
        *error = maximum(*error, (activation.slope(x) - slope).abs() / max(slope.abs(), 1.0));
    }
    judge("torch value", value_error);
    judge("torch slope", slope_error);
    judge("torch hard slope", hard_slope_error);
}

#[test]
fn one_number_and_many_give_the_same_bits() {
    let x: Array1<f64> = (0..1001).map(|i| f64::from(i - 500) * 0.173).collect();
    let g = x.mapv(|x| 1.0 - x * 0.01);
    for activation in Activation::ALL {
        assert_eq!(activation.forward(&x), x.mapv(|x| activation.value(x)), "{activation:?}");
        let slopes = ndarray::Zip::from(&x).and(&g).map_collect(|&x, &g| activation.slope(x) * g);
        assert_eq!(activation.backward(&x, &g), Ok(slopes), "{activation:?}");
    }
}

#[test]
fn any_dimension_and_any_memory_order() {
    for activation in Activation::ALL {
        let cube = Array3::from_shape_fn((3, 4, 5), |(i, j, k)| (i * j + k) as f32 - 6.0);
        let y = activation.forward(&cube);
        let turned = activation.forward(&cube.view().reversed_axes());
        assert_eq!(turned.reversed_axes(), y, "{activation:?}");
        let g = cube.mapv(|x| 0.5 - x);
        let turned = activation.backward(&cube.view().reversed_axes(), &g.view().reversed_axes());
        assert_eq!(turned.map(Array::reversed_axes), activation.backward(&cube, &g), "{activation:?}");
        assert_eq!(activation.forward(&arr0(0.5)).into_scalar(), activation.value(0.5));
        assert_eq!(activation.forward(&ArrayD::<f64>::zeros(IxDyn(&[2, 0, 3]))).shape(), [2, 0, 3]);
    }
}

#[test]
fn shape_errors_name_both_shapes() {
    let x = Array2::<f64>::zeros((2, 3));
    let mut y = Array2::zeros((3, 2));
    let error = Activation::Tanh.forward_into(&x, &mut y).expect_err("the shapes differ");
    let fault = Fault::Shape { what: "the output", expected: vec![2, 3], found: vec![3, 2] };
    assert_eq!(*error.fault(), fault);
    assert_eq!(error.to_string(), "the output should have shape [2, 3], but has [3, 2]");
    let error = Activation::Tanh.backward(&x, &y).expect_err("the shapes differ");
    assert_eq!(error.to_string(), "the upstream gradient should have shape [2, 3], but has [3, 2]");
}

#[test]
fn parameters_change_what_they_say() {
    let at_zero = [0.0, 0.5, 1.0];
    assert_eq!(at_zero.map(|at_zero| Activation::Step { at_zero }.value(0.0)), at_zero);
    assert_eq!(at_zero.map(|slope_at_zero| Activation::Relu { slope_at_zero }.slope(-0.0)), at_zero);
    let x = array![-2.0, 2.0];
    assert_eq!(Activation::LeakyRelu { slope: 0.5 }.forward(&x), array![-1.0, 2.0]);
    assert_eq!(Activation::PRelu { slope: 0.5 }.forward(&x), array![-1.0, 2.0]);
    assert_eq!(Activation::Elu { alpha: 2.0 }.value(-50.0), -2.0);
}

#[test]
fn names_lead_back() {
    for activation in Activation::ALL {
        assert_eq!(Activation::named(activation.name()), Some(activation));
    }
    assert_eq!(Activation::named("rectifier"), None);
}
