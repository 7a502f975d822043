//! One hash over everything that is computed: the same in debug, in release, with the processor's own
//! instructions (`RUSTFLAGS="-C target-cpu=native"`), and on any other machine.

mod support;

use ndarray::{Array1, Array2};
use nn::layer::Dense;
use nn::loss::{BinaryCrossEntropy, CategoricalCrossEntropy};
use nn::optimiser::{Adam, Sgd};
use nn::random::RandomState;
use nn::{Activation, Real, RowActivation, Sequential, data, elementary as e, initialise, product};
use support::fnv;

#[derive(Default)]
struct Bits(Vec<[u8; 8]>);

impl Bits {
    fn add<'a, F: Real>(&mut self, numbers: impl IntoIterator<Item = &'a F>) {
        self.0.extend(numbers.into_iter().map(|x| x.to_f64().to_bits().to_le_bytes()));
    }

    fn hash(&self) -> u64 {
        fnv(self.0.iter().map(|bytes| &bytes[..]))
    }
}

/// Numbers of all scales, and many between -20 and 20.
fn inputs<F: Real>() -> Array1<F> {
    let scales = (0..4000).map(|i| f64::from(f32::from_bits(i * 1_073_741)));
    let middle = (0..4001).map(|i| f64::from(i - 2000) * 0.01);
    scales.filter(|x| !x.is_nan()).chain(middle).map(F::from_f64).collect()
}

fn functions<F: Real>(bits: &mut Bits) {
    let x = inputs::<F>();
    let g = x.mapv(|x| F::one() - x);
    for activation in Activation::ALL {
        bits.add(&activation.forward(&x));
        bits.add(activation.backward(&x, &g).expect("the shapes are equal").iter().filter(|x| !x.is_nan()));
    }
    let rows = x.iter().filter(|x| x.is_finite()).copied().collect::<Vec<_>>();
    for width in [1, 3, 10, 1000] {
        let rows = Array2::from_shape_fn((rows.len() / width, width), |(i, j)| rows[i * width + j]);
        for activation in RowActivation::ALL {
            bits.add(&activation.forward(&rows));
        }
    }
    for f in [e::exp, e::expm1, e::ln, e::ln1p, e::log10, e::tanh, e::sin, e::cos, e::erf, e::sqrt] {
        bits.add(x.mapv(f).iter().filter(|x| !x.is_nan()));
    }
    bits.add(&x.mapv(|x| e::powf(if x < F::zero() { -x } else { x }, F::from_f64(1.3))));
}

fn training<F: Real>(bits: &mut Bits) {
    let mut random = RandomState::new(0);
    let (points, classes) = data::spiral(100, 3, &mut random);
    let points = points.mapv(|x| F::from_f64(x.into()));
    let mut network = Sequential::new(vec![
        Dense::new(initialise::glorot_uniform((2, 64), &mut random)).into(),
        Activation::Relu { slope_at_zero: 0.0 }.into(),
        Dense::new(initialise::he_normal((64, 3), &mut random)).into(),
    ]);
    let mut adam = Adam::new(0.05).with_decay(5e-7);
    for _ in 0..100 {
        network.step(&points, &classes, &CategoricalCrossEntropy, &mut adam).expect("the layers fit");
    }
    bits.add(network.forward(&points).expect("the layers fit"));

    let (points, classes) = data::parabolas::<F>(500);
    let classes = classes.mapv(|class| F::from_f64(class as f64)).insert_axis(ndarray::Axis(1));
    let mut network = Sequential::new(vec![
        Dense::new(initialise::glorot_normal((2, 2), &mut random)).into(),
        Activation::Tanh.into(),
        Dense::new(initialise::scaled_normal((2, 1), 0.5, &mut random)).into(),
    ]);
    let mut descent = Sgd::new(0.5).with_momentum(0.5);
    for _ in 0..100 {
        network.step(&points, &classes, &BinaryCrossEntropy, &mut descent).expect("the layers fit");
    }
    bits.add(network.forward(&points).expect("the layers fit"));
    bits.add(&product(&points.t(), &points).expect("the shapes fit"));
}

#[test]
fn all_bits_are_the_books() {
    let mut bits = Bits::default();
    functions::<f32>(&mut bits);
    functions::<f64>(&mut bits);
    let functions = bits.hash();
    training::<f32>(&mut bits);
    training::<f64>(&mut bits);
    assert_eq!(format!("{functions:016x} {:016x}", bits.hash()), "f5780ee941f4c9ca 019ffc86bda50384");
}
