/** Pictures of users as addresses an `<img>` can show; fetched once each, the least recent let go. */
import type { Host } from "../host/host";
import { Observable } from "./observable";

/** Pictures kept: some screens full. */
const KEPT = 200;
/** Fetched once the list has stood still for so long, in milliseconds: a picture that flies past is not worth a call. */
const REST = 80;
/** Fetched at once after that: a tall screen full. */
const SCREEN = 64;
/** Those that arrive within so long of each other, in milliseconds, are drawn together. */
const TOGETHER = 40;

export class Pictures extends Observable {
  readonly #host: Host;
  readonly #organization: string;
  /** Grows with each picture that arrives. */
  version = 0;
  readonly #urls = new Map<string, string | null>();
  /** Asked for and not fetched yet, the latest last. */
  readonly #wanted = new Set<string>();
  #resting: ReturnType<typeof setTimeout> | undefined;
  #arriving: ReturnType<typeof setTimeout> | undefined;

  constructor(host: Host, organization: string) {
    super();
    this.#host = host;
    this.#organization = organization;
  }

  /** The picture's address if it is here; otherwise it is fetched, and followers hear of it. */
  url(user: string): string | null {
    const known = this.#urls.get(user);
    if (known !== undefined) {
      // Asked for again: it is among the last to go.
      this.#urls.delete(user);
      this.#urls.set(user, known);
      return known;
    }
    this.#wanted.delete(user);
    this.#wanted.add(user);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#fetchWanted(), REST);
    return null;
  }

  /** Nobody looks at them any more. */
  release(): void {
    clearTimeout(this.#resting);
    clearTimeout(this.#arriving);
    for (const url of this.#urls.values()) if (url !== null) URL.revokeObjectURL(url);
    this.#urls.clear();
    this.#wanted.clear();
  }

  #fetchWanted(): void {
    const latest = [...this.#wanted].slice(-SCREEN);
    this.#wanted.clear();
    for (const user of latest) {
      this.#urls.set(user, null);
      void this.#fetch(user);
    }
  }

  async #fetch(user: string): Promise<void> {
    // A picture that can't be had is no reason to say anything: the initials stand in its place.
    const bytes = await this.#host.userPicture(this.#organization, user).catch(() => null);
    if (bytes === null || !this.#urls.has(user)) return;
    this.#urls.set(user, URL.createObjectURL(new Blob([bytes])));
    for (const [oldest, url] of this.#urls) {
      if (this.#urls.size <= KEPT) break;
      this.#urls.delete(oldest);
      if (url !== null) URL.revokeObjectURL(url);
    }
    this.#arriving ??= setTimeout(() => {
      this.#arriving = undefined;
      this.version++;
      this.changed();
    }, TOGETHER);
  }
}
