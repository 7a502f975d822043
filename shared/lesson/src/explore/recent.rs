//! What was asked for last.

/// What was made for the last `N` wishes, such as the trainings of the last starts.
#[derive(Clone, Debug)]
pub struct Recent<K, V, const N: usize>(Vec<(K, V)>);

impl<K, V, const N: usize> Default for Recent<K, V, N> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: PartialEq, V, const N: usize> Recent<K, V, N> {
    /// What is remembered for a wish.
    pub fn get(&self, wish: &K) -> Option<&V> {
        self.0.iter().find(|(known, _)| known == wish).map(|(_, made)| made)
    }

    /// What is remembered for a wish, or else made for it, in place of what was not asked for the longest.
    ///
    /// # Errors
    /// Those of `make`.
    pub fn get_or_make<E>(&mut self, wish: K, make: impl FnOnce() -> Result<V, E>) -> Result<&mut V, E> {
        let found = match self.0.iter().position(|(known, _)| *known == wish) {
            Some(place) => self.0.remove(place),
            None => (wish, make()?),
        };
        if self.0.len() == N {
            self.0.remove(0);
        }
        let place = self.0.len();
        self.0.push(found);
        Ok(&mut self.0[place].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_asked_for_the_longest_is_forgotten() {
        let mut recent: Recent<u32, u32, 2> = Recent::default();
        let mut made = Vec::new();
        for wish in [1, 2, 1, 3, 1, 2] {
            let value = recent.get_or_make(wish, || {
                made.push(wish);
                Ok::<u32, ()>(10 * wish)
            });
            assert_eq!(value, Ok(&mut (10 * wish)));
        }
        assert_eq!(made, [1, 2, 3, 2]);
        assert_eq!((recent.get(&1), recent.get(&2), recent.get(&3)), (Some(&10), Some(&20), None));
        assert_eq!(recent.get_or_make(4, || Err("no")), Err("no"));
    }
}
