//! What several tests need: reference data, hashes, and the one table of tolerances.
#![allow(dead_code, reason = "no test needs all of it")]

/// How far from the reference a result may be.
pub struct Tolerance {
    pub name: &'static str,
    pub bound: f64,
    pub why: &'static str,
}

const fn allow(name: &'static str, bound: f64, why: &'static str) -> Tolerance {
    Tolerance { name, bound, why }
}

/// The only place where a test is allowed to be content with less than equality.
pub const TOLERANCES: &[Tolerance] = &[
    allow(
        "torch value",
        5e-15,
        "PyTorch's GELU cancels, its softplus stops at 20; relative to the value, or to 1",
    ),
    allow("torch slope", 2e-13, "the same for its derivatives"),
    allow("torch hard slope", 5e-9, "PyTorch's hard sigmoid has 1/6 in f32, even where all else is f64"),
    allow("torch rows", 2e-15, "softmax: a few roundings in another order"),
    allow("torch losses", 2e-16, "sums in another order"),
    allow("torch training", 1e-15, "five steps amplify the order of sums"),
    allow("slope by differences", 4e-9, "h² f‴/6 with h = 10⁻⁴, and 10⁻¹⁶/h from rounding"),
    allow("rows by differences", 1e-9, "the same"),
    allow("layers by differences", 4e-9, "the same"),
    allow("losses by differences", 1e-10, "the same"),
    allow("slope error", 8e-16, "slopes have zeros, so absolute; a few roundings of numbers near 1"),
];

/// A tolerance that is so many times what is seen tests nothing.
const LOOSE: f64 = 10.0;

/// Fails if `seen` is beyond the bound of this name, or so far below that the bound should be tightened.
pub fn judge(name: &str, seen: f64) {
    let tolerance = TOLERANCES.iter().find(|tolerance| tolerance.name == name).expect(name);
    let Tolerance { bound, why, .. } = tolerance;
    assert!(seen <= *bound, "{name}: {seen:e} is beyond {bound:e} ({why})");
    assert!(seen * LOOSE >= *bound, "{name}: {bound:e} is far looser than {seen:e}, which is all there is");
}

/// FNV-1a, 64 bits.
pub fn fnv<'a>(words: impl IntoIterator<Item = &'a [u8]>) -> u64 {
    words
        .into_iter()
        .flatten()
        .fold(0xcbf2_9ce4_8422_2325, |state, &byte| (state ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The hash of a stream that NumPy made.
pub fn numpy_hash(stream: &str) -> u64 {
    let row = rows(include_str!("../data/numpy.csv")).into_iter().find(|row| row[0] == stream).expect(stream);
    u64::from_str_radix(row[1], 16).expect("a hash is hexadecimal")
}

/// The fields of a file's rows, without the header.
pub fn rows(file: &str) -> Vec<Vec<&str>> {
    file.lines().skip(1).map(|line| line.split(',').collect()).collect()
}

/// The numbers in a field.
pub fn numbers(field: &str) -> Vec<f64> {
    field.split(' ').map(|number| number.parse().expect(number)).collect()
}

/// The distance from `expected + rest` in units of `expected`'s last place.
pub fn ulps(seen: f64, expected: f64, rest: f64) -> f64 {
    let binade = f64::from_bits(expected.to_bits() & (0x7ff << 52));
    let binade = nn::elementary::max(binade, f64::MIN_POSITIVE);
    ((seen - expected) - rest).abs() / (binade * f64::EPSILON)
}

/// The numbers sin 1, sin 2, sin 3, … in a matrix, as `make.py` has them.
pub fn sines(rows: usize, columns: usize) -> ndarray::Array2<f64> {
    ndarray::Array2::from_shape_fn((rows, columns), |(i, j)| {
        nn::elementary::sin((i * columns + j + 1) as f64)
    })
}
