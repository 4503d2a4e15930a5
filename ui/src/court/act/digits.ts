/** Keys 1 to 9 choose from a list of radio buttons while no text is being typed; the focus goes along. */
export function byDigit<T extends string>(event: KeyboardEvent, list: readonly T[]): T | undefined {
  const typing = event.target instanceof HTMLElement && event.target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return undefined;
  const chosen = list[Number(event.key) - 1];
  if (chosen === undefined) return undefined;
  event.preventDefault();
  document.querySelector<HTMLElement>(`.sheet-form [data-first] input[value="${chosen}"]`)?.focus();
  return chosen;
}
