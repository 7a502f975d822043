//! How far apart two floating-point numbers are, counted in steps of the last bit.

// ANCHOR: ulps
/// How many 64-bit floats one has to step over to get from `a` to `b`.
pub(crate) fn ulps_between(a: f64, b: f64) -> u64 {
    place(a).abs_diff(place(b))
}
// ANCHOR_END: ulps

/// The place of a float in the row of all floats; ±0 is at place 0.
fn place(x: f64) -> i64 {
    let size = x.abs().to_bits() as i64;
    if x < 0.0 { -size } else { size }
}

#[cfg(test)]
mod tests {
    use super::ulps_between;

    #[test]
    fn neighbours_are_one_apart() {
        for x in [1.0, -1.0, 0.1, 1e-310, f64::MAX] {
            assert_eq!(ulps_between(x, x.next_up()), 1, "{x}");
        }
        assert_eq!(ulps_between(0.0, -0.0), 0);
        assert_eq!(ulps_between(-5e-324, 5e-324), 2);
        assert_eq!(ulps_between(1.0, 1.0 + 3.0 * f64::EPSILON), 3);
    }
}
