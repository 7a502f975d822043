//! A network of two inputs, two hidden units and one output, as a map of the plane: nine numbers and a function.

use nn::Activation;
use nn::elementary::sqrt;

/// A point of the plane: its two coordinates.
pub type Point = [f64; 2];

/// An affine map of the plane. Row i of `w` and entry i of `b` feed hidden unit i.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Affine {
    /// The weights.
    pub w: [[f64; 2]; 2],
    /// The biases.
    pub b: Point,
}

impl Affine {
    /// The map that leaves every point where it is.
    pub const IDENTITY: Self = Self { w: [[1.0, 0.0], [0.0, 1.0]], b: [0.0, 0.0] };

    // ANCHOR: affine
    /// Where the map takes a point: the two pre-activations.
    pub fn apply(&self, [x1, x2]: Point) -> Point {
        let unit = |i: usize| self.w[i][0] * x1 + self.w[i][1] * x2 + self.b[i];
        [unit(0), unit(1)]
    }
    // ANCHOR_END: affine

    /// By how much the map scales areas; negative where it mirrors.
    pub fn determinant(&self) -> f64 {
        let [[a, b], [c, d]] = self.w;
        a * d - b * c
    }

    /// The longest and the shortest radius of the ellipse that the map makes of the unit circle.
    ///
    /// Every 2 by 2 matrix is a turn with scale plus a reflection with scale, and the radii are the sum and the
    /// difference of the two scales.
    pub fn singular_values(&self) -> [f64; 2] {
        let [[a, b], [c, d]] = self.w;
        let turn = length([a + d, c - b]) / 2.0;
        let reflection = length([a - d, c + b]) / 2.0;
        [turn + reflection, (turn - reflection).abs()]
    }

    /// The same weights read the other way round: column i feeds unit i.
    #[must_use]
    pub fn transposed(&self) -> Self {
        let [[a, b], [c, d]] = self.w;
        Self { w: [[a, c], [b, d]], ..*self }
    }
}

/// An affine map, then an activation: the hidden layer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hidden {
    /// The affine map.
    pub affine: Affine,
    /// What each of the two numbers goes through afterwards.
    pub activation: Activation,
}

impl Hidden {
    // ANCHOR: bend
    /// Where the hidden layer takes a point.
    pub fn bend(&self, point: Point) -> Point {
        self.affine.apply(point).map(|z| self.activation.value(z))
    }
    // ANCHOR_END: bend

    /// Where it takes many points.
    pub fn bend_all(&self, points: &[Point]) -> Vec<Point> {
        points.iter().map(|&point| self.bend(point)).collect()
    }
}

/// The output unit: zero on a line, positive on one side of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Line {
    /// The weights of the two hidden units.
    pub w: Point,
    /// The output bias.
    pub b: f64,
}

impl Line {
    // ANCHOR: side
    /// The logit: positive on one side of the line, negative on the other.
    pub fn side(&self, h: Point) -> f64 {
        dot(self.w, h) + self.b
    }
    // ANCHOR_END: side

    /// How far a point is from the line, positive on the positive side.
    pub fn distance(&self, h: Point) -> f64 {
        self.side(h) / length(self.w)
    }

    /// The same line, its equation divided by a positive number.
    #[must_use]
    pub fn divided_by(&self, scale: f64) -> Self {
        Self { w: self.w.map(|w| w / scale), b: self.b / scale }
    }
}

/// The whole network. Its logit is positive for the class of the lower curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Network {
    /// The hidden layer.
    pub hidden: Hidden,
    /// The output unit.
    pub line: Line,
}

impl Network {
    /// The logit at a point of the input plane.
    pub fn logit(&self, point: Point) -> f64 {
        self.line.side(self.hidden.bend(point))
    }
}

/// The product of two vectors.
pub fn dot(a: Point, b: Point) -> f64 {
    a[0] * b[0] + a[1] * b[1]
}

/// Twice the area of the triangle from the origin over `a` and `b`: positive if `b` is to the left of `a`.
pub fn cross(a: Point, b: Point) -> f64 {
    a[0] * b[1] - a[1] * b[0]
}

/// The vector from `a` to `b`.
pub fn from_to(a: Point, b: Point) -> Point {
    [b[0] - a[0], b[1] - a[1]]
}

/// A vector's length.
pub fn length(a: Point) -> f64 {
    sqrt(dot(a, a))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn singular(w: [[f64; 2]; 2]) -> [f64; 2] {
        Affine { w, b: [0.0, 0.0] }.singular_values()
    }

    #[test]
    fn singular_values_of_known_maps() {
        assert_eq!(singular([[3.0, 0.0], [0.0, -2.0]]), [3.0, 2.0]);
        assert_eq!(singular([[1.0, 1.0], [1.0, 1.0]]), [2.0, 0.0]);
        let [a, b] = singular([[-1.0, 1.0], [1.0, 1.0]]);
        assert!((a - sqrt(2.0)).abs() < 1e-15 && (b - sqrt(2.0)).abs() < 1e-15);
    }

    #[test]
    fn singular_values_multiply_to_the_determinant_and_square_to_the_sum_of_squares() {
        for w in [[[-3.0, 0.4], [-3.0, 3.0]], [[0.3, -2.0], [5.0, 0.1]], [[1.0, 0.0], [1.0, 1.0]]] {
            let [a, b] = singular(w);
            let squares: f64 = w.iter().flatten().map(|w| w * w).sum();
            let determinant = Affine { w, b: [0.0, 0.0] }.determinant();
            assert!((a * b - determinant.abs()).abs() < 1e-13);
            assert!((a * a + b * b - squares).abs() < 1e-13);
        }
    }

    #[test]
    fn a_row_feeds_a_unit() {
        let affine = Affine { w: [[1.0, 2.0], [3.0, 4.0]], b: [10.0, 20.0] };
        assert_eq!(affine.apply([1.0, 0.0]), [11.0, 23.0]);
        assert_eq!(affine.transposed().apply([1.0, 0.0]), [11.0, 22.0]);
        assert_eq!(Affine::IDENTITY.apply([0.3, -0.7]), [0.3, -0.7]);
    }
}
