/** The base of every element here: it renders into the page itself, so that one stylesheet, one accessibility tree and one selector reach everything. */
import { LitElement } from "lit";

export class LightElement extends LitElement {
  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}
