/** The window in a plain browser, on the fake host: `npm run dev`, then /dev.html?people=12000&scene=offline. */
import { Failure } from "../src/host/failure";
import type { Link } from "../src/host/types";
import type { Scenario } from "../src/host/fake/fake";
import "../src/styles";
import { languageChosen } from "../src/state/language";
import { speak } from "../src/text/say";

// Before anything that says something, the fake host among it.
speak(languageChosen() ?? "en");
const { FakeHost } = await import("../src/host/fake/fake");
const { RollcallWindow } = await import("../src/window");

const ended = { age: 300 } as const;
const broken = (code: string, reason: string): Link => ({ kind: "offline", code, reason, help: "Ask whoever runs this network.", retryAt: null });
const SCENES: Readonly<Record<string, Partial<Scenario>>> = {
  usual: {},
  first: { organizations: 0 },
  no_keychain: { organizations: 0, connectFails: new Failure("no_keychain", "No system keychain is available.", undefined, true,
    "Install and start a Secret Service, for example GNOME Keyring or KWallet, then start Rollcall again.") },
  empty: { people: 0 },
  reading: { people: 8000, complete: false, age: 0, link: { kind: "syncing", progress: { loaded: 8000, total: 12408 } } },
  offline: { age: 95, link: broken("offline_timeout", "The server doesn't answer.") },
  old: { age: 6 * 24 * 60 + 5 },
  signed_out: { ...ended, link: { kind: "session_ended" } },
  locked: { ...ended, link: { kind: "keychain_locked" } },
  portal: { ...ended, link: broken("not_our_network", "Something other than your server answers.") },
  proxy: { ...ended, link: broken("offline_proxy_sign_in", "The proxy server wants a sign-in of its own.") },
  certificate: { ...ended, link: broken("offline_certificate_name", "The server's certificate is for another name.") },
  wait: { link: { kind: "waiting", until: new Date(Date.now() + 40_000).toISOString() } },
  notice: { notices: ["The cache could not be read and was built again from the server. Waiting changes were not touched."] },
};

const wanted = new URLSearchParams(location.search);
const scene = SCENES[wanted.get("scene") ?? "usual"] ?? {};
const host = new FakeHost({
  people: Number(wanted.get("people") ?? 12_408),
  role: wanted.get("role") ?? "admin",
  organizations: Number(wanted.get("organizations") ?? 2),
  ...scene,
});
// In reach of the browser's console, to play the server's part.
Object.assign(globalThis, { rollcallHost: host });
const page = document.querySelector("rollcall-window");
if (page instanceof RollcallWindow) void page.start(host);
