/** What can be done with a demand from the list and from its page. */
export type Verb = "assign" | "counsel" | "close" | "reopen" | "triage" | "duplicate" | "otherPaper" | "hold";
