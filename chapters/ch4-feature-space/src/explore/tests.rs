//! What the instrument shows agrees with the lesson, and every state has a figure.

use super::presets::address;
use super::*;
use crate::keras::PRINTED;
use crate::plane::Network;
use crate::settings::{AFTER_RELU, AFTER_SIGMOID, AFTER_TANH, FOLDED, TURNED};
use crate::training::{Recipe, cross_entropy, samples, start, trained};
use nn::random::RandomState;

fn state(address: &str) -> State {
    INSTRUMENT.controls().exactly(address).unwrap()
}

fn view(address: &str) -> View {
    INSTRUMENT.at(address).unwrap()
}

fn read<'a>(view: &'a View, label: &str) -> &'a Value {
    view.read(label).unwrap()
}

/// The ends of every range with every activation, and numbers between them.
fn addresses() -> Vec<String> {
    let mut addresses = Vec::new();
    let all = |number: f64| NUMBERS.map(|(name, ..)| format!("{name}={number}")).join("&");
    let mut random = RandomState::new(1);
    for activation in ACTIVATIONS {
        let f = activation.name();
        for number in [-7.0, 0.0, 7.0] {
            addresses.push(format!("f={f}&{}", all(number)));
            addresses.push(format!("f={f}&{}&epoch=3&morph=0.5", all(number)));
            for (name, ..) in NUMBERS {
                addresses.push(format!("f={f}&{name}={number}"));
            }
        }
        for share in ["0", "0.3", "0.99"] {
            addresses.push(format!("f={f}&w21=3&w12=-2&morph={share}"));
        }
        for _ in 0..20 {
            let places = random.permutation(141);
            let numbers = NUMBERS
                .into_iter()
                .zip(places)
                .map(|((name, ..), place)| format!("{name}={}", (place as f64 - 70.0) / 10.0));
            addresses.push(format!("f={f}&{}", numbers.collect::<Vec<_>>().join("&")));
        }
    }
    addresses.push("grid=0&points=0&line=0&boundary=0&proof=0".into());
    addresses.push("w13=0&w23=0&b13=2".into());
    addresses
}

#[test]
fn every_state_has_a_figure() {
    let mut open = INSTRUMENT.open();
    for address in addresses() {
        let view = open.view(&state(&address));
        assert_eq!(view.figure.faults(), Vec::<String>::new(), "{address}");
    }
}

#[test]
fn a_view_depends_on_the_state_alone() {
    let from = |epoch: usize, more: &str| state(&format!("f=tanh&w11=-3&w12=3&epoch={epoch}{more}"));
    let mut open = INSTRUMENT.open();
    for state in [
        from(4, ""),
        from(1, ""),
        from(9, "&b13=1"),
        from(2, ""),
        from(6, ""),
        from(0, ""),
        from(5, "&morph=0.5"),
    ] {
        assert_eq!(open.view(&state), INSTRUMENT.open().view(&state));
    }
}

#[test]
fn training_from_where_seed_0_begins_ends_with_the_network_of_the_page() {
    let curves = Curves::sampled();
    for activation in &ACTIVATIONS[1..] {
        let recipe = Recipe::usual(*activation);
        let expected = trained(recipe, 0, &samples(&curves)).unwrap();
        let begin = start(recipe, &mut RandomState::new(0));
        let view = view(&format!("{}&epoch={EPOCHS}", address(&begin)));
        assert_eq!(*read(&view, "trained b₁₁, b₁₂"), expected.hidden.affine.b.into());
        assert_eq!(*read(&view, "points right, of 2000"), curves.right(&expected).into());
        assert_eq!(*read(&view, "cross-entropy"), cross_entropy(&expected, &curves).into());
    }
}

#[test]
fn read_outs_are_the_numbers_of_the_lesson() {
    let curves = Curves::sampled();
    let printed = view(&address(&PRINTED));
    assert_eq!(*read(&printed, "points right, of 2000"), curves.right(&PRINTED).into());
    assert_eq!(*read(&printed, "cross-entropy"), cross_entropy(&PRINTED, &curves).into());
    let fits = [
        (TURNED, Activation::Sigmoid, AFTER_SIGMOID),
        (TURNED, Activation::Tanh, AFTER_TANH),
        (FOLDED, RELU, AFTER_RELU),
    ];
    for (affine, activation, line) in fits {
        let hidden = hidden(affine, activation);
        let bent = curves.bent(&hidden);
        let (best, widest) = bent.sliders().best.unwrap();
        assert_eq!(best, line);
        let view = view(&address(&Network { hidden, line }));
        assert_eq!(*read(&view, "widest margin of any line"), bent.verdict().margin().unwrap().into());
        let margin = margin(&line, &bent);
        assert!((margin - widest).abs() < 1e-12);
        assert_eq!(*read(&view, "margin of this line"), margin.into());
    }
}

#[test]
fn a_point_under_the_pointer_is_on_the_line() {
    let view = view("f=tanh&w13=2&w23=-0.5&b13=1");
    let [pull] = &view.pulls[..] else { panic!() };
    let moved = |(x, y): (f64, f64)| pull.base + pull.per.0 * x + pull.per.1 * y;
    assert!((moved(pull.at) - 1.0).abs() < 1e-12);
    let line = Line { w: [2.0, -0.5], b: moved((0.3, 0.7)) };
    assert!(line.side([0.3, 0.7]).abs() < 1e-12);
    assert!(
        view.picture()[1]
            .lines()
            .any(|line| line.starts_with("pull 0 ") && line.ends_with(" b13 0.0 -2.0 0.5"))
    );
}
