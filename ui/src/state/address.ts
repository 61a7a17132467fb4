/** One e-mail address as it is typed: checked by Rust at every keystroke, one question at a time, the last one always. */
import { Failure } from "../host/failure";
import { Observable } from "./observable";
import type { AddressView } from "../host/types";
import { explain } from "../text/errors";

export class Address extends Observable {
  text = "";
  /** What is known of the text as it stands; `null` until the answer is here. */
  view: AddressView | null = null;
  failure: Failure | null = null;
  readonly #ask: (address: string) => Promise<AddressView>;
  #asking = false;

  constructor(ask: (address: string) => Promise<AddressView>) {
    super();
    this.#ask = ask;
  }

  type(text: string): void {
    this.text = text;
    this.view = null;
    this.failure = null;
    this.changed();
    void this.#check();
  }

  /** What is known to stand in its way; `tried`: a form that isn't right yet is an error by now, and nothing typed is `missing`. */
  wrong(tried: boolean, missing: string): string | undefined {
    if (this.view?.taken) return this.view.taken;
    if (!tried) return undefined;
    if (this.text.trim() === "") return missing;
    return this.failure === null ? undefined : explain(this.failure).text;
  }

  async #check(): Promise<void> {
    if (this.#asking || this.text.trim() === "") return;
    this.#asking = true;
    const asked = this.text;
    const [view, failure] = await this.#ask(asked).then(
      (answer): [AddressView, null] => [answer, null],
      (cause: unknown): [null, Failure] => [null, Failure.from(cause)],
    );
    this.#asking = false;
    // Something else was typed meanwhile: what this says of it is nothing.
    if (asked !== this.text) return this.#check();
    this.view = view;
    this.failure = failure;
    this.changed();
  }
}
