//! `desk`
fn main() {}
