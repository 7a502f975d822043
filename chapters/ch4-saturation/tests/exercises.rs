//! Starters fail, solutions pass, and a likely wrong answer is caught.

use lesson::exercise::{Check, report};

#[expect(dead_code, reason = "the starter is a program; only its function is called here")]
#[path = "../exercises/right_scale.rs"]
mod starter;

#[path = "../exercises/solutions/right_scale.rs"]
mod solution;

#[test]
fn right_scale_starter_fails_where_the_page_says() {
    let checks = ch4_saturation::exercises::right_scale(starter::scale);
    assert!(!checks.iter().all(Check::passes), "the starter passes");
    insta::assert_snapshot!(report(&checks));
}

#[test]
fn right_scale_solution_passes() {
    let checks = ch4_saturation::exercises::right_scale(solution::scale);
    assert!(checks.iter().all(Check::passes), "{}", report(&checks));
}

#[test]
fn the_mean_slope_instead_of_the_mean_square_is_caught() {
    let checks = ch4_saturation::exercises::right_scale(|left| 2.0f64.sqrt() / (1.0 + left));
    assert!(!checks.iter().all(Check::passes), "{}", report(&checks));
}
