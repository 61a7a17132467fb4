/** The organization's information as the window knows it. */
import type { DeletionView, GeneralView, Receipt, SaveSettings } from "../host/types";
import { Told } from "./told";

export class General extends Told<GeneralView> {
  protected override ask(): Promise<GeneralView> {
    return this.host.general(this.organization);
  }

  deletionView(): Promise<DeletionView> {
    return this.host.deletionView(this.organization);
  }

  delete(typed: string): Promise<string> {
    return this.host.deleteOrganization(this.organization, typed);
  }

  save(save: SaveSettings): Promise<Receipt> {
    return this.host.saveGeneral(this.organization, save);
  }
}
