// Made from the list of commands in Rust (`cargo xtask bindings`). Do not edit.

export type AcceptHeadRequest = { 
/**
 * Why: what happened to the register, as far as is known.
 */
reason: string, 
/**
 * The number of the last entry, as the person compared it with one held elsewhere. Needed where this device saw none;
 * wherever it is given, it must be the one found.
 */
entry: string | null, };

export type Act = { "type": "logDemand", demand: DemandId, facts: DemandFacts, } | { "type": "amendDemand", demand: DemandId, facts: DemandFacts, reason: string, } | { "type": "assign", demand: DemandId, owner: PersonId | null, } | { "type": "linkDemand", demand: DemandId, link: Link, } | { "type": "unlinkDemand", demand: DemandId, link: Link, reason: string, } | { "type": "triage", demand: DemandId, note: string, } | { "type": "sendToCounsel", demand: DemandId, note: string, } | { "type": "returnToTriage", demand: DemandId, note: string, } | { "type": "decideCells", demand: DemandId, cells: Cells, decision: Decision, note: string, } | { "type": "recordDocketSearch", demand: DemandId, search: DocketSearch, } | { "type": "answerClaim", demand: DemandId, search: SearchId, reason: string, } | { "type": "openProceeding", proceeding: ProceedingId, court: string, docket: string, kind: ProceedingKind, demands: Array<DemandId>, } | { "type": "joinDemand", proceeding: ProceedingId, demand: DemandId, } | { "type": "leaveProceeding", proceeding: ProceedingId, demand: DemandId, reason: string, } | { "type": "recordCourtPaper", proceeding: ProceedingId, paper: CourtPaper, } | { "type": "verifyPaper", proceeding: ProceedingId, paper: PaperId, effects: Array<Effect>, points: Array<PointAnswer>, note: string, } | { "type": "setPaperAside", proceeding: ProceedingId, paper: PaperId, reason: string, } | { "type": "endProceeding", proceeding: ProceedingId, note: string, } | { "type": "recordWithdrawal", demand: DemandId, document: DocumentId | null, note: string, } | { "type": "retractWithdrawal", demand: DemandId, reason: string, } | { "type": "decideNotice", demand: DemandId, target: TargetId | null, decision: NoticeDecision, } | { "type": "recordUserChallenge", demand: DemandId, target: TargetId | null, challenge: UserChallenge, } | { "type": "confirmNonDisclosureEnd", demand: DemandId, note: string, } | { "type": "signBasis", demand: DemandId, cells: Cells, basis: OtherBasis, reason: string, } | { "type": "resolveConflict", demand: DemandId, cells: Cells, reason: string, } | { "type": "disclose", demand: DemandId, disclosure: Disclosure, } | { "type": "recordIncident", demand: DemandId, disclosure: Disclosure, note: string, } | { "type": "setHold", demand: DemandId, on: boolean, reason: string, } | { "type": "confirmPreservation", demand: DemandId, custodian: string, system: string, at: Moment, } | { "type": "addNote", demand: DemandId, text: string, privileged: boolean, } | { "type": "close", demand: DemandId, outcome: Outcome, note: string, } | { "type": "reopen", demand: DemandId, reason: string, } | { "type": "draftLetter", letter: LetterId, demand: DemandId, target: TargetId | null, kind: LetterKind, language: string, } | { "type": "approveLetter", letter: LetterId, } | { "type": "markLetterSent", letter: LetterId, sent: Moment, channel: SendingChannel, address: string, proof: DocumentId, } | { "type": "recordBounce", letter: LetterId, note: string, } | { "type": "setLetterAside", letter: LetterId, reason: string, } | { "type": "setPolicy", settings: Settings, reason: string, } | { "type": "setRoles", person: PersonId, roles: Array<Role>, } | { "type": "renamePerson", person: PersonId, name: string, };

export type ActRequest = { 
/**
 * The act's key: a retry with the same key returns the first result.
 */
op: OpId, 
/**
 * The act.
 */
act: Act, 
/**
 * What the asker had seen; a subject that moved on makes it a conflict.
 */
seen: Array<Seen>, 
/**
 * When it happened, as the person says; none for now.
 */
happened: Moment | null, };

export type AddPersonRequest = { 
/**
 * The act's key.
 */
op: OpId, 
/**
 * The name shown.
 */
name: string, 
/**
 * Their roles.
 */
roles: Array<Role>, 
/**
 * Their passphrase.
 */
passphrase: string, };

export type AgencyNumber = { 
/**
 * What the paper calls it (Subpoena Number, Case Number, File Number).
 */
label: string, 
/**
 * The number as printed.
 */
value: string, };

export type Approval = { 
/**
 * Counsel.
 */
by: PersonId, 
/**
 * When.
 */
at: string, 
/**
 * The PDF's bytes, kept as a document.
 */
document: DocumentId, 
/**
 * SHA-256 of the letter's text: facts that changed since are noticed by it.
 */
text: Digest, 
/**
 * The time the letter's statements are made as of.
 */
asOf: string, 
/**
 * True when author and approver are one person, because there is one counsel only.
 */
selfApproved: boolean, };

export type AttachPartReply = { "type": "kept" } & AttachReply | { "type": "unreadable", 
/**
 * Why.
 */
why: Unreadable, };

export type AttachPartRequest = { 
/**
 * The act's key, and the job's name.
 */
op: OpId, 
/**
 * The demand.
 */
demand: DemandId, 
/**
 * The paper of the demand that it is taken out of.
 */
document: DocumentId, 
/**
 * Which of its parts.
 */
part: number, 
/**
 * What it is.
 */
role: DocumentRole, };

export type AttachReply = { 
/**
 * The document.
 */
attached: Attached, 
/**
 * Where else the same bytes lie.
 */
sameAs: Array<SameFile>, 
/**
 * True when this demand held the same bytes already and nothing was added.
 */
alreadyHere: boolean, };

export type AttachRequest = { 
/**
 * The act's key, and the job's name.
 */
op: OpId, 
/**
 * The demand.
 */
demand: DemandId, 
/**
 * The file, by token.
 */
file: string, 
/**
 * What it is.
 */
role: DocumentRole, };

export type Attached = { 
/**
 * The document.
 */
document: DocumentId, 
/**
 * The name a person sees. Display text only: never a path.
 */
name: string, 
/**
 * SHA-256 of the bytes.
 */
sha256: Digest, 
/**
 * Length in bytes.
 */
length: Count53, 
/**
 * The type found in the content ("application/pdf"), not in the name.
 */
mediaType: string, 
/**
 * What it is to this demand.
 */
role: DocumentRole, 
/**
 * The paper it was taken out of, where it did not come by itself.
 */
from?: PartOf, };

export type BackUpRequest = { 
/**
 * The act's key, and the job's name.
 */
op: OpId, 
/**
 * A folder by token; none for the register's own `backups`.
 */
folder: string | null, };

export type Backup = { 
/**
 * Its name.
 */
name: string, 
/**
 * A token; never a path.
 */
token: string, 
/**
 * When it was made.
 */
made: string, 
/**
 * The head it holds.
 */
head: Head, 
/**
 * Its size in bytes.
 */
length: Count53, 
/**
 * True when it was verified by restoring it.
 */
verified: boolean, };

export type BackupPeopleRequest = { 
/**
 * The backup, by token.
 */
backup: string, };

export type Basis = { "type": "enforcementOrder", 
/**
 * The order.
 */
paper: PaperId, } | { "type": "otherProcess" } | { "type": "emergency" } | { "type": "userConsent" } | { "type": "exception" };

export type BasisSignature = { 
/**
 * The cells.
 */
cells: Cells, 
/**
 * The ground.
 */
basis: OtherBasis, 
/**
 * Why.
 */
reason: string, 
/**
 * Who signed.
 */
by: PersonId, 
/**
 * True when the signer was counsel at that moment.
 */
byCounsel: boolean, 
/**
 * When: a ground opens the gate from its signature on, not before.
 */
at: string, };

export type BranchId = string;

export type Category = "name" | "address" | "sessions" | "service" | "identity" | "payment" | "otherNonContent" | "content" | "special";

export type CautionKind = "scripts" | "launches" | "embeddedFiles" | "links" | "signatures" | "laterRevisions" | "remote";

export type Cell = { 
/**
 * The account; none where the paper names none.
 */
target: TargetId | null, 
/**
 * The record category.
 */
category: Category, };

export type CellDecision = { 
/**
 * The cell.
 */
cell: Cell, 
/**
 * The decision.
 */
decision: Decision, 
/**
 * Counsel.
 */
by: PersonId, 
/**
 * When.
 */
at: string, };

export type CellGate = { 
/**
 * The cell.
 */
cell: Cell, 
/**
 * Its gate.
 */
gate: Gate, };

export type Cells = { "type": "all" } | { "type": "some", 
/**
 * The cells.
 */
cells: Array<Cell>, };

export type Change = { 
/**
 * The path of the field.
 */
path: string, 
/**
 * Before, as JSON; null when it was not there.
 */
before: unknown, 
/**
 * After, as JSON; null when it is no longer there.
 */
after: unknown, };

