//! What goes on step by step, and back.

/// Something that goes on step by step, such as training, with marks on the way from which it can go on again.
///
/// ```
/// use lesson::explore::Trail;
///
/// let mut powers = Trail::new(1_u64, 10);
/// let mut double = |power: &mut u64, _| Ok::<(), ()>(*power *= 2);
/// assert_eq!(powers.go_to(25, &mut double), Ok(&mut (1 << 25)));
/// assert_eq!(powers.reached(14), 10);
/// assert_eq!(powers.go_to(14, double), Ok(&mut (1 << 14)));
/// ```
#[derive(Clone, Debug)]
pub struct Trail<T> {
    now: T,
    at: usize,
    /// A mark every so many steps; the first is the start.
    marks: Vec<T>,
    every: usize,
}

impl<T: Clone> Trail<T> {
    /// A trail from here, to be marked every so many steps.
    pub fn new(start: T, every: usize) -> Self {
        Self { marks: vec![start.clone()], now: start, at: 0, every }
    }

    /// The step from which it is the shortest way to this one: where it stands, or a mark.
    pub fn reached(&self, step: usize) -> usize {
        let mark = self.every * (step / self.every).min(self.marks.len() - 1);
        if (mark..=step).contains(&self.at) { self.at } else { mark }
    }

    /// What has become of it after so many steps. `next` takes one of them, and hears which.
    ///
    /// # Errors
    /// Those of `next`.
    pub fn go_to<E>(
        &mut self,
        step: usize,
        mut next: impl FnMut(&mut T, usize) -> Result<(), E>,
    ) -> Result<&mut T, E> {
        let from = self.reached(step);
        if from != self.at {
            (self.now, self.at) = (self.marks[from / self.every].clone(), from);
        }
        while self.at < step {
            next(&mut self.now, self.at + 1)?;
            self.at += 1;
            if self.at == self.marks.len() * self.every {
                self.marks.push(self.now.clone());
            }
        }
        Ok(&mut self.now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_on_from_where_it_stands_or_from_a_mark() {
        let mut trail = Trail::new(0, 5);
        let mut steps = Vec::new();
        for (to, taken) in [(7, 1..=7), (9, 8..=9), (6, 6..=6), (12, 7..=12), (4, 1..=4), (12, 11..=12)] {
            assert_eq!(trail.reached(to) + 1, *taken.start(), "{to}");
            let now = trail.go_to(to, |now, step| {
                steps.push(step);
                *now += 1;
                Ok::<(), ()>(())
            });
            assert_eq!(now, Ok(&mut to.clone()));
            assert_eq!(std::mem::take(&mut steps), taken.collect::<Vec<_>>(), "{to}");
        }
    }
}
