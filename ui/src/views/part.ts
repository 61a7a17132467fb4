/** What every screen and pane is told: whom it may ask, about which organization, and when to draw itself again. */
import { LightElement } from "../components/light";
import type { Desk } from "../desk";
import type { OpenOrganization } from "../state/organization";

export abstract class Part extends LightElement {
  static override properties = { desk: { attribute: false }, organization: { attribute: false }, version: { attribute: false } };
  declare desk: Desk;
  declare organization: OpenOrganization;
  /** Grows with every change outside. */
  declare version: number;

  protected override regain(): void {
    this.querySelector<HTMLElement>("[data-pane]")?.focus();
  }
}