export type ChangePassphraseRequest = { 
/**
 * The old one.
 */
old: string, 
/**
 * The new one.
 */
new: string, };

export type Channel = "portal" | "email" | "fax" | "inPerson" | "post" | "registeredAgent" | "other";

export type ClassMark = { 
/**
 * The id of the mark in the table (`classes.toml`): the window has a sentence for each.
 */
mark: string, 
/**
 * The paper's own words.
 */
quote: string, 
/**
 * Where they stand.
 */
places: Array<SuggestedPlace>, };

export type ClassSuggestion = { 
/**
 * What it is.
 */
class: SuggestedClass, 
/**
 * How sure, 0 to 1: the part of the marks of that kind which were found, less what speaks against it.
 */
confidence: number, 
/**
 * The marks that speak for it.
 */
reasons: Array<ClassMark>, };

export type Closed = { "type": "noBasis" } | { "type": "instrumentNotConfirmed" } | { "type": "conflictingOrders" } | { "type": "restrained" } | { "type": "stayed" } | { "type": "restraintClaimed" } | { "type": "noticeNotSent" } | { "type": "noticeBounced" } | { "type": "noticeWindow", 
/**
 * When it ends.
 */
until: string, } | { "type": "userChallenge" } | { "type": "conflict", 
/**
 * The comply-by, if the order states one.
 */
complyBy: string | null, } | { "type": "secondSignatureMissing" } | { "type": "demandClosed" };

export type Component = "iceHsi" | "iceEro" | "ice" | "cbp" | "uscis" | "otherDhs" | "other";

export type Compulsion = { 
/**
 * Comes before the headline.
 */
guard: Guard | null, 
/**
 * The headline.
 */
headline: Headline, 
/**
 * Accounts for which the headline holds.
 */
accounts: number, 
/**
 * Accounts in the demand.
 */
ofAccounts: number, 
/**
 * True when cells differ ("2 of 3 accounts").
 */
inPart: boolean, 
/**
 * Orders in force, one per paper.
 */
inForce: Array<OrderInForce>, 
/**
 * The earliest date by which an order in force must be complied with.
 */
complyBy: PrintedDate | null, 
/**
 * The earliest claimed comply-by: treated as real until checked.
 */
claimedComplyBy: PrintedDate | null, 
/**
 * Papers and searches that claim an order.
 */
claims: number, 
/**
 * The searches among them that counsel has not answered.
 */
openClaims: Array<SearchId>, 
/**
 * Papers that claim a restraint, a stay, or the end of an order, and that counsel has not verified: said beside every
 * headline, since they close the gate at once.
 */
claimedRestraints: Array<PaperId>, 
/**
 * Verified papers that restrain some cell now: orders not to produce.
 */
restraints: Array<PaperId>, 
/**
 * Verified papers that stay some cell now.
 */
stays: Array<PaperId>, 
/**
 * The orders to comply that they stay.
 */
stayed: Array<PaperId>, 
/**
 * Verified papers that contradict an order in force now.
 */
contradictions: Array<PaperId>, 
/**
 * True when a verified order to comply is on record, whatever became of it.
 */
hadOrder: boolean, 
/**
 * The earliest day by which a court wants an answer (an order to show cause): not production, and a real date.
 */
respondBy: PrintedDate | null, 
/**
 * The latest ruling, said first; the withdrawal or supersession where no court ruled.
 */
latest: Ruling | null, 
/**
 * When the agency withdrew the demand: it lowers no order and displaces no ruling.
 */
withdrawnOn: string | null, 
/**
 * Papers that counsel had verified and set aside since. No court did that: it is said beside every headline.
 */
setAsideVerified: Array<PaperId>, 
/**
 * The time this is stated as of.
 */
asOf: string, };

export type ConfirmRecoveryRequest = { 
/**
 * As typed.
 */
typed: string, };

export type ConflictReason = { 
/**
 * The cells.
 */
cells: Cells, 
/**
 * Why.
 */
reason: string, 
/**
 * Counsel.
 */
by: PersonId, 
/**
 * When: it weighs what was on file then, not an order or a challenge that came later.
 */
at: string, };

export type Count53 = number;

export type Court = { 
/**
 * PACER and CourtListener id.
 */
id: CourtId, 
/**
 * Official name.
 */
name: string, 
/**
 * Citation abbreviation: `N.D. Cal.`
 */
abbreviation: string, 
/**
 * Circuit: `1` to `11`, or `D.C.`
 */
circuit: string, 
/**
 * State, district or territory in full.
 */
state: string, 
/**
 * IANA zones of the district, that of the principal seat first. More than one: ask, and use the earlier instant
 * for our own duties and the later for waits owed to users.
 */
zones: Array<string>, 
/**
 * Which part of the district keeps which zone, where it is not one throughout.
 */
zoneNote: string | null, 
/**
 * Where the row comes from.
 */
source: string, 
/**
 * The day to which the source was read.
 */
asOf: string, };

export type CourtId = string;

export type CourtPaper = { 
/**
 * Its id.
 */
id: PaperId, 
/**
 * What it is.
 */
kind: PaperKind, 
/**
 * Its title, without names of users.
 */
title: string, 
/**
 * Its number on the docket.
 */
entryNumber: string, 
/**
 * Who signed, with which power.
 */
judge: JudgeAuthority, 
/**
 * Date signed.
 */
signed: string | null, 
/**
 * Whether and when it was entered.
 */
entered: Entered, 
/**
 * When it reached us.
 */
served: Moment | null, 
/**
 * The paper itself.
 */
document: DocumentId | null, 
/**
 * What it does.
 */
effects: Array<Effect>, };

export type CreateRegisterRequest = { 
/**
 * The folder to put it in, by token.
 */
folder: string, 
/**
 * The register's name (becomes NAME.register).
 */
name: string, 
/**
 * The organisation's name, as in letters.
 */
organisation: string, 
/**
 * The desk's zone (IANA).
 */
zone: string, 
/**
 * The first person's name.
 */
person: string, 
/**
 * The roles the first person takes besides administrator.
 */
roles: Array<Role>, 
/**
 * Their passphrase.
 */
passphrase: string, };

export type Created = { 
/**
 * The recovery key, in groups: shown once, typed back, printed.
 */
recoveryKey: string, 
/**
 * The session now.
 */
session: SessionView, };

export type DateKind = "complyBy" | "claimedComplyBy" | "answerCourt" | "returnDate" | "actBy";

export type DateLine = { 
/**
 * What it is.
 */
kind: DateLineKind, 
/**
 * The instant.
 */
at: string, 
/**
 * The zone it is read in.
 */
zone: string, 
/**
 * True for a date of a court or the agency, false for one of ours.
 */
theirs: boolean, 
/**
 * Business days from now until then; negative when passed.
 */
businessDays: number, 
/**
 * Calendar days from now until then; negative when passed.
 */
days: number, };

export type DateLineKind = "complyBy" | "claimedComplyBy" | "answerCourt" | "returnDate" | "actBy" | "noticeWindowEnds" | "nonDisclosureEnds" | "nonDisclosureReview" | "docketRecheck" | "assertedNonDisclosure";

export type Decision = "complyWithOrder" | "discloseOnOtherBasis" | "object" | "narrow" | "holdPendingChallenge" | "moveToQuash" | "refer" | "notAuthentic" | "noRecords";

export type Demand = { 
/**
 * Its id.
 */
id: DemandId, 
/**
 * How many entries it has had.
 */
version: string, 
/**
 * Our reference (2026-0003); empty before it is logged.
 */
reference: string, 
/**
 * The facts; none before it is logged, or after its bodies were disposed of.
 */
facts: DemandFacts | null, 
/**
 * When it was logged.
 */
logged: string | null, 
/**
 * Where it stands.
 */
step: Step, 
/**
 * Who owns it.
 */
owner: PersonId | null, 
/**
 * Papers attached.
 */
documents: Array<Attached>, 
/**
 * Links to other demands.
 */
links: Array<Link>, 
/**
 * Docket searches, oldest first.
 */
searches: Array<RecordedSearch>, 
/**
 * Proceedings that concern it.
 */
proceedings: Array<ProceedingId>, 
/**
 * Letters started.
 */
letters: Array<LetterOf>, 
/**
 * Counsel's decisions, one per cell, the latest.
 */
decisions: Array<CellDecision>, 
/**
 * Notice decisions, one per target, the latest.
 */
notices: Array<TargetNotice>, 
/**
 * Users' challenges that have not ended.
 */
challenges: Array<OpenChallenge>, 
/**
 * Counsel's word that a non-disclosure order ended without extension. A change of what is recorded about
 * non-disclosure takes it back.
 */
nonDisclosureEnded: boolean, 
/**
 * When counsel gave that word: it does not speak about papers recorded later.
 */
nonDisclosureEndedAt: string | null, 
/**
 * Signatures under grounds other than an order.
 */
bases: Array<BasisSignature>, 
/**
 * Counsel's signed reasons in a conflict of duties.
 */
conflictReasons: Array<ConflictReason>, 
/**
 * Disclosures and incidents.
 */
disclosures: Array<RecordedDisclosure>, 
/**
 * True while our duty to keep stands.
 */
onHold: boolean, 
/**
 * The agency's withdrawal.
 */
withdrawn: Withdrawal | null, 
/**
 * The day on which another instrument took its place, as the person who linked it says.
 */
supersededOn: string | null, 
/**
 * How it ended; none while open.
 */
outcome: Outcome | null, 
/**
 * True when bodies of this demand were disposed of under a retention rule.
 */
disposed: boolean, };

