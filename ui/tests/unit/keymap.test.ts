import { beforeEach, describe, expect, test, vi } from "vitest";
import { KeyMap, stroke, type Binding, type Circumstances } from "../../src/app/keymap";

const usual: Circumstances = { letters: true, blocked: false, mac: false };

function key(name: string, init: KeyboardEventInit = {}, target: EventTarget = document.body): KeyboardEvent {
  const event = new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true, ...init });
  Object.defineProperty(event, "target", { value: target });
  return event;
}

function at(event: KeyboardEvent, time: number): KeyboardEvent {
  Object.defineProperty(event, "timeStamp", { value: time });
  return event;
}

describe("strokes", () => {
  test.each([
    ["n", {}, "N"], ["N", { shiftKey: true }, "Shift+N"], ["?", { shiftKey: true }, "?"], ["k", { ctrlKey: true }, "Mod+K"],
    ["L", { ctrlKey: true, shiftKey: true }, "Mod+Shift+L"], ["ArrowLeft", { altKey: true }, "Alt+ArrowLeft"], ["F1", {}, "F1"],
    [" ", {}, "Space"], ["Enter", { shiftKey: true }, "Shift+Enter"], ["Enter", { ctrlKey: true }, "Mod+Enter"], ["=", { ctrlKey: true }, "Mod+="],
  ])("%s %o is %s", (name, init, wanted) => expect(stroke(key(name, init), false)).toBe(wanted));

  test("on a Mac, Command is Mod and Control is not", () => {
    expect(stroke(key("k", { metaKey: true }), true)).toBe("Mod+K");
    expect(stroke(key("k", { ctrlKey: true }), true)).toBe("K");
  });
});

describe("key map", () => {
  const ran = vi.fn<(name: string) => void>();
  const make = (keys: string, more: Partial<Binding> = {}): Binding => ({ keys, run: () => ran(keys), ...more });
  const bindings = [
    make("n"), make("g t"), make("g d"), make("?"), make("Mod+K", { inText: true }), make("Mod+Shift+L", { inText: true }),
    make("Mod+Enter"), make("1"), make("Alt+ArrowLeft", { inText: true }), make("d"),
  ];
  let map: KeyMap;

  beforeEach(() => {
    ran.mockClear();
    map = new KeyMap();
  });

  test("a single letter runs and is taken", () => {
    const event = key("n");
    expect(map.feed(event, bindings, usual)).toBe("ran");
    expect(ran).toHaveBeenCalledExactlyOnceWith("n");
    expect(event.defaultPrevented).toBe(true);
  });

  test.each(["input", "textarea", "select"])("no letter acts inside %s, a Ctrl key marked for text does", (tag) => {
    const box = document.createElement(tag);
    expect(map.feed(key("n", {}, box), bindings, usual)).toBe("nothing");
    expect(map.feed(key("?", { shiftKey: true }, box), bindings, usual)).toBe("nothing");
    expect(map.feed(key("Enter", { ctrlKey: true }, box), bindings, usual)).toBe("nothing");
    expect(map.feed(key("k", { ctrlKey: true }, box), bindings, usual)).toBe("ran");
    expect(ran).toHaveBeenCalledExactlyOnceWith("Mod+K");
  });

  test("a checkbox is no text box", () => {
    const box = document.createElement("input");
    box.type = "checkbox";
    expect(map.feed(key("n", {}, box), bindings, usual)).toBe("ran");
  });

  test("letters, digits and signs can be switched off; Ctrl keys stay", () => {
    const off = { ...usual, letters: false };
    for (const name of ["n", "?", "1", "g", "t"]) expect(map.feed(key(name), bindings, off)).toBe("nothing");
    expect(map.feed(key("L", { ctrlKey: true, shiftKey: true }), bindings, off)).toBe("ran");
  });

  test("a chord waits for its second key and runs", () => {
    expect(map.feed(at(key("g"), 1000), bindings, usual)).toBe("waiting");
    expect(map.feed(at(key("t"), 1400), bindings, usual)).toBe("ran");
    expect(ran).toHaveBeenCalledExactlyOnceWith("g t");
  });

  test("the chord's second key wins over the same key alone, and only once", () => {
    map.feed(at(key("g"), 0), bindings, usual);
    map.feed(at(key("d"), 100), bindings, usual);
    map.feed(at(key("d"), 200), bindings, usual);
    expect(ran.mock.calls.flat()).toEqual(["g d", "d"]);
  });

  test("a chord that took too long is forgotten", () => {
    map.feed(at(key("g"), 0), bindings, usual);
    expect(map.feed(at(key("t"), 1501), bindings, usual)).toBe("nothing");
  });

  test("a modifier between does not break a chord; a text box does", () => {
    map.feed(at(key("g"), 0), bindings, usual);
    map.feed(at(key("Shift"), 10), bindings, usual);
    expect(map.feed(at(key("t"), 20), bindings, usual)).toBe("ran");
    map.feed(at(key("g"), 30), bindings, usual);
    map.feed(at(key("x", {}, document.createElement("input")), 40), bindings, usual);
    expect(map.feed(at(key("t"), 50), bindings, usual)).toBe("nothing");
  });

  test("nothing runs while blocked, composing, or when a control took the key", () => {
    expect(map.feed(key("n"), bindings, { ...usual, blocked: true })).toBe("nothing");
    expect(map.feed(key("n", { isComposing: true }), bindings, usual)).toBe("nothing");
    const taken = key("n");
    taken.preventDefault();
    expect(map.feed(taken, bindings, usual)).toBe("nothing");
    expect(ran).not.toHaveBeenCalled();
  });

  test("Shift with a letter is another key", () => {
    expect(map.feed(key("N", { shiftKey: true }), bindings, usual)).toBe("nothing");
  });
});
