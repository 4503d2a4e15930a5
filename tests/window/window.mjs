// The real window: the built program under a private Xvfb, driven by WebKitWebDriver, native dialogs by xdotool.
import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Keys of the WebDriver protocol. */
export const KEY = {
  enter: "\uE007", tab: "\uE004", escape: "\uE00C", control: "\uE009", shift: "\uE008", space: " ",
  down: "\uE015", up: "\uE013", left: "\uE012", right: "\uE014",
};

export const pause = (ms) => new Promise((done) => setTimeout(done, ms));

/** How long, in milliseconds, is waited for anything at all. */
const PATIENCE = Number(process.env.WINDOW_PATIENCE_MS ?? 120000);

/** Waits until `ask` answers something true, and gives it. A loaded machine may take minutes; waiting ends at once. */
export async function until(what, ask, ms = PATIENCE) {
  const end = Date.now() + ms;
  for (;;) {
    const found = await Promise.resolve().then(ask).catch(() => null);
    if (found) return found;
    if (Date.now() > end) throw new Error(`waited ${ms} ms in vain for ${what}`);
    await pause(60);
  }
}

const freePort = () =>
  new Promise((done, fail) => {
    const server = createServer();
    server.once("error", fail);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

/** A screen of its own with a window manager and a session bus. */
export class Stage {
  constructor() {
    this.children = [];
    this.state = mkdtempSync(join(tmpdir(), "desk-window-"));
  }

  async start(size = "1440x900") {
    // Whatever ends this program, nothing it started stays.
    process.once("exit", () => this.stop());
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.once(signal, () => process.exit(1));
    this.display = await this.#screen(size);
    const bus = spawnSync("dbus-daemon", ["--session", "--fork", "--print-address=1", "--print-pid=1"], { encoding: "utf8" });
    const [address, pid] = bus.stdout.trim().split("\n");
    this.busPid = Number(pid);
    this.env = {
      ...process.env, DISPLAY: this.display, DBUS_SESSION_BUS_ADDRESS: address, HOME: this.state, XDG_RUNTIME_DIR: this.state,
      SUBPOENA_DESK_STATE: join(this.state, "desk"), TAURI_AUTOMATION: "true", TAURI_WEBVIEW_AUTOMATION: "true",
      GTK_THEME: "Adwaita", LANG: "C.UTF-8", NO_AT_BRIDGE: "1", GTK_USE_PORTAL: "0",
    };
    delete this.env.WAYLAND_DISPLAY;
    this.#spawn("openbox", ["--sm-disable"], this.env);
    return this;
  }

  async #screen(size) {
    for (let number = 90 + (process.pid % 400); number < 600; number += 1) {
      const display = `:${number}`;
      const child = this.#spawn("Xvfb", [display, "-screen", "0", `${size}x24`, "-nolisten", "tcp"], process.env);
      const up = await until("Xvfb", () => {
        if (child.exitCode !== null) return "gone";
        return spawnSync("xdotool", ["getdisplaygeometry"], { env: { ...process.env, DISPLAY: display } }).status === 0 && "up";
      });
      if (up === "up") return display;
    }
    throw new Error("no free X display");
  }

  /** Starts another program on this screen; it ends with the stage. */
  spawn(command, args) {
    return this.#spawn(command, args, this.env);
  }

  #spawn(command, args, env) {
    const child = spawn(command, args, { env, stdio: "ignore" });
    this.children.push(child);
    return child;
  }

  /** Opens the program. */
  async open(binary) {
    const port = await freePort();
    const driver = this.#spawn("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], this.env);
    await until("WebKitWebDriver", () => fetch(`http://127.0.0.1:${port}/status`).then((answer) => answer.ok));
    const window = new Window(this, `http://127.0.0.1:${port}`, driver);
    const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": { binary, args: [] } } };
    const session = await window.ask("POST", "/session", { capabilities });
    window.session = `/session/${session.sessionId}`;
    return window;
  }

  xdotool(...args) {
    const ran = spawnSync("xdotool", args, { env: this.env, encoding: "utf8", timeout: 60000 });
    return { ok: ran.status === 0, out: ran.stdout.trim() };
  }

  /** Types a path into the GTK chooser that is open, and accepts it. */
  async chooser(title, path) {
    const find = () => this.xdotool("search", "--onlyvisible", "--name", `^${title}$`).out.split("\n")[0];
    const id = await until(`the dialog “${title}”`, find);
    const gone = () => find() !== id;
    const active = () => this.xdotool("getactivewindow").out === id;
    // GTK's list of completions may take the first Enter for itself.
    for (let times = 0; times < 6 && !gone(); times += 1) {
      this.xdotool("windowactivate", id);
      await until("the dialog to be in front", () => active() || gone());
      await pause(400);
      // Ctrl+L shows the location box of an open dialog; in a save dialog the name is a location box already.
      this.xdotool("key", "--clearmodifiers", "ctrl+l");
      await pause(300);
      this.xdotool("key", "--clearmodifiers", "ctrl+a");
      this.xdotool("type", "--clearmodifiers", "--delay", "15", path);
      await pause(500);
      this.xdotool("key", "--clearmodifiers", "Return");
      await until("the dialog to close", gone, 5000).catch(() => {});
    }
    await until("the dialog to close", gone);
  }

  stop() {
    if (this.stopped) return;
    this.stopped = true;
    for (const child of this.children.reverse()) child.kill("SIGTERM");
    if (this.busPid) {
      try { process.kill(this.busPid); } catch { /* gone already */ }
    }
    rmSync(this.state, { recursive: true, force: true });
  }
}