export type DemandFacts = { 
/**
 * What kind of paper it is.
 */
instrument: Instrument, 
/**
 * Authority cited, in the paper's words.
 */
authority: string, 
/**
 * Purpose stated, in the paper's words.
 */
purpose: string, 
/**
 * The issuing component.
 */
component: Component | null, 
/**
 * The issuing office (San Francisco Field Office).
 */
office: string, 
/**
 * Who signed.
 */
issuingOfficial: Official, 
/**
 * Whom to answer.
 */
pointOfContact: Official, 
/**
 * Who served it.
 */
server: Official, 
/**
 * The agency's numbers.
 */
numbers: Array<AgencyNumber>, 
/**
 * Date of issue as printed.
 */
issued: string | null, 
/**
 * When it was served.
 */
served: Moment | null, 
/**
 * When it was received.
 */
received: Moment, 
/**
 * The return date printed on the form: never rolled, also before service.
 */
returnDate: PrintedDate | null, 
/**
 * Where to appear or produce.
 */
returnPlace: string, 
/**
 * How it came.
 */
channel: Channel, 
/**
 * The recipient entity as the paper names it.
 */
recipient: string, 
/**
 * True when a rider or attachment belongs to it.
 */
rider: boolean, 
/**
 * The standing of a "do not tell".
 */
nonDisclosure: NonDisclosure, 
/**
 * The accounts named.
 */
targets: Array<Target>, 
/**
 * True when the paper names no account.
 */
noTargetStated: boolean, 
/**
 * The records sought, by category.
 */
records: Array<RecordSought>, 
/**
 * First day of the period asked about.
 */
periodFrom: string | null, 
/**
 * Last day of the period asked about.
 */
periodTo: string | null, 
/**
 * Our own date to act by.
 */
actBy: string | null, 
/**
 * A note for the file; not privileged.
 */
note: string, };

export type DemandId = string;

export type DemandRequest = { 
/**
 * The demand.
 */
demand: DemandId, 
/**
 * What was true then; none for now.
 */
asOf: string | null, 
/**
 * What had been recorded by then; none for now.
 */
knownAt: string | null, };

export type DemandView = { 
/**
 * The demand.
 */
demand: Demand, 
/**
 * What the file shows about compulsion.
 */
compulsion: Compulsion, 
/**
 * The gate, cell by cell.
 */
gates: Array<CellGate>, 
/**
 * Its proceedings.
 */
proceedings: Array<Proceeding>, 
/**
 * Its letters.
 */
letters: Array<Letter>, 
/**
 * Whether the user may be told.
 */
notice: NoticeStanding, 
/**
 * Its dates, earliest first.
 */
dates: Array<DateLine>, 
/**
 * What a person should see.
 */
warnings: Array<Warning>, 
/**
 * When the docket should be searched again; none when never searched.
 */
recheckAt: string | null, 
/**
 * The acts the person here may perform, by name.
 */
may: Array<string>, 
/**
 * The versions shown, to be sent back with an act.
 */
seen: Array<Seen>, 
/**
 * The time all this is stated as of.
 */
asOf: string, 
/**
 * True when this is history (as-of or known-at was asked): nothing can be done from here.
 */
history: boolean, };

export type Digest = string;

export type Disclosure = { 
/**
 * Its id.
 */
id: DisclosureId, 
/**
 * The cells disclosed.
 */
cells: Array<Cell>, 
/**
 * What, in words.
 */
what: string, 
/**
 * To whom and how.
 */
to: string, 
/**
 * When.
 */
disclosed: Moment, 
/**
 * Copies of what was handed over, when kept here.
 */
documents: Array<DocumentId>, };

export type DisclosureId = string;

export type DocketNumber = { raw: string, parsed: ParsedDocket | null, };

export type DocketSearch = { 
/**
 * Its id.
 */
id: SearchId, 
/**
 * When the docket was looked at.
 */
searched: Moment, 
/**
 * Where.
 */
place: SearchPlace, 
/**
 * The court, by id; empty for a search over all courts.
 */
court: string, 
/**
 * The terms searched.
 */
terms: string, 
/**
 * What it came to.
 */
result: SearchResult, 
/**
 * The docket number found, as printed.
 */
docket: string, 
/**
 * When compliance is said to be due: a claimed date enters the agenda at once.
 */
claimedComplyBy: string | null, 
/**
 * The proof kept.
 */
proof: DocumentId | null, 
/**
 * A note.
 */
note: string, };

export type DocumentId = string;

export type DocumentRole = "instrument" | "rider" | "cover" | "courtPaper" | "searchProof" | "sendingProof" | "letter" | "other";

export type Done = { 
/**
 * The last entry's sequence number, as a text.
 */
seq: string, 
/**
 * What was written, with the versions after.
 */
touched: Array<Seen>, 
/**
 * True when this op was on record already.
 */
again: boolean, 
/**
 * The demand's reference, when the act logged one.
 */
reference: string | null, };

export type Draft = { 
/**
 * Its key.
 */
key: string, 
/**
 * The form's values.
 */
value: unknown, };

export type DraftKey = { 
/**
 * `intake`, or a form and a demand's id (`decision/0190…`).
 */
key: string, };

export type Effect = { 
/**
 * What it does.
 */
what: What, 
/**
 * The demand.
 */
demand: DemandId, 
/**
 * The cells. An order to produce is verified for cells named one by one.
 */
cells: Cells, 
/**
 * The earlier paper it acts on; none when it acts on the scope itself.
 */
actsOn: PaperId | null, 
/**
 * By when, as printed.
 */
complyBy: PrintedDate | null, };

export type Empty = Record<symbol, never>;

export type Entered = { "type": "notKnown" } | { "type": "on", 
/**
 * The date on the docket.
 */
date: string, } | { "type": "sealedConfirmed", 
/**
 * The date the clerk gave for its entry.
 */
date: string, 
/**
 * Who confirmed it, how.
 */
with: string, };

export type ExportRequest = { 
/**
 * The job's name.
 */
op: OpId, 
/**
 * The demand it is attached to.
 */
demand: DemandId, 
/**
 * The document.
 */
document: DocumentId, };

export type Fault = { "type": "locked" } | { "type": "noRegister" } | { "type": "wrongPassphrase" } | { "type": "recoveryKeyDiffers" } | { "type": "notFound" } | { "type": "refused", 
/**
 * The reasons.
 */
problems: Array<Problem>, } | { "type": "conflict", 
/**
 * What changed.
 */
subject: Subject, } | { "type": "opReused" } | { "type": "headDiffers" } | { "type": "readOnly" } | { "type": "storeTooNew" } | { "type": "storeDamaged", 
/**
 * Where, in technical words, without content of the file.
 */
detail: string, } | { "type": "registerInUse", 
/**
 * Its process.
 */
pid: number, } | { "type": "registerExists" } | { "type": "notARegister" } | { "type": "noSpace", 
/**
 * Bytes needed, if known.
 */
needed: Count53 | null, 
/**
 * Bytes free.
 */
free: Count53 | null, } | { "type": "networkShare", 
/**
 * Which kind (nfs, smb, fuse).
 */
kind: string, } | { "type": "sourceChanged" } | { "type": "sourceUnreadable" } | { "type": "targetUnwritable" } | { "type": "clockBehind", 
/**
 * The last entry's time.
 */
last: string, } | { "type": "fileRejected", 
/**
 * Why.
 */
detail: string, } | { "type": "letterIncomplete", 
/**
 * The fields' names.
 */
missing: Array<string>, } | { "type": "undrawable", 
/**
 * The characters.
 */
characters: string, } | { "type": "cancelled" } | { "type": "request", 
/**
 * The reader's words.
 */
detail: string, } | { "type": "internal", 
/**
 * The reference.
 */
reference: string, };

export type Finding = { 
/**
 * Its kind (`chain`, `signature`, `role`, `projection`, `document`, `page`, `head`).
 */
kind: string, 
/**
 * Where: a sequence number, a document's id, a row.
 */
place: string, 
/**
 * In technical words, without content of the file.
 */
detail: string, };

export type Gate = { "type": "open", 
/**
 * The basis.
 */
basis: Basis, } | { "type": "closed", 
/**
 * The reasons.
 */
reasons: Array<Closed>, };

export type Guard = "notConfirmed" | "otherInstrument";

export type Head = { 
/**
 * The register.
 */
register: Digest, 
/**
 * The line of history the last row stands on.
 */
branch: BranchId, 
/**
 * The last row's sequence number.
 */
seq: string, 
/**
 * The last row's digest.
 */
digest: Digest, };

export type Headline = "conflictingOrders" | "restrained" | "inForce" | "stayed" | "claimed" | "proceedingPending" | "deniedOrQuashed" | "reversedOrVacated" | "complied" | "withdrawn" | "superseded" | "noneOnRecord";

