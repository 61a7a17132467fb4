/** What the signed-in user may add: for the button, and for the dialogs behind it. */
import type { AddView } from "../host/types";
import { Told } from "./told";

export class Adding extends Told<AddView> {
  protected override ask(): Promise<AddView> {
    return this.host.addView(this.organization);
  }
}
