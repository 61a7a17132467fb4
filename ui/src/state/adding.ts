/** What the signed-in user may add: for the button, and for the dialogs behind it. */
import { Failure } from "../host/failure";
import type { Host } from "../host/host";
import type { AddView } from "../host/types";
import { Observable } from "./observable";

export class Adding extends Observable {
  view: AddView | null = null;
  failure: Failure | null = null;
  readonly #host: Host;
  readonly #organization: string;
  #asked = 0;

  constructor(host: Host, organization: string) {
    super();
    this.#host = host;
    this.#organization = organization;
  }

  async stale(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const view = await this.#host.addView(this.#organization);
      if (asked !== this.#asked) return;
      this.view = view;
      this.failure = null;
    } catch (cause) {
      if (asked !== this.#asked) return;
      this.view = null;
      this.failure = Failure.from(cause);
    }
    this.changed();
  }
}
