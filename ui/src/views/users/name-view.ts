/** Gives a view its name: when it is saved, or another one later. */
import { html, type TemplateResult } from "lit";
import "../../components/dialog";
import { field } from "../../components/field";
import { LightElement } from "../../components/light";
import type { Desk } from "../../desk";
import { Failure } from "../../host/failure";
import type { SavedView } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { explain } from "../../text/errors";
import { say } from "../../text/say";

export class NameView extends LightElement {
  static override properties = {
    desk: { attribute: false },
    organization: { attribute: false },
    view: { attribute: false },
    name: { state: true },
    failure: { state: true },
    busy: { state: true },
  };
  declare desk: Desk;
  declare organization: OpenOrganization;
  /** The view to rename; `null` saves what the list shows. */
  declare view: SavedView | null;
  declare name: string | null;
  declare failure: Failure | null;
  declare busy: boolean;
  /** Of a new view: pressing twice, or again after a fault, saves it once. */
  readonly #id = crypto.randomUUID();

  constructor() {
    super();
    this.view = null;
    this.name = null;
    this.failure = null;
    this.busy = false;
  }

  get #name(): string {
    return this.name ?? this.view?.name ?? "";
  }

  #confirm = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    const { views } = this.organization;
    try {
      const saved = await (this.view === null ? views.save(this.#id, this.#name) : views.rename(this.view, this.#name));
      this.desk.show(null);
      this.desk.toasts.say(say("views-saved", { name: saved.name }));
    } catch (cause) {
      this.failure = Failure.from(cause);
    } finally {
      this.busy = false;
    }
  };

  protected override render(): TemplateResult {
    const close = (): void => this.desk.show(null);
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
        leave: html`<button type="button" class="button" @click=${close}>${say("word-cancel")}</button>`,
        confirm: html`<button type="submit" class="button button-primary" aria-disabled=${String(this.busy)}>${view === null ? say("views-name-new") : say("views-name-other")}</button>`,
      }}
      @leave=${close}
      @confirm=${() => void this.#confirm()}
    ></ui-dialog>`;
  }
}
customElements.define("name-view", NameView);
