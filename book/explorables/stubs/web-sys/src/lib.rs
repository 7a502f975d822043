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
#[allow(missing_docs, reason = "as in the crate that this stands in for")]
impl HtmlElement {
    pub fn document(&self) -> Option<Self> {
        match *self {}
    }

    pub fn body(&self) -> Option<Self> {
        match *self {}
    }

    pub fn create_element(&self, _: &str) -> Result<Self, Self> {
        match *self {}
    }

    pub fn set_text_content(&self, _: Option<&str>) {
        match *self {}
    }

    pub fn set_attribute(&self, _: &str, _: &str) -> Result<(), Self> {
        match *self {}
    }

    pub fn append_with_node_1(&self, _: &Self) -> Result<(), Self> {
        match *self {}
    }

    pub fn offset_height(&self) -> i32 {
        match *self {}
    }

    pub fn offset_width(&self) -> i32 {
        match *self {}
    }

    pub fn remove(&self) {
        match *self {}
    }
}
