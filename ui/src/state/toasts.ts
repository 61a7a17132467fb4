/** Short messages that leave by themselves, with what can be done about them. */
import { Observable } from "./observable";

export interface ToastAction {
  label: string;
  run: () => void;
}

export interface Toast {
  id: number;
  text: string;
  /** Said assertively, and stays until it is closed. */
  urgent: boolean;
  actions: ToastAction[];
}

/** A message without an action stays this long, in milliseconds. */
const STAY = 6_000;

export class Toasts extends Observable {
  list: Toast[] = [];
  #next = 1;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();
  readonly #stay = new Map<number, number>();

  say(text: string, actions: ToastAction[] = [], stay = STAY): number {
    return this.#add({ id: this.#next++, text, urgent: false, actions }, stay);
  }

  warn(text: string, actions: ToastAction[] = []): number {
    return this.#add({ id: this.#next++, text, urgent: true, actions }, null);
  }

  close(id: number): void {
    this.hold(id);
    this.#stay.delete(id);
    if (!this.list.some((toast) => toast.id === id)) return;
    this.list = this.list.filter((toast) => toast.id !== id);
    this.changed();
  }

  /** While the pointer or the focus is on it, it stays. */
  hold(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }

  release(id: number): void {
    const stay = this.#stay.get(id);
    if (stay === undefined) return;
    this.hold(id);
    this.#timers.set(id, setTimeout(() => this.close(id), stay));
  }

  #add(toast: Toast, stay: number | null): number {
    // Three at most: an older one has been read or never will be. What went wrong stays the longest.
    const oldest = [...this.list.filter((each) => !each.urgent), ...this.list.filter((each) => each.urgent)];
    for (const old of oldest.slice(0, Math.max(0, this.list.length - 2))) this.close(old.id);
    this.list = [...this.list, toast];
    if (stay !== null) this.#stay.set(toast.id, stay);
    this.release(toast.id);
    this.changed();
    return toast.id;
  }
}
