//! What is compiled here, once for each type, whichever crate calls it.
//!
//! A generic function is compiled again in every crate that calls it for a type; a method of a trait that is
//! implemented for `f32` and `f64` is not. So the loops, which are most of the code, are called through methods:
//! what is left to be compiled elsewhere looks at shapes.

use ndarray::{ArrayRef1, ArrayRef2};

use crate::optimiser::{Moments, Rates};
use crate::{Activation, Error, RowActivation};
use crate::{activation, layer, optimiser, product, softmax};

/// The trait with these methods, and for both types the generic functions that they stand for.
macro_rules! once {
    ($(fn $name:ident($($argument:ident: $type:ty),*) $(-> $result:ty)? = $function:path;)*) => {
        /// The functions listed in this module, for one type.
        pub trait Once: Sized {
            $(fn $name($($argument: $type),*) $(-> $result)?;)*
        }

        impl Once for f32 {
            $(fn $name($($argument: $type),*) $(-> $result)? { $function($($argument),*) })*
        }

        impl Once for f64 {
            $(fn $name($($argument: $type),*) $(-> $result)? { $function($($argument),*) })*
        }
    };
}

once! {
    fn value(activation: Activation, x: Self) -> Self = activation::value;
    fn slope(activation: Activation, x: Self) -> Self = activation::slope;
    fn forward(activation: Activation, x: &[Self], y: &mut [Self]) = activation::forward;
    fn backward(activation: Activation, x: &[Self], g: &[Self], d: &mut [Self]) = activation::backward;

    fn softmax(entries: &mut [Self], width: usize) = softmax::softmax_of_rows;
    fn softmax_naive(entries: &mut [Self], width: usize) = softmax::softmax_naive_of_rows;
    fn log_softmax(entries: &mut [Self], width: usize) = softmax::log_softmax_of_rows;
    fn row_gradient(activation: RowActivation, s: &mut ArrayRef1<Self>, g: &ArrayRef1<Self>) =
        softmax::row_gradient;
    fn log_total(row: &ArrayRef1<Self>) -> (Self, Self) = softmax::log_total_of_row;
    fn argmax(row: &ArrayRef1<Self>) -> usize = softmax::argmax_of_row;

    fn product(a: &ArrayRef2<Self>, b: &ArrayRef2<Self>, c: &mut ArrayRef2<Self>) -> Result<(), Error> =
        product::multiply_into;
    fn add_to_rows(matrix: &mut ArrayRef2<Self>, bias: &ArrayRef1<Self>) = layer::add_to_rows;
    fn sum_of_rows(matrix: &ArrayRef2<Self>, sums: &mut ArrayRef1<Self>) = layer::sum_of_rows;
    fn slope_gradient(x: &ArrayRef2<Self>, g: &ArrayRef2<Self>) -> Self = layer::slope_gradient;
    fn adam(rates: &Rates<Self>, values: &mut [Self], g: &[Self], moments: &mut [Moments<Self>]) =
        optimiser::adam;
}
