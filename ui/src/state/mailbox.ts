/** The e-mails that the demo organization sent, as the window knows them. */
import type { DemoMessage } from "../host/types";
import { Told } from "./told";

export class Mailbox extends Told<DemoMessage[]> {
  protected override ask(): Promise<DemoMessage[]> {
    return this.host.demoMailbox(this.organization);
  }

  open(message: DemoMessage): Promise<void> {
    return this.host.openInvitation(this.organization, message.link);
  }
}
