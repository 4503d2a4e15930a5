//! Landlock: a set of rules that allows nothing, and one that lets another program read what it is made of.

use std::path::PathBuf;

use landlock::{
    ABI, Access, AccessFs, AccessNet, BitFlags, CompatLevel, Compatible, PathBeneath, PathFd, Ruleset, RulesetAttr,
    RulesetCreated, RulesetCreatedAttr, RulesetStatus, Scope,
};

use super::WallFault;

/// Nothing at all.
pub(super) fn deny_all() -> Result<(), WallFault> {
    enforce(denying()?)
}

/// Nothing but reading these files, and what lies below these folders, and running programs among them. Those that are
/// not there are left out.
pub(super) fn deny_all_but(readable: &[PathBuf]) -> Result<(), WallFault> {
    let mut rules = denying()?;
    for path in readable {
        let Ok(place) = PathFd::new(path) else { continue };
        let mut access: BitFlags<AccessFs> = AccessFs::Execute | AccessFs::ReadFile;
        if path.is_dir() {
            access |= AccessFs::ReadDir;
        }
        rules = rules.add_rule(PathBeneath::new(place, access))?;
    }
    enforce(rules)
}

/// What every kernel with Landlock can deny is demanded; what newer ones can deny besides is taken where it is there.
fn denying() -> Result<RulesetCreated, WallFault> {
    Ok(Ruleset::default()
        .set_compatibility(CompatLevel::HardRequirement)
        .handle_access(AccessFs::from_all(ABI::V1))?
        .set_compatibility(CompatLevel::BestEffort)
        .handle_access(AccessFs::from_all(ABI::V7))?
        .handle_access(AccessNet::from_all(ABI::V7))?
        .scope(Scope::from_all(ABI::V7))?
        .create()?)
}

fn enforce(rules: RulesetCreated) -> Result<(), WallFault> {
    match rules.restrict_self()?.ruleset {
        RulesetStatus::NotEnforced => Err(WallFault::NoLandlock),
        RulesetStatus::FullyEnforced | RulesetStatus::PartiallyEnforced => Ok(()),
    }
}
