export const TEXT: string;
export const LANGUAGES: string[];
export type Ids = Map<string, string[]>;
export function readLanguage(folder: string): { ids: Ids; faults: string[] };
export function compare(first: Ids, second: Ids, firstName: string, secondName: string): string[];
export function typed(ids: Ids): string;
export function survey(): { faults: string[]; wanted: string; written: string };
export function write(): string[];
