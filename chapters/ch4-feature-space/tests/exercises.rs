//! Starters fail, solutions pass, and a likely wrong answer is caught.

use ch4_feature_space::exercises::unbend;
use lesson::exercise::{Check, report};

#[expect(dead_code, reason = "the starter is a program; only its function is called here")]
#[path = "../exercises/unbend.rs"]
mod starter;

#[path = "../exercises/solutions/unbend.rs"]
mod solution;

#[test]
fn unbend_starter_fails_where_the_page_says() {
    insta::assert_snapshot!(report(&unbend(starter::unbend)));
}

#[test]
fn unbend_solution_passes() {
    let checks = unbend(solution::unbend);
    assert!(checks.iter().all(Check::passes), "{}", report(&checks));
}

#[test]
fn reading_w_the_other_way_round_is_caught() {
    let checks = unbend(|affine, h| solution::unbend(affine.transposed(), h));
    assert!(!checks.iter().all(Check::passes), "{}", report(&checks));
}

#[test]
fn forgetting_the_bias_is_caught() {
    let checks = unbend(|affine, h| {
        let unbiased = ch4_feature_space::plane::Affine { b: [0.0, 0.0], ..affine };
        solution::unbend(unbiased, h)
    });
    assert!(!checks.iter().all(Check::passes), "{}", report(&checks));
}
