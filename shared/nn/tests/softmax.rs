//! Softmax, its kin, and the digits the seeds print.
#![allow(clippy::float_cmp, clippy::approx_constant, reason = "the digits are the claim")]

use ndarray::{Array2, Axis, array, aview1};
use nn::elementary::{exp, powf};
use nn::{Fault, argmax, log_softmax, log_sum_exp, softmax, softmax_naive};

#[test]
fn exponentials_print_as_in_the_seed() {
    let shown = |x: f64| exp(x).to_string();
    assert_eq!(shown(4.8), "121.51041751873485");
    assert_eq!(shown(1.21), "3.3534846525490236");
    assert_eq!(shown(2.385), "10.859062664920515");
    assert_eq!(shown(1.0), "2.718281828459045");
    assert_eq!(shown(10.0), "22026.465794806718");
    assert_eq!(format!("{:?}", exp(100.0)), "2.6881171418161356e43");
    assert_eq!(shown(1000.0), "inf");
}

#[test]
fn powers_of_the_rounded_constant_print_as_in_the_seed() {
    let powers = [4.8, 1.21, 2.385].map(|x| powf(2.71828182846, x));
    assert_eq!(powers, [121.51041751893969, 3.3534846525504487, 10.85906266492961]);

    let total = powers[0] + powers[1] + powers[2];
    let shares = powers.map(|x| x / total);
    assert_eq!(shares, [0.8952826639573506, 0.024708306782070668, 0.08000902926057876]);
}

#[test]
fn softmax_prints_as_in_the_seed() {
    let p = softmax(&array![[1.0, 2.0, 3.0]]);
    assert_eq!(p, array![[0.09003057317038046, 0.24472847105479764, 0.6652409557748218]]);
}

#[test]
fn a_shift_changes_no_bit() {
    assert_eq!(softmax(&array![1000.0, 1001.0, 1002.0]), softmax(&array![-2.0, -1.0, 0.0]));
}

#[test]
fn naive_softmax_overflows_where_the_stable_one_does_not() {
    let logits = array![1000.0, 1001.0, 1002.0];
    assert!(softmax_naive(&logits).iter().all(|p: &f64| p.is_nan()));
    assert!(softmax(&logits).iter().all(|p: &f64| p.is_finite()));
}

#[test]
fn rows_are_the_last_axis_whatever_the_memory_order() {
    let rows = array![[1.0_f32, 2.0, 3.0], [3.0, 0.0, -3.0]];
    let columns_first = rows.t().as_standard_layout().into_owned();
    assert_eq!(softmax(&columns_first.t()), softmax(&rows));
    for (row, p) in rows.rows().into_iter().zip(softmax(&rows).rows()) {
        assert_eq!(softmax(&row), p);
    }
}

#[test]
fn infinities_and_nan() {
    let inf = f64::INFINITY;
    assert_eq!(softmax(&array![-inf, 0.0]), array![0.0, 1.0]);
    for bad in [array![inf, 0.0], array![-inf, -inf], array![f64::NAN, 0.0]] {
        assert!(softmax(&bad).iter().all(|p| p.is_nan()), "{bad}");
        assert!(log_softmax(&bad).iter().all(|p| p.is_nan()), "{bad}");
    }
    assert_eq!(log_softmax(&array![-inf, 0.0]), array![-inf, 0.0]);
    assert_eq!(log_sum_exp(&array![[inf, 0.0], [-inf, -inf], [-inf, 2.0]]), array![inf, -inf, 2.0]);
    assert!(log_sum_exp(&array![f64::NAN, -inf]).into_scalar().is_nan());
}

#[test]
fn the_largest_finite_logits_stay_finite() {
    let logits = array![f64::MAX, f64::MIN, 0.0];
    assert_eq!(softmax(&logits), array![1.0, 0.0, 0.0]);
    assert_eq!(log_sum_exp(&logits).into_scalar(), f64::MAX);
    assert_eq!(log_softmax(&array![1000.0, 0.0]), array![0.0, -1000.0]);
    assert_eq!(log_softmax(&array![f64::MAX, 0.0]), array![0.0, f64::MIN]);
    // No number is as far below 0 as the two lie apart.
    assert_eq!(log_softmax(&logits), array![0.0, -f64::INFINITY, f64::MIN]);
}

#[test]
fn argmax_follows_numpy() {
    assert_eq!(argmax(&array![[0.0, 2.0, 2.0], [-1.0, -2.0, -3.0]]), Ok(array![1, 0]));
    assert_eq!(argmax(&array![[3.0, f64::NAN, f64::NAN]]), Ok(array![1]));
    let error = argmax(&Array2::<f64>::zeros((2, 0))).expect_err("there is no largest entry");
    assert_eq!(*error.fault(), Fault::EmptyRow);
}

#[test]
fn empty_arrays() {
    assert_eq!(softmax(&Array2::<f64>::zeros((0, 3))).dim(), (0, 3));
    assert_eq!(softmax(&Array2::<f64>::zeros((3, 0))).dim(), (3, 0));
    assert_eq!(log_sum_exp(&Array2::<f64>::zeros((1, 0))), array![-f64::INFINITY]);
}

#[test]
fn long_rows_sum_in_eight_strands() {
    let logits: Vec<f64> = (0..19).map(|i| f64::from(i * i % 7)).collect();
    let weights: Vec<f64> = logits.iter().map(|&x| exp(x - 4.0)).collect();
    let strand = |j: usize| weights.iter().skip(j).step_by(8).fold(0.0, |sum, w| sum + w);
    let total = (0..8).map(strand).fold(0.0, |sum, s| sum + s);
    let expected: Vec<f64> = weights.iter().map(|w| w / total).collect();
    assert_eq!(softmax(&aview1(&logits)), aview1(&expected));
    assert_eq!(softmax(&aview1(&logits).insert_axis(Axis(0))).row(0), aview1(&expected));
}
