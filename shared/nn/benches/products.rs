//! Matrix products beside `ndarray`'s own, whose bits depend on the processor.

use divan::Bencher;
use divan::counter::ItemsCount;
use ndarray::Array2;
use ndarray::linalg::general_mat_mul;
use nn::product_into;

/// (n, k, m) of the training loops, and one that is large for a book.
const SIZES: [(usize, usize, usize); 5] =
    [(16, 2, 2), (300, 64, 3), (1000, 1, 64), (1000, 64, 64), (256, 256, 256)];

fn main() {
    divan::main();
}

fn factors(n: usize, k: usize, m: usize) -> [Array2<f32>; 3] {
    let matrix =
        |rows, columns| Array2::from_shape_fn((rows, columns), |(i, j)| (i * 7 + j * 13) as f32 % 17.0);
    [matrix(n, k), matrix(k, m), matrix(n, m)]
}

#[divan::bench(args = SIZES)]
fn plain(bencher: Bencher, (n, k, m): (usize, usize, usize)) {
    let [a, b, mut c] = factors(n, k, m);
    bencher.counter(ItemsCount::new(n * k * m)).bench_local(|| product_into(&a, &b, &mut c));
}

#[divan::bench(args = SIZES)]
fn left_transposed(bencher: Bencher, (n, k, m): (usize, usize, usize)) {
    let [a, mut b, c] = factors(n, k, m);
    bencher.counter(ItemsCount::new(n * k * m)).bench_local(|| product_into(&a.t(), &c, &mut b));
}

#[divan::bench(args = SIZES)]
fn right_transposed(bencher: Bencher, (n, k, m): (usize, usize, usize)) {
    let [mut a, b, c] = factors(n, k, m);
    bencher.counter(ItemsCount::new(n * k * m)).bench_local(|| product_into(&c, &b.t(), &mut a));
}

#[divan::bench(args = SIZES)]
fn ndarrays(bencher: Bencher, (n, k, m): (usize, usize, usize)) {
    let [a, b, mut c] = factors(n, k, m);
    bencher.counter(ItemsCount::new(n * k * m)).bench_local(|| general_mat_mul(1.0, &a, &b, 0.0, &mut c));
}
