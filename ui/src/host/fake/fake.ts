/**
 * A host without Rust, for tests and for looking at the window in a plain browser. Never part of a release:
 * the page that the shell embeds does not import it.
 */
import type { Host } from "../host";
import { addingOf } from "./adding";
import { FakeKept, type Scenario } from "./kept";
import { outboxOf } from "./outbox";
import { profileOf } from "./profile";
import { settingsOf } from "./settings";
import { usersOf } from "./users";
import { viewsOf } from "./views";
import { workspacesOf } from "./workspaces";

export type { Scenario } from "./kept";

/** Every command, by what it is about. */
function commands(kept: FakeKept) {
  const users = usersOf(kept);
  return {
    ...profileOf(kept), ...users, ...viewsOf(kept, users), ...addingOf(kept), ...workspacesOf(kept), ...settingsOf(kept), ...outboxOf(kept),
  } satisfies Host;
}

type Commands = ReturnType<typeof commands>;

export interface FakeHost extends Commands {}

export class FakeHost extends FakeKept {
  constructor(scenario: Partial<Scenario> = {}) {
    super(scenario);
    Object.assign(this, commands(this));
  }
}
