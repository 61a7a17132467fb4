/** The one thing of a kind whose details are on screen. */
import { Failure } from "../host/failure";
import { Observable } from "./observable";

export class Shown<View> extends Observable {
  /** Whose details are asked for; `null` when the pane is closed. */
  id: string | null = null;
  /** What is known of it; of the one before until the answer is here, so that nothing flickers. */
  view: View | null = null;
  failure: Failure | null = null;
  readonly #ask: (id: string) => Promise<View>;
  #asked = 0;

  constructor(ask: (id: string) => Promise<View>) {
    super();
    this.#ask = ask;
  }

  async open(id: string): Promise<void> {
    if (this.id === id) return;
    this.id = id;
    await this.stale();
  }

  close(): void {
    this.#asked++;
    this.id = null;
    this.view = null;
    this.failure = null;
    this.changed();
  }

  async stale(): Promise<void> {
    const { id } = this;
    if (id === null) return;
    const asked = ++this.#asked;
    try {
      const view = await this.#ask(id);
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
