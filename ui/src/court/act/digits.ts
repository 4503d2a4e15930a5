/** Keys 1 to 9 choose from a list while no text is being typed. */
export function byDigit<T>(event: KeyboardEvent, list: readonly T[]): T | undefined {
  const typing = event.target instanceof HTMLElement && event.target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return undefined;
  const chosen = list[Number(event.key) - 1];
  if (chosen !== undefined) event.preventDefault();
  return chosen;
}