export type HelpOrganisation = { 
/**
 * Its name.
 */
name: string, 
/**
 * How to reach it.
 */
contact: string, };

export type HitDemand = { 
/**
 * Which.
 */
demand: DemandId, 
/**
 * Our reference.
 */
reference: string, 
/**
 * True while open.
 */
open: boolean, };

export type HitPlace = { "type": "demand", 
/**
 * Which.
 */
demand: DemandId, 
/**
 * In which part.
 */
part: Part, } | { "type": "proceeding", 
/**
 * Which.
 */
proceeding: ProceedingId, 
/**
 * In which part.
 */
part: Part, } | { "type": "letter", 
/**
 * Which.
 */
letter: LetterId, 
/**
 * In which part.
 */
part: Part, } | { "type": "page", 
/**
 * The paper.
 */
document: DocumentId, 
/**
 * The name a person sees.
 */
name: string, 
/**
 * The page, from 0.
 */
page: number, 
/**
 * The words met, each with its place on the page.
 */
at: Array<Rect>, 
/**
 * Its words were recognised in a picture: some may be misread.
 */
recognised: boolean, };

export type IdentifierKind = "handle" | "email" | "url" | "phone" | "ip" | "accountId";

export type Instrument = "notConfirmed" | "i138" | "dhs3115" | "otherAdministrative" | "grandJury" | "judicialSubpoena" | "warrant" | "i9Notice" | "preservation" | "emergency" | "informal";

export type JobRequest = { 
/**
 * The job: the op id it was started with.
 */
job: string, };

export type JudgeAuthority = { "type": "notKnown" } | { "type": "districtJudge" } | { "type": "appellatePanel" } | { "type": "magistrateWithConsent" } | { "type": "magistrate", 
/**
 * Counsel's reason; empty when none was given.
 */
counselReason: string, } | { "type": "notAFederalCourt" };

export type JudgePower = "districtJudge" | "magistrateJudge" | "appellatePanel";

export type LawTables = { 
/**
 * The 94 district courts.
 */
courts: Array<Court>, 
/**
 * The date the table is of.
 */
courtsAsOf: string, };

export type Letter = { 
/**
 * Its id.
 */
id: LetterId, 
/**
 * How many entries it has had.
 */
version: string, 
/**
 * The demand.
 */
demand: DemandId | null, 
/**
 * The addressee's target; none where the paper names none.
 */
target: TargetId | null, 
/**
 * What it is for.
 */
kind: LetterKind, 
/**
 * Its language.
 */
language: string, 
/**
 * Who drafted it.
 */
author: PersonId | null, 
/**
 * The wording.
 */
template: TemplateVersion | null, 
/**
 * Counsel's approval.
 */
approval: Approval | null, 
/**
 * Proof of sending, each channel tried.
 */
sendings: Array<Sending>, 
/**
 * Where it stands.
 */
step: LetterStep, };

export type LetterId = string;

export type LetterKind = "userNotice";

export type LetterOf = { 
/**
 * The letter.
 */
letter: LetterId, 
/**
 * The target; none where the paper names none.
 */
target: TargetId | null, };

export type LetterRequest = { 
/**
 * The letter.
 */
letter: LetterId, };

export type LetterStep = "draft" | "approved" | "sent" | "bounced" | "setAside";

export type LetterView = { 
/**
 * The letter.
 */
letter: Letter, 
/**
 * Its text as it would be made from the facts now (draft), or exactly as it was approved; empty while a draft is
 * stopped, and where only the bytes are kept.
 */
text: string, 
/**
 * What stands against approving or sending it now; nothing once it was sent or set aside.
 */
stopped: Array<Problem>, 
/**
 * True when the approved text cannot be made again word for word (another wording came with another program): the
 * PDF that was approved is kept, and nothing else is shown.
 */
keptOnly: boolean, 
/**
 * Fields that are empty: the letter cannot be approved.
 */
missing: Array<string>, 
/**
 * How many pages.
 */
pages: number, 
/**
 * Changes whenever the pages' pictures change: put it on their address.
 */
revision: string, 
/**
 * True when a fact in an approved letter changed since: it must be made again. Of a letter that was sent it says that
 * the user was told something that holds no more.
 */
factsChanged: boolean, };

export type Link = { 
/**
 * How they belong together.
 */
kind: LinkKind, 
/**
 * The other demand.
 */
demand: DemandId, };

export type LinkKind = "duplicate" | "reissue" | "supersededBy";

export type LockScreenPerson = { 
/**
 * Their id.
 */
id: PersonId, 
/**
 * The name shown.
 */
name: string, };

export type LookAtBackupRequest = { 
/**
 * The backup, by token.
 */
backup: string, 
/**
 * Who opens it.
 */
person: PersonId, 
/**
 * Their passphrase.
 */
passphrase: string, };

export type Moment = { 
/**
 * The instant, UTC.
 */
at: string, 
/**
 * IANA name of the zone in which it was said (America/Los_Angeles).
 */
zone: string, };

export type NonDisclosure = { "type": "none" } | { "type": "requested" } | { "type": "asserted", 
/**
 * What it rests on, in the paper's words.
 */
basis: string, } | { "type": "ordered", 
/**
 * The court, by id.
 */
court: string, 
/**
 * The docket number as printed.
 */
docket: string, 
/**
 * First day, if stated.
 */
start: string | null, 
/**
 * Last day; none for "until further order".
 */
end: string | null, 
/**
 * The day to look at it again when it has no end.
 */
review: string | null, 
/**
 * The order itself.
 */
document: DocumentId | null, } | { "type": "statutory", 
/**
 * The provision.
 */
basis: string, };

export type NoticeDecision = { "type": "notify" } | { "type": "later", 
/**
 * The date.
 */
on: string, 
/**
 * Why not now.
 */
reason: string, } | { "type": "no", 
/**
 * Why; never empty.
 */
reason: string, };

export type NoticeStanding = "free" | "held" | "forbidden" | "endUnconfirmed";

export type Official = { 
/**
 * Name as printed.
 */
name: string, 
/**
 * Title as printed.
 */
title: string, 
/**
 * Telephone, e-mail, address as printed.
 */
contact: string, };

export type OldBackup = { 
/**
 * When it was made.
 */
made: string, 
/**
 * Its folder's name; with the place it was put, where that is not the register's own.
 */
name: string, 
/**
 * True when it was put outside the register's own folder: whether it is still there is not known here.
 */
elsewhere: boolean, };

export type OpId = string;

export type OpenChallenge = { 
/**
 * The target; none for all.
 */
target: TargetId | null, 
/**
 * How we know.
 */
note: string, 
/**
 * When it was recorded.
 */
at: string, };

export type OpenRegisterRequest = { 
/**
 * The folder, by token (picked, or recent).
 */
folder: string, };

export type OrderInForce = { 
/**
 * The proceeding.
 */
proceeding: ProceedingId, 
/**
 * The paper.
 */
paper: PaperId, 
/**
 * By when.
 */
complyBy: PrintedDate | null, 
/**
 * The day from which it acts.
 */
effective: string, 
/**
 * The cells it covers, in force.
 */
cells: Array<Cell>, };

export type OrderPoint = "districtCourt" | "recipientBound" | "docketMatches" | "operativeWords" | "identifiesDemand" | "scopeAndDeadline" | "signedAndEntered" | "filingStamp" | "seal" | "statuteAndVenue" | "notStayed" | "nonDisclosureAttached";

export type OtherBasis = { "type": "otherProcess", 
/**
 * What it is.
 */
process: string, 
/**
 * The paper.
 */
document: DocumentId | null, } | { "type": "emergency", 
/**
 * The facts relied on.
 */
ground: string, } | { "type": "userConsent", 
/**
 * The proof.
 */
document: DocumentId | null, } | { "type": "exception", 
/**
 * The ground.
 */
ground: string, };

export type Outcome = "compliedWithOrder" | "compliedInPart" | "disclosedOnOtherBasis" | "objected" | "withdrawnByAgency" | "quashedOrDenied" | "superseded" | "referred" | "notAuthentic" | "noRecords" | "duplicate";

export type OutlineEntry = { 
/**
 * As the paper says it.
 */
title: string, 
/**
 * 0 for the outermost.
 */
depth: number, 
/**
 * The page it leads to, from 0, where that is known.
 */
page: number | null, };

export type PageFacts = { 
/**
 * From 0.
 */
page: number, 
/**
 * In 1/72 inch.
 */
width: number, 
/**
 * In 1/72 inch.
 */
height: number, 
/**
 * The number printed on it, where the paper says so: "iv".
 */
label: string | null, 
/**
 * How many words were found.
 */
words: number, 
/**
 * There is a picture and hardly any text: only text recognition can read it.
 */
needsRecognition: boolean, 
/**
 * How many characters are there and not to be seen: under a black bar, a picture, or in the colour of the paper.
 */
hidden: number, 
/**
 * Something on it could not be drawn.
 */
lacks: boolean, };

export type PageText = { 
/**
 * From 0.
 */
page: number, 
/**
 * Its lines.
 */
lines: Array<TextLine>, 
/**
 * Not all of it: a limit was reached.
 */
cut: boolean, };

