//! One step of training, for the four networks of the book. Nothing is allocated in any of them.

use divan::{AllocProfiler, Bencher};
use ndarray::{Array1, Array2};
use nn::data::{parabolas, shuffled, sine, spiral};
use nn::initialise::{glorot_normal, scaled_normal};
use nn::layer::Dense;
use nn::loss::{BinaryCrossEntropy, CategoricalCrossEntropy, MeanSquare};
use nn::optimiser::{Adam, Sgd};
use nn::random::RandomState;
use nn::{Activation, RELU, Sequential};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// 1-n-n-1 on a sine: ReLU, mean square, Adam, the full batch of 1000.
#[divan::bench(args = [8, 64])]
fn sine_fit(bencher: Bencher, width: usize) {
    let mut random = RandomState::new(0);
    let mut network = Sequential::new(vec![
        Dense::new(scaled_normal((1, width), 0.1, &mut random)).into(),
        RELU.into(),
        Dense::new(scaled_normal((width, width), 0.1, &mut random)).into(),
        RELU.into(),
        Dense::new(scaled_normal((width, 1), 0.1, &mut random)).into(),
    ]);
    let (x, y) = sine::<f32>(1000);
    let mut adam = Adam::new(0.005).with_decay(1e-3);
    bencher.bench_local(|| network.step(&x, &y, &MeanSquare, &mut adam));
}

/// 2-2-1 on the parabolas: tanh, sigmoid, binary cross-entropy, plain descent, batches of 16 drawn from a new
/// permutation in every epoch.
#[divan::bench]
fn two_parabolas(bencher: Bencher) {
    const BATCH: usize = 16;
    let mut random = RandomState::new(42);
    let mut network = Sequential::new(vec![
        Dense::new(glorot_normal((2, 2), &mut random)).into(),
        Activation::Tanh.into(),
        Dense::new(glorot_normal((2, 1), &mut random)).into(),
    ]);
    let (points, classes) = shuffled(parabolas::<f32>(1000), &mut RandomState::new(13));
    let targets = classes.mapv(|class| class as f32);
    let orders: Vec<Vec<usize>> = (0..150).map(|_| random.permutation(targets.len())).collect();
    let mut batches = orders.iter().flat_map(|order| order.chunks_exact(BATCH)).cycle();
    let (mut x, mut y) = (Array2::zeros((BATCH, 2)), Array2::zeros((BATCH, 1)));
    let mut descent = Sgd::new(0.05);
    bencher.bench_local(|| {
        for (i, &point) in batches.next().into_iter().flatten().enumerate() {
            x.row_mut(i).assign(&points.row(point));
            y[[i, 0]] = targets[point];
        }
        network.step(&x, &y, &BinaryCrossEntropy, &mut descent)
    });
}

/// 2-64-3 on the spiral: ReLU, categorical cross-entropy, Adam, the full batch of 300.
#[divan::bench]
fn the_spiral(bencher: Bencher) {
    let mut random = RandomState::new(0);
    let (x, y): (Array2<f32>, Array1<usize>) = spiral(100, 3, &mut random);
    let mut network = Sequential::new(vec![
        Dense::new(scaled_normal((2, 64), 0.01, &mut random)).into(),
        RELU.into(),
        Dense::new(scaled_normal((64, 3), 0.01, &mut random)).into(),
    ]);
    let mut adam = Adam::new(0.05).with_decay(5e-7);
    bencher.bench_local(|| network.step(&x, &y, &CategoricalCrossEntropy, &mut adam));
}
