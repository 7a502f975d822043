//! Every product has the bits of the plain triple loop.
#![allow(clippy::float_cmp, reason = "the same bits are the claim")]

use ndarray::{Array2, ArrayRef2, Axis, Slice};
use nn::random::RandomState;
use nn::{Real, product, product_into};

fn random<F: Real>(rows: usize, columns: usize, state: &mut RandomState) -> Array2<F> {
    Array2::from_shape_simple_fn((rows, columns), || F::from_f64(state.normal()))
}

/// Σₖ from the first k to the last, one entry after the other.
fn plain<F: Real>(a: &ArrayRef2<F>, b: &ArrayRef2<F>) -> Array2<F> {
    Array2::from_shape_fn((a.nrows(), b.ncols()), |(i, j)| {
        a.row(i).iter().zip(b.column(j)).fold(F::zero(), |sum, (&a, &b)| sum + a * b)
    })
}

fn same_bits<F: Real>(n: usize, k: usize, m: usize, state: &mut RandomState) {
    let (a, b) = (random::<F>(n, k, state), random::<F>(k, m, state));
    let expected = plain(&a, &b);
    let by_columns = |matrix: &Array2<F>| matrix.t().as_standard_layout().into_owned().reversed_axes();
    for a in [&a, &by_columns(&a)] {
        for b in [&b, &by_columns(&b)] {
            assert_eq!(product(a, b).expect("the shapes fit"), expected, "{n} {k} {m}");
        }
    }
    let mut turned = Array2::from_elem((m, n), F::INFINITY);
    product_into(&a, &b, &mut turned.view_mut().reversed_axes()).expect("the shapes fit");
    assert_eq!(turned.reversed_axes(), expected, "{n} {k} {m}");
}

#[test]
fn all_shapes_and_orders() {
    let mut state = RandomState::new(0);
    let sizes = [0, 1, 2, 3, 6, 7, 16, 17, 64, 65, 129];
    for n in sizes {
        for k in sizes {
            for m in sizes {
                same_bits::<f32>(n, k, m, &mut state);
                if n + k + m < 100 {
                    same_bits::<f64>(n, k, m, &mut state);
                }
            }
        }
    }
    same_bits::<f64>(300, 260, 70, &mut state);
}

#[test]
fn pieces_of_larger_matrices_and_reversed_axes() {
    let mut state = RandomState::new(1);
    let (mut a, mut b) = (random::<f64>(40, 50, &mut state), random::<f64>(50, 30, &mut state));
    a.invert_axis(Axis(1));
    b.invert_axis(Axis(0));
    assert_eq!(product(&a, &b).expect("the shapes fit"), plain(&a, &b));

    let (a, b) = (a.slice_axis(Axis(0), Slice::from(3..30)), b.slice_axis(Axis(1), Slice::new(0, None, 2)));
    let mut c = Array2::zeros((27, 40));
    let mut piece = c.slice_axis_mut(Axis(1), Slice::from(5..20));
    product_into(&a, &b, &mut piece).expect("the shapes fit");
    assert_eq!(piece, plain(&a, &b));
    assert!(c.column(4).iter().chain(c.column(20)).all(|&c| c == 0.0));
}

#[test]
fn shapes_that_do_not_fit() {
    let error = product(&Array2::<f32>::zeros((2, 3)), &Array2::zeros((4, 5))).expect_err("3 is not 4");
    assert_eq!(error.to_string(), "the right factor should have shape [3, 5], but has [4, 5]");
    let (a, b) = (Array2::<f32>::zeros((2, 3)), Array2::zeros((3, 5)));
    let error = product_into(&a, &b, &mut Array2::zeros((5, 2))).expect_err("(2, 5) is not (5, 2)");
    assert_eq!(error.to_string(), "the product should have shape [2, 5], but has [5, 2]");
}
