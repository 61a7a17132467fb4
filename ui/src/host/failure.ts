/** A refusal or a fault as Rust reports it: a stable code for handlers, a sentence for people. */

export class Failure extends Error {
  /** Stable, snake_case: what the interface acts on. Nothing is ever decided by the message. */
  readonly code: string;
  /** The form field it is about. */
  readonly field: string | undefined;
  /** Trying the same again may succeed. */
  readonly retry: boolean;
  /** What a person can do about it, or whom they can ask: a sentence. */
  readonly help: string | undefined;

  constructor(code: string, message: string, field?: string, retry = false, help?: string) {
    super(message);
    this.name = "Failure";
    this.code = code;
    this.field = field;
    this.retry = retry;
    this.help = help;
  }

  /** Whatever a command rejected with, as a `Failure`; a fault of the bridge itself gets the code `internal`. */
  static from(cause: unknown): Failure {
    if (cause instanceof Failure) return cause;
    if (typeof cause === "object" && cause !== null && "code" in cause && "message" in cause) {
      const raw = cause as { code: unknown; message: unknown; field?: unknown; retry?: unknown; help?: unknown };
      const field = typeof raw.field === "string" ? raw.field : undefined;
      const help = typeof raw.help === "string" ? raw.help : undefined;
      return new Failure(String(raw.code), String(raw.message), field, raw.retry === true, help);
    }
    return new Failure("internal", cause instanceof Error ? cause.message : String(cause));
  }
}
