/** Something that views follow: they ask to be called when it changed, and read it then. */
export class Observable {
  readonly #listeners = new Set<() => void>();

  /** Calls back after each change; the answer ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  protected changed(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** One particular thing that happens, for those who need not hear of everything else. */
export class Happening extends Observable {
  happened(): void {
    this.changed();
  }
}
