//! Waiting for what another run does at the same moment.

use std::io::{self, ErrorKind};
use std::time::Duration;

const ATTEMPTS: usize = 100;
const PAUSE: Duration = Duration::from_millis(10);

/// Tries to move something, and tries again for a second while another run holds its place. `attempt` gets the number of
/// attempts before it.
///
/// # Errors
/// The last attempt's, or the first one that time will not mend.
pub fn patiently<T>(mut attempt: impl FnMut(usize) -> io::Result<T>) -> io::Result<T> {
    for before in 0..ATTEMPTS - 1 {
        match attempt(before) {
            Err(error) if is_passing(error.kind()) => std::thread::sleep(PAUSE),
            result => return result,
        }
    }
    attempt(ATTEMPTS - 1)
}

/// Whether the place is taken. Windows then says that access is denied, and says it too while somebody has the file open.
fn is_passing(kind: ErrorKind) -> bool {
    match kind {
        ErrorKind::DirectoryNotEmpty | ErrorKind::AlreadyExists => true,
        kind => cfg!(windows) && kind == ErrorKind::PermissionDenied,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_is_taken_is_waited_for_and_other_errors_are_told_at_once() {
        let freed_after = |attempts| {
            move |before| if before < attempts { Err(ErrorKind::AlreadyExists.into()) } else { Ok(before) }
        };
        assert_eq!(patiently(freed_after(3)).unwrap(), 3);
        assert_eq!(patiently(freed_after(ATTEMPTS)).unwrap_err().kind(), ErrorKind::AlreadyExists);

        let mut attempts = 0;
        let full = patiently(|_| -> io::Result<()> {
            attempts += 1;
            Err(ErrorKind::StorageFull.into())
        });
        assert_eq!((full.unwrap_err().kind(), attempts), (ErrorKind::StorageFull, 1));
    }
}
