import { Channel, invoke } from "@tauri-apps/api/core";
import { asFault, Listeners, type HostOf } from "./host";

/** The host inside the program's own window. Commands take one argument, `request`; pushes come by one channel. */
export function tauriHost<C, Push>(): HostOf<C, Push> {
  const listeners = new Listeners<Push>();
  let opened = false;

  function open(): void {
    if (opened) return;
    opened = true;
    const channel = new Channel<Push>();
    channel.onmessage = (push) => listeners.give(push);
    invoke("subscribe", { channel }).catch(() => {
      opened = false;
    });
  }

  return {
    kind: "window",
    async call(name, request) {
      try {
        return await invoke(name, { request });
      } catch (reason) {
        throw asFault(reason, `ui-${name}`);
      }
    },
    listen(heard) {
      const stop = listeners.add(heard);
      open();
      return stop;
    },
    pageUrl(path) {
      // WebView2 knows no custom schemes: there the same protocol answers under http://page.localhost.
      const root = navigator.userAgent.includes("Windows") ? "http://page.localhost/" : "page://localhost/";
      return root + path.replace(/^\//, "");
    },
  };
}