export type PageTextLook = { "type": "read" } & PageText | { "type": "unreadable", 
/**
 * Why.
 */
why: Unreadable, };

export type PageTextRequest = { 
/**
 * The paper.
 */
paper: PaperRef, 
/**
 * The page, from 0.
 */
page: number, };

export type PagesLook = { "type": "read", 
/**
 * In order.
 */
pages: Array<PageFacts>, } | { "type": "unreadable", 
/**
 * Why.
 */
why: Unreadable, };

export type PagesRequest = { 
/**
 * The paper.
 */
paper: PaperRef, 
/**
 * The first page, from 0.
 */
first: number, 
/**
 * How many; at most 200 are answered.
 */
count: number, };

export type PaperCaution = { 
/**
 * What.
 */
kind: CautionKind, 
/**
 * How many; at least so many.
 */
count: number, };

export type PaperFacts = { 
/**
 * How many pages.
 */
pages: number, 
/**
 * What kind it is, by its content.
 */
format: PaperFormat, 
/**
 * Its pages are pictures. Else it is text, written out on sheets of the reader's making: show the words where they
 * stand, in a type of one width.
 */
drawn: boolean, 
/**
 * Attachments, messages or entries inside it.
 */
parts: Array<PaperPart>, 
/**
 * The title it gives itself, which proves nothing.
 */
title: string | null, 
/**
 * It is encrypted, with or without a password to open it.
 */
encrypted: boolean, 
/**
 * Its table of contents.
 */
outline: Array<OutlineEntry>, 
/**
 * What is worth a look. The program runs, follows and opens none of it.
 */
cautions: Array<PaperCaution>, };

export type PaperFormat = "pdf" | "mail" | "mailbox" | "outlookItem" | "word" | "spreadsheet" | "richText" | "html" | "text" | "table" | "picture" | "archive";

export type PaperId = string;

export type PaperKind = "petition" | "motion" | "proposedOrder" | "orderToShowCause" | "reportAndRecommendation" | "order" | "appellateDecision" | "minuteEntry" | "dismissal" | "otherPaper";

export type PaperLook = { "type": "open" } & PaperFacts | { "type": "unreadable", 
/**
 * Why.
 */
why: Unreadable, };

export type PaperPart = { 
/**
 * Its number.
 */
number: number, 
/**
 * The name it gives itself; shown, never used as a path.
 */
name: string, 
/**
 * Its type by its content or, where that was not looked at, as it says.
 */
mediaType: string, 
/**
 * Its size in bytes, as far as it is known without unpacking.
 */
length: Count53 | null, 
/**
 * Why it cannot be taken out.
 */
withheld: Unreadable | null, };

export type PaperRef = { "type": "document", 
/**
 * Which.
 */
document: DocumentId, } | { "type": "file", 
/**
 * The token; never a path.
 */
file: string, };

export type PaperRequest = { 
/**
 * The paper.
 */
paper: PaperRef, 
/**
 * The password it asks for, as a person typed it. It is kept in memory until the register is locked.
 */
password: string | null, };

export type ParsedDocket = { 
/**
 * Divisional office: a digit (`3:`) or letters (`EP-`, W.D. Tex.). Says nothing about which case it is.
 */
office: string | null, 
/**
 * Four-digit year of filing. Two digits are read as 1950–2049.
 */
year: number, 
/**
 * Case type.
 */
kind: string, 
/**
 * Number within court, year and type, without leading zeros.
 */
sequence: number, 
/**
 * Initials of the judges as written. Judges change, so they say nothing about which case it is.
 */
judges: Array<string>, };

export type Part = "reference" | "number" | "target" | "person" | "office" | "recipient" | "stated" | "note" | "docketSearch" | "documentName" | "docket" | "courtPaper" | "address";

export type PartOf = { 
/**
 * The paper.
 */
document: DocumentId, 
/**
 * Which of its parts, as the reader numbers them.
 */
part: number, };

export type PatternFlaw = "unreadable" | "findsNothing" | "missesExample";

export type PauseReadingRequest = { 
/**
 * True to pause.
 */
paused: boolean, };

export type People = { 
/**
 * How many entries there have been.
 */
version: string, 
/**
 * Everybody who ever was here.
 */
persons: Array<Person>, 
/**
 * The key of the recovery slot: it signs one kind of entry only, `KeyReplaced`.
 */
recoveryKey: PublicKey | null, };

export type PeopleView = { 
/**
 * Everybody who ever was here.
 */
people: People, };

export type Person = { 
/**
 * Their id.
 */
id: PersonId, 
/**
 * The name shown in the register and on the lock screen.
 */
name: string, 
/**
 * Their roles.
 */
roles: Array<Role>, 
/**
 * Their public signing key now.
 */
key: PublicKey, 
/**
 * True once removed: their past acts stand.
 */
removed: boolean, };

export type PersonId = string;

export type PickFilesRequest = { 
/**
 * What for.
 */
purpose: PickPurpose, };

export type PickPurpose = "papers" | "newRegister" | "register" | "backup" | "backupTarget";

export type Picked = { 
/**
 * The token, good for this session.
 */
token: string, 
/**
 * The name to show.
 */
name: string, 
/**
 * Its length; none for a folder.
 */
length: Count53 | null, };

export type Piece = { 
/**
 * Its text, on one line.
 */
text: string, 
/**
 * True for what was looked for.
 */
hit: boolean, };

export type PlatformPattern = { 
/**
 * What it finds.
 */
kind: IdentifierKind, 
/**
 * A regular expression of the crate `regex`: no look-around and no back references, so that it takes linear time. All of what
 * it matches is the identifier.
 */
pattern: string, 
/**
 * An identifier that it finds whole: what a person checks it by.
 */
example: string, };

export type PointAnswer = { 
/**
 * The point.
 */
point: OrderPoint, 
/**
 * True when it holds on the paper.
 */
holds: boolean, 
/**
 * A note.
 */
note: string, };

export type Policy = { 
/**
 * How many entries there have been.
 */
version: string, 
/**
 * The settings in force.
 */
settings: Settings, };

export type PrintedDate = { 
/**
 * The date as printed.
 */
date: string, 
/**
 * The time of day as printed, if any.
 */
time: string | null, 
/**
 * The zone the printed time is read in.
 */
zone: string, };

export type Problem = { "type": "notAllowed", 
/**
 * Roles that may.
 */
roles: Array<Role>, 
/**
 * People who have one of them.
 */
who: Array<string>, } | { "type": "required", 
/**
 * The field's name on the wire (`recipient`, `targets`).
 */
field: string, } | { "type": "impossible", 
/**
 * The field's name on the wire.
 */
field: string, } | { "type": "inFuture", 
/**
 * The field's name on the wire.
 */
field: string, } | { "type": "repeated", 
/**
 * The field's name on the wire.
 */
field: string, } | { "type": "unknown", 
/**
 * The field's name on the wire.
 */
field: string, } | { "type": "wrongStep", 
/**
 * The step it is on.
 */
step: Step, } | { "type": "recoveryKeyNotConfirmed" } | { "type": "counselRecordsNonDisclosure" } | { "type": "boundByOrder", 
/**
 * The field's name on the wire.
 */
field: string, } | { "type": "paperCannotOrder" } | { "type": "paperNotAttached" } | { "type": "notEntered" } | { "type": "judgePowerNotShown" } | { "type": "notADistrictCourt" } | { "type": "cellsNotNamed" } | { "type": "pointNotHeld", 
/**
 * The point.
 */
point: OrderPoint, } | { "type": "alreadyDone" } | { "type": "gateClosed", 
/**
 * The cell.
 */
cell: Cell, 
/**
 * Why.
 */
reasons: Array<Closed>, } | { "type": "notDecided", 
/**
 * The cell.
 */
cell: Cell, } | { "type": "papersActOnIt" } | { "type": "onlyDemandOfDocket" } | { "type": "noticeForbidden" } | { "type": "noticeHeld" } | { "type": "nonDisclosureEndUnconfirmed" } | { "type": "noticeUndecided" } | { "type": "noticeDecidedAgainst" } | { "type": "letterNotForThisPaper" } | { "type": "ordersContradict" } | { "type": "authorApproves" } | { "type": "factsChanged" } | { "type": "notApproved" } | { "type": "proofMissing" } | { "type": "counselGrantsCounsel" } | { "type": "lastOfRole", 
/**
 * The role.
 */
role: Role, } | { "type": "patternUnusable", 
/**
 * Which one, from 1.
 */
number: number, 
/**
 * What is wrong with it.
 */
flaw: PatternFlaw, } | { "type": "tooMany", 
/**
 * The field's name on the wire.
 */
field: string, 
/**
 * The most there may be.
 */
most: number, } | { "type": "reasonMissing" };

export type Proceeding = { 
/**
 * Its id.
 */
id: ProceedingId, 
/**
 * How many entries it has had.
 */
version: string, 
/**
 * The court, by id (one of the 94).
 */
court: string, 
/**
 * The docket number, as printed and as read.
 */
docket: DocketNumber | null, 
/**
 * Its kind.
 */
kind: ProceedingKind, 
/**
 * The demands it concerns.
 */
demands: Array<DemandId>, 
/**
 * Its papers, in the order recorded.
 */
papers: Array<RecordedPaper>, 
/**
 * True when it ended without a ruling (voluntary dismissal, moot), as recorded.
 */
ended: boolean, };

