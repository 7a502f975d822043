//! Random numbers: NumPy's legacy generator, `np.random.RandomState`, to the bit.

mod mt19937;
mod numpy_ln;

pub use mt19937::Mt19937;
use numpy_ln::numpy_ln;

use rand::Rng;

/// NumPy's `RandomState`: the stream of numbers that `np.random.seed(…)` and the global functions give.
///
/// Frozen by NumPy since 2019, so any notebook's numbers can be reproduced. The order of calls matters: normals
/// come in pairs, and the second of a pair waits for the next call.
///
/// ```
/// let mut random = nn::random::RandomState::new(0);
/// assert_eq!(random.normal(), 1.764052345967664);
/// assert_eq!(random.normal(), 0.4001572083672233);
/// ```
#[derive(Clone, Debug)]
pub struct RandomState {
    generator: Mt19937,
    waiting_normal: Option<f64>,
}

impl RandomState {
    /// As `np.random.RandomState(seed)`, and as the global functions after `np.random.seed(seed)`.
    #[must_use]
    pub fn new(seed: u32) -> Self {
        Self { generator: Mt19937::new(seed), waiting_normal: None }
    }

    /// A number from [low, high), as `uniform(low, high)`; `random_sample()` is `uniform(0, 1)`.
    pub fn uniform(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.generator.fraction()
    }

    /// A standard normal number, as `randn()` and `standard_normal()`.
    ///
    /// Marsaglia's polar method (1964): a point of the unit disc gives two; the second coordinate's comes
    /// first.
    pub fn normal(&mut self) -> f64 {
        if let Some(waiting) = self.waiting_normal.take() {
            return waiting;
        }
        loop {
            let x = 2.0 * self.generator.fraction() - 1.0;
            let y = 2.0 * self.generator.fraction() - 1.0;
            let square = x * x + y * y;
            if square < 1.0 && square != 0.0 {
                let stretch = (-2.0 * numpy_ln(square) / square).sqrt();
                self.waiting_normal = Some(stretch * x);
                return stretch * y;
            }
        }
    }

    /// An integer from low to high - 1, as `randint(low, high)`.
    ///
    /// # Panics
    /// If there is no such integer.
    pub fn randint(&mut self, low: i64, high: i64) -> i64 {
        assert!(low < high, "randint: no integer from {low} to below {high}");
        let span = high.wrapping_sub(low) as u64 - 1;
        low.wrapping_add(self.up_to(span) as i64)
    }

    /// 0, 1, …, n - 1 in random order, as `permutation(n)`.
    pub fn permutation(&mut self, n: usize) -> Vec<usize> {
        let mut order: Vec<usize> = (0..n).collect();
        self.shuffle(&mut order);
        order
    }

    /// Brings the items into random order, as `shuffle(items)`: Fisher and Yates (1938), from the end.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.up_to(last as u64) as usize);
        }
    }

    /// An integer from 0 to `largest`: random bits, as many as it has, until they are not larger.
    fn up_to(&mut self, largest: u64) -> u64 {
        let bits = u64::BITS - largest.leading_zeros();
        if bits == 0 {
            return 0;
        }
        let mask = u64::MAX >> (u64::BITS - bits);
        loop {
            let word =
                if bits > 32 { self.generator.next_u64() } else { u64::from(self.generator.next_u32()) };
            if word & mask <= largest {
                return word & mask;
            }
        }
    }
}
