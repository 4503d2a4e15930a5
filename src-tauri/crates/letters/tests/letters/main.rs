//! Tests of the letters, in one program so that the layout engine is linked once.

#[cfg(test)]
mod common;
#[cfg(test)]
mod compose;
#[cfg(test)]
mod dates;
#[cfg(test)]
mod paper;
#[cfg(test)]
mod template;
