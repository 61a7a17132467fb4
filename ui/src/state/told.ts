/** What Rust tells of one thing of an organization, asked for again whenever Rust says that it is stale. */
import type { Failure } from "../host/failure";
import type { Host } from "../host/host";
import { Latest } from "./latest";
import { Observable } from "./observable";

export abstract class Told<View> extends Observable {
  view: View | null = null;
  failure: Failure | null = null;
  protected readonly host: Host;
  protected readonly organization: string;
  readonly #latest = new Latest();

  constructor(host: Host, organization: string) {
    super();
    this.host = host;
    this.organization = organization;
  }

  /** The question. */
  protected abstract ask(): Promise<View>;

  async stale(): Promise<void> {
    const told = (view: View | null, failure: Failure | null): void => {
      [this.view, this.failure] = [view, failure];
      this.changed();
    };
    await this.#latest.ask(this.ask(), (view) => told(view, null), (failure) => told(this.view, failure));
  }
}
