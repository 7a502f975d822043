//! The reader's own numbers, and what is refused.

use ch4_activation_backward::CHAPTER;

const DELTA: &str = "δ³ = slope times δ⁴";

#[test]
fn the_reader_s_numbers_are_used() {
    assert_eq!(CHAPTER.said(&["--x", "1", "2", "3"], "gradient of W = δ³ X"), "0.5 1.0 1.5");
    assert_eq!(CHAPTER.said(&["--y", "3"], "δ⁴ = o³ - Y"), "-1.5");
    let two = ["--x", "-1", "2", "--w", "1", "0.25"];
    assert_eq!(CHAPTER.said(&two, "o² = their sum"), "-0.5");
    assert_eq!(CHAPTER.said(&two, "gradient of W = δ³ X"), "0.0 0.0");
}

#[test]
fn the_convention_decides_at_the_corner_and_nowhere_else() {
    let corner = |convention: &str| CHAPTER.said(&["--w", "1", "1", "-1", "--convention", convention], DELTA);
    assert_eq!(["0", "0.25", "0.5", "1"].map(corner), ["0.0", "-0.25", "-0.5", "-1.0"]);
    let beside = |convention: &str| CHAPTER.said(&["--convention", convention], DELTA);
    assert_eq!(["0", "0.5", "1"].map(beside), ["0.5", "0.5", "0.5"]);
}

#[test]
fn differences_see_both_sides_of_the_corner() {
    let corner = |label: &str| CHAPTER.said(&["--w", "1", "1", "-1"], label).parse::<f64>().unwrap();
    assert_eq!(corner("δ³ by a difference from the left"), 0.0);
    assert!((corner("in the middle") + 0.5).abs() < 1e-6);
    assert!((corner("from the right") + 1.0).abs() < 1e-6);
}

#[test]
fn many_inputs_are_computed_and_not_drawn() {
    let five = ["--x", "1", "1", "1", "1", "1", "--w", "1", "1", "1", "1", "1"];
    assert_eq!(CHAPTER.said(&five, "o² = their sum"), "5.0");
    assert!(!CHAPTER.run(&five).stdout.contains("figure "));
    assert!(CHAPTER.run(&["--x", "2", "--w", "3"]).stdout.contains("figure your-passes"));
}

#[test]
fn what_cannot_be_computed_is_refused_in_one_sentence() {
    let numbers = "it takes finite numbers such as 1.5, -2 or 1e3";
    let slope = |value: &str| {
        format!(
            "invalid value '{value}' for '--convention <SLOPE>': it takes a slope from 0 to 1, such as 0, 0.5 or 1"
        )
    };
    let lengths = |x: usize, w: usize| {
        format!("there are {x} inputs and {w} weights; give one weight in --w for each number in --x")
    };
    let cases = [
        (vec!["--x", "abc"], format!("invalid value 'abc' for '--x <NUMBER>...': {numbers}")),
        (vec!["--w", "1", "nan", "1"], format!("invalid value 'nan' for '--w <NUMBER>...': {numbers}")),
        (vec!["--y", "1e999"], format!("invalid value '1e999' for '--y <NUMBER>': {numbers}")),
        (vec!["--convention", "2"], slope("2")),
        (vec!["--convention", "-0.5"], slope("-0.5")),
        (vec!["--convention", "half"], slope("half")),
        (vec!["--x", "1", "2"], lengths(2, 3)),
        (vec!["--w", "1"], lengths(3, 1)),
        (
            vec!["--x", "1", "2", "--w", "1", "1", "--x", "3"],
            "'--x <NUMBER>...' is given twice; give it once, with all its values".into(),
        ),
        (
            vec!["--x", "1e200", "1", "1", "--w", "1e200", "1", "1"],
            "these numbers leave the range of 64-bit floats; give smaller ones".into(),
        ),
        (
            vec!["--z", "1"],
            "unexpected argument '--z'; ch4-activation-backward takes --x, --w, --y, --convention, --figures and --help"
                .into(),
        ),
    ];
    for (arguments, sentence) in cases {
        CHAPTER.refuses(&arguments, sentence);
    }
}
