//! Layers, losses and optimisers against PyTorch; shapes that do not fit; no allocation in a step.
#![allow(clippy::float_cmp, reason = "what is not learned keeps its bits")]

mod support;

use ndarray::{Array1, Array2, array};
use nn::elementary::{largest, max, maximum};
use nn::layer::{Dense, Layer, PRelu};
use nn::loss::{BinaryCrossEntropy, CategoricalCrossEntropy, HalfSquare, Loss, MeanSquare};
use nn::optimiser::{Adam, Optimiser, Sgd};
use nn::{Activation, Fault, RowActivation, Sequential};
use support::{judge, numbers, rows, sines};

/// The numbers PyTorch gave for this.
fn torch(what: &str) -> Vec<f64> {
    let row = rows(include_str!("data/torch-network.csv")).into_iter().find(|row| row[0] == what);
    numbers(row.expect(what)[1])
}

/// The largest difference to as many expected numbers, relative to those beyond 1.
fn distance<'a>(
    seen: impl IntoIterator<Item = &'a f64, IntoIter: ExactSizeIterator>,
    expected: &[f64],
) -> f64 {
    let seen = seen.into_iter();
    assert_eq!(seen.len(), expected.len());
    largest(seen.zip(expected).map(|(a, b)| (a - b).abs() / max(b.abs(), 1.0)))
}

fn classes() -> Array1<usize> {
    array![0, 2, 1, 1]
}

#[test]
fn softmax_and_its_logarithm() {
    let (z, g) = (3.0 * sines(4, 3), reversed(&sines(4, 3)));
    let errors = RowActivation::ALL.map(|activation| {
        let value = distance(&activation.forward(&z), &torch(activation.name()));
        let gradient = activation.backward(&z, &g).expect("the shapes are equal");
        maximum(value, distance(&gradient, &torch(&format!("{}-gradient", activation.name()))))
    });
    judge("torch rows", largest(errors));
}

/// The rows from the last to the first.
fn reversed(matrix: &Array2<f64>) -> Array2<f64> {
    let rows: Vec<usize> = (0..matrix.nrows()).rev().collect();
    matrix.select(ndarray::Axis(0), &rows)
}

fn loss_error<L: Loss<f64>>(name: &str, loss: &L, target: &L::Target) -> f64 {
    let z = 3.0 * sines(4, 3);
    let mut gradient = Array2::zeros(z.dim());
    loss.gradient_into(&z, target, &mut gradient).expect("the shapes fit");
    let value = loss.value(&z, target).expect("the shapes fit");
    maximum(distance([&value], &torch(name)), distance(&gradient, &torch(&format!("{name}-gradient"))))
}

#[test]
fn losses() {
    let halves = sines(4, 3).mapv(|y| f64::from(u8::from(y > 0.0)));
    let errors = [
        loss_error("half-square", &HalfSquare, &halves),
        loss_error("mean-square", &MeanSquare, &halves),
        loss_error("binary-cross-entropy", &BinaryCrossEntropy, &halves),
        loss_error("categorical-cross-entropy", &CategoricalCrossEntropy, &classes()),
    ];
    judge("torch losses", largest(errors));
}

/// The largest difference to PyTorch's parameters after five steps.
fn training_error(name: &str, optimiser: &mut impl Optimiser<f64>) -> f64 {
    let bias = |n: usize| sines(1, n).row(0).to_owned();
    let mut network = Sequential::new(vec![
        Dense::with_bias(sines(2, 5), bias(5)).expect("five biases").into(),
        PRelu::new(0.25).into(),
        Dense::with_bias(sines(5, 3), bias(3)).expect("three biases").into(),
    ]);
    for _ in 0..5 {
        network.step(&sines(4, 2), &classes(), &CategoricalCrossEntropy, optimiser).expect("the layers fit");
    }
    let runs = network.layers.iter_mut().flat_map(Layer::parameters);
    let learned: Vec<f64> = runs.flat_map(|run| run.values.to_vec()).collect();
    distance(&learned, &torch(name))
}

#[test]
fn optimisers() {
    let errors = [
        training_error("sgd", &mut Sgd::new(0.1)),
        training_error("momentum", &mut Sgd::new(0.1).with_momentum(0.9)),
        training_error("adam", &mut Adam::new(0.1)),
    ];
    judge("torch training", largest(errors));
}

#[test]
fn the_learning_rate_decays_as_in_nnfs() {
    let mut network = Sequential::new(vec![Dense::new(array![[0.0]]).into()]);
    let mut descent = Sgd::new(1.0).with_decay(1.0);
    // The gradient is -1 with respect to weight and bias as long as the output is 1 short of the target.
    for (step, weight) in [(0, 1.0), (1, 1.5), (2, 1.5 + 1.0 / 3.0)] {
        let target = network.forward(&array![[1.0]]).expect("one input") + 1.0;
        network.step(&array![[1.0]], &target, &HalfSquare, &mut descent).expect("the shapes fit");
        let Layer::Dense(dense) = &network.layers[0] else { panic!("the layer is dense") };
        assert_eq!(dense.weights[[0, 0]], weight, "step {step}");
    }
}

