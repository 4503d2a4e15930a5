//! State: every subject folded from its entries by one total function.

use crate::access::Access;
use crate::demand::Demand;
use crate::entry::Entry;
use crate::ids::PersonId;
use crate::journal::{Subject, Version};
use crate::letter::Letter;
use crate::people::People;
use crate::policy::Policy;
use crate::proceeding::Proceeding;
use crate::register::Founding;
use crate::time::{Instant, Moment};

/// What an entry's header tells the fold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meta {
    /// Place in the chain.
    pub seq: u64,
    /// When it happened, as the person says.
    pub happened: Moment,
    /// When it was recorded.
    pub recorded: Instant,
    /// Who acted.
    pub actor: PersonId,
}

/// One subject as folded from its entries.
#[derive(Debug, Clone, PartialEq)]
pub enum State {
    /// A demand.
    Demand(Box<Demand>),
    /// A proceeding.
    Proceeding(Box<Proceeding>),
    /// A letter.
    Letter(Box<Letter>),
    /// Policy.
    Policy(Box<Policy>),
    /// People.
    People(Box<People>),
    /// The register.
    Register(Box<Founding>),
    /// One person's accesses.
    Access(Access),
}

impl State {
    /// A subject with no entry yet.
    #[must_use]
    pub fn new(subject: &Subject) -> Self {
        match subject {
            Subject::Demand(id) => Self::Demand(Box::new(Demand::new(*id))),
            Subject::Proceeding(id) => Self::Proceeding(Box::new(Proceeding::new(*id))),
            Subject::Letter(id) => Self::Letter(Box::new(Letter::new(*id))),
            Subject::Policy => Self::Policy(Box::default()),
            Subject::People => Self::People(Box::default()),
            Subject::Register => Self::Register(Box::default()),
            Subject::Access(_) => Self::Access(Access::default()),
        }
    }

    /// Takes one entry. Pure and total: a disposed body (none), or an entry of another noun, counts as a version only.
    pub fn evolve(&mut self, meta: &Meta, entry: Option<&Entry>) {
        macro_rules! take {
            ($state:expr, $noun:ident) => {
                $state.evolve(
                    meta,
                    match entry {
                        Some(Entry::$noun(entry)) => Some(entry),
                        _ => None,
                    },
                )
            };
        }
        match self {
            Self::Demand(state) => take!(state, Demand),
            Self::Proceeding(state) => take!(state, Proceeding),
            Self::Letter(state) => take!(state, Letter),
            Self::Policy(state) => take!(state, Policy),
            Self::People(state) => take!(state, People),
            Self::Register(state) => take!(state, Register),
            Self::Access(state) => take!(state, Access),
        }
    }

    /// How many entries it has had.
    #[must_use]
    pub fn version(&self) -> Version {
        match self {
            Self::Demand(state) => state.version,
            Self::Proceeding(state) => state.version,
            Self::Letter(state) => state.version,
            Self::Policy(state) => state.version,
            Self::People(state) => state.version,
            Self::Register(state) => state.version,
            Self::Access(state) => state.version,
        }
    }
}
