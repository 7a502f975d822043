//! Starters fail, solutions pass, and a likely wrong answer is caught.

use ch4_linear_collapse::exercises::hinges;
use lesson::exercise::{Check, report};

#[expect(dead_code, reason = "the starter is a program; only its function is called here")]
#[path = "../exercises/hinges.rs"]
mod starter;

#[path = "../exercises/solutions/hinges.rs"]
mod solution;

#[test]
fn hinges_starter_fails_where_the_page_says() {
    insta::assert_snapshot!(report(&hinges(starter::hinged)));
}

#[test]
fn hinges_solution_passes() {
    let checks = hinges(solution::hinged);
    assert!(checks.iter().all(Check::passes), "{}", report(&checks));
}

#[test]
fn forgetting_the_offset_is_caught() {
    let checks = hinges(|points| (0.0, solution::hinged(points).1));
    assert!(!checks.iter().all(Check::passes), "{}", report(&checks));
}
