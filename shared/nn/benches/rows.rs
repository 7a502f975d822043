//! Softmax and its logarithm over short rows and long ones, into a given matrix.

use divan::Bencher;
use divan::counter::ItemsCount;
use ndarray::Array2;
use nn::RowActivation;

const SHAPES: [(usize, usize); 2] = [(100_000, 10), (100, 100_000)];

fn main() {
    divan::main();
}

fn logits((rows, columns): (usize, usize)) -> Array2<f32> {
    let spread = |i: usize| (-8.0 + 16.0 * (i as f64 * 0.618_033_988_749_894_9).fract()) as f32;
    Array2::from_shape_fn((rows, columns), |(i, j)| spread(i * columns + j))
}

fn forward(bencher: Bencher, shape: (usize, usize), activation: RowActivation) {
    let (x, mut y) = (logits(shape), Array2::zeros(shape));
    bencher.counter(ItemsCount::new(x.len())).bench_local(|| activation.forward_into(&x, &mut y));
}

fn backward(bencher: Bencher, shape: (usize, usize), activation: RowActivation) {
    let (x, mut y) = (logits(shape), Array2::zeros(shape));
    let g = x.mapv(|x| 0.1 * x);
    bencher.counter(ItemsCount::new(x.len())).bench_local(|| activation.backward_into(&x, &g, &mut y));
}

#[divan::bench(args = SHAPES)]
fn softmax(bencher: Bencher, shape: (usize, usize)) {
    forward(bencher, shape, RowActivation::Softmax);
}

#[divan::bench(args = SHAPES)]
fn softmax_backward(bencher: Bencher, shape: (usize, usize)) {
    backward(bencher, shape, RowActivation::Softmax);
}

#[divan::bench(args = SHAPES)]
fn log_softmax(bencher: Bencher, shape: (usize, usize)) {
    forward(bencher, shape, RowActivation::LogSoftmax);
}

#[divan::bench(args = SHAPES)]
fn log_softmax_backward(bencher: Bencher, shape: (usize, usize)) {
    backward(bencher, shape, RowActivation::LogSoftmax);
}
