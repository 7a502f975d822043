//! Starters fail, solutions pass, and a likely wrong answer is caught.

use ch4_activation_backward::exercises::log_softmax_backward;
use lesson::exercise::{Check, report};

#[expect(dead_code, reason = "the starter is a program; only its function is called here")]
#[path = "../exercises/log_softmax_backward.rs"]
mod starter;

#[path = "../exercises/solutions/log_softmax_backward.rs"]
mod solution;

#[test]
fn log_softmax_backward_starter_fails_where_the_page_says() {
    insta::assert_snapshot!(report(&log_softmax_backward(starter::log_softmax_backward).unwrap()));
}

#[test]
fn log_softmax_backward_solution_passes() {
    let checks = log_softmax_backward(solution::log_softmax_backward).unwrap();
    assert!(checks.iter().all(Check::passes), "{}", report(&checks));
}

#[test]
fn weighing_the_total_of_the_gradient_is_caught() {
    let checks = log_softmax_backward(|s, g| {
        let mean = s.iter().zip(g).map(|(s, g)| s * g).sum::<f64>();
        s.iter().zip(g).map(|(s, g)| g - s * mean).collect()
    });
    let checks = checks.unwrap();
    assert!(!checks.iter().all(Check::passes), "{}", report(&checks));
}

#[test]
fn a_list_that_is_too_short_is_caught() {
    let checks = log_softmax_backward(|_, _| Vec::new()).unwrap();
    assert!(!checks.iter().any(Check::passes), "{}", report(&checks));
}

#[test]
fn a_list_that_is_too_long_is_caught() {
    let checks =
        log_softmax_backward(|s, g| [solution::log_softmax_backward(s, g), vec![0.0]].concat()).unwrap();
    let failed = checks.iter().filter(|check| !check.passes()).count();
    assert_eq!(failed, 5, "{}", report(&checks));
}
