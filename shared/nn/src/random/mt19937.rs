//! The Mersenne Twister (Matsumoto and Nishimura, 1998), seeded by an integer as its authors' `init_genrand`.

use std::convert::Infallible;

use rand::{SeedableRng, TryRng};

/// How many words the state has, and how far apart are the two that are mixed.
const WORDS: usize = 624;
const APART: usize = 397;

/// MT19937: 32-bit words with a period of 2¹⁹⁹³⁷ - 1. Not for secrets.
#[derive(Clone, Debug)]
pub struct Mt19937 {
    state: [u32; WORDS],
    next: usize,
}

impl Mt19937 {
    /// The generator that NumPy's `RandomState(seed)` starts with.
    #[must_use]
    pub fn new(seed: u32) -> Self {
        let mut state = [seed; WORDS];
        for i in 1..WORDS {
            let last = state[i - 1];
            state[i] = 1_812_433_253_u32.wrapping_mul(last ^ (last >> 30)).wrapping_add(i as u32);
        }
        Self { state, next: WORDS }
    }

    /// The next 32 bits.
    pub fn word(&mut self) -> u32 {
        if self.next == WORDS {
            self.advance();
        }
        let word = self.state[self.next];
        self.next += 1;
        temper(word)
    }

    /// A number from [0, 1) with 53 random bits: 27 from one word, 26 from the next.
    pub fn fraction(&mut self) -> f64 {
        let (high, low) = (self.word() >> 5, self.word() >> 6);
        (f64::from(high) * 67_108_864.0 + f64::from(low)) / 9_007_199_254_740_992.0
    }

    /// Replaces the whole state by the next one.
    fn advance(&mut self) {
        for i in 0..WORDS {
            let mixed = (self.state[i] & 0x8000_0000) | (self.state[(i + 1) % WORDS] & 0x7fff_ffff);
            let twisted = (mixed >> 1) ^ if mixed & 1 == 1 { 0x9908_b0df } else { 0 };
            self.state[i] = self.state[(i + APART) % WORDS] ^ twisted;
        }
        self.next = 0;
    }
}

fn temper(mut word: u32) -> u32 {
    word ^= word >> 11;
    word ^= (word << 7) & 0x9d2c_5680;
    word ^= (word << 15) & 0xefc6_0000;
    word ^ (word >> 18)
}

impl SeedableRng for Mt19937 {
    type Seed = [u8; 4];

    /// The integer with these bytes, the least significant first.
    fn from_seed(seed: Self::Seed) -> Self {
        Self::new(u32::from_le_bytes(seed))
    }
}

impl TryRng for Mt19937 {
    type Error = Infallible;

    fn try_next_u32(&mut self) -> Result<u32, Infallible> {
        Ok(self.word())
    }

    /// Two words, the first one on top, as NumPy has it.
    fn try_next_u64(&mut self) -> Result<u64, Infallible> {
        let (high, low) = (self.word(), self.word());
        Ok(u64::from(high) << 32 | u64::from(low))
    }

    fn try_fill_bytes(&mut self, bytes: &mut [u8]) -> Result<(), Infallible> {
        for piece in bytes.chunks_mut(4) {
            piece.copy_from_slice(&self.word().to_le_bytes()[..piece.len()]);
        }
        Ok(())
    }
}
