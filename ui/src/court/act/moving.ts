import type { Attachment } from "svelte/attachments";

const STOPS = "input:not([disabled]):not([tabindex='-1']), select:not([disabled]), textarea:not([disabled]), [data-save]";

/** The places Enter goes through: one per group of radio buttons, then the button that saves. */
function stops(root: HTMLElement): HTMLElement[] {
  const groups = new Set<string>();
  return [...root.querySelectorAll<HTMLElement>(STOPS)].filter((one) => {
    if (!(one instanceof HTMLInputElement) || one.type !== "radio") return true;
    const chosen = root.querySelector<HTMLInputElement>(`input[name="${CSS.escape(one.name)}"]:checked`);
    if (groups.has(one.name) || (chosen !== null && chosen !== one)) return false;
    groups.add(one.name);
    return true;
  });
}

/** Enter in a box moves to the next one; at the end to the button that saves. Boxes of several lines keep Enter. */
export const enterMovesOn: Attachment<HTMLElement> = (root) => {
  function keydown(event: KeyboardEvent): void {
    const from = event.target;
    const plain = event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented;
    if (!plain || event.isComposing || !(from instanceof HTMLInputElement || from instanceof HTMLSelectElement)) return;
    event.preventDefault();
    const all = stops(root);
    const same = from instanceof HTMLInputElement && from.type === "radio"
      ? all.findIndex((one) => one instanceof HTMLInputElement && one.name === from.name)
      : all.indexOf(from);
    all[same + (event.shiftKey ? -1 : 1)]?.focus();
  }
  root.addEventListener("keydown", keydown);
  return () => root.removeEventListener("keydown", keydown);
};

/** Puts the focus on the first box when a form opens: what is marked data-first, else the first stop. */
export const focusFirst: Attachment<HTMLElement> = (root) => {
  // After the dialog has placed its own focus.
  const timer = setTimeout(() => {
    const marked = root.querySelector<HTMLElement>("[data-first] input:checked, [data-first] input, [data-first] select, [data-first] textarea, [data-first] button");
    (marked ?? stops(root)[0])?.focus();
  }, 30);
  return () => clearTimeout(timer);
};
