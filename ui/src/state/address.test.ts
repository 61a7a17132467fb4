/** What the field of an address hears while it is typed: the last question counts, and nothing too early. */
import { expect, it } from "vitest";
import type { AddressView } from "../host/types";
import { Address } from "./address";

const view = (address: string): AddressView => ({ address, taken: null, user: null });

it("asks about what was typed last, and never says of it what was true of something else", async () => {
  const asked: { address: string; answer: (view: AddressView) => void }[] = [];
  const address = new Address((text) => new Promise((answer) => asked.push({ address: text, answer })));
  for (const text of ["a", "an", "ana@x.com"]) address.type(text);
  expect(asked.map((each) => each.address), "one question at a time").toEqual(["a"]);
  asked[0]?.answer(view("a"));
  await Promise.resolve();
  await Promise.resolve();
  await Promise.resolve();
  expect(address.view, "an old answer says nothing of the new text").toBeNull();
  expect(asked.map((each) => each.address), "the text between is skipped").toEqual(["a", "ana@x.com"]);
  asked[1]?.answer(view("ana@x.com"));
  await Promise.resolve();
  await Promise.resolve();
  await Promise.resolve();
  expect(address.view).toEqual(view("ana@x.com"));
});

it("asks nothing about nothing", () => {
  let asked = 0;
  const address = new Address(async (text) => {
    asked++;
    return view(text);
  });
  address.type("  ");
  expect(asked).toBe(0);
});
