//! The reader's own network, and what is refused.

use ch4_feature_space::CHAPTER;

const FIFTH: [&str; 10] = ["--w", "-3", "3", "-3", "-3", "--b", "1", "-1", "--activation", "tanh"];

#[test]
fn the_reader_s_setting_is_judged() {
    assert_eq!(CHAPTER.said(&FIFTH, "det W"), "18.0");
    assert_eq!(CHAPTER.said(&FIFTH, "widest margin"), "0.24888166257198502");
    assert_eq!(CHAPTER.said(&FIFTH, "slider settings that separate"), "3135");
    assert_eq!(CHAPTER.said(&FIFTH, "points right, of 2000"), "2000");
    assert_eq!(
        CHAPTER.said(&["--activation", "linear"], "no line: a point in both hulls"),
        "0.17980623666765913 0.4999999999999991"
    );
}

#[test]
fn the_reader_s_line_is_used() {
    let level = [&FIFTH[..], &["--out", "0", "-1", "0"]].concat();
    assert_eq!(CHAPTER.said(&level, "w13 w23 b13"), "0.0 -1.0 0.0");
    assert_eq!(CHAPTER.said(&["--w", "1", "0", "0", "1"], "w13 w23 b13"), "0.0 1.0 0.0");
    // The upper curve is nowhere below 0, and so much of the lower one is.
    assert_eq!(
        CHAPTER.said(&["--activation", "linear", "--out", "0", "-1", "0"], "points right, of 2000"),
        "1706"
    );
}

#[test]
fn maps_that_flatten_everything_have_no_line() {
    let nothing = ["--w", "0", "0", "0", "0", "--activation", "relu"];
    assert_eq!(CHAPTER.said(&nothing, "no line: a point in both hulls"), "0.0 0.0");
    assert_eq!(CHAPTER.said(&["--w", "100", "-100", "100", "100", "--b", "100", "-100"], "det W"), "20000.0");
}

#[test]
fn training_starts_from_the_reader_s_seed() {
    assert_eq!(CHAPTER.said(&["--train"], "points right, of 2000"), "2000");
    let stuck = ["--train", "--seed", "96", "--activation", "relu"];
    assert_ne!(CHAPTER.said(&stuck, "points right, of 2000"), "2000");
}

#[test]
fn what_is_wrong_is_refused_in_one_sentence() {
    let weights = "it takes numbers from -100 to 100 such as 1.5 or -3";
    let cases = [
        (vec!["--w", "1", "0", "0", "x"], format!("invalid value 'x' for '--w <W11> <W12> <W21> <W22>': {weights}")),
        (vec!["--b", "101", "0"], format!("invalid value '101' for '--b <B11> <B12>': {weights}")),
        (vec!["--out", "nan", "0", "0"], format!("invalid value 'nan' for '--out <W13> <W23> <B13>': {weights}")),
        (
            vec!["--w", "1", "0"],
            "4 values required for '--w <W11> <W12> <W21> <W22>' but 2 were provided".into(),
        ),
        (
            vec!["--activation", "gelu"],
            "invalid value 'gelu' for '--activation <NAME>': it takes linear, sigmoid, tanh, relu or leaky-relu".into(),
        ),
        (
            vec!["--train", "--seed", "-1"],
            "invalid value '-1' for '--seed <SEED>': it takes whole numbers from 0 to 4294967295".into(),
        ),
        (vec!["--seed", "3"], "--seed is where training starts; add --train".into()),
        (
            vec!["--train", "--b", "0", "0"],
            "--train finds the weights itself; leave out --w, --b and --out".into(),
        ),
        (
            vec!["--out", "0", "0", "1"],
            "--out with both weights 0 has no line; give one of them another value".into(),
        ),
        (
            vec!["--weights", "1"],
            "unexpected argument '--weights'; ch4-feature-space takes --w, --b, --out, --activation, --train, --seed, \
             --figures and --help"
                .into(),
        ),
    ];
    for (arguments, sentence) in cases {
        CHAPTER.refuses(&arguments, sentence);
    }
}
