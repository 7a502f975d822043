//! Products of matrices.
//!
//! Every entry is Σₖ aᵢₖ bₖⱼ, added up from the first k to the last, starting at 0, each product and each sum
//! rounded on its own. How the work is cut into tiles changes no bit, so a transposed side, or the product
//! written the other way round, gives the same numbers.

use ndarray::{Array2, ArrayRef2};

use crate::wide::wide;
use crate::{Error, Real};

/// A tile of the result that stays in registers: HEIGHT rows of WIDTH entries.
const HEIGHT: usize = 6;
const WIDTH: usize = 16;

/// How many k are taken at a time, and how many panels of b: what stays in the nearer caches.
const DEPTH: usize = 128;
const PANELS: usize = 4;

/// Up to so many multiplications, cutting into tiles is not worth it.
const SMALL: usize = 512;

/// a·b: (n, k) times (k, m) is (n, m). For a transposed side pass `&a.t()`; it is not copied.
///
/// # Errors
/// [`Error::Shape`] if b does not have as many rows as a has columns.
pub fn product<F: Real>(a: &ArrayRef2<F>, b: &ArrayRef2<F>) -> Result<Array2<F>, Error> {
    let mut c = Array2::zeros((a.nrows(), b.ncols()));
    product_into(a, b, &mut c)?;
    Ok(c)
}

/// As [`product`], into a given matrix, whose entries are overwritten.
///
/// # Errors
/// [`Error::Shape`] if b does not have as many rows as a has columns, or c is not (n, m).
pub fn product_into<F: Real>(a: &ArrayRef2<F>, b: &ArrayRef2<F>, c: &mut ArrayRef2<F>) -> Result<(), Error> {
    Error::unless_equal("the right factor", &[a.ncols(), b.ncols()], b.shape())?;
    Error::unless_equal("the product", &[a.nrows(), b.ncols()], c.shape())?;
    // What is cut out of a larger matrix has gaps; it is copied, and everything below can count on strides.
    let (Some(left), Some(right)) = (Grid::new(a), Grid::new(b)) else {
        return product_into(&a.as_standard_layout(), &b.as_standard_layout(), c);
    };
    let size = Size { n: a.nrows(), k: a.ncols(), m: b.ncols() };
    if let Some(entries) = c.as_slice_mut() {
        multiply(size, left, right, entries, (size.m, 1));
    } else if let Some(entries) = c.view_mut().reversed_axes().into_slice() {
        multiply(size, left, right, entries, (1, size.n));
    } else {
        c.assign(&product(a, b)?);
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
    if n * k * m <= SMALL {
        multiply_small(size, a, b, c, strides);
    } else if m < WIDTH && m < n {
        // The longer side of the result goes along the registers: cᵀ = bᵀ aᵀ.
        let size = Size { n: m, k, m: n };
        multiply_tiled(size, b.transposed(), a.transposed(), c, (strides.1, strides.0));
    } else {
        multiply_tiled(size, a, b, c, strides);
    }
}

fn multiply_small<F: Real>(size: Size, a: Grid<F>, b: Grid<F>, c: &mut [F], strides: Strides) {
    for i in 0..size.n {
        for j in 0..size.m {
            let entry = (0..size.k).fold(F::zero(), |sum, k| sum + a.at(i, k) * b.at(k, j));
            c[i * strides.0 + j * strides.1] = entry;
        }
    }
}

fn multiply_tiled<F: Real>(size: Size, a: Grid<F>, b: Grid<F>, c: &mut [F], strides: Strides) {
    wide(
        #[inline(always)]
        || {
            let mut panels = [[[F::zero(); WIDTH]; DEPTH]; PANELS];
            let mut strip = [[F::zero(); HEIGHT]; DEPTH];
            for column in (0..size.m).step_by(WIDTH * PANELS) {
                for depth in (0..size.k).step_by(DEPTH) {
                    let deep = DEPTH.min(size.k - depth);
                    let columns = (column..size.m).step_by(WIDTH).take(PANELS);
                    for (panel, column) in panels.iter_mut().zip(columns.clone()) {
                        pack(b, (depth, column), (deep, WIDTH.min(size.m - column)), panel);
                    }
                    for row in (0..size.n).step_by(HEIGHT) {
                        let rows = HEIGHT.min(size.n - row);
                        pack(a.transposed(), (depth, row), (deep, rows), &mut strip);
                        for (panel, column) in panels.iter().zip(columns.clone()) {
                            let mut tile = Tile {
                                entries: &mut c[row * strides.0 + column * strides.1..],
                                strides,
                                rows,
                                columns: WIDTH.min(size.m - column),
                            };
                            let start = if depth == 0 { Sums::default() } else { tile.load() };
                            tile.store(&accumulate(&strip[..deep], &panel[..deep], start));
                        }
                    }
                }
            }
        },
    );
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
            packed[..columns].copy_from_slice(&source.entries[start..start + columns]);
        }
    } else {
        for (j, start) in (start..).step_by(source.strides.1).take(columns).enumerate() {
            let column = &source.entries[start..start + rows];
            packed.iter_mut().zip(column).for_each(|(packed, &x)| packed[j] = x);
        }
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
            if self.strides.1 == 1 {
                let start = i * self.strides.0;
                self.entries[start..start + self.columns].copy_from_slice(&sums[..self.columns]);
            } else {
                for (j, &sum) in sums.iter().enumerate().take(self.columns) {
                    self.entries[i * self.strides.0 + j * self.strides.1] = sum;
                }
            }
        }
    }
}

/// sums + strip·panel. The rows have names, because the compiler keeps in registers what it need not index.
#[inline(always)]
fn accumulate<F: Real>(strip: &[[F; HEIGHT]], panel: &[[F; WIDTH]], sums: Sums<F>) -> Sums<F> {
    let [mut first, mut second, mut third, mut fourth, mut fifth, mut sixth] = sums;
    for (a, b) in strip.iter().zip(panel) {
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
fn add_multiple<F: Real>(sums: &mut [F; WIDTH], a: F, b: &[F; WIDTH]) {
    for (sum, &b) in sums.iter_mut().zip(b) {
        *sum += a * b;
    }
}
