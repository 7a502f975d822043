//! Stands in for the crate `web-sys`, which plotters wants on every WebAssembly target.
//!
//! plotters measures text by putting it into the page. The figures' backend measures it by a formula, so nothing ever
//! asks: a module that had to import the page's elements all the same could be run by a page alone, with a script that
//! answers those imports. Here there is no window, and so there are no elements; only plotters' code must compile.

/// Whatever a page holds. It has no value.
#[derive(Debug)]
pub enum HtmlElement {}

/// There is no window.
pub fn window() -> Option<HtmlElement> {
    None
}

/// What plotters calls.
impl HtmlElement {
    /// The document that holds it.
    pub fn document(&self) -> Option<Self> {
        match *self {}
    }

    /// The part of the document that is shown.
    pub fn body(&self) -> Option<Self> {
        match *self {}
    }

    /// A new element of this kind.
    pub fn create_element(&self, _: &str) -> Result<Self, Self> {
        match *self {}
    }

    /// Changes its text.
    pub fn set_text_content(&self, _: Option<&str>) {
        match *self {}
    }

    /// Changes an attribute.
    pub fn set_attribute(&self, _: &str, _: &str) -> Result<(), Self> {
        match *self {}
    }

    /// Puts an element at its end.
    pub fn append_with_node_1(&self, _: &Self) -> Result<(), Self> {
        match *self {}
    }

    /// Its height in pixels.
    pub fn offset_height(&self) -> i32 {
        match *self {}
    }

    /// Its width in pixels.
    pub fn offset_width(&self) -> i32 {
        match *self {}
    }

    /// Takes it out of the page.
    pub fn remove(&self) {
        match *self {}
    }
}
