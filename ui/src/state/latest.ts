/** Only the answer to the last question counts: one that was overtaken is dropped. */
import { Failure } from "../host/failure";

export class Latest {
  #asked = 0;

  /** Nothing that was asked so far counts any more. */
  drop(): void {
    this.#asked++;
  }

  /** Calls one of both, unless another question is asked before the answer is here. */
  async ask<Answer>(question: Promise<Answer>, answered: (answer: Answer) => void, failed: (failure: Failure) => void): Promise<void> {
    const asked = ++this.#asked;
    try {
      const answer = await question;
      if (asked === this.#asked) answered(answer);
    } catch (cause) {
      if (asked === this.#asked) failed(Failure.from(cause));
    }
  }
}
