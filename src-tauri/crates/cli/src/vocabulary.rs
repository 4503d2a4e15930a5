//! The wire's words as a person reads them. Headlines are those of the design (§10): they state what is on record.

use serde_json::Value;

/// A word of the wire; one that is not in the table is shown as it is.
pub(crate) fn word(kind: &str, tag: &str) -> String {
    find(kind, tag).unwrap_or(tag).to_owned()
}

/// True when the table has it.
#[cfg(test)]
pub(crate) fn knows(kind: &str, tag: &str) -> bool {
    find(kind, tag).is_some()
}

fn find(kind: &str, tag: &str) -> Option<&'static str> {
    let (_, rows) = TABLE.iter().find(|(known, _)| *known == kind)?;
    rows.iter().find(|(known, _)| *known == tag).map(|(_, words)| *words)
}

/// A list of wire words, joined.
pub(crate) fn list(value: Option<&Value>, each: impl Fn(&str) -> String) -> String {
    let words = value.and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).map(each);
    words.collect::<Vec<_>>().join(", ")
}

/// The label of a field named on the wire (`nonDisclosure.court`): its own words, spaced.
pub(crate) fn field(name: &str) -> String {
    if let Some(words) = find("field", name) {
        return words.to_owned();
    }
    let mut spaced = String::new();
    for letter in name.chars() {
        match letter {
            '.' => spaced.push_str(": "),
            letter if letter.is_uppercase() => {
                spaced.push(' ');
                spaced.extend(letter.to_lowercase());
            }
            letter => spaced.push(letter),
        }
    }
    spaced
}

type Rows = &'static [(&'static str, &'static str)];

