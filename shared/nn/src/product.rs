//! Products of matrices.
//!
//! Every entry is Σₖ aᵢₖ bₖⱼ, added up from the first k to the last, starting at 0, each product and each sum
//! rounded on its own. How the work is cut into tiles changes no bit, so a transposed side, or the product
//! written the other way round, gives the same numbers.

mod plain;

use ndarray::{Array2, ArrayRef2};

use crate::wide::{WIDE, wide};
use crate::{Error, Real};

/// A tile of the result that stays in registers: HEIGHT rows of WIDTH entries.
const HEIGHT: usize = 6;
const WIDTH: usize = 16;

/// How many k are taken at a time, and how many panels of b: what stays in the nearer caches.
const DEPTH: usize = 128;
const PANELS: usize = 4;

/// Up to so many multiplications, cutting into tiles is not worth it; nor is it without wide registers.
const SMALL: usize = 512;

/// a·b: (n, k) times (k, m) is (n, m). For a transposed side pass `&a.t()`; it is not copied.
///
/// # Errors
/// [`Fault::Shape`](crate::Fault::Shape) if b does not have as many rows as a has columns.
pub fn product<F: Real>(a: &ArrayRef2<F>, b: &ArrayRef2<F>) -> Result<Array2<F>, Error> {
    let mut c = Array2::zeros((a.nrows(), b.ncols()));
    product_into(a, b, &mut c)?;
    Ok(c)
}

/// As [`product`], into a given matrix, whose entries are overwritten.
///
/// # Errors
/// [`Fault::Shape`](crate::Fault::Shape) if b does not have as many rows as a has columns, or c is not (n, m).
pub fn product_into<F: Real>(a: &ArrayRef2<F>, b: &ArrayRef2<F>, c: &mut ArrayRef2<F>) -> Result<(), Error> {
    F::product(a, b, c)
}

/// The whole of [`product_into`].
pub fn multiply_into<F: Real>(a: &ArrayRef2<F>, b: &ArrayRef2<F>, c: &mut ArrayRef2<F>) -> Result<(), Error> {
    Error::unless_equal("the right factor", &[a.ncols(), b.ncols()], b.shape())?;
    Error::unless_equal("the product", &[a.nrows(), b.ncols()], c.shape())?;
    // What is cut out of a larger matrix has gaps; it is copied, and everything below can count on strides.
    let (Some(left), Some(right)) = (Grid::new(a), Grid::new(b)) else {
        return multiply_into(&a.as_standard_layout(), &b.as_standard_layout(), c);
    };
    let size = Size { n: a.nrows(), k: a.ncols(), m: b.ncols() };
    if let Some(entries) = c.as_slice_mut() {
        multiply(size, left, right, entries, (size.m, 1));
    } else if let Some(entries) = c.view_mut().reversed_axes().into_slice() {
        multiply(size, left, right, entries, (1, size.n));
    } else {
        c.iter_mut().zip(&product(a, b)?).for_each(|(entry, &sum)| *entry = sum);
    }
    Ok(())
}

/// (n, k) times (k, m).
#[derive(Clone, Copy)]
struct Size {
    n: usize,
    k: usize,
    m: usize,
}

/// How far apart neighbours are in memory: down a column, along a row.
type Strides = (usize, usize);

/// A matrix without gaps, by rows or by columns.
#[derive(Clone, Copy)]
struct Grid<'a, F> {
    entries: &'a [F],
    strides: Strides,
}

impl<'a, F: Real> Grid<'a, F> {
    fn new(matrix: &'a ArrayRef2<F>) -> Option<Self> {
        let (n, m) = matrix.dim();
        let by_rows = matrix.as_slice().map(|entries| Self { entries, strides: (m, 1) });
        by_rows.or_else(|| {
            let entries = matrix.view().reversed_axes().to_slice()?;
            Some(Self { entries, strides: (1, n) })
        })
    }

    fn transposed(self) -> Self {
        Self { strides: (self.strides.1, self.strides.0), ..self }
    }

    #[inline(always)]
    fn at(self, i: usize, j: usize) -> F {
        self.entries[i * self.strides.0 + j * self.strides.1]
    }
}

fn multiply<F: Real>(size: Size, a: Grid<F>, b: Grid<F>, c: &mut [F], strides: Strides) {
    let Size { n, k, m } = size;
    let by_rows = a.strides.1 == 1 && strides.1 == 1;
    if n.saturating_mul(k).saturating_mul(m) <= SMALL {
        multiply_small(size, a, b, c, strides);
    } else if WIDE
        && by_rows
        && k <= DEPTH
        && let Some(multiply) = narrow(m)
    {
        multiply(k, a.entries, b, c);
    } else if !WIDE && m <= 4 && a.strides.1 == 1 {
        plain::few_columns(size, a.entries, b, c, strides);
    } else if m <= 4 && m < n {
        // So much of every tile would be empty that the product is better turned round: cᵀ = bᵀ aᵀ.
        let size = Size { n: m, k, m: n };
        multiply_large(size, b.transposed(), a.transposed(), c, (strides.1, strides.0));
    } else {
        multiply_large(size, a, b, c, strides);
    }
}

