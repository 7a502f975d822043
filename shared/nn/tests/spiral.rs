//! The untrained network on the spiral, as seed 000 prints it: In[4], In[14] and In[15].
#![allow(clippy::float_cmp, clippy::excessive_precision, reason = "the digits are the claim")]

mod support;

use ndarray::{Array2, ArrayView1, array};
use nn::data::spiral;
use nn::initialise::scaled_normal;
use nn::random::RandomState;
use nn::{RELU, argmax, numpy_softmax, product, softmax};
use support::{fnv, numpy_hash};

/// nnfs multiplies in `f64` and keeps `f32`.
fn nnfs_dot(a: &Array2<f32>, b: &Array2<f32>) -> Array2<f32> {
    product(&a.mapv(f64::from), &b.mapv(f64::from)).expect("the shapes fit").mapv(|x| x as f32)
}

/// The logits of Dense(2, 3), ReLU, Dense(3, 3).
fn logits(random: &mut RandomState) -> Array2<f32> {
    let points = spiral(100, 3, random).0;
    let first = scaled_normal((2, 3), 0.01, random);
    let second = scaled_normal((3, 3), 0.01, random);
    nnfs_dot(&RELU.forward(&nnfs_dot(&points, &first)), &second)
}

#[test]
fn in_4_prints_as_in_the_seed() {
    let mut random = RandomState::new(0);
    let points = spiral(100, 3, &mut random).0;
    let hidden = RELU.forward(&nnfs_dot(&points, &scaled_normal((2, 3), 0.01, &mut random)));
    let column =
        [0.0, 0.00011395361070754007, 0.00031729150214232504, 0.0005266625666990876, 0.0007140140514820814];
    for (row, middle) in hidden.rows().into_iter().zip(column) {
        assert_eq!(row, array![0.0, middle as f32, 0.0]);
    }
}

#[test]
fn in_14_continues_the_stream_and_is_uniform() {
    let mut random = RandomState::new(0);
    let _ = spiral(100, 3, &mut random);
    let _ = scaled_normal::<f32>((2, 3), 0.01, &mut random);
    let p = numpy_softmax(&logits(&mut random));
    let is_uniform = |row: ArrayView1<f32>| row.iter().all(|p| p.to_bits() == 0x3eaa_aaab);
    assert!(p.rows().into_iter().take(5).all(is_uniform), "{p}");
    assert_eq!(p.rows().into_iter().filter(|&row| is_uniform(row)).count(), 123);
}

#[test]
fn in_15_has_every_bit_of_numpys() {
    let p = numpy_softmax(&logits(&mut RandomState::new(0)));
    let first_rows = [
        [0x3eaaaaab, 0x3eaaaaab, 0x3eaaaaab],
        [0x3eaaaaa6, 0x3eaaaaa6, 0x3eaaaab5],
        [0x3eaaaa9c, 0x3eaaaa9d, 0x3eaaaac8],
        [0x3eaaaa92, 0x3eaaaa93, 0x3eaaaadb],
        [0x3eaaaa89, 0x3eaaaa8b, 0x3eaaaaec],
    ];
    for (row, bits) in p.rows().into_iter().zip(first_rows) {
        assert_eq!(row.mapv(f32::to_bits), array![bits[0], bits[1], bits[2]]);
    }
    let bytes: Vec<[u8; 4]> = p.iter().map(|p| p.to_le_bytes()).collect();
    assert_eq!(fnv(bytes.iter().map(|b| &b[..])), numpy_hash("in-15"));

    let winners = argmax(&p).unwrap();
    assert_eq!([0, 1, 2].map(|class| winners.iter().filter(|&&w| w == class).count()), [8, 0, 292]);
}

/// The same program with a correctly rounded exponential: two of the first five rows end differently.
#[test]
fn in_15_without_numpys_kernel() {
    let p = softmax(&logits(&mut RandomState::new(0)));
    let shown = |row: usize| p.row(row).iter().map(f32::to_string).collect::<Vec<_>>().join(" ");
    assert_eq!(shown(1), "0.33333316 0.3333332 0.33333364");
    assert_eq!(shown(2), "0.33333287 0.3333329 0.33333418");
}

#[test]
fn numpys_exponential_over_all_scales() {
    let inputs = (0..=u32::MAX).step_by(4099).map(f32::from_bits).filter(|x| !x.is_nan());
    let bytes: Vec<[u8; 4]> = inputs.map(|x| nn::numpy_exp(x).to_le_bytes()).collect();
    assert_eq!(fnv(bytes.iter().map(|b| &b[..])), numpy_hash("exp-f32"));
    assert!(nn::numpy_exp(f32::NAN).is_nan());
}
