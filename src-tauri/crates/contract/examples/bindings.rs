//! Prints the TypeScript of the wire; `cargo xtask bindings` puts it where the window finds it.

#[expect(clippy::print_stdout, reason = "printing is all this does")]
fn main() {
    print!("{}", contract::typescript());
}