export type ProceedingId = string;

export type ProceedingKind = "enforcement" | "recipientChallenge" | "userChallenge" | "nonDisclosure" | "appeal" | "contempt";

export type Progress = { 
/**
 * The job: the op id it was started with.
 */
job: string, 
/**
 * What it does: `attach`, `export`, `backUp`, `restore`, `verify`, `rotate`, `unlock`.
 */
what: string, 
/**
 * Done so far, in bytes or items.
 */
done: Count53, 
/**
 * In all; none when not known.
 */
total: Count53 | null, 
/**
 * True when it ended, well or not.
 */
ended: boolean, };

export type PublicKey = string;

export type Push = { "type": "touched", 
/**
 * The subjects.
 */
subjects: Array<Subject>, } | { "type": "progress" } & Progress | { "type": "session" } & SessionEvent;

export type Quarantined = { 
/**
 * The name of the copy's folder, beside the register's own.
 */
name: string, };

export type QueueCounts = { 
/**
 * Needs triage.
 */
needsTriage: Count53, 
/**
 * Due this week.
 */
dueThisWeek: Count53, 
/**
 * Waiting for counsel.
 */
waitingForCounsel: Count53, 
/**
 * Claimed orders.
 */
claimedOrders: Count53, 
/**
 * Notices to send.
 */
noticesToSend: Count53, 
/**
 * All.
 */
all: Count53, };

export type QueuePage = { 
/**
 * The rows.
 */
rows: Array<QueueRow>, 
/**
 * Where the next page begins; none at the end.
 */
next: string | null, 
/**
 * How many rows the view has in all (with the words).
 */
total: Count53, };

export type QueueRequest = { 
/**
 * The view.
 */
view: QueueView, 
/**
 * The sorting.
 */
sort: QueueSort, 
/**
 * Words to find in reference, numbers, identifiers, names and dockets; empty for all.
 */
text: string, 
/**
 * Where the last page ended, as its reply said; none for the first.
 */
after: string | null, 
/**
 * How many rows, 1 to 500.
 */
limit: number, };

export type QueueRow = { 
/**
 * The demand.
 */
demand: DemandId, 
/**
 * Our reference.
 */
reference: string, 
/**
 * What kind of paper it is.
 */
instrument: Instrument, 
/**
 * The issuing component.
 */
component: Component | null, 
/**
 * The agency's numbers, joined for a person's eye.
 */
numbers: string, 
/**
 * The first target's identifier.
 */
firstTarget: string, 
/**
 * How many targets.
 */
targets: number, 
/**
 * Comes before the headline.
 */
guard: Guard | null, 
/**
 * The order state.
 */
headline: Headline, 
/**
 * True when cells differ.
 */
inPart: boolean, 
/**
 * Where it stands.
 */
step: Step, 
/**
 * Who owns it.
 */
owner: PersonId | null, 
/**
 * The next date: a court's before any other, else the earliest of the agency's and our own. When closed, only a court's,
 * or one that is said to be a court's.
 */
dueAt: string | null, 
/**
 * What that date is.
 */
dueKind: DateKind | null, 
/**
 * The zone that date is read in.
 */
dueZone: string, 
/**
 * Our own date to act by.
 */
actBy: string | null, 
/**
 * When it was received.
 */
receivedAt: string, 
/**
 * When the last docket search was made.
 */
searchedAt: string | null, 
/**
 * True while an order, a stay or a restraint is claimed and not verified.
 */
claimed: boolean, 
/**
 * True while a user is to be told and no letter stands as sent.
 */
noticeToSend: boolean, 
/**
 * True while open.
 */
open: boolean, 
/**
 * Everything a text filter looks through, folded to lower case without diacritics by the reader of the row.
 */
search: string, };

export type QueueSort = "due" | "received" | "reference";

export type QueueView = "needsTriage" | "dueThisWeek" | "waitingForCounsel" | "claimedOrders" | "noticesToSend" | "all";

export type ReadAgainRequest = { 
/**
 * This one; none for all that could not be read.
 */
document: DocumentId | null, };

export type ReadDocketRequest = { 
/**
 * As typed.
 */
raw: string, };

export type ReadingNow = { 
/**
 * The job's name, as in progress.
 */
job: OpId, 
/**
 * Which.
 */
document: DocumentId, 
/**
 * Pages done.
 */
done: number, 
/**
 * Pages it has; none while that is not known.
 */
pages: number | null, };

export type ReadingTrouble = { 
/**
 * Which.
 */
document: DocumentId, 
/**
 * The name a person sees.
 */
name: string, 
/**
 * The demands it belongs to.
 */
demands: Array<HitDemand>, 
/**
 * Why nothing of it was read; none where only some pages were not.
 */
why: Unreadable | null, 
/**
 * Pages that are pictures nobody could read as text.
 */
pictures: number, 
/**
 * Other pages that could not be read, or not all of them.
 */
pages: number, };

export type ReadingView = { 
/**
 * Papers whose words can be found.
 */
read: Count53, 
/**
 * Papers not read yet.
 */
waiting: Count53, 
/**
 * Papers that could not be read: whole, or one of their pages.
 */
troubled: Count53, 
/**
 * Papers that hold files which were not read: what hangs on a mail, what an archive holds.
 */
holding: Count53, 
/**
 * Pages whose words were recognised in a picture: a word that was misread is not found.
 */
recognisedPages: Count53, 
/**
 * Some of the troubled ones, at most 100, the newest first.
 */
troubles: Array<ReadingTrouble>, 
/**
 * A person paused it; it stays paused until a person lets it go on, or the register is unlocked again.
 */
paused: boolean, 
/**
 * The paper being read now.
 */
now: ReadingNow | null, 
/**
 * How pictures are read on this computer.
 */
recognition: Recognition, };

export type RecentRegister = { 
/**
 * A token; never a path.
 */
token: string, 
/**
 * The register's name.
 */
name: string, 
/**
 * True when its folder is there now.
 */
present: boolean, };

export type Recognition = "absent" | "oneReading" | "twoReadings";

export type RecordSought = { 
/**
 * The category a person put it in.
 */
category: Category, 
/**
 * The paper's own words.
 */
words: string, };

export type RecordedDisclosure = { 
/**
 * What left the building.
 */
disclosure: Disclosure, 
/**
 * The basis in words; empty for an incident.
 */
basis: string, 
/**
 * True for a disclosure made outside the gate.
 */
incident: boolean, 
/**
 * Who recorded it.
 */
by: PersonId, };

export type RecordedPaper = { 
/**
 * The paper, with the effects as verified once it is verified.
 */
paper: CourtPaper, 
/**
 * Who recorded it.
 */
by: PersonId, 
/**
 * When it was recorded.
 */
recorded: string, 
/**
 * Counsel's verification; none while claimed.
 */
verified: Verification | null, 
/**
 * Set when counsel found, on the paper, that it is not what it was taken for.
 */
setAside: string | null, 
/**
 * The version that counsel verified last, while a correction of it waits for verification: it acts until then.
 */
standing: RecordedPaper | null, };

export type RecordedSearch = { 
/**
 * The search.
 */
search: DocketSearch, 
/**
 * Who recorded it.
 */
by: PersonId, 
/**
 * Set when counsel looked into a claimed order and found none behind it, with the reason.
 */
answered: string | null, };

export type RecoverRequest = { 
/**
 * The recovery key as typed.
 */
recoveryKey: string, 
/**
 * Who gets a new passphrase.
 */
person: PersonId, 
/**
 * It.
 */
passphrase: string, };

export type Rect = [number, number, number, number];

export type RemovePersonRequest = { 
/**
 * The act's key, and the job's name.
 */
op: OpId, 
/**
 * Who goes.
 */
person: PersonId, 
/**
 * Why.
 */
reason: string, };

export type RemovedPerson = { 
/**
 * Everybody.
 */
people: PeopleView, 
/**
 * Backups on record that the removed person's key still opens. Copies that were made of them are not known here.
 */
oldBackups: Array<OldBackup>, };

export type RestorePlan = { 
/**
 * The head the backup holds.
 */
backup: Head, 
/**
 * When it was made.
 */
made: string, 
/**
 * The last head this device saw of this register; none when it saw none.
 */
lastSeen: Head | null, 
/**
 * How many entries recorded since would be lost; none when it cannot be told.
 */
entriesLost: Count53 | null, 
/**
 * Demands the backup holds.
 */
demands: Count53, 
/**
 * Documents the backup holds.
 */
documents: Count53, 
/**
 * Who can unlock it.
 */
persons: Array<LockScreenPerson>, };

export type RestoreRequest = { 
/**
 * The act's key, and the job's name.
 */
op: OpId, 
/**
 * The backup, by token.
 */
backup: string, 
/**
 * Who opens it.
 */
person: PersonId, 
/**
 * Their passphrase.
 */
passphrase: string, 
/**
 * Why.
 */
reason: string, };

export type Role = "triage" | "counsel" | "letters" | "records" | "auditor" | "administrator";

