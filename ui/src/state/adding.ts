/** What the signed-in user may add: for the button, and for the dialogs behind it. */
import type { AddView } from "../host/types";
import { Told } from "./told";

export class Adding extends Told<AddView> {
  protected override ask(): Promise<AddView> {
    return this.host.addView(this.organization);
  }

  /** The least role that may be given (wire value): what a dialog begins with. */
  get least(): string | null {
    return this.view?.roles.findLast((each) => each.verdict.kind !== "denied")?.role ?? null;
  }
}