const TABLE: &[(&str, Rows)] = &[
    (
        "format",
        &[
            ("pdf", "PDF"),
            ("mail", "mail"),
            ("mailbox", "several mails in one file"),
            ("outlookItem", "Outlook item"),
            ("word", "DOCX"),
            ("spreadsheet", "XLSX"),
            ("richText", "RTF"),
            ("html", "HTML, read as text"),
            ("text", "text"),
            ("table", "table (CSV)"),
            ("picture", "picture"),
            ("archive", "archive: listed, not unpacked"),
        ],
    ),
    (
        "part",
        &[
            ("reference", "reference"),
            ("number", "agency's number"),
            ("target", "identifier"),
            ("person", "person on the form"),
            ("office", "issuing office"),
            ("recipient", "recipient"),
            ("stated", "what the paper states"),
            ("note", "note"),
            ("docketSearch", "docket search"),
            ("documentName", "name of a paper"),
            ("docket", "docket number"),
            ("courtPaper", "court paper"),
            ("address", "address of a letter"),
        ],
    ),
    (
        "unreadable",
        &[
            ("otherKind", "Files of this kind are not read."),
            ("damaged", "It is too damaged to find a page in it, or not what it begins like."),
            ("passwordNeeded", "It asks for a password: give it with --paper-password-file FILE."),
            ("passwordWrong", "That password does not open it."),
            ("encryptionUnknown", "It is encrypted in a way that this program does not know."),
            ("noPages", "It has no pages."),
            ("tooManyPages", "It has more pages than are read."),
            ("noSuchPage", "There is no such page."),
            ("tooLarge", "It is larger, or would unpack to more, than is read."),
            (
                "faulted",
                "The reader stopped at it: a damaged paper, or one made to do harm. Nothing outside the reader was touched.",
            ),
            ("timeLimit", "Reading it took longer than allowed, and was stopped."),
            ("memoryLimit", "Reading it needs more memory than allowed, and was stopped."),
            ("stopped", "Reading it was stopped."),
            (
                "noReader",
                "The program desk-reader is not beside this one, or this system lets it have no walls. Nothing is read without them.",
            ),
        ],
    ),
    ("headline", HEADLINES),
    (
        "guard",
        &[
            ("notConfirmed", "Type of paper not confirmed: nothing is stated about compulsion yet"),
            ("otherInstrument", "Not an administrative subpoena: rules of its own, counsel now"),
        ],
    ),
    (
        "step",
        &[
            ("needsTriage", "needs triage"),
            ("triaged", "triaged"),
            ("withCounsel", "with counsel"),
            ("returned", "returned by counsel"),
            ("decided", "decided"),
            ("closed", "closed"),
        ],
    ),
    (
        "role",
        &[
            ("triage", "triage"),
            ("counsel", "counsel"),
            ("letters", "letters"),
            ("records", "records"),
            ("auditor", "auditor"),
            ("administrator", "administrator"),
        ],
    ),
    ("closed", CLOSED),
    ("point", POINTS),
    (
        "instrument",
        &[
            ("notConfirmed", "not confirmed"),
            ("i138", "Form I-138"),
            ("dhs3115", "Form 3115"),
            ("otherAdministrative", "other administrative"),
            ("grandJury", "grand jury"),
            ("judicialSubpoena", "judicial subpoena"),
            ("warrant", "warrant or court order"),
            ("i9Notice", "I-9 notice"),
            ("preservation", "preservation request"),
            ("emergency", "emergency request"),
            ("informal", "no instrument"),
        ],
    ),
    (
        "component",
        &[
            ("iceHsi", "ICE HSI"),
            ("iceEro", "ICE ERO"),
            ("ice", "ICE"),
            ("cbp", "CBP"),
            ("uscis", "USCIS"),
            ("otherDhs", "DHS, other"),
            ("other", "other"),
        ],
    ),
    (
        "category",
        &[
            ("name", "name"),
            ("address", "address"),
            ("sessions", "session times and durations"),
            ("service", "length and types of service"),
            ("identity", "subscriber number or network address"),
            ("payment", "means and source of payment"),
            ("otherNonContent", "other non-content"),
            ("content", "content"),
            ("special", "records with a rule of their own"),
        ],
    ),
    (
        "decision",
        &[
            ("complyWithOrder", "comply with the court's order"),
            ("discloseOnOtherBasis", "disclose on another basis"),
            ("object", "object; nothing without an order"),
            ("narrow", "ask the agency to narrow"),
            ("holdPendingChallenge", "hold pending a challenge"),
            ("moveToQuash", "move to quash"),
            ("refer", "refer"),
            ("notAuthentic", "not authentic"),
            ("noRecords", "no records"),
        ],
    ),
    (
        "date",
        &[
            ("complyBy", "comply by (court order)"),
            ("claimedComplyBy", "claimed comply by (not verified: treat as real)"),
            ("answerCourt", "the court wants an answer by"),
            ("returnDate", "return date (the agency's, not a court's)"),
            ("actBy", "our own date"),
            ("noticeWindowEnds", "notice window ends"),
            ("nonDisclosureEnds", "non-disclosure order ends"),
            ("nonDisclosureReview", "look at the non-disclosure order again"),
            ("docketRecheck", "search the docket again"),
            ("assertedNonDisclosure", "counsel decides on the asserted non-disclosure"),
        ],
    ),
    (
        "letter",
        &[
            ("draft", "draft"),
            ("approved", "approved"),
            ("sent", "sent"),
            ("bounced", "came back"),
            ("setAside", "set aside"),
        ],
    ),
    (
        "notice",
        &[
            ("free", "nothing on file forbids notice"),
            ("held", "held: an order against notice is asserted; counsel decides"),
            ("forbidden", "forbidden by a court's order or a statute"),
            ("endUnconfirmed", "the order's end has passed; counsel confirms that it was not extended"),
        ],
    ),
    (
        "paper",
        &[
            ("petition", "petition"),
            ("motion", "motion"),
            ("proposedOrder", "proposed order"),
            ("orderToShowCause", "order to show cause"),
            ("reportAndRecommendation", "report and recommendation"),
            ("order", "order"),
            ("appellateDecision", "appellate decision"),
            ("minuteEntry", "minute entry"),
            ("dismissal", "dismissal"),
            ("otherPaper", "other paper"),
        ],
    ),
    (
        "what",
        &[
            ("produce", "orders production"),
            ("doNotProduce", "orders that nothing be produced"),
            ("stay", "stays an order"),
            ("lift", "lifts a stay or restraint"),
            ("quash", "quashes or modifies the demand"),
            ("deny", "denies enforcement"),
            ("vacate", "vacates an order"),
            ("reverse", "reverses an order"),
            ("satisfied", "records compliance"),
            ("silence", "orders silence"),
            ("pending", "asks; decides nothing"),
        ],
    ),
    (
        "place",
        &[
            ("pacer", "PACER"),
            ("courtListener", "CourtListener"),
            ("clerk", "clerk"),
            ("usAttorney", "U.S. Attorney"),
            ("agencyClaim", "the agency says"),
            ("other", "other place"),
        ],
    ),
    (
        "result",
        &[
            ("noneFound", "none found"),
            ("proceedingFound", "a proceeding, no order in it"),
            ("orderClaimed", "an order is claimed"),
        ],
    ),
    (
        "document",
        &[
            ("instrument", "the instrument"),
            ("rider", "rider"),
            ("cover", "cover"),
            ("courtPaper", "court paper"),
            ("searchProof", "proof of search"),
            ("sendingProof", "proof of sending"),
            ("letter", "letter"),
            ("other", "other"),
        ],
    ),
    (
        "basis",
        &[
            ("enforcementOrder", "enforcement order in force"),
            ("otherProcess", "other compulsory process"),
            ("emergency", "emergency, 18 U.S.C. § 2702(c)(4)"),
            ("userConsent", "the user's consent, 18 U.S.C. § 2702(c)(2)"),
            ("exception", "signed exception"),
        ],
    ),
    (
        "field",
        &[
            ("targets", "accounts, or say that none is stated (--target, --no-target-stated)"),
            ("recipient", "recipient entity (--recipient)"),
            ("instrument", "type of paper (--instrument)"),
            ("cells", "accounts and records (--cells)"),
            ("effects", "what the paper does (--what)"),
            ("effects.actsOn", "the earlier paper it acts on (--acts-on)"),
            ("effects.cells", "accounts and records the paper covers (--cells)"),
            ("to", "to whom (--to)"),
            ("what", "what was disclosed (--what)"),
        ],
    ),
];

