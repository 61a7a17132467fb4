/** Gives a view its name: when it is saved, or another one later. */
import { html, type TemplateResult } from "lit";
import "../../components/dialog";
import { field } from "../../components/field";
import type { SavedView } from "../../host/types";
import { explain } from "../../text/errors";
import { say } from "../../text/say";
import { AskingDialog } from "../asking";

export class NameView extends AskingDialog {
  static override properties = { ...AskingDialog.properties, view: { attribute: false }, name: { state: true } };
  /** The view to rename; `null` saves what the list shows. */
  declare view: SavedView | null;
  declare name: string | null;
  /** Of a new view: pressing twice, or again after a fault, saves it once. */
  readonly #id = crypto.randomUUID();

  constructor() {
    super();
    this.view = null;
    this.name = null;
  }

  get #name(): string {
    return this.name ?? this.view?.name ?? "";
  }

  #confirm = (): Promise<void> => this.press(async () => {
    const { views } = this.organization;
    const saved = await (this.view === null ? views.save(this.#id, this.#name) : views.rename(this.view, this.#name));
    this.close();
    this.desk.toasts.say(say("views-saved", { name: saved.name }));
  });

  protected override inputOf(): string {
    return "view-name";
  }

  protected override render(): TemplateResult {
    const { view, failure } = this;
    return html`<ui-dialog
      .heading=${view === null ? say("views-name-new") : say("views-name-other-title", { name: view.name })}
      .intro=${view === null ? say("views-name-new-intro") : null}
      .content=${field({
        id: "view-name", label: say("property-name"), value: this.#name, first: true,
        error: failure === null ? undefined : explain(failure).text,
        onInput: (name) => {
          this.name = name;
          this.failure = null;
        },
      })}
      .footer=${{
        leave: html`<button type="button" class="button" @click=${this.close}>${say("word-cancel")}</button>`,
        confirm: html`<button type="submit" class="button button-primary" aria-disabled=${String(this.busy)}>${view === null ? say("views-name-new") : say("views-name-other")}</button>`,
      }}
      @leave=${this.close}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }
}
customElements.define("name-view", NameView);
