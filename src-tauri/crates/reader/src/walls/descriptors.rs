//! The one place of this crate with `unsafe`.

use std::io;

/// Closes every descriptor from 3 up. Whoever started us may have left open what is not ours to know: GTK and drivers do
/// not mark all of theirs close-on-exec.
pub(super) fn close_all_but_three() -> io::Result<()> {
    #[expect(unsafe_code, reason = "no safe interface closes descriptors that this process did not open")]
    // SAFETY: called first thing in `main`, when this process owns no descriptor above 2, so that no object can still
    // refer to one; the call takes no pointer.
    let code = unsafe { libc::syscall(libc::SYS_close_range, 3_u32, u32::MAX, 0_u32) };
    if code == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}
