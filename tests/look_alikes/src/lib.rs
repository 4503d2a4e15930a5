//! Papers for tests: forms that could arrive at the desk, and court papers, drawn from made-up data.
//!
//! A [`Specimen`] is what stands on a form and at the same time the truth a reader is measured by (`truth.md`); a
//! [`CourtSpecimen`] is the same for papers of courts and of others. [`draw`] makes a PDF or page pictures of them, and
//! [`fax`] makes of a picture what a fax machine would. Nothing here knows what reads them.

mod chance;
mod court;
mod draw;
mod fax;
mod layout;
mod pools;
mod specimen;

pub use chance::Chance;
pub use court::{CourtSpecimen, CourtWords, Truth};
pub use draw::{DrawFault, Drawn, draw};
pub use fax::{Gray, Strain, fax};
pub use layout::{Layout, Set};
pub use pools::{PoolFault, Pools};
pub use specimen::{Contact, Fax, Identifier, Issuing, NonDisclosure, Period, Recipient, Record, Server, Specimen};
