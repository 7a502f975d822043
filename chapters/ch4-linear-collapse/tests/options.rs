//! The reader's own stack, and what is refused.

use ch4_linear_collapse::CHAPTER;

#[test]
fn the_reader_s_stack_is_folded() {
    let usual = ["--widths", "1", "8", "8", "1", "--seed", "0"];
    assert_eq!(CHAPTER.said(&usual, "W of the single layer"), "0.38696966114766485");
    assert_eq!(CHAPTER.said(&usual, "b of the single layer"), "0.8234422758332869");
    assert_eq!(
        CHAPTER.said(&["--seed", "0"], "W of the single layer"),
        CHAPTER.said(&usual, "W of the single layer")
    );
    assert_ne!(
        CHAPTER.said(&["--seed", "1"], "W of the single layer"),
        CHAPTER.said(&usual, "W of the single layer")
    );
    assert_eq!(CHAPTER.said(&["--widths", "2", "3"], "weights and biases"), "9");
}

#[test]
fn a_single_layer_differs_from_itself_by_nothing() {
    let table = CHAPTER.printed(&["--widths", "3", "4", "--seed", "5"]);
    let rows: Vec<&str> = table.lines().skip_while(|line| !line.contains("ulps apart")).skip(1).collect();
    assert_eq!(rows.len(), 9, "{table}");
    assert!(rows.iter().all(|row| row.ends_with(" 0")), "{table}");
}

#[test]
fn relus_split_the_stack_and_bend_its_graph() {
    let bent = ["--widths", "1", "3", "5", "5", "1", "--relu", "1"];
    assert_eq!(CHAPTER.said(&bent, "straight pieces"), "4");
    assert!(CHAPTER.printed(&bent).contains("layer 1, then ReLU\n"));
    assert!(CHAPTER.printed(&bent).contains("layers 2 to 4\n"));
    assert_eq!(CHAPTER.said(&["--relu", "1", "2"], "straight pieces"), "21");
    assert!(!CHAPTER.printed(&["--widths", "2", "3", "1", "--relu", "1"]).contains("straight pieces"));
}

#[test]
fn a_hundred_layers_are_folded_too() {
    let widths = vec!["2"; 101];
    let arguments: Vec<&str> = ["--widths"].into_iter().chain(widths).collect();
    assert_eq!(CHAPTER.said(&arguments, "weights and biases"), "600");
}

#[test]
fn what_is_no_stack_is_refused_in_one_sentence() {
    let width = |value: &str| {
        format!(
            "invalid value '{value}' for '--widths <WIDTH> <WIDTH>...': it takes whole numbers from 1 to 64"
        )
    };
    let seed = |value: &str| {
        format!("invalid value '{value}' for '--seed <SEED>': it takes whole numbers from 0 to 4294967295")
    };
    let place = |value: &str| {
        format!(
            "invalid value '{value}' for '--relu <LAYER>...': it takes the numbers of hidden layers, counted from 1"
        )
    };
    let many = vec!["2"; 102];
    let cases = [
        (vec!["--widths", "1", "0"], width("0")),
        (vec!["--widths", "1", "65", "1"], width("65")),
        (vec!["--widths", "1", "8.5"], width("8.5")),
        (vec!["--widths", "one", "1"], width("one")),
        (
            vec!["--relu", "1", "--relu", "2"],
            "'--relu <LAYER>...' is given twice; give it once, with all its values".into(),
        ),
        (vec!["--seed", "4294967296"], seed("4294967296")),
        (vec!["--seed", "x"], seed("x")),
        (vec!["--relu", "0"], place("0")),
        (vec!["--relu", "3"], "--relu 3 names no hidden layer: the stack 1-8-8-1 has 2".into()),
        (vec!["--widths", "1", "1", "--relu", "1"], "--relu 1 names no hidden layer: the stack 1-1 has 0".into()),
        (
            ["--widths"].into_iter().chain(many).collect(),
            "--widths takes at most 101 numbers, and 102 are given".into(),
        ),
        (
            vec!["--depth", "3"],
            "unexpected argument '--depth'; ch4-linear-collapse takes --widths, --seed, --relu, --figures and --help"
                .into(),
        ),
    ];
    for (arguments, sentence) in cases {
        CHAPTER.refuses(&arguments, sentence);
    }
}

#[test]
fn one_width_is_no_stack() {
    let outcome = CHAPTER.run(&["--widths", "1"]);
    assert_eq!((outcome.code, outcome.stdout.as_str()), (2, ""));
    assert_eq!(outcome.stderr.lines().count(), 1, "{}", outcome.stderr);
}
