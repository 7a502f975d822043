//! Products without wide registers, in few lines: a browser waits for code before it runs it.

use super::{DEPTH, Grid, Size, Strides, WIDTH, add_multiple, copy_all, pack};
use crate::Real;

/// Entries below each other at the same time: one sum alone would wait for each of its additions.
pub(super) fn few_columns<F: Real>(size: Size, a: &[F], b: Grid<F>, c: &mut [F], strides: Strides) {
    for j in 0..size.m {
        let column: Vec<F> = (0..size.k).map(|k| b.at(k, j)).collect();
        let mut entries = c[j * strides.1..].iter_mut().step_by(strides.0);
        let mut blocks = a.chunks_exact(4 * size.k);
        for block in &mut blocks {
            let ((first, second), (third, fourth)) = {
                let (upper, lower) = block.split_at(2 * size.k);
                (upper.split_at(size.k), lower.split_at(size.k))
            };
            let mut sums = [F::zero(); 4];
            for ((((&b, &first), &second), &third), &fourth) in
                column.iter().zip(first).zip(second).zip(third).zip(fourth)
            {
                add_multiple(&mut sums, b, &[first, second, third, fourth]);
            }
            sums.into_iter().zip(entries.by_ref()).for_each(|(sum, entry)| *entry = sum);
        }
        for (entry, row) in entries.zip(blocks.remainder().chunks_exact(size.k)) {
            *entry = row.iter().zip(&column).fold(F::zero(), |sum, (&a, &b)| sum + a * b);
        }
    }
}

/// As many neighbours in a row of the result at a time as stay in registers.
pub(super) fn by_rows<F: Real>(size: Size, a: Grid<F>, b: Grid<F>, c: &mut [F], strides: Strides) {
    let mut panel = [[F::zero(); WIDTH]; DEPTH];
    for column in (0..size.m).step_by(WIDTH) {
        for depth in (0..size.k).step_by(DEPTH) {
            let deep = DEPTH.min(size.k - depth);
            let columns = WIDTH.min(size.m - column);
            pack(b, (depth, column), (deep, columns), &mut panel);
            for row in 0..size.n {
                let start = row * strides.0 + column * strides.1;
                let piece = &mut c[start..=start + (columns - 1) * strides.1];
                let mut sums = [F::zero(); WIDTH];
                if depth > 0 {
                    sums.iter_mut()
                        .zip(piece.iter().step_by(strides.1))
                        .for_each(|(sum, &entry)| *sum = entry);
                }
                let first = row * a.strides.0 + depth * a.strides.1;
                for (&a, b) in a.entries[first..].iter().step_by(a.strides.1).zip(&panel[..deep]) {
                    add_multiple(&mut sums, a, b);
                }
                if columns == WIDTH && strides.1 == 1 {
                    copy_all::<F, WIDTH>(&sums, piece);
                } else {
                    piece.iter_mut().step_by(strides.1).zip(&sums).for_each(|(entry, &sum)| *entry = sum);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::multiply_small;
    use super::*;
    use crate::random::RandomState;

    /// (n, k) times (k, m), the left factor and the result by rows or by columns, plainly and entry by entry.
    fn compare((n, k, m): (usize, usize, usize), by_columns: bool, few: bool) {
        let mut random = RandomState::new(7);
        let mut entries = |count: usize| (0..count).map(|_| random.normal()).collect::<Vec<f64>>();
        let (a, b) = (entries(n * k), entries(k * m));
        let (left, result) = if by_columns { ((1, n), (1, n)) } else { ((k, 1), (m, 1)) };
        let (left, right) = (Grid { entries: &a, strides: left }, Grid { entries: &b, strides: (m, 1) });
        let size = Size { n, k, m };
        let (mut plain, mut expected) = (vec![f64::NAN; n * m], vec![f64::NAN; n * m]);
        multiply_small(size, left, right, &mut expected, result);
        match few {
            true => few_columns(size, &a, right, &mut plain, result),
            false => by_rows(size, left, right, &mut plain, result),
        }
        let bits = |entries: Vec<f64>| entries.into_iter().map(f64::to_bits).collect::<Vec<_>>();
        assert_eq!(
            bits(plain),
            bits(expected),
            "({n}, {k}) times ({k}, {m}), by columns {by_columns}, few {few}"
        );
    }

    #[test]
    fn both_add_in_the_order_of_the_plainest_loop() {
        for n in [1, 3, 4, 9] {
            for k in [1, 2, 31, DEPTH, 2 * DEPTH + 5] {
                for m in [1, 3, 4, 7, WIDTH, 2 * WIDTH + 3] {
                    compare((n, k, m), false, false);
                    compare((n, k, m), true, false);
                    compare((n, k, m), false, true);
                }
            }
        }
    }
}
