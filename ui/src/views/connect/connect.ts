/** Connect an organization: its name, its address, the token; where to keep the sign-in is asked only if the keychain can't. */
import { html, nothing, type TemplateResult } from "lit";
import { field } from "../../components/field";
import { LightElement } from "../../components/light";
import type { Desk } from "../../desk";
import { Failure } from "../../host/failure";
import type { Connect, Keep } from "../../host/types";
import { explain } from "../../text/errors";
import { keepChoice } from "./keep";

const EMPTY: Connect = { name: "", url: "", token: "", keep: "keychain" };

/** The roles that the demo organization can be opened as. */
const DEMO = [
  { role: "admin", title: "Admin", can: "changes everything" },
  { role: "billing_admin", title: "Billing Admin", can: "sees users, changes none" },
  { role: "user_admin", title: "User Admin", can: "manages Members and workspaces" },
  { role: "member", title: "Member", can: "sees no settings" },
] as const;

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

  async #run(what: string, work: () => Promise<void>): Promise<void> {
    if (this.busy !== null) return;
    this.busy = what;
    this.failure = null;
    try {
      await work();
      this.form = EMPTY;
      this.dispatchEvent(new CustomEvent("opened"));
    } catch (cause) {
      const failure = Failure.from(cause);
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

  #submit = (event: Event): void => {
    event.preventDefault();
    void this.#run("form", () => this.desk.profile.connect(this.form));
  };

  #errorOf(name: string): string | undefined {
    return this.failure?.field === name ? explain(this.failure).text : undefined;
  }

  protected override render(): TemplateResult {
    const { form, failure } = this;
    const inField = failure?.field === "name" || failure?.field === "url" || failure?.field === "token";
    return html`<form class="connect-form" novalidate @submit=${this.#submit} aria-labelledby="connect-title">
        <h2 id="connect-title">Connect your organization</h2>
        ${field({
          id: "connect-name", label: "Name", value: form.name, first: true, error: this.#errorOf("name"),
          help: "As you want to see it here. Empty takes the server's name.", onInput: (name) => this.#set({ name }),
        })}
        ${field({
          id: "connect-url", label: "Address (SCIM base URL)", type: "url", value: form.url, error: this.#errorOf("url"),
          placeholder: "https://example.com/scim/v2", onInput: (url) => this.#set({ url }),
        })}
        ${field({
          id: "connect-token", label: "API token", type: "password", value: form.token, error: this.#errorOf("token"),
          help: "It goes to the system's keychain and is never shown again.", onInput: (token) => this.#set({ token }),
        })}
        ${failure !== null && !inField ? html`<p class="error" role="alert">${explain(failure).text}</p>` : nothing}
        ${this.choosing ? keepChoice(form.keep, (keep: Keep) => this.#set({ keep })) : nothing}
        <button type="submit" class="button button-primary" aria-disabled=${String(this.busy !== null)}>
          ${this.busy === "form" ? "Connecting…" : "Connect"}
        </button>
      </form>
      <section class="connect-demo" aria-labelledby="demo-title">
        <h2 id="demo-title">Or look around first</h2>
        <p class="help">The demo organization is a real server inside Rollcall, with made-up people. It lives until you close the window. Open it as:</p>
        <div class="demo-roles">
          ${DEMO.map((each) => html`<button
            type="button"
            class="button demo-role"
            id="demo-${each.role}"
            aria-disabled=${String(this.busy !== null)}
            @click=${() => void this.#run(each.role, () => this.desk.profile.openDemo(each.role))}
          >
            <strong>${this.busy === each.role ? "Opening…" : each.title}</strong><span class="help">${each.can}</span>
          </button>`)}
        </div>
      </section>`;
  }
}
customElements.define("connect-form", ConnectForm);
