/** What Rust tells of one thing of an organization, asked for again whenever Rust says that it is stale. */
import { Failure } from "../host/failure";
import type { Host } from "../host/host";
import { Observable } from "./observable";

export abstract class Told<View> extends Observable {
  view: View | null = null;
  failure: Failure | null = null;
  protected readonly host: Host;
  protected readonly organization: string;
  #asked = 0;

  constructor(host: Host, organization: string) {
    super();
    this.host = host;
    this.organization = organization;
  }

  /** The question; only the answer to the last one counts. */
  protected abstract ask(): Promise<View>;

  async stale(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const view = await this.ask();
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
