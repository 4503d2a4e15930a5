//! What a guess at a passphrase costs.

use serde::{Deserialize, Serialize};

/// Argon2id's parameters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Cost {
    /// Memory in KiB.
    pub memory_kib: u32,
    /// Passes over that memory.
    pub passes: u32,
    /// Lanes.
    pub lanes: u32,
}

/// The cost of new slots, and the least cost that is believed when a key ring is read: a file that was tampered with
/// cannot make a guess cheap.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Strength {
    cost: Cost,
    floor: Cost,
}

/// The most that is believed: a tampered file cannot make us take all memory or all day.
const CEILING: Cost = Cost { memory_kib: 4 * 1024 * 1024, passes: 64, lanes: 16 };

impl Strength {
    /// The strength of the product: floor 64 MiB × 3 × 1 (RFC 9106 §4, second choice, with one lane), new slots dearer.
    #[must_use]
    pub fn production() -> Self {
        Self {
            cost: Cost { memory_kib: 128 * 1024, passes: 4, lanes: 1 },
            floor: Cost { memory_kib: 64 * 1024, passes: 3, lanes: 1 },
        }
    }

    /// A strength that no real register has, so that tests which unlock a thousand times end. Nothing in the product
    /// names this function, and no file or variable can choose it.
    #[must_use]
    pub fn for_tests() -> Self {
        let least = Cost { memory_kib: 64, passes: 1, lanes: 1 };
        Self { cost: least, floor: least }
    }

    /// The cost of a slot made now.
    pub(crate) fn cost(&self) -> Cost {
        self.cost
    }

    /// True when a slot of this cost may be believed.
    pub(crate) fn admits(&self, cost: &Cost) -> bool {
        let at_least = cost.memory_kib >= self.floor.memory_kib
            && cost.passes >= self.floor.passes
            && cost.lanes >= self.floor.lanes;
        let at_most =
            cost.memory_kib <= CEILING.memory_kib && cost.passes <= CEILING.passes && cost.lanes <= CEILING.lanes;
        at_least && at_most
    }
}
