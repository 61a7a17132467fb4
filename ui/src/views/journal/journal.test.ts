/** The journal as a person meets it, on the fake host: looked through, searched, verified, taken along. */
import { describe, expect, it } from "vitest";
import { text, until } from "../../host/fake/drawn";
import { FakeHost, type Scenario } from "../../host/fake/fake";
import { button, confirm, element, opened, page, press, type } from "../../host/fake/page";

async function open(lines: number, scenario: Partial<Scenario> = {}): Promise<FakeHost> {
  const host = new FakeHost({ people: 50, ...scenario });
  for (let line = 1; line <= lines; line++) {
    host.journalKept.write(line % 3 === 0 ? "rejected" : "queued", line % 10 === 0 ? "Ana Ruiz" : "Ben Okafor", "Member → User Admin");
  }
  await opened(host, () => page.querySelector("#rail-outbox, #rail-journal") !== null);
  page.go("journal");
  await until(() => page.querySelector("journal-screen") !== null && page.profile.current!.journal.known);
  return host;
}

describe("the journal", () => {
  it("tells the total, newest first, and asks for windows alone", async () => {
    const host = await open(3_000);
    await until(() => page.querySelectorAll("journal-screen [aria-rowindex]").length > 5);
    expect(element("[role=grid]").getAttribute("aria-rowcount")).toBe("3000");
    expect(text("#line-0")).toContain("Ana Ruiz, Member → User Admin");
    const most = Math.max(...host.calls.filter((call) => call.command === "journal").map((call) => call.args[2] as number));
    expect(most, "never the whole list").toBeLessThan(300);
    expect(element("#rail-outbox").getAttribute("aria-current"), "it is the other side of the Outbox").toBe("page");
  });

  it("is reached from the Outbox, and gives the keyboard to its lines", async () => {
    await open(5);
    page.go("outbox");
    await until(() => page.querySelector("outbox-screen") !== null);
    button("Journal")!.click();
    await until(() => document.activeElement?.getAttribute("role") === "grid");
    press("ArrowDown");
    press("Enter");
    await until(() => page.querySelector("dialog") !== null);
    expect(text("dialog h2")).toBe("Line 4");
    expect(text("dialog .facts"), "what stands in the file is in reach").toContain('{"name":"Ben Okafor"');
  });

  it("goes on searching until it is through, and says how far it is", async () => {
    const host = await open(2_500);
    host.journalKept.lines[0]!.text = "Queued: Zoë, Member → Admin";
    type("#journal-search", "zoe");
    await until(() => text(".head-note") === "1 of 2,500 lines");
    const asked = host.calls.filter((call) => call.command === "journal" && (call.args[0] as { search: string }).search === "zoe");
    expect(asked.length, "a step at a time").toBeGreaterThan(2);
  });

  it("says that nothing matches, and shows everything again", async () => {
    await open(20);
    type("#journal-search", "nobody");
    await until(() => text(".grid-empty h2") === "No line matches");
    button("Clear search and filters")!.click();
    await until(() => text(".head-note") === "20 lines");
    expect((element("#journal-search") as HTMLInputElement).value).toBe("");
  });

  it("says what is written there while nothing is", async () => {
    await open(0);
    await until(() => text(".grid-empty h2") === "Nothing yet");
  });

  it("shows the lines between two days, and says which text is no day", async () => {
    const host = await open(3);
    host.journalKept.lines[0]!.at = "2020-02-29T12:00:00Z";
    page.show({ kind: "journal_days" });
    await until(() => page.querySelector("#journal-since") !== null);
    type("#journal-since", "29.2.2020");
    confirm();
    await until(() => text("#journal-since-error") !== "");
    type("#journal-since", "2020-02-28");
    type("#journal-until", "2020-03-01");
    confirm();
    await until(() => text(".head-note") === "1 of 3 lines");
    expect(page.querySelector("dialog")).toBeNull();
  });

  it("grows while it is looked at", async () => {
    const host = await open(2);
    host.journalKept.write("applied", "Cleo", "Member → Admin");
    host.stale("outbox");
    await until(() => text("#line-0").includes("Cleo"));
  });
});

describe("a check of the journal", () => {
  it("says how many lines hold and since when, and gives the seal", async () => {
    await open(1_204);
    page.show({ kind: "journal_verify" });
    await until(() => text("dialog .note strong").startsWith("1,204 lines, unbroken since "));
    expect(text(".seal code")).toBe(`1204:${"1204".padStart(64, "0")}`);
  });

  it("names the first line that does not hold", async () => {
    const host = await open(40);
    host.journalKept.broken = { line: 17, wrong: "changed", message: "Line 17 was changed." };
    page.show({ kind: "journal_verify" });
    await until(() => text("dialog .note strong").startsWith("Line 17 was changed. The 16 lines before it hold"));
    expect(page.querySelector(".seal"), "there is no seal of what doesn't hold").toBeNull();
  });

  it("holds it against a seal that was kept", async () => {
    const host = await open(3);
    page.show({ kind: "journal_verify" });
    await until(() => page.querySelector(".seal") !== null);
    type("#journal-kept", "12");
    confirm();
    await until(() => text("#journal-kept-error").includes("a colon"));
    type("#journal-kept", `3:${"f".repeat(64)}`);
    confirm();
    await until(() => text("dialog .note strong").includes("not the one whose seal was kept"));
    type("#journal-kept", `3:${host.journalKept.lines[2]!.hash}`);
    confirm();
    await until(() => text("dialog .note").includes("the journal that this seal was taken of"));
  });
});

it("exports what is shown, and says what the file is worth", async () => {
  const host = await open(30);
  type("#journal-search", "ana");
  await until(() => text(".head-note") === "3 of 30 lines");
  page.show({ kind: "journal_export" });
  await until(() => page.querySelector("dialog") !== null);
  expect(text("dialog h2")).toBe("Export 3 of 30 lines");
  expect(text("dialog")).toContain("that none was left out can't be told");
  confirm();
  await until(() => text(".toasts").includes("3 lines written to journal.jsonl."));
  expect(host.calls.find((call) => call.command === "journal_export")?.args).toEqual([{ search: "ana", kinds: [] }, { kind: "json" }]);
});

it("stays open to a Member, who sees nothing else", async () => {
  await open(4, { role: "member" });
  await until(() => text(".head-note") === "4 lines");
  expect(page.querySelector("#rail-outbox")).toBeNull();
  expect(element("#rail-journal").getAttribute("aria-current")).toBe("page");
  expect(page.querySelector("journal-screen nav"), "the other side is closed").toBeNull();
});
