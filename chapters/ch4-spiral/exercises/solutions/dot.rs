//! A solution of the exercise `dot`.

// ANCHOR: solution
/// The sum of the products of two rows of numbers.
pub fn dot(inputs: &[f32], weights: &[f32]) -> f32 {
    let products = inputs.iter().zip(weights).map(|(&x, &w)| f64::from(x) * f64::from(w));
    products.sum::<f64>() as f32
}
// ANCHOR_END: solution
