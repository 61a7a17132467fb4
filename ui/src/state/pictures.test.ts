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

  it("are asked for again when the users are told anew: one that could not be had, and one that is another by now", async () => {
    let answer: ArrayBuffer | null = null;
    const changing = { userPicture: () => Promise.resolve(answer) } as unknown as Host;
    const revoked = vi.spyOn(URL, "revokeObjectURL").mockClear();
    const pictures = new Pictures(changing, "o");
    const looked = async (): Promise<string | null> => {
      pictures.url("u1");
      await vi.advanceTimersByTimeAsync(200);
      return pictures.url("u1");
    };
    expect(await looked(), "offline").toBeNull();
    answer = new Uint8Array([1, 2]).buffer;
    expect(await looked(), "not with every row that is drawn").toBeNull();
    pictures.stale();
    const first = await looked();
    expect(first).toMatch(/^blob:/);
    pictures.stale();
    expect(await looked(), "the same one stays").toBe(first);
    answer = new Uint8Array([1, 3]).buffer;
    pictures.stale();
    expect(pictures.url("u1"), "and is shown until the other one is here").toBe(first);
    const second = await looked();
    expect(second).not.toBe(first);
    expect(revoked.mock.calls).toEqual([[first]]);
  });
});