fn multiply_large<F: Real>(size: Size, a: Grid<F>, b: Grid<F>, c: &mut [F], strides: Strides) {
    if WIDE {
        multiply_tiled(size, a, b, c, strides);
    } else {
        plain::by_rows(size, a, b, c, strides);
    }
}

/// A product by rows of no more than [`DEPTH`] numbers each.
type Narrow<F> = fn(k: usize, a: &[F], b: Grid<F>, c: &mut [F]);

/// The product with so many columns, if it is one of small layers, for which a row of the result is one register or less.
fn narrow<F: Real>(columns: usize) -> Option<Narrow<F>> {
    match columns {
        1 => Some(multiply_narrow::<F, 1>),
        2 => Some(multiply_narrow::<F, 2>),
        3 => Some(multiply_narrow::<F, 3>),
        4 => Some(multiply_narrow::<F, 4>),
        8 => Some(multiply_narrow::<F, 8>),
        _ => None,
    }
}

/// A row of the result at a time, which has W entries.
fn multiply_narrow<F: Real, const W: usize>(k: usize, a: &[F], b: Grid<F>, c: &mut [F]) {
    wide(
        #[inline(always)]
        || {
            let mut panel = [[F::zero(); W]; DEPTH];
            pack(b, (0, 0), (k, W), &mut panel);
            for (row, result) in a.chunks_exact(k).zip(c.as_chunks_mut::<W>().0) {
                let mut sums = [F::zero(); W];
                for (&a, b) in row.iter().zip(&panel[..k]) {
                    add_multiple(&mut sums, a, b);
                }
                *result = sums;
            }
        },
    );
}

fn multiply_small<F: Real>(size: Size, a: Grid<F>, b: Grid<F>, c: &mut [F], strides: Strides) {
    // Several sums at once: one alone would wait for each of its additions.
    const SUMS: usize = 4;
    for i in 0..size.n {
        for first in (0..size.m).step_by(SUMS) {
            let columns = SUMS.min(size.m - first);
            let mut sums = [F::zero(); SUMS];
            for k in 0..size.k {
                let x = a.at(i, k);
                for (j, sum) in sums[..columns].iter_mut().enumerate() {
                    *sum += x * b.at(k, first + j);
                }
            }
            for (j, &sum) in sums[..columns].iter().enumerate() {
                c[i * strides.0 + (first + j) * strides.1] = sum;
            }
        }
    }
}

fn multiply_tiled<F: Real>(size: Size, a: Grid<F>, b: Grid<F>, c: &mut [F], strides: Strides) {
    wide(
        #[inline(always)]
        || {
            let mut panels = [[[F::zero(); WIDTH]; DEPTH]; PANELS];
            let mut spare = [[F::zero(); HEIGHT]; DEPTH];
            for column in (0..size.m).step_by(WIDTH * PANELS) {
                for depth in (0..size.k).step_by(DEPTH) {
                    let deep = DEPTH.min(size.k - depth);
                    let columns = (column..size.m).step_by(WIDTH).take(PANELS);
                    for (panel, column) in panels.iter_mut().zip(columns.clone()) {
                        pack(b, (depth, column), (deep, WIDTH.min(size.m - column)), panel);
                    }
                    for row in (0..size.n).step_by(HEIGHT) {
                        let rows = HEIGHT.min(size.n - row);
                        let strip = Strip::new(a, (row, depth), (rows, deep), &mut spare);
                        for (panel, column) in panels.iter().zip(columns.clone()) {
                            let mut tile = Tile {
                                entries: &mut c[row * strides.0 + column * strides.1..],
                                strides,
                                rows,
                                columns: WIDTH.min(size.m - column),
                            };
                            let start = if depth == 0 { Sums::default() } else { tile.load() };
                            tile.store(&strip.add_product(&panel[..deep], start));
                        }
                    }
                }
            }
        },
    );
}