export type Ruling = { 
/**
 * What it was.
 */
headline: Headline, 
/**
 * The day.
 */
day: string, 
/**
 * The paper; none for a withdrawal.
 */
paper: PaperId | null, };

export type SameFile = { 
/**
 * The demand.
 */
demand: DemandId, 
/**
 * Its reference.
 */
reference: string, };

export type SearchFound = { 
/**
 * The best first.
 */
hits: Array<SearchHit>, 
/**
 * There are more than these.
 */
more: boolean, 
/**
 * The words stand in so many places that only the newest of them were weighed against each other.
 */
newestOnly: boolean, 
/**
 * Identifiers that were recognised in what was typed, as typed: these are met in other spellings too.
 */
identifiers: Array<string>, 
/**
 * Where nothing could be found yet.
 */
reading: ReadingView, };

export type SearchHit = { 
/**
 * Where.
 */
place: HitPlace, 
/**
 * The demands it belongs to, the newest first; a paper or a proceeding can belong to several.
 */
demands: Array<HitDemand>, 
/**
 * The words around, with those met marked.
 */
snippet: Array<Piece>, };

export type SearchId = string;

export type SearchKind = "demand" | "proceeding" | "letter" | "page";

export type SearchPlace = "pacer" | "courtListener" | "clerk" | "usAttorney" | "agencyClaim" | "other";

export type SearchRequest = { 
/**
 * What a person typed.
 */
text: string, 
/**
 * Where to look.
 */
within: SearchWithin, 
/**
 * How many hits, 1 to 200.
 */
limit: number, };

export type SearchResult = "noneFound" | "proceedingFound" | "orderClaimed";

export type SearchWithin = { 
/**
 * Only of these kinds; empty for all.
 */
kinds: Array<SearchKind>, 
/**
 * Only demands that are open, or only closed ones.
 */
open: boolean | null, 
/**
 * Only of this demand, with its proceedings, letters and papers.
 */
demand: DemandId | null, 
/**
 * Only demands received on this day or later, in the zone they were received in.
 */
receivedFrom: string | null, 
/**
 * Only demands received on this day or earlier.
 */
receivedTo: string | null, };

export type Seen = { 
/**
 * The subject.
 */
subject: Subject, 
/**
 * Its version as seen, as a text.
 */
version: string, };

export type Sending = { 
/**
 * When it was sent.
 */
sent: Moment, 
/**
 * How.
 */
channel: SendingChannel, 
/**
 * To which address.
 */
address: string, 
/**
 * The proof kept.
 */
proof: DocumentId, 
/**
 * When the notice window ends: N full days after the day of proof, 23:59:59 in the later zone.
 */
windowEnds: string, 
/**
 * Set when it bounced: the window then did not run.
 */
bounced: string | null, };

export type SendingChannel = "email" | "inProduct" | "post" | "other";

export type SessionEvent = { "event": "locked" } | { "event": "opened" } | { "event": "dragOver" } | { "event": "dragLeft" } | { "event": "dropped", 
/**
 * The files.
 */
files: Array<Picked>, };

export type SessionState = "noRegister" | "locked" | "stopped" | "recoveryKeyPending" | "open";

export type SessionView = { 
/**
 * Where it stands.
 */
state: SessionState, 
/**
 * Why it stands still, when it does.
 */
stop: Stop | null, 
/**
 * True when a damaged register is open for reading only.
 */
readOnly: boolean, 
/**
 * The register's name; empty without one.
 */
register: string, 
/**
 * True for the SAMPLE.
 */
sample: boolean, 
/**
 * Whom the lock screen offers.
 */
persons: Array<LockScreenPerson>, 
/**
 * Who is here.
 */
person: PersonId | null, 
/**
 * Their name.
 */
personName: string, 
/**
 * Their roles.
 */
roles: Array<Role>, 
/**
 * Minutes of idleness before the desk locks.
 */
idleLockMinutes: number, 
/**
 * The desk's own zone (IANA).
 */
zone: string, 
/**
 * Registers used before on this device.
 */
recent: Array<RecentRegister>, 
/**
 * The present instant, by the desk's clock.
 */
now: string, 
/**
 * When the last verified backup was made.
 */
lastBackup: string | null, 
/**
 * The program's version.
 */
program: string, };

export type Settings = { 
/**
 * The organisation's name, as in letters.
 */
organisation: string, 
/**
 * Address lines of the letterhead.
 */
address: Array<string>, 
/**
 * How a user reaches us about a letter.
 */
contact: string, 
/**
 * Where a user can check that a letter is ours.
 */
verification: string, 
/**
 * The desk's own zone (IANA).
 */
zone: string, 
/**
 * Full days a user has after proof of sending, before any disclosure.
 */
noticeWindowDays: number, 
/**
 * Days after which a docket search is stale.
 */
docketRecheckDays: number, 
/**
 * Minutes without a key or pointer before the desk locks.
 */
idleLockMinutes: number, 
/**
 * Organisations named in letters.
 */
helpOrganisations: Array<HelpOrganisation>, 
/**
 * What the platform's own identifiers look like, for what is suggested from a paper.
 */
identifierPatterns?: Array<PlatformPattern>, 
/**
 * Whether letters carry the "please keep your data" clause. Off by default.
 */
keepDataClause: boolean, };

export type Step = "needsTriage" | "triaged" | "withCounsel" | "returned" | "decided" | "closed";

export type Stop = { 
/**
 * Why.
 */
kind: StopKind, 
/**
 * The head this device saw last, where its note says it.
 */
lastSeen: Head | null, 
/**
 * The head found now.
 */
found: Head, 
/**
 * When the entry at the head found was recorded.
 */
recorded: string | null, 
/**
 * True when the person here may go on with the chain as it was found.
 */
mayAccept: boolean, 
/**
 * Who may.
 */
whoMay: Array<string>, };

export type StopKind = "headLost" | "noteMissing" | "noteAltered" | "neverSeen";

export type Subject = { "type": "demand", "id": DemandId } | { "type": "proceeding", "id": ProceedingId } | { "type": "letter", "id": LetterId } | { "type": "policy" } | { "type": "people" } | { "type": "register" } | { "type": "access", "id": PersonId };

export type SuggestedClass = { "type": "demand", 
/**
 * Never `notConfirmed`.
 */
instrument: Instrument, } | { "type": "court", 
/**
 * What it is. That it is an order says neither what it orders nor that it is in force.
 */
kind: PaperKind, };

export type SuggestedField = "subpoenaNumber" | "caseNumber" | "fileNumber" | "component" | "recipient" | "recipientAddress" | "inRe" | "contactName" | "contactTitle" | "contactAddress" | "contactPhone" | "contactEmail" | "issuingName" | "issuingTitle" | "issuingPhone" | "serverName" | "serverTitle" | "issued" | "returnDate" | "returnTime" | "place" | "appear" | "produce" | "authority" | "purpose" | "warning" | "record" | "period" | "identifier" | "nonDisclosure" | "rider" | "faxLine" | "court" | "docket" | "judge" | "judgePower" | "effect" | "filingStamp" | "signed" | "entered";

export type SuggestedPlace = { 
/**
 * From 0.
 */
page: number, 
/**
 * One for each line, on the page as a person sees it; see [`crate::place`].
 */
rects: Array<Rect>, };

export type SuggestedSilence = "requested" | "asserted" | "ordered";

export type SuggestedValue = { "type": "text", 
/**
 * The words.
 */
text: string, } | { "type": "lines", 
/**
 * From top to bottom.
 */
lines: Array<string>, } | { "type": "date", 
/**
 * The date.
 */
date: string, } | { "type": "time", 
/**
 * The time.
 */
time: string, } | { "type": "ticked", 
/**
 * It is.
 */
ticked: boolean, } | { "type": "component", 
/**
 * Which.
 */
component: Component, } | { "type": "period", 
/**
 * First day.
 */
from: string, 
/**
 * Last day; none where it runs to the present.
 */
to: string | null, } | { "type": "identifier", 
/**
 * Of which kind.
 */
kind: IdentifierKind, 
/**
 * As printed.
 */
value: string, } | { "type": "record", 
/**
 * The paper's words.
 */
text: string, 
/**
 * Where it falls; none where that is not clear. Where several are asked for in one breath, the one furthest from
 * basic subscriber information.
 */
category: Category | null, } | { "type": "nonDisclosure", 
/**
 * Its standing.
 */
standing: SuggestedSilence, } | { "type": "court", 
/**
 * Its id.
 */
court: CourtId, } | { "type": "docket", 
/**
 * As printed, with the parts that could be read.
 */
docket: DocketNumber, } | { "type": "judgePower", 
/**
 * Which.
 */
power: JudgePower, } | { "type": "effect", 
/**
 * What.
 */
what: What, } | { "type": "filingStamp", 
/**
 * The docket number in it.
 */
docket: DocketNumber, 
/**
 * The number of the paper on the docket.
 */
document: string, 
/**
 * When it was filed; not always the date it was entered.
 */
filed: string, };

export type Suggestion = { 
/**
 * For which field.
 */
field: SuggestedField, 
/**
 * What would be filled in.
 */
value: SuggestedValue, 
/**
 * The paper's own words, with single spaces.
 */
quote: string, 
/**
 * Where they stand.
 */
places: Array<SuggestedPlace>, 
/**
 * How it was found.
 */
method: SuggestionMethod, 
/**
 * How sure, 0 to 1. A rank among suggestions, not a probability.
 */
confidence: number, };

