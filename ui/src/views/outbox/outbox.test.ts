/** The Outbox as a person meets it, on the fake host: what is held, what is selected, what asks once more. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FakeHost, type Scenario } from "../../host/fake/fake";
import { RollcallWindow } from "../../window";

let page: RollcallWindow;

async function open(scenario: Partial<Scenario> = {}): Promise<FakeHost> {
  const host = new FakeHost({ people: 200, ...scenario });
  page = new RollcallWindow();
  document.body.append(page);
  await page.start(host);
  await until(() => page.querySelector(".status-bar") !== null);
  return host;
}

const until = (there: () => boolean): Promise<void> => vi.waitUntil(there, { timeout: 3000, interval: 5 }).then(() => undefined);
const text = (selector: string): string => (page.querySelector(selector)?.textContent ?? "").replace(/\s+/g, " ").trim();
const button = (name: string): HTMLElement | undefined =>
  [...page.querySelectorAll<HTMLElement>("button")].find((each) => (each.getAttribute("aria-label") ?? each.textContent ?? "").replace(/\s+/g, " ").trim().startsWith(name));

function type(selector: string, value: string): void {
  const input = page.querySelector<HTMLInputElement>(selector);
  if (input === null) return;
  input.value = value;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

beforeEach(() => localStorage.clear());
afterEach(() => page.remove());

describe("holding", () => {
  async function withThree(): Promise<FakeHost> {
    const host = await open({ hold: true });
    for (const [operation, user] of [["a", "u10"], ["b", "u11"], ["c", "u10"]] as const) {
      await host.saveUser("o0", { operation, user, role: operation === "c" ? "admin" : "user_admin", grant: [], revoke: [] });
    }
    page.go("outbox");
    await until(() => page.querySelectorAll(".entry").length === 3);
    return host;
  }
  const sent = (host: FakeHost): unknown[] => host.calls.filter((call) => call.command === "outbox_send").map((call) => call.args[0]);

  it("says that nothing leaves, and sends those that were selected", async () => {
    const host = await withThree();
    expect(text(".status-bar")).toContain("Hold is on");
    expect(page.querySelector<HTMLInputElement>("#hold")?.checked).toBe(true);
    page.querySelector<HTMLInputElement>("#entry-m2 .entry-choose")?.click();
    await until(() => button("Send selected (1)") !== undefined);
    button("Send selected (1)")?.click();
    await until(() => sent(host).length > 0);
    expect(sent(host)).toEqual([{ kind: "ids", ids: ["m2"] }]);
    await until(() => button("Send selected (1)") === undefined);
  });

  it("shows before sending what must go first", async () => {
    const host = await withThree();
    page.querySelector<HTMLElement>("#entry-m3 .entry-actions button:last-child")?.click();
    await until(() => text("#goes-first") !== "");
    expect(text("#goes-first")).toContain("1 change of them was not selected");
    button("Send 2 changes")?.click();
    await until(() => sent(host).length > 0);
    await until(() => page.querySelector("dialog") === null);
  });

  it("asks once more what was decided without the server, and says why it waits", async () => {
    const host = await withThree();
    host.settle("m2", "unconfirmed", { reason: "Decided without the server. Look at it once more before it is sent." });
    await until(() => text("#banner-unconfirmed") !== "" || text("#entry-m2").includes("Asks once more"));
    button("Send all")?.click();
    await until(() => page.querySelector("#typed") !== null);
    const confirm = (): HTMLElement | undefined => button("Send 3 changes");
    expect(confirm()?.getAttribute("aria-disabled")).toBe("true");
    confirm()?.click();
    expect(sent(host)).toEqual([]);
    type("#typed", page.querySelector("label[for=typed]")?.textContent?.replace(/^Type | to confirm$/g, "") ?? "");
    await until(() => confirm()?.getAttribute("aria-disabled") === "false");
    confirm()?.click();
    await until(() => sent(host).length === 1);
  });
});
