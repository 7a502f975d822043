//! The reader's own numbers, and what is refused.

use ch4_sine_fit::CHAPTER;

#[test]
fn settings_change_the_pairs() {
    assert_eq!(CHAPTER.said(&["--set", "a1=6"], "largest error"), "0.030860523005816876");
    // Both ends a little lower, and the offset with them.
    let lower = ["--set", "c8=0.015", "c1=0.685", "c7=0.685"];
    assert_ne!(CHAPTER.said(&lower, "largest error"), "0.030860523005816876");
    assert_eq!(CHAPTER.said(&lower, "set"), "c8 = 0.015, c1 = 0.685, c7 = 0.685");
}

#[test]
fn inputs_are_followed() {
    assert_eq!(CHAPTER.said(&["--at", "0.25"], "f"), "1.01");
    assert_eq!(CHAPTER.said(&["--set", "v4=0", "--at", "0.25"], "f"), "-0.43");
    assert_eq!(CHAPTER.said(&["--at", "-1", "2"], "f"), "0.0");
    assert!(CHAPTER.run(&["--at", "1e-300"]).stdout.contains("The input 1e-300 on its way"));
}

#[test]
fn networks_are_trained_as_asked() {
    let short = ["--hidden", "4", "3", "--epochs", "10", "--seed", "7", "--lr", "0.01"];
    assert_eq!(CHAPTER.said(&short, "weights and biases"), "27");
    let tanh = ["--activation", "tanh", "--epochs", "0"];
    assert_eq!(CHAPTER.said(&tanh, "dead units after"), "0 + 0");
    assert_eq!(CHAPTER.said(&["--tuned", "--epochs", "0"], "straight pieces"), "13");
    assert_eq!(CHAPTER.said(&["--tuned", "--set", "v4=0", "--epochs", "0"], "largest error"), "1.4688356");
}

#[test]
fn what_does_not_fit_is_refused_in_one_sentence() {
    let setting = |value: &str| {
        format!(
            "invalid value '{value}' for '--set <SETTING>...': it takes a letter of a, b, w, c, v, a pair from 1 \
             to 8 and a number from -1000 to 1000, as in a1=5.9"
        )
    };
    let cases = [
        (vec!["--set", "a9=1"], setting("a9=1")),
        (vec!["--set", "a1=nan"], setting("a1=nan")),
        (vec!["--set", "a1=1e308"], setting("a1=1e308")),
        (
            vec!["--at", "x"],
            "invalid value 'x' for '--at <X>...': it takes numbers from -1000 to 1000 such as 1.5 or -3"
                .into(),
        ),
        (
            vec!["--at", "0.5", "-1e308"],
            "invalid value '-1e308' for '--at <X>...': it takes numbers from -1000 to 1000 such as 1.5 or -3"
                .into(),
        ),
        (
            vec!["--at", "1", "--at", "2"],
            "'--at <X>...' is given twice; give it once, with all its values".into(),
        ),
        (
            vec!["--lr", "0"],
            "invalid value '0' for '--lr <NUMBER>': it takes a finite number above zero such as 0.5 or 2"
                .into(),
        ),
        (
            vec!["--hidden", "0"],
            "invalid value '0' for '--hidden <WIDTH>...': it takes whole numbers from 1 to 1024".into(),
        ),
        (
            vec!["--epochs", "-1"],
            "invalid value '-1' for '--epochs <COUNT>': it takes whole numbers from 0 to 10000000".into(),
        ),
    ];
    for (arguments, sentence) in cases {
        CHAPTER.refuses(&arguments, sentence);
    }
    let unknown = CHAPTER.run(&["--activation", "relux"]);
    assert_eq!(unknown.code, 2);
    assert!(
        unknown.stderr.contains("the activations are step, linear, sigmoid, tanh, relu,"),
        "{}",
        unknown.stderr
    );
}

#[test]
fn what_does_not_go_together_is_refused_in_one_sentence() {
    let cases = [
        (
            vec!["--hidden", "1024", "1024", "--epochs", "100000"],
            "widths and epochs together ask for 1589.5 times the longest training that this program starts; make one of \
             them smaller",
        ),
        (
            vec!["--tuned", "--seed", "1"],
            "the tuned pairs are 8 and 8 units with weights of their own: leave out --hidden and --seed",
        ),
        (
            vec!["--activation", "linear", "--lr", "1e300", "--epochs", "9"],
            "with the learning rate 1e300 the training diverges: by epoch 1 nothing is left of the network in 32-bit \
             floats; give a smaller --lr",
        ),
        (
            vec!["--seed", "1", "--set", "a1=1"],
            "a random start has no tuned pairs to set: add --tuned, or leave out --set",
        ),
    ];
    for (arguments, sentence) in cases {
        CHAPTER.refuses(&arguments, sentence);
    }
}
