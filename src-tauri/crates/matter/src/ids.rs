//! Identifiers. Each noun has its own type, so that a demand's id cannot be handed where a letter's is wanted.
//! All are UUIDs made outside this crate (version 7: they sort by the time they were made); on the wire and in the
//! journal they are strings.

/// Declares identifier types over [`uuid::Uuid`].
macro_rules! id_types {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "wire", derive(ts_rs::TS), ts(type = "string"))]
        #[serde(transparent)]
        pub struct $name(pub uuid::Uuid);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                uuid::Uuid::parse_str(text).map(Self)
            }
        }
    )*};
}

id_types! {
    /// One demand: one instrument received.
    DemandId;
    /// One account or person named in a demand.
    TargetId;
    /// One paper kept byte for byte in the register.
    DocumentId;
    /// One court proceeding (one docket).
    ProceedingId;
    /// One filed or entered court paper in a proceeding.
    PaperId;
    /// One dated docket search.
    SearchId;
    /// One letter to one addressee.
    LetterId;
    /// One person who works with the register.
    PersonId;
    /// One act: the key that makes a retry harmless.
    OpId;
    /// One installation of the program on one machine.
    DeviceId;
    /// One line of history; a restore starts a new one.
    BranchId;
    /// One recorded disclosure, or incident.
    DisclosureId;
}