export type SuggestionMethod = "label" | "sentence" | "shape" | "mark";

export type Suggestions = { 
/**
 * What the paper is; none where that is not clear. A person is asked then.
 */
class: ClassSuggestion | null, 
/**
 * The fields, in the order of [`Field`].
 */
fields: Array<Suggestion>, };

export type SuggestionsLook = { "type": "read", 
/**
 * What is suggested.
 */
suggestions: Suggestions, 
/**
 * Pages of it that were looked at.
 */
pages: number, 
/**
 * How many of those are pictures that could not be read as text.
 */
unread: number, } | { "type": "unreadable", 
/**
 * Why.
 */
why: Unreadable, };

export type SuggestionsRequest = { 
/**
 * The job's name.
 */
op: OpId, 
/**
 * The paper.
 */
paper: PaperRef, };

export type Target = { 
/**
 * The target's own id.
 */
id: TargetId, 
/**
 * What kind of value it is (handle, e-mail, phone, URL, IP address, account id, name).
 */
kind: string, 
/**
 * The identifier exactly as the paper names it.
 */
identifier: string, 
/**
 * The account it resolves to, if it resolves to exactly one.
 */
account: string, 
/**
 * The user's language for letters ("en", "es"); empty when not known.
 */
language: string, 
/**
 * The user's time zone (IANA), if known: the notice window ends by the later of it and the court's.
 */
zone: string | null, };

export type TargetId = string;

export type TargetNotice = { 
/**
 * The target; none where the paper names none.
 */
target: TargetId | null, 
/**
 * The decision.
 */
decision: NoticeDecision, 
/**
 * Who decided.
 */
by: PersonId, 
/**
 * True when they were counsel at that moment: only counsel's "no" frees a disclosure from notice.
 */
byCounsel: boolean, };

export type TemplateVersion = { 
/**
 * The template's id (user-notice).
 */
id: string, 
/**
 * The language (en, es).
 */
language: string, 
/**
 * Its version.
 */
version: number, 
/**
 * SHA-256 of its text.
 */
digest: Digest, };

export type TextLine = { 
/**
 * How far its direction of reading is turned clockwise, in whole degrees.
 */
turn: number, 
/**
 * In the order they are read.
 */
words: Array<TextWord>, };

export type TextWord = { 
/**
 * Its characters.
 */
text: string, 
/**
 * Around all of them: left, top, right, bottom.
 */
at: [number, number, number, number], 
/**
 * It is in the text and not to be seen on the page.
 */
hidden: boolean, 
/**
 * Text recognition read it in two ways.
 */
unsure: boolean, };

export type TimelineLine = { 
/**
 * Place in the chain.
 */
seq: string, 
/**
 * What it is about.
 */
subject: Subject, 
/**
 * What happened (`orderVerified`).
 */
kind: string, 
/**
 * When it happened, as the person says.
 */
happened: Moment, 
/**
 * When it was recorded.
 */
recorded: string, 
/**
 * Who.
 */
actor: PersonId, 
/**
 * The entry's own words, as JSON; null once disposed of.
 */
body: unknown, 
/**
 * What changed by it.
 */
changes: Array<Change>, 
/**
 * The row's digest.
 */
digest: Digest, };

export type TimelineRequest = { 
/**
 * The demand.
 */
demand: DemandId, 
/**
 * What had been recorded by then; none for now.
 */
knownAt: string | null, };

export type UnlockRequest = { 
/**
 * Who.
 */
person: PersonId, 
/**
 * Their passphrase.
 */
passphrase: string, };

export type Unreadable = "otherKind" | "damaged" | "passwordNeeded" | "passwordWrong" | "encryptionUnknown" | "noPages" | "tooManyPages" | "noSuchPage" | "tooLarge" | "faulted" | "timeLimit" | "memoryLimit" | "stopped" | "noReader";

export type UserChallenge = { "type": "stated", 
/**
 * How we know.
 */
note: string, } | { "type": "ended", 
/**
 * How.
 */
note: string, };

export type Verification = { 
/**
 * Counsel.
 */
by: PersonId, 
/**
 * When.
 */
at: string, 
/**
 * The answers, point by point.
 */
points: Array<PointAnswer>, 
/**
 * Counsel's note.
 */
note: string, };

export type VerifyReport = { 
/**
 * The head.
 */
head: Head, 
/**
 * Entries walked.
 */
entries: Count53, 
/**
 * Signatures checked.
 */
signatures: Count53, 
/**
 * Documents re-hashed.
 */
documents: Count53, 
/**
 * Consistent in itself.
 */
consistent: boolean, 
/**
 * Consistent with the last head this device saw; none when it saw none.
 */
withLastSeen: boolean | null, 
/**
 * Consistent with the last verified backup's head; none without one.
 */
withBackup: boolean | null, 
/**
 * What does not hold.
 */
findings: Array<Finding>, 
/**
 * When it was walked.
 */
at: string, };

export type Warning = { "type": "returnBeforeService" } | { "type": "returnDatePassed" } | { "type": "noDocketSearch" } | { "type": "docketSearchStale", 
/**
 * How old, in days.
 */
days: number, } | { "type": "fieldsEmpty", 
/**
 * Their names on the wire.
 */
fields: Array<string>, } | { "type": "sameFile", 
/**
 * The document.
 */
document: DocumentId, 
/**
 * The other demand's reference.
 */
reference: string, } | { "type": "dutiesConflict" } | { "type": "nonDisclosureEndUnconfirmed" } | { "type": "sameNumber", 
/**
 * The other demand's reference.
 */
reference: string, };

export type What = "produce" | "doNotProduce" | "stay" | "lift" | "quash" | "deny" | "vacate" | "reverse" | "satisfied" | "silence" | "pending";

export type Withdrawal = { 
/**
 * When it happened.
 */
happened: Moment, 
/**
 * The agency's paper.
 */
document: DocumentId | null, 
/**
 * A note.
 */
note: string, };

export type Commands = {
  session: { request: Empty; reply: SessionView };
  pick_folder: { request: PickFilesRequest; reply: Picked | null };
  pick_files: { request: PickFilesRequest; reply: Array<Picked> };
  create_register: { request: CreateRegisterRequest; reply: Created };
  confirm_recovery_key: { request: ConfirmRecoveryRequest; reply: SessionView };
  open_sample: { request: Empty; reply: SessionView };
  open_register: { request: OpenRegisterRequest; reply: SessionView };
  close_register: { request: Empty; reply: SessionView };
  unlock: { request: UnlockRequest; reply: SessionView };
  accept_head: { request: AcceptHeadRequest; reply: SessionView };
  open_damaged: { request: UnlockRequest; reply: SessionView };
  quarantine: { request: Empty; reply: Quarantined };
  lock: { request: Empty; reply: SessionView };
  recover: { request: RecoverRequest; reply: SessionView };
  change_passphrase: { request: ChangePassphraseRequest; reply: Empty };
  queue: { request: QueueRequest; reply: QueuePage };
  queue_counts: { request: Empty; reply: QueueCounts };
  demand: { request: DemandRequest; reply: DemandView };
  act: { request: ActRequest; reply: Done };
  attach: { request: AttachRequest; reply: AttachReply };
  attach_part: { request: AttachPartRequest; reply: AttachPartReply };
  export_document: { request: ExportRequest; reply: boolean };
  paper: { request: PaperRequest; reply: PaperLook };
  pages: { request: PagesRequest; reply: PagesLook };
  page_text: { request: PageTextRequest; reply: PageTextLook };
  suggestions: { request: SuggestionsRequest; reply: SuggestionsLook };
  search: { request: SearchRequest; reply: SearchFound };
  reading: { request: Empty; reply: ReadingView };
  pause_reading: { request: PauseReadingRequest; reply: ReadingView };
  read_again: { request: ReadAgainRequest; reply: ReadingView };
  cancel: { request: JobRequest; reply: Empty };
  timeline: { request: TimelineRequest; reply: Array<TimelineLine> };
  letter: { request: LetterRequest; reply: LetterView };
  people: { request: Empty; reply: PeopleView };
  add_person: { request: AddPersonRequest; reply: PeopleView };
  remove_person: { request: RemovePersonRequest; reply: RemovedPerson };
  policy: { request: Empty; reply: Policy };
  law: { request: Empty; reply: LawTables };
  read_docket_number: { request: ReadDocketRequest; reply: DocketNumber };
  backups: { request: Empty; reply: Array<Backup> };
  back_up: { request: BackUpRequest; reply: Backup };
  backup_people: { request: BackupPeopleRequest; reply: Array<LockScreenPerson> };
  look_at_backup: { request: LookAtBackupRequest; reply: RestorePlan };
  restore: { request: RestoreRequest; reply: SessionView };
  verify: { request: Empty; reply: VerifyReport };
  load_draft: { request: DraftKey; reply: Draft | null };
  save_draft: { request: Draft; reply: Empty };
  drop_draft: { request: DraftKey; reply: Empty };
};
