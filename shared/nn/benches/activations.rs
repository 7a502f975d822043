//! Every activation, forward and backward, in cache (10⁴ `f32`) and out of it (10⁷), into a given array.

use divan::Bencher;
use divan::counter::ItemsCount;
use ndarray::Array1;
use nn::Activation;

const SIZES: [usize; 2] = [10_000, 10_000_000];
const NAMES: [&str; Activation::ALL.len()] = {
    let mut names = [""; Activation::ALL.len()];
    let mut i = 0;
    while i < names.len() {
        names[i] = Activation::ALL[i].name();
        i += 1;
    }
    names
};

fn main() {
    divan::main();
}

/// `count` numbers spread evenly from `low` to `high`, in no order that a processor could learn.
fn spread(count: usize, step: f64, low: f64, high: f64) -> Array1<f32> {
    (0..count).map(|i| (low + (high - low) * (i as f64 * step).fract()) as f32).collect()
}

fn pre_activations(count: usize) -> Array1<f32> {
    spread(count, 0.618_033_988_749_894_9, -8.0, 8.0)
}

#[divan::bench(args = NAMES, consts = SIZES)]
fn forward<const N: usize>(bencher: Bencher, name: &str) {
    let activation = Activation::named(name).expect("the name is from the list");
    let (x, mut y) = (pre_activations(N), Array1::zeros(N));
    bencher.counter(ItemsCount::new(N)).bench_local(|| activation.forward_into(&x, &mut y));
}

#[divan::bench(args = NAMES, consts = SIZES)]
fn backward<const N: usize>(bencher: Bencher, name: &str) {
    let activation = Activation::named(name).expect("the name is from the list");
    let (x, g, mut y) = (pre_activations(N), spread(N, 0.754_877_666_246_692_7, -1.0, 1.0), Array1::zeros(N));
    bencher.counter(ItemsCount::new(N)).bench_local(|| activation.backward_into(&x, &g, &mut y));
}
