//! The data sets are nnfs's and deepreplay's, to the bit.
#![allow(clippy::float_cmp, reason = "the digits are the claim")]

mod support;

use ndarray::{Array2, Axis, concatenate};
use nn::data::{parabolas, shuffled, sine, spiral, vertical};
use nn::random::RandomState;
use support::{fnv, numpy_hash};

fn hash_f32(points: &Array2<f32>) -> u64 {
    let bytes: Vec<[u8; 4]> = points.iter().map(|x| x.to_le_bytes()).collect();
    fnv(bytes.iter().map(|b| &b[..]))
}

#[test]
fn spiral_and_vertical() {
    let (points, classes) = spiral(100, 3, &mut RandomState::new(0));
    assert_eq!((classes[99], classes[100]), (0, 1));
    assert_eq!(hash_f32(&points), numpy_hash("spiral"));
}

#[test]
fn vertical_continues_the_stream() {
    let mut random = RandomState::new(0);
    let _ = spiral(100, 3, &mut random);
    assert_eq!(hash_f32(&vertical(100, 3, &mut random).0), numpy_hash("vertical"));
}

#[test]
fn one_period_of_a_sine() {
    let (x, y) = sine::<f32>(1000);
    assert_eq!(hash_f32(&concatenate![Axis(1), x, y]), numpy_hash("sine"));
}

#[test]
fn parabolas_in_deepreplays_order() {
    let (points, classes) = shuffled(parabolas::<f64>(1000), &mut RandomState::new(13));
    let bytes: Vec<[u8; 8]> = points.iter().map(|x| x.to_le_bytes()).collect();
    assert_eq!(fnv(bytes.iter().map(|b| &b[..])), numpy_hash("parabolas"));
    let bytes: Vec<[u8; 8]> = classes.iter().map(|&class| (class as u64).to_le_bytes()).collect();
    assert_eq!(fnv(bytes.iter().map(|b| &b[..])), numpy_hash("parabolas-labels"));
}

#[test]
fn small_sets() {
    let mut random = RandomState::new(0);
    assert_eq!(spiral(0, 3, &mut random).0.dim(), (0, 2));
    assert!(spiral(1, 2, &mut random).0.iter().all(|x| *x == 0.0));
    assert_eq!(parabolas::<f32>(2).0, ndarray::array![[-1.0, 1.0], [1.0, 1.0], [-1.0, 0.5], [1.0, 0.5]]);
}