const HEADLINES: Rows = &[
    ("conflictingOrders", "Conflicting court orders: counsel now"),
    ("restrained", "Court order: DO NOT PRODUCE"),
    ("inForce", "Federal court order on record, in force"),
    ("stayed", "Enforcement order stayed: do not produce the stayed part"),
    ("claimed", "Order claimed, not yet verified: counsel now"),
    ("proceedingPending", "A proceeding is pending; no enforcement order in force"),
    ("deniedOrQuashed", "No enforcement order in force. A court ruled against enforcement"),
    ("reversedOrVacated", "No enforcement order in force. A court vacated or reversed an order"),
    ("complied", "No enforcement order in force. A court recorded compliance"),
    ("withdrawn", "No enforcement order on record. Withdrawn by the agency; no court ruling on it is recorded here"),
    ("superseded", "No enforcement order on record. Another instrument took its place"),
    ("noneOnRecord", "No enforcement order on record"),
];

const CLOSED: Rows = &[
    ("noBasis", "there is no basis for a disclosure"),
    ("instrumentNotConfirmed", "the type of paper is not confirmed"),
    ("conflictingOrders", "there are conflicting orders"),
    ("restrained", "a court ordered not to produce"),
    ("stayed", "the order is stayed"),
    ("restraintClaimed", "someone says a court ordered not to produce; it is not checked yet"),
    ("noticeNotSent", "the user was not told yet"),
    ("noticeBounced", "the notice to the user came back"),
    ("noticeWindow", "the user's window runs"),
    ("userChallenge", "the user is challenging the demand"),
    ("conflict", "the user's window or challenge runs past the order's date: counsel now"),
    ("secondSignatureMissing", "the second signature is missing"),
    ("demandClosed", "the demand is closed"),
];

const POINTS: Rows = &[
    ("districtCourt", "it names one of the 94 district courts"),
    ("recipientBound", "it binds us by name"),
    ("docketMatches", "its docket number exists in that court"),
    ("operativeWords", "it orders in so many words, and is not a proposal"),
    ("identifiesDemand", "it identifies this demand"),
    ("scopeAndDeadline", "it says what to produce and by when"),
    ("signedAndEntered", "it is signed and entered"),
    ("filingStamp", "it has the court's filing stamp"),
    ("seal", "its seal, if it has one, was looked at (an order needs none)"),
    ("statuteAndVenue", "its statute and venue make sense"),
    ("notStayed", "it is not stayed, appealed or superseded"),
    ("nonDisclosureAttached", "any non-disclosure order with it has its own dates and scope"),
];
