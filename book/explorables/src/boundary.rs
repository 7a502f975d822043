//! How text crosses between the page's script and the module: bytes in the module's memory.
//!
//! The script asks for room, writes its message there, and asks for the answer, which then lies where `said` says. There
//! is one message at a time, since the script has one thread for each module.

#![allow(unsafe_code, reason = "a name that the script can call is an attribute that counts as unsafe")]

use std::cell::RefCell;

thread_local! {
    /// The message, and after it has been answered, the answer.
    static TEXT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes room for a message of so many bytes and says where.
#[unsafe(no_mangle)]
pub extern "C" fn room(bytes: usize) -> *mut u8 {
    TEXT.with_borrow_mut(|text| {
        text.clear();
        text.resize(bytes, 0);
        text.as_mut_ptr()
    })
}

/// Answers the message and says how many bytes the answer has.
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> usize {
    let message = TEXT.take();
    let answer = crate::answer(&String::from_utf8_lossy(&message));
    TEXT.with_borrow_mut(|text| {
        *text = answer.into_bytes();
        text.len()
    })
}

/// Says where the answer lies.
#[unsafe(no_mangle)]
pub extern "C" fn said() -> *const u8 {
    TEXT.with_borrow(|text| text.as_ptr())
}