#[test]
fn what_does_not_fit_is_an_error() {
    let mut network = Sequential::new(vec![Dense::new(sines(2, 3)).into(), Dense::new(sines(4, 1)).into()]);
    let error = network.forward(&sines(5, 2)).map(|y| y.to_owned()).expect_err("3 outputs, 4 inputs");
    assert_eq!(error.to_string(), "the input should have shape [5, 4], but has [5, 3]");
    let error = MeanSquare.value(&sines(2, 3), &sines(2, 2)).expect_err("the shapes differ");
    assert_eq!(error.to_string(), "the target should have shape [2, 3], but has [2, 2]");
    let error = Dense::with_bias(sines(2, 3), Array1::zeros(2)).map(|_| ()).expect_err("2 biases");
    assert_eq!(error.to_string(), "the bias should have shape [3], but has [2]");
    let error = CategoricalCrossEntropy.value(&sines(1, 3), &array![3]).expect_err("class 3 of 3");
    assert_eq!(*error.fault(), Fault::Class { class: 3, classes: 3 });
    assert_eq!(error.to_string(), "class 3 does not exist: there are 3, counted from 0");
}

#[test]
fn a_network_takes_batches_of_any_size_after_one_that_did_not_fit() {
    let mut network = Sequential::new(vec![Activation::Tanh.into(), Dense::new(sines(2, 1)).into()]);
    assert!(network.forward(&sines(5, 3)).is_err());
    assert_eq!(network.forward(&sines(5, 2)).expect("two inputs").dim(), (5, 1));
    network.layers.pop();
    assert_eq!(network.forward(&sines(5, 3)).expect("any width fits").dim(), (5, 3));
}

#[test]
fn a_transposed_matrix_learns_as_any_other() {
    let (x, y) = (sines(4, 2), sines(4, 3));
    let trained = |weights: Array2<f64>| {
        let mut network = Sequential::new(vec![Dense::new(weights).into()]);
        network.step(&x, &y, &MeanSquare, &mut Sgd::new(0.1)).expect("the shapes fit");
        network.forward(&x).expect("the shapes fit").to_owned()
    };
    let by_columns = sines(2, 3).reversed_axes().as_standard_layout().into_owned().reversed_axes();
    assert!(!by_columns.is_standard_layout());
    assert_eq!(trained(by_columns), trained(sines(2, 3)));
    assert_ne!(trained(sines(2, 3)), nn::product(&x, &sines(2, 3)).expect("the shapes fit"));
}

#[test]
fn a_bias_of_another_length_is_an_error() {
    for wrong in [0, 1, 2] {
        let mut dense = Dense::new(sines(2, 3));
        dense.bias = Array1::zeros(wrong);
        let error = dense.forward(&sines(2, 2)).expect_err("three outputs");
        assert_eq!(error.to_string(), format!("the bias should have shape [3], but has [{wrong}]"));
        let mut dense = Dense::new(sines(2, 3));
        dense.bias_gradient = Array1::zeros(wrong);
        assert!(dense.backward_into(&sines(2, 2), &sines(2, 3), None).is_err());
    }
}

#[test]
fn a_loss_does_not_depend_on_a_shift_of_the_logits() {
    for shift in [0.0, 1e3, 1e8] {
        let loss =
            CategoricalCrossEntropy.value(&array![[shift, shift]], &array![0]).expect("a class of two");
        assert_eq!(loss, std::f32::consts::LN_2);
    }
}

#[test]
fn a_right_and_infinite_logit_costs_nothing() {
    let cost = |z: f64, y: f64| BinaryCrossEntropy.value(&array![[z]], &array![[y]]).expect("one entry");
    let (inf, out) = (f64::INFINITY, -f64::INFINITY);
    assert_eq!([cost(inf, 1.0), cost(out, 0.0), cost(inf, 0.0), cost(out, 1.0)], [0.0, 0.0, inf, inf]);
}

#[test]
#[should_panic(expected = "an optimiser serves one network")]
fn an_optimiser_of_another_network_is_refused() {
    let mut adam = Adam::new(0.1);
    for outputs in [1, 2] {
        let mut network = Sequential::new(vec![Dense::new(sines(2, outputs)).into()]);
        network.step(&sines(4, 2), &sines(4, outputs), &MeanSquare, &mut adam).expect("the shapes fit");
    }
}

#[test]
fn a_network_without_layers_passes_everything_on() {
    let mut network = Sequential::<f64>::new(vec![]);
    assert_eq!(network.forward(&sines(2, 3)).expect("nothing can fail"), &sines(2, 3));
}

#[test]
fn a_step_after_the_first_allocates_nothing() {
    let mut network = Sequential::new(vec![
        Dense::new(sines(2, 64).mapv(|w| w as f32)).into(),
        Activation::Relu { slope_at_zero: 0.0 }.into(),
        Dense::new(sines(64, 3).mapv(|w| w as f32)).into(),
    ]);
    let (x, y) = (sines(300, 2).mapv(|x| x as f32), Array1::from_shape_fn(300, |i| i % 3));
    let mut adam = Adam::new(0.05).with_decay(5e-7);
    let mut step = || network.step(&x, &y, &CategoricalCrossEntropy, &mut adam).expect("the layers fit");
    step();
    assert_eq!(allocation_counter::measure(step).count_total, 0);
}
