//! A solution of the exercise `hinges`.

// ANCHOR: solution
/// Each weight is the change of slope at its knot.
pub fn hinged(points: &[(f64, f64)]) -> (f64, Vec<f64>) {
    let mut so_far = 0.0;
    let weight = |ends: &[(f64, f64)]| {
        let slope = (ends[1].1 - ends[0].1) / (ends[1].0 - ends[0].0);
        let change = slope - so_far;
        so_far = slope;
        change
    };
    (points[0].1, points.windows(2).map(weight).collect())
}
// ANCHOR_END: solution
