/** Controls that Enter walks through, in order. Zone lists, row kinds and buttons are one Tab away and are left out; of a
 *  group of radio buttons only the chosen one counts. */
function stops(form: HTMLElement): HTMLElement[] {
  const all = [...form.querySelectorAll<HTMLElement>("input:not([disabled]), select:not([disabled]), textarea:not([disabled])")];
  return all.filter((one) => {
    if (one.closest("[data-skip], .zone, details:not([open])") !== null) return false;
    if (!(one instanceof HTMLInputElement) || one.type !== "radio") return true;
    const group = all.filter((other): other is HTMLInputElement => other instanceof HTMLInputElement && other.type === "radio" && other.name === one.name);
    return one.checked || (one === group[0] && !group.some((other) => other.checked));
  });
}

/** Puts the focus on a control and takes its text, so that typing replaces it. */
export function land(control: HTMLElement): void {
  control.focus();
  if (control instanceof HTMLInputElement && /^(text|email|tel|search)$/.test(control.type)) control.select();
}

/** Enter in a box or list goes to the next field; true when it did. Text of several lines keeps its Enter, unless it was
 *  just filled by it or is empty: nobody begins with an empty line, and who walks through the form would be held there. */
export function enterMovesOn(event: KeyboardEvent, form: HTMLElement, filled = false): boolean {
  const { target } = event;
  if (event.key !== "Enter" || event.defaultPrevented || event.isComposing) return false;
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const many = target instanceof HTMLTextAreaElement && (filled || target.value === "");
  if (!many && !(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return false;
  event.preventDefault();
  const list = stops(form);
  const here = list.indexOf(target);
  // A control that is left out (a zone list) goes on from the field it belongs to.
  const from = here >= 0 ? here : list.findIndex((one) => (one.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_PRECEDING) !== 0) - 1;
  const next = list[event.shiftKey ? Math.max(0, from - 1) : from + 1];
  if (next !== undefined) land(next);
  return next !== undefined;
}

/** Brings a field named on the wire to sight and to the keyboard; true when there is one. */
export function focusField(form: HTMLElement, name: string): boolean {
  const top = name.split(/[.[]/)[0] ?? name;
  const field = form.querySelector<HTMLElement>(`[data-field="${CSS.escape(name)}"], [data-field="${CSS.escape(top)}"]`);
  const control = field?.querySelector<HTMLElement>("input:not([disabled]):not([type=checkbox]), select, textarea, input");
  if (control === null || control === undefined) return false;
  land(control);
  control.scrollIntoView({ block: "center" });
  return true;
}
