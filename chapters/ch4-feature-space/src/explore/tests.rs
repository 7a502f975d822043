//! What the instrument shows agrees with the lesson, and every state has a figure.

use super::presets::address;
use super::*;
use crate::keras::PRINTED;
use crate::plane::{Network, length};
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
fn no_zero_has_a_sign() {
    let mut open = INSTRUMENT.open();
    let zeros =
        ["f=relu&w11=0&w12=0&b11=3.2", "w11=-1&w22=0", "w13=-1&w23=0&b13=0", "w11=0&w12=0&w21=-1&epoch=2"];
    for address in addresses().into_iter().chain(zeros.map(str::to_owned)) {
        for (label, value) in open.view(&state(&address)).read_outs {
            let value = value.to_string();
            assert!(value.split_whitespace().all(|number| number != "-0.0"), "{address}: {label} is {value}");
        }
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

/// The state that is left once an offer has been taken.
fn taken(view: &View, address: &str, offer: &str) -> String {
    let (_, changes) = view.offers.iter().find(|(name, _)| *name == offer).unwrap();
    let named =
        |part: &&str| !changes.split('&').any(|change| change.split('=').next() == part.split('=').next());
    address.split('&').filter(named).chain(changes.split('&')).collect::<Vec<_>>().join("&")
}

#[test]
fn trained_numbers_can_be_taken_over() {
    let seeded = address(&start(Recipe::usual(Activation::Tanh), &mut RandomState::new(0)));
    let after = format!("{seeded}&epoch=7");
    let trained = view(&after);
    let taken = view(&taken(&trained, &after, "trained"));
    assert_eq!(taken.figure.panels[1], trained.figure.panels[1]);
    for label in ["cross-entropy", "margin of this line", "points right, of 2000"] {
        assert_eq!(read(&taken, label), read(&trained, label));
    }
    assert!(taken.offers.iter().all(|(name, _)| *name != "trained"), "{:?}", taken.offers);
}

#[test]
fn a_trained_line_beyond_the_sliders_is_made_smaller_and_a_layer_beyond_them_is_said() {
    let from = "f=sigmoid&w11=-3&w12=3&b11=1&w21=-3&w22=-3&b12=-1";
    let large = format!("{from}&epoch=80");
    let trained = view(&large);
    assert!(
        trained.figure.caption.contains("those of the line made smaller together"),
        "{}",
        trained.figure.caption
    );
    let address = taken(&trained, &large, "trained");
    assert!(NUMBERS.iter().all(|(name, ..)| state(&address).number(name).abs() <= REACH));
    let taken = view(&address);
    assert_eq!(read(&taken, "points right, of 2000"), read(&trained, "points right, of 2000"));
    let margins = [&taken, &trained].map(|view| read(view, "margin of this line").number().unwrap());
    assert!((margins[0] - margins[1]).abs() < 1e-12, "{margins:?}");

    let near = view("f=tanh&epoch=1");
    assert!(near.figure.caption.contains("can be taken to be dragged. "), "{}", near.figure.caption);
    let beyond = view(&format!("{from}&epoch=150"));
    let said = "3 trained numbers of the hidden layer lie beyond them, so that none can be taken";
    assert!(beyond.figure.caption.contains(said), "{}", beyond.figure.caption);
    assert!(beyond.offers.iter().all(|(name, _)| *name != "trained"));
}

#[test]
fn the_widest_line_can_be_taken_whatever_the_sizes_of_its_numbers() {
    let all = presets_of(0).chain(presets_of(1)).filter(|address| !address.contains("epoch"));
    let mut offered = 0;
    for address in all {
        let before = view(&address);
        if before.offers.is_empty() {
            assert_eq!(*read(&before, "widest margin of any line"), "no line".into(), "{address}");
            continue;
        }
        offered += 1;
        let after = view(&taken(&before, &address, "widest"));
        let [margin, widest] =
            ["margin of this line", "widest margin of any line"].map(|label| match read(&after, label) {
                Value::Double(number) => *number,
                other => panic!("{address}: {label} is {other:?}"),
            });
        assert!((margin - widest).abs() < 1e-9 * widest, "{address}: {margin} is not {widest}");
    }
    assert!(offered > 5, "{offered}");
}

/// The addresses in a list of settings.
fn presets_of(list: usize) -> impl Iterator<Item = String> {
    INSTRUMENT.controls().presets[list].list.clone().into_iter().map(|preset| preset.address)
}

#[test]
fn a_line_is_turned_around_a_point_that_stays() {
    for address in ["f=tanh&w13=2&w23=-0.5&b13=1", "f=tanh&w13=-2&w23=0.5", "w13=-1&w23=-3&b13=-0.7", ""] {
        let view = view(address);
        let [turn] = &view.turns[..] else { panic!("{address}: {:?}", view.turns) };
        let line = Line { w: [turn.w.0, turn.w.1], b: state(address).number("b13") };
        for (x, y) in [turn.at, turn.pivot] {
            assert!(line.side([x, y]).abs() < 1e-12, "{address}");
        }
        // As the page's script does it, for a place that is on the line already.
        let (dx, dy) = (turn.at.0 - turn.pivot.0, turn.at.1 - turn.pivot.1);
        let scale = turn.size() / length([dx, dy]);
        assert!(
            (scale * -dy - line.w[0]).abs() < 1e-12 && (scale * dx - line.w[1]).abs() < 1e-12,
            "{address}"
        );
    }
    assert_eq!(view("line=0").turns, []);
    assert_eq!(view("w13=0&w23=0").turns, []);
    assert_eq!(view("b13=-7").turns, [], "the line is out of sight");
}

#[test]
fn a_line_beyond_the_picture_is_said() {
    for (b, answer) in [(-7, "upper"), (7, "lower")] {
        let view = view(&format!("b13={b}"));
        let said = format!(
            "The line of the output lies beyond the picture: every point gets the answer \"{answer}\", and 1000 of \
             2000 are right."
        );
        assert!(view.figure.caption.ends_with(&said), "{}", view.figure.caption);
    }
    for address in ["", "b13=-1", "w13=1&b13=-3", "w13=0&w23=0&b13=7", "f=sigmoid&b13=-1"] {
        assert!(!view(address).figure.caption.contains("beyond the picture"), "{address}");
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
