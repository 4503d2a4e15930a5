//! The templates that come with the program. Counsel's own versions live in the register and win over these.

/// The user notification before any disclosure (English), with the sixteen elements of the legal reference, §5.3.
pub const USER_NOTICE_EN: &str = include_str!("../templates/user-notice/en.md");

/// The same in Spanish.
pub const USER_NOTICE_ES: &str = include_str!("../templates/user-notice/es.md");

/// Every shipped template's source.
pub const ALL: &[&str] = &[USER_NOTICE_EN, USER_NOTICE_ES];
