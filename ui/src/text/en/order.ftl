# Whether a federal court order compels us: the words of DESIGN §10, in banner, list and letters.
order-region = Court order status
order-none = No enforcement order on record
order-none-sub = Issued by an agency, not a court. No federal court order to comply is recorded here as of { $time }.
order-none-sub-ended = Issued by an agency, not a court. No federal court order to comply is in force here as of { $time }.
order-claimed = Order claimed, not yet verified: counsel now
order-claimed-cell = Order claimed, not yet verified
order-claimed-sub = Treat its dates as real until checked.
order-claimed-by = Comply-by claimed: { $date }.
order-in-force = Court order on record
order-restrained = Court order: DO NOT PRODUCE
order-restrained-cell = DO NOT PRODUCE
order-stayed = Enforcement order stayed, do not produce the stayed part
order-stayed-cell = Enforcement order stayed
order-conflicting = Conflicting orders: counsel now
order-conflicting-cell = Conflicting orders
order-conflicting-sub = Courts contradict each other. Produce nothing until counsel has decided.
order-not-confirmed = Type of paper not confirmed
order-not-confirmed-sub = No statement about compulsion yet. Confirm the type of paper first.
order-other-compels = This paper can compel on its own: counsel now
order-other-compels-cell = Can compel on its own
order-other-rules = This paper has rules of its own: counsel now
order-other-rules-cell = Has rules of its own
order-other-sub = Recorded as: { $kind }. What is said here about administrative subpoenas does not hold for it.
order-behind-guard = On the file as well: { $state }.
order-cell-in-part = { $state }, in part
order-also-claimed = another order claimed
order-changed = The court order status has changed: { $state }.

order-status-pending = proceeding pending, no enforcement order in force
order-status-denied = a court ruled against enforcement
order-status-reversed = an order was vacated or reversed
order-status-complied = compliance recorded
order-status-withdrawn = withdrawn by the agency, no ruling
order-status-superseded = another paper took its place

order-short-pending = pending
order-short-denied = denied
order-short-reversed = vacated
order-short-complied = complied
order-short-withdrawn = withdrawn
order-short-superseded = replaced

order-said-denied = A court denied enforcement, { $date }.
order-said-quashed = A court quashed the demand, { $date }.
order-said-vacated = A court vacated an order, { $date }.
order-said-reversed = A court reversed an order, { $date }.
order-said-complied = A court recorded compliance, { $date }.
order-said-withdrawn = The agency withdrew the demand, { $date }. No court ruling on it is recorded here.
order-withdrawn-too = The agency withdrew the demand on { $date }. That is not a ruling: what courts did stands.
order-restraint-claimed = A paper that forbids, stays or ends production is claimed and not verified: { $docket }, recorded by { $who }. Produce nothing until counsel has read it.
order-set-aside = Our counsel set aside a paper that had been verified: { $reason }. No court did that. { $docket }, { $title }
order-said-superseded = Another paper took this one's place, { $date }.
order-pending = A proceeding is pending: { $docket }. No enforcement order in force.

order-line-produce = To produce: { $paper }
order-line-stay = Stay: { $paper }
order-line-stayed = Stayed order: { $paper }
order-line-against = Against it: { $paper }
order-entered = entered { $date }
order-entered-sealed = sealed, entry { $date } confirmed with the clerk
order-entered-not-known = date of entry not recorded
order-comply-by = comply by { $date }
order-verified-by = verified by { $who }, { $date }
order-in-part-accounts = In part: this holds for { $accounts } of { $of } accounts.
order-in-part-records = In part: this holds for some of the records asked for.

order-nobody-searched = Nobody has searched a docket yet.
order-searched = { $where }, searched { $date } by { $who }: { $result }.
order-search-stale = { $days ->
    [one] That search is 1 day old.
   *[other] That search is { $days } days old.
  }
order-search-again = Search again by { $date }.
order-claim-search = { $who } recorded on { $date } that an order is claimed ({ $where }, { $docket }).
order-claim-paper = { $title }: { $docket }, recorded by { $who }, not verified.
order-claim-missing = Missing: { $what }.
order-no-docket = no docket number given
order-missing-paper = the paper itself
order-missing-entry = its date of entry
order-caution-title = What a search does not show
order-caution = Sealed and grand-jury matters do not show in a docket search. Not found is not the same as does not exist.

search-place-pacer = PACER
search-place-court-listener = CourtListener
search-place-clerk = the clerk's office
search-place-us-attorney = the U.S. Attorney's office
search-place-agency-claim = what the agency says
search-place-other = another place
search-result-none-found = none found
search-result-proceeding-found = a proceeding found, no order in it
search-result-order-claimed = an order found or claimed

date-kind-comply-by = comply by (court)
date-kind-claimed-comply-by = comply by (claimed)
date-kind-answer-court = answer the court by
date-kind-return-date = return date
date-kind-act-by = act by
date-kind-notice-window-ends = notice window ends
date-kind-non-disclosure-ends = order not to tell ends
date-kind-non-disclosure-review = review the order not to tell
date-kind-docket-recheck = search the docket again
date-kind-asserted-non-disclosure = counsel decides on the asserted order not to tell

due-business = { $days } bd
due-today = today
due-today-at = today { $time }
due-tomorrow = tomorrow
due-late = { $days } bd late
due-late-today = late today
due-late-days = { $days ->
    [one] 1 day late
   *[other] { $days } days late
  }
due-long = { $date }: { $days ->
    [one] 1 calendar day
   *[other] { $days } calendar days
  }, { $business ->
    [one] 1 business day
   *[other] { $business } business days
  } (federal holidays left out)
person-nobody = nobody
person-unknown = a person no longer listed
