/** Connect an organization: its name, its address, the token; where to keep the sign-in is asked only if the keychain can't. */
import { html, nothing, type TemplateResult } from "lit";
import { field } from "../../components/field";
import { LightElement } from "../../components/light";
import type { Desk } from "../../desk";
import { problem } from "../../components/problem";
import { Failure } from "../../host/failure";
import type { Connect, Keep, OrganizationCard } from "../../host/types";
import { explain } from "../../text/errors";
import { spoken } from "../../text/names";
import { ROLES } from "../../text/rows";
import { say } from "../../text/say";
import { keepChoice } from "./keep";

const EMPTY: Connect = { name: "", url: "", token: "", keep: "keychain" };

/** The roles that the demo organization can be opened as. */
const DEMO = [
  { role: "admin", can: say("demo-admin") },
  { role: "billing_admin", can: say("demo-billing-admin") },
  { role: "user_admin", can: say("demo-user-admin") },
  { role: "member", can: say("demo-member") },
] as const;

const TITLES = new Map(ROLES);

export class ConnectForm extends LightElement {
  static override properties = {
    desk: { attribute: false },
    form: { state: true },
    failure: { state: true },
    busy: { state: true },
    choosing: { state: true },
  };
  declare desk: Desk;
  declare form: Connect;
  declare failure: Failure | null;
  /** What is being opened: the form, or the demo as a role. */
  declare busy: string | null;
  /** The keychain can't keep the sign-in, so a person chooses. */
  declare choosing: boolean;

  constructor() {
    super();
    this.form = EMPTY;
    this.failure = null;
    this.busy = null;
    this.choosing = false;
  }

  protected override firstUpdated(): void {
    this.querySelector<HTMLElement>("[data-first]")?.focus();
  }

  #set(change: Partial<Connect>): void {
    this.form = { ...this.form, ...change };
  }

  async #run(what: string, work: () => Promise<OrganizationCard>): Promise<void> {
    if (this.busy !== null) return;
    this.busy = what;
    this.failure = null;
    try {
      this.#open(await work());
      this.form = EMPTY;
    } catch (cause) {
      const failure = Failure.from(cause);
      if (!this.isConnected) return this.desk.tell(failure);
      this.failure = failure;
      if (explain(failure).action === "choose_keep") this.choosing = true;
      await this.updateComplete;
      // To what has to be put right: the field, or the choice.
      const wrong = failure.field === undefined ? (this.choosing ? "[name=keep]:checked" : null) : `#connect-${failure.field}`;
      if (wrong !== null) this.querySelector<HTMLElement>(wrong)?.focus();
    } finally {
      this.busy = null;
    }
  }

  /** Whoever has left is elsewhere by now: they are told, and may go there. */
  #open(card: OrganizationCard): void {
    const name = spoken(card.name);
    const enter = (): void => this.desk.profile.enter(card);
    if (!this.isConnected) return void this.desk.toasts.say(say("connect-added", { name }), [{ label: say("command-open", { name }), run: enter }]);
    enter();
    this.dispatchEvent(new CustomEvent("opened"));
  }

  #submit = (event: Event): void => {
    event.preventDefault();
    // In the dialog there is another form around it, which asks nothing itself.
    event.stopPropagation();
    void this.#run("form", () => this.desk.profile.connect(this.form));
  };

  #errorOf(name: string): string | undefined {
    return this.failure?.field === name ? explain(this.failure).text : undefined;
  }

  protected override render(): TemplateResult {
    const { form, failure } = this;
    const inField = failure?.field === "name" || failure?.field === "url" || failure?.field === "token";
    return html`<form class="connect-form" novalidate @submit=${this.#submit} aria-labelledby="connect-title">
        <h2 id="connect-title">${say("connect-heading")}</h2>
        ${field({
          id: "connect-name", label: say("connect-name"), value: form.name, first: true, error: this.#errorOf("name"),
          help: say("connect-name-help"), onInput: (name) => this.#set({ name }),
        })}
        ${field({
          id: "connect-url", label: say("connect-address"), type: "url", value: form.url, error: this.#errorOf("url"),
          placeholder: "https://example.com/scim/v2", onInput: (url) => this.#set({ url }),
        })}
        ${field({
          id: "connect-token", label: say("connect-token"), type: "password", value: form.token, error: this.#errorOf("token"),
          help: say("connect-token-help"), onInput: (token) => this.#set({ token }),
        })}
        ${problem(inField ? null : failure)}
        ${this.choosing ? keepChoice(form.keep, (keep: Keep) => this.#set({ keep })) : nothing}
        <button type="submit" class="button button-primary" aria-disabled=${String(this.busy !== null)}>
          ${this.busy === "form" ? say("connect-busy") : say("connect-confirm")}
        </button>
      </form>
      <section class="connect-demo" aria-labelledby="demo-title">
        <h2 id="demo-title">${say("demo-heading")}</h2>
        <p class="help">${say("demo-what")}</p>
        <div class="demo-roles">
          ${DEMO.map((each) => html`<button
            type="button"
            class="button demo-role"
            id="demo-${each.role}"
            aria-disabled=${String(this.busy !== null)}
            @click=${() => void this.#run(each.role, () => this.desk.profile.startDemo(each.role))}
          >
            <strong>${this.busy === each.role ? say("demo-opening") : TITLES.get(each.role)}</strong><span class="help">${each.can}</span>
          </button>`)}
        </div>
      </section>`;
  }
}
customElements.define("connect-form", ConnectForm);
