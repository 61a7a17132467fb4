/** The organization's information as the window knows it. */
import type { GeneralView, Receipt, SaveSettings } from "../host/types";
import { Told } from "./told";

export class General extends Told<GeneralView> {
  protected override ask(): Promise<GeneralView> {
    return this.host.general(this.organization);
  }

  save(save: SaveSettings): Promise<Receipt> {
    return this.host.saveGeneral(this.organization, save);
  }
}