/// HEIGHT rows of a, where they are, or copied if there are fewer.
enum Strip<'a, F> {
    ByRows([&'a [F]; HEIGHT]),
    ByColumns { entries: &'a [F], stride: usize },
    Packed(&'a [[F; HEIGHT]]),
}

impl<'a, F: Real> Strip<'a, F> {
    #[inline(always)]
    fn new(
        a: Grid<'a, F>,
        (row, depth): (usize, usize),
        (rows, deep): (usize, usize),
        spare: &'a mut [[F; HEIGHT]; DEPTH],
    ) -> Self {
        let start = row * a.strides.0 + depth * a.strides.1;
        if rows < HEIGHT {
            pack(a.transposed(), (depth, row), (deep, rows), spare);
            Self::Packed(&spare[..deep])
        } else if a.strides.1 == 1 {
            Self::ByRows(std::array::from_fn(|i| &a.entries[start + i * a.strides.0..][..deep]))
        } else {
            Self::ByColumns { entries: &a.entries[start..], stride: a.strides.1 }
        }
    }

    /// sums + strip·panel.
    #[inline(always)]
    fn add_product(&self, panel: &[[F; WIDTH]], sums: Sums<F>) -> Sums<F> {
        match *self {
            Self::ByRows([a, b, c, d, e, f]) => {
                let rows = a.iter().zip(b).zip(c).zip(d).zip(e).zip(f);
                accumulate(rows.map(|(((((&a, &b), &c), &d), &e), &f)| [a, b, c, d, e, f]), panel, sums)
            }
            Self::ByColumns { entries, stride } => {
                let columns = entries.chunks(stride).map(|column| std::array::from_fn(|i| column[i]));
                accumulate(columns, panel, sums)
            }
            Self::Packed(strip) => accumulate(strip.iter().copied(), panel, sums),
        }
    }
}

/// Copies a piece of a matrix to where its rows lie one after the other, filled up with zeros.
#[inline(always)]
fn pack<F: Real, const N: usize>(
    source: Grid<F>,
    (row, column): (usize, usize),
    (rows, columns): (usize, usize),
    packed: &mut [[F; N]; DEPTH],
) {
    let packed = &mut packed[..rows];
    let start = row * source.strides.0 + column * source.strides.1;
    if columns < N {
        packed.fill([F::zero(); N]);
    }
    if source.strides.1 == 1 {
        for (packed, start) in packed.iter_mut().zip((start..).step_by(source.strides.0)) {
            copy(&source.entries[start..start + columns], &mut packed[..columns]);
        }
    } else {
        let mut columns = source.entries[start..].chunks(source.strides.1).take(columns);
        for j in 0..N {
            let Some(column) = columns.next() else { break };
            packed.iter_mut().zip(column).for_each(|(packed, &x)| packed[j] = x);
        }
    }
}

/// As `copy_from_slice`, but for so few entries that a call would take longer than moving them.
#[inline(always)]
fn copy<F: Real>(from: &[F], to: &mut [F]) {
    match from.len() {
        WIDTH => copy_all::<F, WIDTH>(from, to),
        8 => copy_all::<F, 8>(from, to),
        _ => from.iter().zip(to).for_each(|(&from, to)| *to = from),
    }
}

/// The same for a number of entries that the compiler knows.
#[inline(always)]
fn copy_all<F: Real, const N: usize>(from: &[F], to: &mut [F]) {
    if let (Ok(from), Ok(to)) = (<&[F; N]>::try_from(from), <&mut [F; N]>::try_from(to)) {
        *to = *from;
    }
}

/// The sums of a tile.
type Sums<F> = [[F; WIDTH]; HEIGHT];

/// Where a tile lies in the result.
struct Tile<'a, F> {
    entries: &'a mut [F],
    strides: Strides,
    rows: usize,
    columns: usize,
}

impl<F: Real> Tile<'_, F> {
    #[inline(always)]
    fn load(&self) -> Sums<F> {
        let mut sums = Sums::default();
        for (i, sums) in sums.iter_mut().enumerate().take(self.rows) {
            for (j, sum) in sums.iter_mut().enumerate().take(self.columns) {
                *sum = self.entries[i * self.strides.0 + j * self.strides.1];
            }
        }
        sums
    }

    #[inline(always)]
    fn store(&mut self, sums: &Sums<F>) {
        for (i, sums) in sums.iter().enumerate().take(self.rows) {
            let start = i * self.strides.0;
            if self.strides.1 == 1 {
                copy(&sums[..self.columns], &mut self.entries[start..start + self.columns]);
            } else {
                for (j, &sum) in sums.iter().enumerate().take(self.columns) {
                    self.entries[start + j * self.strides.1] = sum;
                }
            }
        }
    }
}

/// sums + strip·panel. The rows have names, because the compiler keeps in registers what it need not index.
#[inline(always)]
fn accumulate<F: Real>(
    strip: impl Iterator<Item = [F; HEIGHT]>,
    panel: &[[F; WIDTH]],
    sums: Sums<F>,
) -> Sums<F> {
    let [mut first, mut second, mut third, mut fourth, mut fifth, mut sixth] = sums;
    for (a, b) in strip.zip(panel) {
        add_multiple(&mut first, a[0], b);
        add_multiple(&mut second, a[1], b);
        add_multiple(&mut third, a[2], b);
        add_multiple(&mut fourth, a[3], b);
        add_multiple(&mut fifth, a[4], b);
        add_multiple(&mut sixth, a[5], b);
    }
    [first, second, third, fourth, fifth, sixth]
}

/// sums + a·b.
#[inline(always)]
fn add_multiple<F: Real, const N: usize>(sums: &mut [F; N], a: F, b: &[F; N]) {
    for (sum, &b) in sums.iter_mut().zip(b) {
        *sum += a * b;
    }
}
