//! Starters fail, solutions pass, and a likely wrong answer is caught.

use ch4_step_sigmoid::exercises::small_tanh;
use lesson::exercise::{Check, report};

#[expect(dead_code, reason = "the starter is a program; only its function is called here")]
#[path = "../exercises/small_tanh.rs"]
mod starter;

#[path = "../exercises/solutions/small_tanh.rs"]
mod solution;

#[test]
fn small_tanh_starter_fails_where_the_page_says() {
    insta::assert_snapshot!(report(&small_tanh(starter::tanh)));
}

#[test]
fn small_tanh_solution_passes() {
    let checks = small_tanh(solution::tanh);
    assert!(checks.iter().all(Check::passes), "{}", report(&checks));
}

#[test]
fn overflowing_on_one_side_is_caught() {
    let checks = small_tanh(|x| {
        let t = nn::elementary::expm1(2.0 * x);
        t / (t + 2.0)
    });
    let missed: Vec<&str> = checks.iter().filter(|c| !c.passes()).map(|c| c.question.as_str()).collect();
    assert_eq!(missed, ["tanh of 1000.0"], "{}", report(&checks));
}
