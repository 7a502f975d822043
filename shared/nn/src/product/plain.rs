//! Products without wide registers, in few lines: a browser waits for code before it runs it.

use fearless_simd::{Level, Simd, SimdBase, dispatch};

use super::{DEPTH, Grid, Size, Strides, add_multiple, pack};
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

/// Neighbours in a row of the result at a time, and rows: as many sums as stay in registers.
const EIGHT: usize = 8;
const ROWS: usize = 2;

/// Sums beside each other in registers. A compiler that saves room writes no vectors of its own.
pub(super) fn by_rows<F: Real>(size: Size, a: Grid<F>, b: Grid<F>, c: &mut [F], strides: Strides) {
    dispatch!(Level::baseline(), simd => by_eights(simd, size, a, b, c, strides));
}

#[inline(always)]
fn by_eights<F: Real, S: Simd>(
    simd: S,
    size: Size,
    a: Grid<F>,
    b: Grid<F>,
    c: &mut [F],
    (down, along): Strides,
) {
    let mut panel = [[F::zero(); EIGHT]; DEPTH];
    for column in (0..size.m).step_by(EIGHT) {
        let columns = EIGHT.min(size.m - column);
        for depth in (0..size.k).step_by(DEPTH) {
            let deep = DEPTH.min(size.k - depth);
            pack(b, (depth, column), (deep, columns), &mut panel);
            for row in (0..size.n).step_by(ROWS) {
                // The last row stands in for those that would come after it.
                let rows: [usize; ROWS] = std::array::from_fn(|i| (row + i).min(size.n - 1));
                let strips = rows.map(|row| &a.entries[row * a.strides.0 + depth * a.strides.1..]);
                let mut piece = Piece {
                    entries: c,
                    starts: rows.map(|row| row * down + column * along),
                    stride: along,
                    columns,
                };
                let start =
                    if depth == 0 { [F::Eight::splat(simd, F::zero()); ROWS] } else { piece.load(simd) };
                piece.store(add_products(simd, start, strips, a.strides.1, &panel[..deep]));
            }
        }
    }
}

/// sums + strips·panel, with neighbours in a strip so far apart.
#[inline(always)]
fn add_products<F: Real, S: Simd>(
    simd: S,
    mut sums: [F::Eight<S>; ROWS],
    strips: [&[F]; ROWS],
    stride: usize,
    panel: &[[F; EIGHT]],
) -> [F::Eight<S>; ROWS] {
    for (k, b) in panel.iter().enumerate() {
        let b = F::Eight::from_slice(simd, b);
        for (sum, strip) in sums.iter_mut().zip(strips) {
            *sum += b * strip[k * stride];
        }
    }
    sums
}

/// Up to eight neighbours in each of some rows of the result.
struct Piece<'a, F> {
    entries: &'a mut [F],
    starts: [usize; ROWS],
    stride: usize,
    columns: usize,
}

impl<F: Real> Piece<'_, F> {
    #[inline(always)]
    fn load<S: Simd>(&self, simd: S) -> [F::Eight<S>; ROWS] {
        self.starts.map(|start| {
            let entries = self.entries[start..].iter().step_by(self.stride).take(self.columns);
            let mut sums = [F::zero(); EIGHT];
            sums.iter_mut().zip(entries).for_each(|(sum, &entry)| *sum = entry);
            F::Eight::from_slice(simd, &sums)
        })
    }

    #[inline(always)]
    fn store<S: Simd>(&mut self, sums: [F::Eight<S>; ROWS]) {
        for (start, sums) in self.starts.into_iter().zip(sums) {
            if self.columns == EIGHT && self.stride == 1 {
                sums.store_slice(&mut self.entries[start..start + EIGHT]);
            } else {
                let entries = self.entries[start..].iter_mut().step_by(self.stride).take(self.columns);
                entries.zip(sums.as_slice()).for_each(|(entry, &sum)| *entry = sum);
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
    fn compare<F: Real>((n, k, m): (usize, usize, usize), by_columns: bool, few: bool) {
        let mut random = RandomState::new(7);
        let mut entries = |count: usize| (0..count).map(|_| F::from_f64(random.normal())).collect::<Vec<F>>();
        let (a, b) = (entries(n * k), entries(k * m));
        let (left, result) = if by_columns { ((1, n), (1, n)) } else { ((k, 1), (m, 1)) };
        let (left, right) = (Grid { entries: &a, strides: left }, Grid { entries: &b, strides: (m, 1) });
        let size = Size { n, k, m };
        let (mut plain, mut expected) =
            (vec![F::from_f64(f64::NAN); n * m], vec![F::from_f64(f64::NAN); n * m]);
        multiply_small(size, left, right, &mut expected, result);
        match few {
            true => few_columns(size, &a, right, &mut plain, result),
            false => by_rows(size, left, right, &mut plain, result),
        }
        let bits = |entries: Vec<F>| entries.into_iter().map(|x| x.to_f64().to_bits()).collect::<Vec<_>>();
        assert_eq!(
            bits(plain),
            bits(expected),
            "({n}, {k}) times ({k}, {m}), by columns {by_columns}, few {few}"
        );
    }

    fn in_each_type(by_columns: bool, few: bool, size: (usize, usize, usize)) {
        compare::<f32>(size, by_columns, few);
        compare::<f64>(size, by_columns, few);
    }

    #[test]
    fn both_add_in_the_order_of_the_plainest_loop() {
        for n in [1, 3, 4, 9] {
            for k in [1, 2, 31, DEPTH, 2 * DEPTH + 5] {
                for m in [1, 3, 4, 7, EIGHT, 2 * EIGHT + 3] {
                    in_each_type(false, false, (n, k, m));
                    in_each_type(true, false, (n, k, m));
                    in_each_type(false, true, (n, k, m));
                }
            }
        }
    }
}
