//! Every gradient against central differences, in f64.

mod support;

use ndarray::{Array1, Array2, Ix2};
use nn::elementary::{largest, maximum};
use nn::layer::{Dense, Layer, PRelu};
use nn::loss::{BinaryCrossEntropy, CategoricalCrossEntropy, HalfSquare, Loss, MeanSquare};
use nn::{Activation, RowActivation, Sequential};
use support::{judge, sines};

const STEP: f64 = 1e-4;

/// The largest difference between a gradient and the central differences of `f`, entry by entry.
fn error_of(gradient: &Array2<f64>, at: &Array2<f64>, f: impl Fn(&Array2<f64>) -> f64) -> f64 {
    assert_eq!(gradient.dim(), at.dim());
    largest(gradient.indexed_iter().map(|((i, j), &slope)| {
        let moved = |by: f64| {
            let mut moved = at.clone();
            moved[[i, j]] += by;
            f(&moved)
        };
        (slope - (moved(STEP) - moved(-STEP)) / (2.0 * STEP)).abs()
    }))
}

#[test]
fn slopes_of_activations() {
    let mut worst = 0.0_f64;
    for activation in Activation::ALL {
        // None of these is within a step of a corner.
        for x in (-80..=80).map(|i| f64::from(i) * 0.1 + 0.05) {
            let difference = (activation.value(x + STEP) - activation.value(x - STEP)) / (2.0 * STEP);
            worst = maximum(worst, (activation.slope(x) - difference).abs());
        }
    }
    judge("slope by differences", worst);
}

#[test]
fn rows() {
    let (z, g) = (3.0 * sines(4, 3), sines(3, 4).reversed_axes());
    let errors = RowActivation::ALL.map(|activation| {
        let gradient = activation.backward(&z, &g).expect("the shapes are equal");
        error_of(&gradient, &z, |z| (&activation.forward(z) * &g).sum())
    });
    judge("rows by differences", largest(errors));
}

fn error_of_loss<L: Loss<f64>>(loss: &L, target: &L::Target) -> f64 {
    let z = 3.0 * sines(4, 3);
    let mut gradient = Array2::zeros(z.dim());
    loss.gradient_into(&z, target, &mut gradient).expect("the shapes fit");
    error_of(&gradient, &z, |z| loss.value(z, target).expect("the shapes fit"))
}

#[test]
fn losses() {
    let target = sines(3, 4).into_shape_with_order((4, 3)).expect("twelve numbers").mapv(|y| y * y);
    let classes = Array1::from(vec![0, 2, 1, 1]);
    let errors = [
        error_of_loss(&HalfSquare, &target),
        error_of_loss(&MeanSquare, &target),
        error_of_loss(&BinaryCrossEntropy, &target),
        error_of_loss(&CategoricalCrossEntropy, &classes),
    ];
    judge("losses by differences", largest(errors));
}

/// A network with every kind of layer; the loss sees each of its parameters.
fn network() -> Sequential<f64> {
    Sequential::new(vec![
        Dense::with_bias(sines(2, 5), Array1::linspace(-0.5, 0.5, 5)).expect("five biases").into(),
        PRelu::new(0.25).into(),
        Dense::new(sines(5, 4)).into(),
        Activation::Tanh.into(),
        Dense::new(sines(4, 3)).into(),
        RowActivation::LogSoftmax.into(),
    ])
}

#[test]
fn layers() {
    let (x, y) = (sines(6, 2), sines(6, 3));
    let mut network = network();
    network.backward(&x, &y, &HalfSquare).expect("the layers fit");
    let runs: Vec<Vec<f64>> =
        network.layers.iter_mut().flat_map(Layer::parameters).map(|run| run.gradient.to_vec()).collect();
    assert_eq!(runs.iter().map(Vec::len).collect::<Vec<_>>(), [10, 5, 1, 20, 4, 12, 3]);

    let mut worst = 0.0_f64;
    for (r, gradient) in runs.iter().enumerate() {
        for (i, slope) in gradient.iter().enumerate() {
            let loss_after = |by: f64| {
                let mut moved = network.clone();
                let run = moved.layers.iter_mut().flat_map(Layer::parameters).nth(r);
                run.expect("the runs were counted").values[i] += by;
                moved.loss(&x, &y, &HalfSquare).expect("the layers fit")
            };
            let difference = (loss_after(STEP) - loss_after(-STEP)) / (2.0 * STEP);
            worst = maximum(worst, (slope - difference).abs());
        }
    }
    judge("layers by differences", worst);
}

/// The gradient with respect to a layer's inputs, for every kind of layer.
#[test]
fn inputs_of_layers() {
    let mut worst = 0.0_f64;
    for mut layer in network().layers {
        let width = if let Layer::Dense(dense) = &layer { dense.weights.nrows() } else { 3 };
        let x = sines(4, width);
        let g = 2.0 * sines(4, layer.width_after(width));
        let mut gradient = Array2::zeros(x.dim());
        layer.backward_into(&x, &g, Some(&mut gradient)).expect("the shapes fit");
        let error = error_of(&gradient, &x, |x| {
            let mut y = Array2::zeros(g.raw_dim());
            layer.forward_into(x, &mut y).expect("the shapes fit");
            (&y * &g).into_dimensionality::<Ix2>().expect("two axes").sum()
        });
        worst = maximum(worst, error);
    }
    judge("layers by differences", worst);
}
