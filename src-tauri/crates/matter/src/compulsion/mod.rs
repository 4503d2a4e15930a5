//! Compulsion: what a court compels, cell by cell, derived by folding the effects of court papers. It is never stored
//! as a flag and never inferred from text.

mod cell;
mod fold;
mod headline;

pub use cell::{Against, CellCompulsion, OrderStanding, Standing};
pub use fold::fold_cell;
pub use headline::{Compulsion, Guard, Headline, OrderInForce, Ruling, compulsion, open_claims};
