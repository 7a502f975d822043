//! The reader's own numbers, and what is refused.

use ch4_softmax::CHAPTER;

#[test]
fn the_reader_s_logits_are_used() {
    let huge = ["--logits", "1000", "1001", "1002"];
    assert_eq!(CHAPTER.said(&huge, "softmax"), "0.09003057317038046 0.24472847105479764 0.6652409557748218");
    assert_eq!(CHAPTER.said(&huge, "softmax_naive"), "NaN NaN NaN");
    assert_eq!(CHAPTER.said(&["--logits", "-2", "-1", "0"], "softmax"), CHAPTER.said(&huge, "softmax"));
    assert_eq!(CHAPTER.said(&["--logits", "7"], "softmax"), "1.0");
    let spelled = ["--logits", "-.5", "-1e-3", "\u{2212}2"];
    assert_eq!(CHAPTER.said(&spelled, "logits"), "-0.5 -0.001 -2.0");
}

#[test]
fn temperature_divides() {
    let halved = CHAPTER.said(&["--logits", "0.5", "1", "1.5"], "softmax");
    assert_eq!(CHAPTER.said(&["--logits", "1", "2", "3", "--temperature", "2"], "softmax"), halved);
    assert_eq!(CHAPTER.said(&["--temperature", "1"], "logits"), "4.8 1.21 2.385");
}

#[test]
fn no_finite_logits_give_nan() {
    let extremes = ["--logits", "1e308", "-1e308", "1e308", "--temperature", "1e-300"];
    assert_eq!(CHAPTER.said(&extremes, "softmax"), "0.5 0.0 0.5");
    assert_eq!(CHAPTER.said(&extremes, "log_softmax"), "-0.6931471805599453 -inf -0.6931471805599453");
}

#[test]
fn what_is_no_finite_number_is_refused_in_one_sentence() {
    let numbers = "it takes finite numbers such as 1.5, -2 or 1e3";
    let positive = "it takes a finite number above zero such as 0.5 or 2";
    let logits = |value: &str| format!("invalid value '{value}' for '--logits <NUMBER>...': {numbers}");
    let temperature =
        |value: &str| format!("invalid value '{value}' for '--temperature <NUMBER>': {positive}");
    let cases = [
        (vec!["--logits", "abc"], logits("abc")),
        (vec!["--logits", "nan"], logits("nan")),
        (vec!["--logits", "1", "inf"], logits("inf")),
        (vec!["--logits", "1e999"], logits("1e999")),
        (vec!["--logits", "-1e999"], logits("-1e999")),
        (vec!["--logits", "-inf"], logits("-inf")),
        (vec!["--logits", "2", "-1x"], logits("-1x")),
        (
            vec!["--logits", "1", "--logits", "2"],
            "'--logits <NUMBER>...' is given twice; give it once, with all its values".into(),
        ),
        (vec!["--logits"], "a value is required for '--logits <NUMBER>...' but none was supplied".into()),
        (vec!["--temperature", "0"], temperature("0")),
        (vec!["--temperature", "-1"], temperature("-1")),
        (
            vec!["--scores", "1"],
            "unexpected argument '--scores'; ch4-softmax takes --logits, --temperature, --figures and --help"
                .into(),
        ),
    ];
    for (arguments, sentence) in cases {
        CHAPTER.refuses(&arguments, sentence);
    }
}
