/** What every dialog shares that asks for something: one press at a time, and whoever left meanwhile hears what became of it. */
import { LightElement } from "../components/light";
import type { Desk } from "../desk";
import { Failure } from "../host/failure";
import { Latest } from "../state/latest";
import type { OpenOrganization } from "../state/organization";

export abstract class AskingDialog extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    failure: { state: true },
    unread: { state: true },
    busy: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  /** Why what was pressed was not done. */
  declare failure: Failure | null;
  /** Why what the dialog shows could not be read. */
  declare unread: Failure | null;
  /** What was pressed is under way. */
  declare busy: boolean;
  readonly #latest = new Latest();

  constructor() {
    super();
    this.failure = null;
    this.unread = null;
    this.busy = false;
  }

  /** Closes this dialog, and no other: whoever left it may be in the next one by now. */
  protected readonly close = (): void => {
    if (this.isConnected) this.desk.show(null);
  };

  /** Does what was pressed, once at a time. It can't be called back: whoever has left is told by a message why it failed. */
  protected async press(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    await this.attempt(work);
    this.busy = false;
  }

  /** Does something beside that: whoever has left is told likewise. */
  protected async attempt(work: () => Promise<void>): Promise<void> {
    this.failure = null;
    try {
      await work();
    } catch (cause) {
      const failure = Failure.from(cause);
      if (this.isConnected) this.failed(failure);
      else this.desk.tell(failure);
    }
  }

  /** It was not done, and the dialog is still there to say so. */
  protected failed(failure: Failure): void {
    this.failure = failure;
    const input = this.inputOf(failure);
    if (input !== null) this.querySelector<HTMLElement>(`#${input}`)?.focus();
  }

  /** The id of the input that a failure is about; `null` where it is about none. */
  protected inputOf(_failure: Failure): string | null {
    return null;
  }

  /** Reads what the dialog shows; an answer that was overtaken is dropped. */
  protected read<View>(question: Promise<View>, show: (view: View) => void): Promise<void> {
    const shown = (view: View): void => {
      this.unread = null;
      show(view);
    };
    return this.#latest.ask(question, shown, (failure) => (this.unread = failure));
  }

  /** What is said of both. */
  protected get wrong(): Failure | null {
    return this.failure ?? this.unread;
  }
}
