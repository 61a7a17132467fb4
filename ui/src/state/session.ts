/** How things stand with the open organization, told again whenever Rust says it is stale. */
import type { SessionView } from "../host/types";
import { Told } from "./told";

export class Session extends Told<SessionView> {
  protected override ask(): Promise<SessionView> {
    return this.host.session(this.organization);
  }
}
