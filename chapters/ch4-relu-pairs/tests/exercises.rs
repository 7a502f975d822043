//! Starters fail, solutions pass, and a likely wrong answer is caught.

use ch4_relu_pairs::Pair;
use lesson::exercise::{Check, report};

#[expect(dead_code, reason = "the starter is a program; only its function is called here")]
#[path = "../exercises/ramp.rs"]
mod starter;

#[path = "../exercises/solutions/ramp.rs"]
mod solution;

#[test]
fn ramp_starter_fails_where_the_page_says() {
    let checks = ch4_relu_pairs::exercises::ramp(starter::ramp);
    assert!(!checks.iter().all(Check::passes), "the starter passes");
    insta::assert_snapshot!(report(&checks));
}

#[test]
fn ramp_solution_passes() {
    let checks = ch4_relu_pairs::exercises::ramp(solution::ramp);
    assert!(checks.iter().all(Check::passes), "{}", report(&checks));
}

#[test]
fn turning_the_output_over_without_the_neurons_is_caught() {
    let checks = ch4_relu_pairs::exercises::ramp(|start, end, rise| {
        let Pair { v, .. } = starter::ramp(start, end, rise);
        Pair { v: -v, ..starter::ramp(start, end, rise) }
    });
    assert!(!checks.iter().all(Check::passes), "{}", report(&checks));
}

#[test]
fn forgetting_that_a_ramp_may_fall_is_caught() {
    let checks = ch4_relu_pairs::exercises::ramp(|start, end, rise| {
        let slope = rise / (end - start);
        Pair::new(-slope, slope * end, -1.0, rise, 1.0)
    });
    assert!(!checks.iter().all(Check::passes), "{}", report(&checks));
}
