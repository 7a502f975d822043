//! A solution of the exercise `unbend`.

use ch4_feature_space::plane::{Affine, Point};
use nn::elementary::ln;

// ANCHOR: solution
/// The point that the layer h = sigmoid(W x + b) took to `h`, if only one point can have gone there.
pub fn unbend(affine: Affine, h: Point) -> Option<Point> {
    let [z1, z2] = [0, 1].map(|unit| ln(h[unit] / (1.0 - h[unit])) - affine.b[unit]);
    let [[a, b], [c, d]] = affine.w;
    let determinant = affine.determinant();
    (determinant != 0.0).then(|| [(d * z1 - b * z2) / determinant, (a * z2 - c * z1) / determinant])
}
// ANCHOR_END: solution
