//! The reader's own numbers, and what is refused.

use ch4_spiral::CHAPTER;

#[test]
fn three_hidden_units_untrained_are_the_page_s() {
    let printed = CHAPTER.printed(&["--hidden", "3", "--epochs", "0"]);
    assert!(printed.contains("[0.3333332  0.3333332  0.33333364]"), "{printed}");
    assert_eq!(CHAPTER.said(&["--hidden", "3", "--epochs", "0"], "rows with a hidden layer of zeros"), "8");
}

#[test]
fn classes_set_the_loss_of_a_guess() {
    let five = ["--classes", "5", "--epochs", "0", "--samples", "20"];
    assert_eq!(CHAPTER.said(&five, "ln of the number of classes"), "1.6094379124341003");
    assert_eq!(CHAPTER.said(&five, "inputs, hidden units, classes"), "2 64 5");
}

#[test]
fn another_seed_is_another_network() {
    let rows = |seed: &str| CHAPTER.said(&["--seed", seed, "--epochs", "0"], "first rows of softmax");
    assert_eq!(rows("0"), rows("0"));
    let second = |seed: &str| CHAPTER.printed(&["--seed", seed, "--epochs", "0"]);
    assert_ne!(second("0"), second("1"));
}

#[test]
fn training_gets_better() {
    let printed = CHAPTER.printed(&["--epochs", "300", "--hidden", "16", "--samples", "30"]);
    let losses: Vec<f64> = printed
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            words.next()?.parse::<u32>().ok()?;
            words.next()?.parse().ok()
        })
        .collect();
    assert_eq!(losses.len(), 4, "{printed}");
    assert!(losses[3] < 0.9 * losses[0], "{losses:?}");
}

#[test]
fn the_smallest_and_the_largest_are_taken() {
    for arguments in [
        ["--samples", "2", "--epochs", "1"],
        ["--classes", "2", "--epochs", "1"],
        ["--classes", "7", "--epochs", "1"],
        ["--hidden", "1", "--epochs", "1"],
        ["--seed", "4294967295", "--epochs", "0"],
    ] {
        CHAPTER.printed(&arguments);
    }
}

#[test]
fn what_is_no_count_is_refused_in_one_sentence() {
    let invalid = |value: &str, option: &str, range: &str| {
        format!("invalid value '{value}' for '--{option}': it takes whole numbers from {range}")
    };
    let cases = [
        (vec!["--seed", "-1"], invalid("-1", "seed <NUMBER>", "0 to 4294967295")),
        (vec!["--seed", "0.5"], invalid("0.5", "seed <NUMBER>", "0 to 4294967295")),
        (vec!["--samples", "1"], invalid("1", "samples <COUNT>", "2 to 1000")),
        (vec!["--samples", "many"], invalid("many", "samples <COUNT>", "2 to 1000")),
        (vec!["--classes", "1"], invalid("1", "classes <COUNT>", "2 to 7")),
        (vec!["--classes", "8"], invalid("8", "classes <COUNT>", "2 to 7")),
        (vec!["--hidden", "0"], invalid("0", "hidden <COUNT>", "1 to 512")),
        (vec!["--epochs", "1e4"], invalid("1e4", "epochs <COUNT>", "0 to 100000")),
        (vec!["--epochs", "-5"], invalid("-5", "epochs <COUNT>", "0 to 100000")),
        (vec!["--epochs", "nan"], invalid("nan", "epochs <COUNT>", "0 to 100000")),
        (vec!["--hidden"], "a value is required for '--hidden <COUNT>' but none was supplied".into()),
        (
            vec!["--samples", "1000", "--classes", "7", "--hidden", "512", "--epochs", "100000"],
            "samples, classes, hidden units and epochs together ask for 17.9 times the longest training that this \
             program starts; make one of them smaller"
                .into(),
        ),
        (
            vec!["--units", "3"],
            "unexpected argument '--units'; ch4-spiral takes --seed, --samples, --classes, --hidden, --epochs, \
             --figures and --help"
                .into(),
        ),
    ];
    for (arguments, sentence) in cases {
        CHAPTER.refuses(&arguments, sentence);
    }
}
