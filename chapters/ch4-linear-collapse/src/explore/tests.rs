use super::*;
use crate::pieces::corners;
use crate::stack::{at, random_layers, with_relus};
use lesson::Value;

fn shown(address: &str) -> View {
    STACK.at(address).unwrap()
}

fn read(view: &View, label: &str) -> Value {
    view.read(label).unwrap_or_else(|| panic!("no {label}")).clone()
}

#[test]
fn the_row_of_the_page_is_one_line() {
    let view = shown("");
    assert_eq!(read(&view, "W of the one layer"), "2 · 3 · -0.5 = -3".into());
    assert_eq!(read(&view, "b of the one layer"), "-0.5 · (3 · 1 - 1) + 4 = 3".into());
    assert_eq!(read(&view, "output at x"), 0.0.into());
    assert_eq!(read(&view, "straight pieces"), 1.into());
    assert_eq!(view.figure.caption, "3 layers, one line: W = −3 and b = 3.");
    let cells: Vec<String> = view.tables[0].rows.iter().map(|row| row[4].to_string()).collect();
    assert_eq!(cells, ["3.0", "8.0", "0.0"]);
}

#[test]
fn long_numbers_cover_no_neuron() {
    let view = shown("w1=-2.75&b1=-3.25&w2=2.875&b2=-3.75");
    assert_eq!(view.figure.panels[0].crowded_labels(), Vec::<String>::new());
}

#[test]
fn a_bend_makes_pieces() {
    let view = shown("then1=relu&x=-2");
    assert_eq!(read(&view, "straight pieces"), 2.into());
    assert_eq!(read(&view, "corners at x"), [-0.5].into());
    assert_eq!(read(&view, "output at x"), 4.5.into());
    assert_eq!(read(&view, "slope at x"), 0.0.into());
    assert_eq!(read(&view, "W and b around x"), [0.0, 4.5].into());
    assert_eq!(read(&shown("then1=relu&then2=relu&w2=-3&b2=2"), "straight pieces"), 3.into());
}

#[test]
fn a_bend_that_changes_nothing_leaves_one_line() {
    for (address, level) in [
        ("then1=relu&then2=relu&w2=-3", 4.0),
        ("then1=sigmoid&then2=relu&w2=1&b2=-2", 4.0),
        ("then1=tanh&w1=0", -0.5 * (3.0 * nn::Activation::Tanh.value(1.0) - 1.0) + 4.0),
    ] {
        let view = shown(address);
        assert_eq!(read(&view, "W and b around x"), [0.0, level].into(), "{address}");
        assert_eq!(read(&view, "output at x"), level.into(), "{address}");
        assert!(view.figure.caption.contains("still one line"), "{address}");
    }
    let view = shown("then1=tanh");
    assert!(view.figure.caption.contains("curved"));
    assert!(view.read_outs.iter().all(|(label, _)| label != "straight pieces"));
}

#[test]
fn a_slope_jumps_at_a_corner() {
    let alt = shown("then1=relu&then2=sigmoid&w1=4&b1=0&w2=4&b2=0&b3=0").figure.alt();
    assert!(alt.contains("flat to x = 0, then jumps to −2"), "{alt}");
    // At the picture's edge, and two corners in one place.
    for address in [
        "then1=relu&then2=tanh&w1=1&b1=3",
        "then1=relu&then2=tanh&w1=1&b1=-3",
        "then1=relu&then2=tanh&w1=-1&b1=3",
        "then1=relu&then2=relu&then3=tanh&b1=0&b2=0&b3=0&w2=1e-300",
    ] {
        let figure = shown(address).figure;
        assert_eq!(figure.faults(), [""; 0], "{address}");
        assert!(!figure.alt().contains("inf"), "{address}: {}", figure.alt());
    }
}

#[test]
fn no_zero_has_a_sign() {
    let signed = |words: &str| words.split([' ', '(', ')', '\n']).any(|word| ["-0", "-0.0"].contains(&word));
    let mut addresses = stacks().map(|stack| format!("{}&x=-3", stack.address)).to_vec();
    addresses.extend((0..20).map(|seed| format!("net=random&seed={seed}&relu2=1&x=3")));
    for more in [
        "",
        "&w1=-0&b1=-0&b2=-0&b3=-0",
        "&w1=-1&b1=0&b2=0&b3=0&x=0",
        "&layers=1&w1=-2&b1=0&x=0",
        "&w3=0&b3=0",
        "&w1=1&b1=0",
        "&w1=1&b1=0&b2=0&b3=0&w3=-1&x=-3",
    ] {
        for then in ["none", "relu", "tanh", "sigmoid"] {
            addresses.push(format!("w2=0&then2=tanh&then3={then}&x=-3{more}"));
            addresses.push(format!("w2=-1&then1={then}{more}"));
        }
    }
    for address in addresses {
        let view = shown(&address);
        for (label, value) in &view.read_outs {
            assert!(!signed(&value.to_string()), "{address}: {label} is {value}");
        }
        for cell in view.tables.iter().flat_map(|table| &table.rows).flatten() {
            assert!(!signed(&cell.to_string()), "{address}: {cell} in the table");
        }
    }
}