/** Processes that this one started. */
function childrenOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

/** Whether a process still runs; one that only waits to be collected does not. */
function lives(pid) {
  try {
    return !/\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
}

const MODIFIERS = [KEY.control, KEY.shift];

/** The program's window. Counts what a person did: keys sent, and by the page's own count keys and pointer actions. */
export class Window {
  constructor(stage, base, driver) {
    Object.assign(this, { stage, base, driver, session: "", keys: 0 });
  }

  /** The page counts from now on what reaches it: keys without modifiers, keys with them, pointer presses. */
  count() {
    return this.run(`
      window.counted ??= (() => {
        const counted = { keys: 0, withModifiers: 0, pointer: 0 };
        addEventListener("keydown", (event) => {
          if (!event.isTrusted || event.repeat) return;
          counted.withModifiers += 1;
          if (!/^(Shift|Control|Alt|Meta)$/.test(event.key)) counted.keys += 1;
        }, true);
        addEventListener("pointerdown", () => (counted.pointer += 1), true);
        addEventListener("wheel", () => (counted.pointer += 1), true);
        return counted;
      })();
      Object.assign(window.counted, { keys: 0, withModifiers: 0, pointer: 0 });`);
  }

  counted() {
    return this.run("return window.counted;");
  }

  /** Waits for a dialog of the page that has the keyboard. */
  dialog() {
    return until("a dialog with the keyboard", () => this.run("return document.activeElement?.closest('[role=dialog]') !== null;"));
  }

  /** Waits until no dialog of the page is open. */
  noDialog() {
    return until("the dialog to be done", () => this.run("return document.querySelector('[role=dialog]') === null;"));
  }

  /** Waits until the keyboard is in the field of this name. */
  inField(name) {
    return until(`the field ${name}`, () => this.run(`return document.activeElement?.closest('[data-field]')?.dataset.field === ${JSON.stringify(name)};`));
  }

  /** Waits until the keyboard is in the page of this name of a demand. */
  tab(name) {
    return until(`the page ${name}`, () => this.run(`return document.querySelector('[role=tab][aria-selected=true]')?.innerText.startsWith(${JSON.stringify(name)}) ?? false;`));
  }

  async ask(method, path, body) {
    const answer = await fetch(this.base + this.session + path, {
      method,
      headers: { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error} ${value.message}`);
    return value;
  }

  run(script, ...args) {
    return this.ask("POST", "/execute/sync", { script, args });
  }

  /** The page's text. */
  text() {
    return this.run("return document.body.innerText");
  }

  sees(text, ms) {
    return until(`“${text}” on the page`, async () => (await this.text()).includes(text), ms);
  }

  /** Presses a chord: the last key while the others are held. */
  async press(...chord) {
    this.keys += chord.every((one) => MODIFIERS.includes(one)) ? 0 : 1;
    const actions = [...chord.map((value) => ({ type: "keyDown", value })), ...chord.toReversed().map((value) => ({ type: "keyUp", value }))];
    await this.ask("POST", "/actions", { actions: [{ type: "key", id: "keyboard", actions }] });
    await pause(60);
  }

  /** Types a text, one key a character; `paste` counts as typed. */
  async type(text) {
    for (const letter of text) {
      this.keys += 1;
      await this.ask("POST", "/actions", {
        actions: [{ type: "key", id: "keyboard", actions: [{ type: "keyDown", value: letter }, { type: "keyUp", value: letter }] }],
      });
    }
    await pause(60);
  }

  /** A picture of the whole screen, native dialogs included. WebKitWebDriver's own hangs without compositing. */
  picture(path) {
    mkdirSync(join(path, ".."), { recursive: true });
    const taken = spawnSync("import", ["-window", "root", path], { env: this.stage.env });
    if (taken.status !== 0) throw new Error(`no picture: ${taken.stderr ?? taken.error}`);
  }

  /** Ends the program and waits until it has let its register go. */
  async close() {
    if (this.closed) return;
    this.closed = true;
    const started = childrenOf(this.driver.pid);
    await this.ask("DELETE", "").catch(() => {});
    this.driver.kill("SIGTERM");
    const left = () => started.filter(lives);
    await until("the program to end", () => left().length === 0, 20000).catch(() => left().forEach((pid) => process.kill(pid, "SIGTERM")));
    await until("the program to end when told to", () => left().length === 0);
  }
}
