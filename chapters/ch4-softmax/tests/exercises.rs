//! Starters fail, solutions pass, and a likely wrong answer is caught.

use lesson::exercise::{Check, report};

#[expect(dead_code, reason = "the starter is a program; only its function is called here")]
#[path = "../exercises/one_pass.rs"]
mod starter;

#[path = "../exercises/solutions/one_pass.rs"]
mod solution;

#[test]
fn one_pass_starter_fails_where_the_page_says() {
    let checks = ch4_softmax::exercises::one_pass(|logits| starter::log_sum_exp(logits.iter().copied()));
    insta::assert_snapshot!(report(&checks));
}

#[test]
fn one_pass_solution_passes() {
    let checks = ch4_softmax::exercises::one_pass(|logits| solution::log_sum_exp(logits.iter().copied()));
    assert!(checks.iter().all(Check::passes), "{}", report(&checks));
}

#[test]
fn zero_is_no_answer_to_an_empty_stream() {
    let checks = ch4_softmax::exercises::one_pass(|_| 0.0);
    assert!(!checks.iter().any(Check::passes), "{}", report(&checks));
}

#[test]
fn forgetting_to_shrink_the_sum_is_caught() {
    let checks = ch4_softmax::exercises::one_pass(|logits| {
        let mut largest = f64::NEG_INFINITY;
        let mut sum = 0.0;
        for &z in logits {
            largest = nn::elementary::max(largest, z);
            sum += nn::elementary::exp(z - largest);
        }
        largest + nn::elementary::ln(sum)
    });
    assert!(!checks.iter().all(Check::passes), "{}", report(&checks));
}
