/** The base of every element here: it renders into the page itself, so that one stylesheet, one accessibility tree and one selector reach everything. */
import { LitElement, type PropertyValues } from "lit";

export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  /** What was pressed in here may have moved, or be gone with what it was for: the keyboard is never left with nobody. */
  protected override update(changed: PropertyValues): void {
    const active = document.activeElement;
    const inside = active instanceof HTMLElement && this.contains(active);
    super.update(changed);
    if (!inside || (document.activeElement ?? document.body) !== document.body) return;
    if (active.isConnected) active.focus();
    else this.regain();
  }

  /** Takes the keyboard that one of its parts had, which is gone. */
  protected regain(): void {}
}
