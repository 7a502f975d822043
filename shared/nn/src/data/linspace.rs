//! NumPy's `linspace`.

/// `count` numbers from `start` to `stop`, both included: start + i · step, but the last is `stop` itself.
pub fn linspace(start: f64, stop: f64, count: usize) -> impl Iterator<Item = f64> {
    let last = count.saturating_sub(1);
    let step = (stop - start) / last as f64;
    (0..count).map(
        move |i| if i == last && i > 0 { stop } else { start + if i > 0 { i as f64 * step } else { 0.0 } },
    )
}
