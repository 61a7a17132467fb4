/** Pictures come without costing the scrolling anything. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Host } from "../host/host";
import { Pictures } from "./pictures";

const asked: string[] = [];
const host = {
  userPicture: (_: string, user: string) => {
    asked.push(user);
    return Promise.resolve(new ArrayBuffer(4));
  },
} as unknown as Host;

beforeEach(() => {
  asked.length = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

describe("pictures", () => {
  it("are fetched once the list stands still, those in view only", async () => {
    const pictures = new Pictures(host, "o");
    for (let row = 0; row < 500; row++) {
      pictures.url(`u${row}`);
      await vi.advanceTimersByTimeAsync(1);
    }
    expect(asked, "rows that fly past ask for nothing").toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked.length).toBeLessThan(100);
    expect(asked.at(-1)).toBe("u499");
  });

  it("are drawn together", async () => {
    const pictures = new Pictures(host, "o");
    const drawn = vi.fn();
    pictures.subscribe(drawn);
    for (let row = 0; row < 20; row++) pictures.url(`u${row}`);
    await vi.advanceTimersByTimeAsync(500);
    expect(drawn, "twenty pictures are one change").toHaveBeenCalledTimes(1);
    expect(pictures.url("u7")).toMatch(/^blob:/);
    await vi.advanceTimersByTimeAsync(500);
    expect(asked, "each is fetched once").toHaveLength(20);
  });

  it("are let go with the organization, and kept no more when they come after that", async () => {
    const answers: ((bytes: ArrayBuffer) => void)[] = [];
    const slow = { userPicture: () => new Promise((answer) => answers.push(answer)) } as unknown as Host;
    const revoked = vi.spyOn(URL, "revokeObjectURL");
    const pictures = new Pictures(slow, "o");
    for (const user of ["u1", "u2"]) pictures.url(user);
    await vi.advanceTimersByTimeAsync(100);
    answers[0]?.(new ArrayBuffer(4));
    await vi.advanceTimersByTimeAsync(100);
    const url = pictures.url("u1");
    pictures.release();
    expect(revoked.mock.calls).toEqual([[url]]);
    answers[1]?.(new ArrayBuffer(4));
    await vi.advanceTimersByTimeAsync(100);
    expect(pictures.url("u2")).toBeNull();
  });
});
