/** The one user whose details are on screen. */
import { Failure } from "../host/failure";
import type { Host } from "../host/host";
import type { UserDetails } from "../host/types";
import { Observable } from "./observable";

export class Details extends Observable {
  /** Whose details are asked for; `null` when the pane is closed. */
  user: string | null = null;
  /** What is known of them; of the user before until the answer is here, so that nothing flickers. */
  view: UserDetails | null = null;
  failure: Failure | null = null;
  readonly #host: Host;
  readonly #organization: string;
  #asked = 0;

  constructor(host: Host, organization: string) {
    super();
    this.#host = host;
    this.#organization = organization;
  }

  async open(user: string): Promise<void> {
    if (this.user === user) return;
    this.user = user;
    await this.stale();
  }

  close(): void {
    this.#asked++;
    this.user = null;
    this.view = null;
    this.failure = null;
    this.changed();
  }

  async stale(): Promise<void> {
    const user = this.user;
    if (user === null) return;
    const asked = ++this.#asked;
    try {
      const view = await this.#host.userDetails(this.#organization, user);
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
