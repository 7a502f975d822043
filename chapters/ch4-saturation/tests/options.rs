//! The reader's own network, and what is refused.

use ch4_saturation::{CHAPTER, Start, signals};
use nn::Activation;

#[test]
fn the_reader_s_network_is_run_and_the_rest_is_the_page_s() {
    assert!(
        CHAPTER
            .in_one_line(&["--seed", "0"])
            .contains("network 20 layers of 64 units, sigmoid, scale 1, seed 0")
    );
    let text = CHAPTER.in_one_line(&["--activation", "tanh", "--depth", "3", "--scale", "2", "--seed", "7"]);
    let start = Start { activation: Activation::Tanh, depth: 3, scale: 2.0, seed: 7 };
    let first = signals(start).unwrap().gradients[0];
    assert!(text.contains("network 3 layers of 64 units, tanh, scale 2, seed 7"), "{text}");
    assert!(text.contains(&format!("layer 1 gets {first:?}")), "{text}");
}

#[test]
fn every_activation_has_its_run() {
    for activation in Activation::ALL {
        let text = CHAPTER.in_one_line(&["--activation", activation.name(), "--depth", "1"]);
        assert!(text.contains("network 1 layer of 64 units"), "{text}");
    }
    assert!(CHAPTER.in_one_line(&["--activation", "step"]).contains("nothing to draw"));
}

#[test]
fn the_figure_has_room_for_its_label_at_any_depth_and_scale() {
    for (activation, depth, scale) in [
        ("sigmoid", "100", "1e-9"),
        ("relu", "100", "40"),
        ("tanh", "1", "1"),
        ("linear", "2", "1e9"),
        ("selu", "7", "1"),
    ] {
        let arguments = ["--activation", activation, "--depth", depth, "--scale", scale];
        let text = CHAPTER.in_one_line(&arguments);
        assert!(text.contains("figure your-gradients") && !text.contains("NaN"), "{text}");
    }
}

#[test]
fn what_is_wrong_is_refused_in_one_sentence() {
    let known = Activation::ALL.map(Activation::name).join(", ");
    let layers = "it takes whole numbers from 1 to 100";
    let invalid = |value: &str, option: &str, sentence: &str| {
        format!("invalid value '{value}' for '--{option}': {sentence}")
    };
    let cases = [
        (vec!["--activation", "ReLU"], invalid("ReLU", "activation <NAME>", &format!("the activations are {known}"))),
        (vec!["--depth", "0"], invalid("0", "depth <COUNT>", layers)),
        (vec!["--depth", "101"], invalid("101", "depth <COUNT>", layers)),
        (vec!["--depth", "-3"], invalid("-3", "depth <COUNT>", layers)),
        (vec!["--depth", "2.5"], invalid("2.5", "depth <COUNT>", layers)),
        (vec!["--scale", "0"], invalid("0", "scale <NUMBER>", "it takes a finite number above zero such as 0.5 or 2")),
        (vec!["--seed", "-1"], invalid("-1", "seed <SEED>", "it takes whole numbers from 0 to 4294967295")),
        (
            vec!["--activation", "relu", "--scale", "1e300"],
            "the numbers of this network leave 64-bit floats; choose a smaller scale".into(),
        ),
        (
            vec!["--layers", "3"],
            "unexpected argument '--layers'; ch4-saturation takes --activation, --depth, --scale, --seed, --figures and \
             --help"
                .into(),
        ),
    ];
    for (arguments, sentence) in cases {
        CHAPTER.refuses(&arguments, sentence);
    }
}