#[test]
fn dots_outside_the_picture_are_told() {
    for (address, said) in [
        ("then2=tanh&b2=-2&x=0", " The dots after layers 1 and 2 are outside the picture, at 1 and 0.7616."),
        ("layers=2&then2=tanh&w2=0.1&x=3", " The dot after layer 1 is outside the picture, at 7."),
        ("", ""),
        ("then1=relu", ""),
    ] {
        let figure = shown(address).figure;
        assert_eq!(figure.caption.contains("The dot"), !said.is_empty(), "{address}: {}", figure.caption);
        assert!(figure.caption.ends_with(said), "{address}: {}", figure.caption);
        let hidden = ["after 1", "after 2"].iter().filter(|label| !figure.svgs()[1].contains(*label)).count();
        assert_eq!(hidden > 0, !said.is_empty(), "{address}");
    }
}

#[test]
fn the_random_network_is_that_of_the_page() {
    for (address, places, count) in [
        ("&relu1=0", &[][..], None),
        ("", &[1], None),
        ("&relu2=1", &[1, 2], None),
        ("&seed=7", &[1], Some(7)),
    ] {
        let view = shown(&format!("net=random&x=-1.5{address}"));
        let network = with_relus(random_layers(&[1, 8, 8, 1], count.unwrap_or(0)), places);
        let found = crate::pieces::pieces(&network, f64::NEG_INFINITY, f64::INFINITY).unwrap();
        assert_eq!(read(&view, "straight pieces"), found.len().into());
        assert_eq!(read(&view, "output at x"), at(&network, -1.5).unwrap().into());
        assert_eq!(found.len(), corners(&found).len() + 1);
    }
    let refusal = STACK.at("net=random&seed=3.7").err();
    assert_eq!(refusal.as_deref(), Some("seed takes a whole number from 0 to 999, not \"3.7\""));
}

#[test]
fn presets_are_what_they_say() {
    let controls = STACK.controls();
    let list = &controls.presets[0].list;
    // A curve has no straight pieces.
    let counts = [1, 2, 2, 3, 1, 0, 1, 1, 9, 21].map(|count: usize| (count > 0).then_some(count.into()));
    for (preset, count) in list.iter().zip(counts) {
        assert_eq!(shown(&preset.address).read("straight pieces"), count.as_ref(), "{}", preset.label);
    }
}

#[test]
fn every_state_can_be_drawn() {
    let mut addresses = Vec::new();
    let mut random = nn::random::RandomState::new(1);
    let mut pick = |from: &[&'static str]| from[(random.uniform(0.0, from.len() as f64)) as usize];
    for state in 0..300 {
        let mut address = format!("layers={}&x={}", state % 4 + 1, pick(&["-3", "0", "3", "-0.5", "0.123"]));
        for [weight, bias, then] in LAYERS {
            let weights = &["-4", "4", "0", "-0", "1", "-0.7", "1e-300", "2"];
            let (w, b) = (pick(weights), pick(weights));
            let then_what = pick(&["none", "relu", "relu", "tanh", "sigmoid"]);
            address += &format!("&{weight}={w}&{bias}={b}&{then}={then_what}");
        }
        addresses.push(address);
    }
    for seed in 0..40 {
        let switch = |on: bool| u8::from(on);
        let (one, two) = (switch(seed % 2 == 0), switch(seed % 3 == 0));
        addresses.push(format!("net=random&seed={}&relu1={one}&relu2={two}&x={}", 999 - seed, seed % 7 - 3));
    }
    for address in addresses {
        let view = shown(&address);
        assert_eq!(view.figure.faults(), [""; 0], "{address}");
        assert_eq!(view.figure.panels.len(), 3, "{address}");
    }
}

#[test]
fn numbers_of_two_digits_fit_the_diagram() {
    for layers in ["1", "2", "3", "4"] {
        let weights = LAYERS.map(|[weight, bias, _]| format!("&{weight}=-3.3&{bias}=-2.2")).concat();
        let view = shown(&format!("layers={layers}{weights}"));
        assert_eq!(view.figure.panels[0].crowded_labels(), [""; 0], "{layers}");
    }
}
