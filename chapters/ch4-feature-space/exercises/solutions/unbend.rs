//! A solution of the exercise `unbend`.

use ch4_feature_space::plane::{Affine, Point};
use nn::elementary::ln;

// ANCHOR: solution
/// The point that h = sigmoid(W x + b) took to `h`, if no other can have gone there.
pub fn unbend(affine: Affine, h: Point) -> Option<Point> {
    let [z1, z2] = [0, 1].map(|unit| ln(h[unit] / (1.0 - h[unit])) - affine.b[unit]);
    let [[a, b], [c, d]] = affine.w;
    let area = affine.determinant();
    (area != 0.0).then(|| [(d * z1 - b * z2) / area, (a * z2 - c * z1) / area])
}
// ANCHOR_END: solution
