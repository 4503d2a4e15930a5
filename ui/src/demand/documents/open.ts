import type { Place, Source } from "../../paper/find";

/** A paper that stands open when one comes to a demand, as values of the place. */
export interface OpenPaper {
  document: string;
  /** What it is called, where it is not among the demand's own: an approved letter, a paper of a docket. */
  name?: string;
  /** From 0. */
  page?: number;
  /** Places of that page to be lit up. */
  lit?: readonly Place[];
  /** Words to find, where no places are known. */
  find?: string;
}

/** What is to be seen of it; nothing where no page is named. */
export function sourceOf(open: OpenPaper | undefined): Source | null {
  return open?.page === undefined ? null : { page: open.page, places: open.lit ?? [] };
}
