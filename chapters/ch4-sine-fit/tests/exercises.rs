//! Starters fail, solutions pass, and a likely wrong answer is caught.

use ch4_sine_fit::exercises::one_layer;
use lesson::exercise::{Check, report};

#[expect(dead_code, reason = "the starter is a program; only its function is called here")]
#[path = "../exercises/one_layer.rs"]
mod starter;

#[path = "../exercises/solutions/one_layer.rs"]
mod solution;

#[test]
fn one_layer_starter_fails_where_the_page_says() {
    insta::assert_snapshot!(report(&one_layer(starter::weights)));
}

#[test]
fn one_layer_solution_passes() {
    let checks = one_layer(solution::weights);
    assert!(checks.iter().all(Check::passes), "{}", report(&checks));
}

#[test]
fn rises_instead_of_slopes_are_caught() {
    let checks = one_layer(|points| points.windows(2).map(|ends| ends[1].1 - ends[0].1).collect());
    assert!(!checks.iter().all(Check::passes), "{}", report(&checks));
}
