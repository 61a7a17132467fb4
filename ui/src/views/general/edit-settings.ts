/** Edits the settings of General, or the billing details: what is changed here and nothing else is asked for. */
import { html, nothing, type TemplateResult } from "lit";
import "../../components/dialog";
import { field } from "../../components/field";
import { problem } from "../../components/problem";
import type { SettingGroup } from "../../desk";
import type { Failure } from "../../host/failure";
import type { SettingView } from "../../host/types";
import type { OpenOrganization } from "../../state/organization";
import { explain } from "../../text/errors";
import { say } from "../../text/say";
import { HELP, lines, timeZones } from "../../text/settings";
import { AskingDialog } from "../asking";
import { announce } from "../users/announce";

const HEADINGS: Readonly<Record<SettingGroup, string>> = { general: say("edit-information"), billing: say("edit-billing-details") };

export class EditSettings extends AskingDialog {
  static override properties = { ...AskingDialog.properties, group: { attribute: false }, settings: { state: true }, draft: { state: true } };
  declare group: SettingGroup;
  /** As they were when the person last looked: what comes in meanwhile must not change under the hand. */
  declare settings: readonly SettingView[];
  /** What was typed, by machine name. */
  declare draft: ReadonlyMap<string, string>;
  /** Of this draft: pressing twice, or again after a fault, is still one operation. */
  #operation = crypto.randomUUID();

  constructor() {
    super();
    this.settings = [];
    this.draft = new Map();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#look();
  }

  get #part(): { save: OpenOrganization["general"]["save"]; settings: readonly SettingView[] } {
    const { general, billing } = this.organization;
    const part = this.group === "general" ? general : billing;
    return { save: (save) => part.save(save), settings: part.view?.settings ?? [] };
  }

  #look(): void {
    this.settings = this.#part.settings;
  }

  #type(name: string, value: string): void {
    this.draft = new Map(this.draft).set(name, value);
    this.#operation = crypto.randomUUID();
    this.failure = null;
  }

  #save = async (): Promise<void> => {
    if (this.#lines.length === 0) return;
    const changed = this.settings.filter((each) => this.#isChanged(each));
    const values = Object.fromEntries(changed.map(({ field, value }) => [field, { to: this.draft.get(field) ?? "", was: value }]));
    await this.press(async () => {
      const receipt = await this.#part.save({ operation: this.#operation, values });
      this.close();
      void announce(this.desk, this.organization, this.organization.card.name, receipt);
    });
  };

  protected override failed(failure: Failure): void {
    super.failed(failure);
    // What the person is told of now is what the next press is based on.
    if (failure.code === "changed_meanwhile") this.#look();
  }

  protected override inputOf({ field }: Failure): string | null {
    return this.settings.some((each) => each.field === field) ? `setting-${field}` : null;
  }

  #isChanged = ({ field, value }: SettingView): boolean => (this.draft.get(field)?.trim() ?? value) !== value;

  get #lines(): ReturnType<typeof lines> {
    return lines(this.settings, this.draft);
  }

  protected override render(): TemplateResult {
    const todo = this.#lines;
    const { failure } = this;
    return html`<ui-dialog
      .size=${"wide"}
      .heading=${HEADINGS[this.group]}
      .content=${html`${this.settings.map((setting, at) => this.#field(setting, at === 0))}
        <section class="summary" aria-live="polite" aria-label=${say("word-what-will-change")}>
          ${todo.length === 0
            ? html`<p class="faint" id="no-changes">${say("word-nothing-changes")}</p>`
            : html`<h3>${say("word-what-will-change")}</h3>
                <dl class="facts">${todo.map((line) => html`<dt>${line.what}</dt>
                  <dd><del class="lines">${line.before}</del> <span class="arrow" aria-hidden="true">→</span> <ins class="lines">${line.after}</ins></dd>`)}</dl>`}
        </section>
        ${problem(failure !== null && this.inputOf(failure) !== null ? null : failure)}`}
      .footer=${{
        leave: html`<button type="button" class="button" @click=${this.close}>${say("word-cancel")}</button>`,
        confirm: html`<button
          type="submit"
          id="save-settings"
          class="button button-primary"
          aria-disabled=${String(todo.length === 0 || this.busy)}
          aria-describedby=${todo.length === 0 ? "no-changes" : nothing}
        >${todo.length === 0 ? say("word-save-changes") : say("word-save-count", { count: todo.length })}</button>`,
      }}
      @leave=${this.close}
      @confirm=${() => void this.#save()}
    ></ui-dialog>`;
  }

  #field({ field: name, title, value }: SettingView, first: boolean): TemplateResult {
    const help = HELP[name];
    return field({
      id: `setting-${name}`, label: title, value: this.draft.get(name) ?? value, first,
      error: this.failure?.field === name ? explain(this.failure).text : undefined,
      onInput: (typed) => this.#type(name, typed),
      ...(help === undefined ? {} : { help }),
      ...(name === "address" ? { lines: true } : {}),
      ...(name === "time_zone" ? { choices: timeZones() } : {}),
    });
  }
}
customElements.define("edit-settings", EditSettings);
