//! The reader's own points, and what is refused.

use ch4_step_sigmoid::CHAPTER;
use nn::Activation;

/// The rows of the table of values that a run prints, each as its cells.
fn rows(arguments: &[&str]) -> Vec<Vec<String>> {
    let printed = CHAPTER.printed(arguments);
    let table = printed.split("Value and slope\n").nth(1).and_then(|rest| rest.split("\n\n").next());
    let cells = |line: &str| line.split_whitespace().map(str::to_owned).collect();
    table.unwrap_or_else(|| panic!("no table in:\n{printed}")).lines().skip(1).map(cells).collect()
}

#[test]
fn value_and_slope_at_the_reader_s_points() {
    let relu = rows(&["--function", "relu", "--at", "-2", "0", "3e3"]);
    assert_eq!(
        relu,
        [
            ["relu", "-2.0", "0.0", "0.0", "0.0"],
            ["relu", "0.0", "0.0", "0.0", "0.0"],
            ["relu", "3000.0", "3000.0", "1.0", "3000.0"],
        ]
    );
    let sigmoid = rows(&["--function", "sigmoid", "--at", "17", "40"]);
    assert_eq!(sigmoid[0][4], "0.99999994");
    assert_eq!(sigmoid[1][2..], ["1.0", "4.248354255291589e-18", "1.0"]);
}

#[test]
fn numbers_beyond_32_bits_are_infinite_there() {
    let linear = rows(&["--function", "linear", "--at", "1e300"]);
    assert_eq!(linear, [["linear", "1e300", "1e300", "1.0", "inf"]]);
}

#[test]
fn without_a_name_the_whole_family_answers() {
    let names: Vec<String> = rows(&["--at", "1"]).into_iter().map(|row| row[0].clone()).collect();
    assert_eq!(names, Activation::ALL.map(Activation::name));
}

/// A look at all rows for each of them would take minutes.
#[test]
fn thousands_of_points_are_told_at_once() {
    let points: Vec<String> = (0..3000).map(|point| point.to_string()).collect();
    let arguments: Vec<&str> = ["--at"].into_iter().chain(points.iter().map(String::as_str)).collect();
    assert_eq!(rows(&arguments).len(), points.len() * Activation::ALL.len());
}

#[test]
fn every_name_is_known_and_has_its_picture() {
    for activation in Activation::ALL {
        let name = activation.name();
        assert_eq!(rows(&["--function", name]).len(), 5, "{name}");
        let outcome = CHAPTER.run(&["--function", name, "--at", "1e-3", "-4", "1e9"]);
        assert!(outcome.stdout.contains(&format!("figure {name}: ")), "{}", outcome.stdout);
    }
}

#[test]
fn what_is_wrong_is_refused_in_one_sentence() {
    let known = Activation::ALL.map(Activation::name).join(", ");
    let numbers = "it takes finite numbers such as 1.5, -2 or 1e3";
    let cases = [
        (
            vec!["--function", "cosine"],
            format!("invalid value 'cosine' for '--function <NAME>': the activations are {known}"),
        ),
        (
            vec!["--function", "ReLU"],
            format!("invalid value 'ReLU' for '--function <NAME>': the activations are {known}"),
        ),
        (vec!["--function"], "a value is required for '--function <NAME>' but none was supplied".into()),
        (vec!["--at", "one"], format!("invalid value 'one' for '--at <NUMBER>...': {numbers}")),
        (vec!["--at", "1", "inf"], format!("invalid value 'inf' for '--at <NUMBER>...': {numbers}")),
        (
            vec!["--at", "1", "--at", "2"],
            "'--at <NUMBER>...' is given twice; give it once, with all its values".into(),
        ),
        (vec!["--at"], "a value is required for '--at <NUMBER>...' but none was supplied".into()),
        (
            vec!["--name", "relu"],
            "unexpected argument '--name'; ch4-step-sigmoid takes --function, --at, --figures and --help"
                .into(),
        ),
    ];
    for (arguments, sentence) in cases {
        CHAPTER.refuses(&arguments, sentence);
    }
}
