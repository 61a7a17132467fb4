/** Pictures of users as addresses an `<img>` can show; asked for again when the users are, the least recent let go. */
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

/** What is known of one picture; without bytes there is none, or none could be had. */
interface Known {
  url: string | null;
  bytes: Uint8Array | null;
  /** It was fetched before the users were told anew: there may be another one. */
  outdated: boolean;
}

export class Pictures extends Observable {
  readonly #host: Host;
  readonly #organization: string;
  /** Grows with each picture that arrives. */
  version = 0;
  /** The one shown last at the end. */
  readonly #known = new Map<string, Known>();
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
    const known = this.#known.get(user);
    if (known) {
      // Asked for again: it is among the last to go.
      this.#known.delete(user);
      this.#known.set(user, known);
    }
    if (known === undefined || known.outdated) this.#want(user);
    return known?.url ?? null;
  }

  /** The users are told anew: what is here stays until another one is, and is asked for where it is looked at. */
  stale(): void {
    for (const known of this.#known.values()) known.outdated = true;
  }

  /** Nobody looks at them any more. */
  release(): void {
    clearTimeout(this.#resting);
    clearTimeout(this.#arriving);
    for (const { url } of this.#known.values()) if (url !== null) URL.revokeObjectURL(url);
    this.#known.clear();
    this.#wanted.clear();
  }

  #want(user: string): void {
    this.#wanted.delete(user);
    this.#wanted.add(user);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#fetchWanted(), REST);
  }

  #fetchWanted(): void {
    const latest = [...this.#wanted].slice(-SCREEN);
    this.#wanted.clear();
    for (const user of latest) {
      const known = this.#known.get(user) ?? { url: null, bytes: null, outdated: false };
      known.outdated = false;
      this.#known.set(user, known);
      void this.#fetch(user, known);
    }
  }

  async #fetch(user: string, known: Known): Promise<void> {
    // A picture that can't be had is no reason to say anything: the initials stand in its place.
    const answer = await this.#host.userPicture(this.#organization, user).catch(() => null);
    const bytes = answer && new Uint8Array(answer);
    if (this.#known.get(user) !== known || alike(bytes, known.bytes)) return;
    if (known.url !== null) URL.revokeObjectURL(known.url);
    known.bytes = bytes;
    known.url = bytes && URL.createObjectURL(new Blob([bytes]));
    this.#forgetOldest();
    this.#arriving ??= setTimeout(() => {
      this.#arriving = undefined;
      this.version++;
      this.changed();
    }, TOGETHER);
  }

  #forgetOldest(): void {
    for (const [oldest, { url }] of this.#known) {
      if (this.#known.size <= KEPT) break;
      this.#known.delete(oldest);
      if (url !== null) URL.revokeObjectURL(url);
    }
  }
}

const alike = (one: Uint8Array | null, other: Uint8Array | null): boolean =>
  one === other || (one?.length === other?.length && one?.every((byte, at) => byte === other?.[at]) === true);
