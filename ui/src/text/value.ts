/** What a message can be given: a text (a person's own words, shown as they are), a number or a moment. */
export type Value = string | number | Date;
