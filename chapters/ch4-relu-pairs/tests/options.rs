//! The reader's own pair, and what is refused.

use ch4_relu_pairs::CHAPTER;

#[test]
fn the_reader_s_numbers_are_used_and_the_others_are_the_ramp_s() {
    let text = CHAPTER.in_one_line(&["--w", "-2"]);
    assert!(text.contains("a b w c v -1.0 0.5 -2.0 1.0 1.0"), "{text}");
    let text = CHAPTER.in_one_line(&["--a", "2.9", "--b", "-0.34", "--w", "-1", "--c", "0.31", "--v", "-1"]);
    for words in [
        "neuron 1 is on for x > 0.11724137931034484",
        "neuron 2 is on for x < 0.22413793103448276",
        "the output is -0.31 up to x = 0.1172, rises with slope 2.9 to x = 0.2241, and is 0 from there on.",
    ] {
        assert!(text.contains(words), "{text}");
    }
}

#[test]
fn pairs_without_an_area_of_effect_say_why() {
    for (arguments, words) in [
        (
            vec!["--a", "0"],
            "The output is 0 for every x. There is no area of effect: a = 0, so x does not reach neuron 1.",
        ),
        (
            vec!["--a", "-0", "--b", "-1"],
            "The output is 1 for every x. There is no area of effect: a = 0, so",
        ),
        (
            vec!["--w", "0"],
            "The output is 1 for every x. There is no area of effect: w = 0, so nothing passes",
        ),
        (
            vec!["--c", "-0.5"],
            "The output is 0 for every x. There is no area of effect: neuron 2 is never on",
        ),
        (
            vec!["--v", "0"],
            "The output is 0 for every x. There is no area of effect: v = 0, so the output leaves",
        ),
    ] {
        let text = CHAPTER.in_one_line(&arguments);
        assert!(text.contains(words), "{arguments:?}: {text}");
    }
}

#[test]
fn figures_are_drawn_for_any_pair_that_is_told() {
    let extremes = [
        ["1e100", "-1e100", "1", "0", "1"],
        ["1e-100", "1", "-1", "1", "1"],
        ["-6.123456789", "0.7", "3", "1", "-2"],
        ["1", "1000000", "-1", "0.001", "1e-9"],
        ["0", "0", "0", "0", "0"],
    ];
    for [a, b, w, c, v] in extremes {
        let folder = std::env::temp_dir().join(format!("relu-pair-{}", std::process::id()));
        let arguments =
            ["--a", a, "--b", b, "--w", w, "--c", c, "--v", v, "--figures", folder.to_str().unwrap()];
        let outcome = CHAPTER.run(&arguments);
        assert_eq!(outcome.code, 0, "{arguments:?}: {}", outcome.stderr);
        let svg = std::fs::read_to_string(folder.join("your-pair.svg")).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(svg.contains("<svg") && !svg.contains("NaN"), "{arguments:?}");
    }
}

#[test]
fn what_cannot_be_described_is_refused_in_one_sentence() {
    let number = |value: &str, option: &str| {
        let numbers = "it takes finite numbers such as 1.5, -2 or 1e3";
        format!("invalid value '{value}' for '--{option} <NUMBER>': {numbers}")
    };
    let lost =
        "a bend, slope or level of this pair is lost in 64-bit floats; choose numbers nearer to 1".to_owned();
    let cases = [
        (vec!["--a", "steep"], number("steep", "a")),
        (vec!["--b", "nan"], number("nan", "b")),
        (vec!["--w", "1e999"], number("1e999", "w")),
        (vec!["--v", "-inf"], number("-inf", "v")),
        (vec!["--v", "-1x"], number("-1x", "v")),
        (vec!["--a", "1", "--a", "2"], "'--a <NUMBER>' is given twice; give it once".into()),
        (vec!["--c"], "a value is required for '--c <NUMBER>' but none was supplied".into()),
        (
            vec!["--d", "1"],
            "unexpected argument '--d'; ch4-relu-pairs takes --a, --b, --w, --c, --v, --figures and --help"
                .into(),
        ),
        (vec!["--b", "1e20"], lost.clone()),
        (vec!["--a", "1e-320", "--b", "-1"], lost.clone()),
        (vec!["--a", "1e-309"], lost.clone()),
        (vec!["--w", "-1e-309"], lost.clone()),
        (vec!["--c", "1e300", "--v", "1e300"], lost),
    ];
    for (arguments, sentence) in cases {
        CHAPTER.refuses(&arguments, sentence);
    }
}
