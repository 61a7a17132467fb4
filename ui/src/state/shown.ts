/** The one thing of a kind whose details are on screen. */
import type { Failure } from "../host/failure";
import { Latest } from "./latest";
import { Observable } from "./observable";

export class Shown<View> extends Observable {
  /** Whose details are asked for; `null` when the pane is closed. */
  id: string | null = null;
  /** What is known of it; of the one before until the answer is here, so that nothing flickers. */
  view: View | null = null;
  failure: Failure | null = null;
  readonly #ask: (id: string) => Promise<View>;
  readonly #latest = new Latest();
  /** Whose details the view holds. */
  #of: string | null = null;

  constructor(ask: (id: string) => Promise<View>) {
    super();
    this.#ask = ask;
  }

  /** What is known of the one that is asked for, and of no other. */
  get own(): View | null {
    return this.#of === this.id ? this.view : null;
  }

  async open(id: string): Promise<void> {
    if (this.id === id) return;
    this.id = id;
    await this.stale();
  }

  close(): void {
    this.#latest.drop();
    this.id = null;
    this.#tell(null, null, null);
  }

  async stale(): Promise<void> {
    const { id } = this;
    if (id === null) return;
    await this.#latest.ask(this.#ask(id), (view) => this.#tell(id, view, null), (failure) => this.#tell(id, null, failure));
  }

  /** It is the same one under another id. */
  protected becomes(id: string): void {
    this.id = this.#of = id;
  }

  #tell(of: string | null, view: View | null, failure: Failure | null): void {
    this.#of = of;
    [this.view, this.failure] = [view, failure];
    this.changed();
  }
}
