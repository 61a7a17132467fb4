/** How things stand with the open organization, told again whenever Rust says it is stale. */
import { Failure } from "../host/failure";
import type { Host } from "../host/host";
import type { SessionView } from "../host/types";
import { Observable } from "./observable";

export class Session extends Observable {
  view: SessionView | null = null;
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
      const view = await this.#host.session(this.#organization);
      if (asked !== this.#asked) return;
      this.view = view;
      this.failure = null;
    } catch (cause) {
      if (asked !== this.#asked) return;
      this.failure = Failure.from(cause);
    }
    this.changed();
  }
}
