/** A modal that asks one thing: title, content, buttons. The browser holds the focus inside; here it finds its way back. */
import { html, nothing, type TemplateResult } from "lit";
import { onWindows } from "../text/keys";
import { LightElement } from "./light";

type Part = TemplateResult | typeof nothing;

/** What can be pressed under a dialog: its order is the system's, and no dialog's own. */
export interface Footer {
  /** Leads elsewhere, from the other side of the row. */
  aside?: Part;
  /** Does something more, and asks nothing. */
  more?: Part;
  /** Leaves without what the dialog asks. */
  leave: Part;
  /** Does what the dialog asks. */
  confirm?: Part;
}

let dialogs = 0;

export class ModalDialog extends LightElement {
  static override properties = {
    heading: { attribute: false },
    intro: { attribute: false },
    content: { attribute: false },
    footer: { attribute: false },
    size: { attribute: false },
  };
  declare heading: string;
  /** One sentence under the title: what this does. */
  declare intro: string | null;
  declare content: TemplateResult;
  declare footer: Footer;
  declare size: "small" | "wide" | "large";
  readonly #id = `dialog-${++dialogs}`;
  #before: Element | null = null;
  /** Where the keyboard was put: whoever has moved on from there is left alone. */
  #placed: Element | null = null;
  /** The messages of the window, and where they belong. */
  #messages: { list: Element; home: Element } | null = null;
  /** What went wrong last, as it was said. */
  #said = "";

  constructor() {
    super();
    this.heading = "";
    this.intro = null;
    this.content = html``;
    this.footer = { leave: nothing };
    this.size = "small";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#before = document.activeElement;
  }

  protected override firstUpdated(): void {
    const dialog = this.querySelector("dialog");
    dialog?.showModal();
    this.#placed = document.activeElement;
    // Nothing else on the page can be heard or reached while it is open: messages are, inside.
    const list = document.querySelector(".toasts");
    if (dialog && list?.parentElement) {
      this.#messages = { list, home: list.parentElement };
      dialog.append(list);
    }
  }

  /** What comes first may be here only now: it has the keyboard, unless the person has moved on. */
  #place(): void {
    const first = this.querySelector<HTMLElement>("[data-first]");
    if (first === null || first === this.#placed || document.activeElement !== this.#placed) return;
    first.focus();
    this.#placed = document.activeElement;
  }

  /** The step that had the keyboard is over. */
  protected override regain(): void {
    (this.querySelector<HTMLElement>("[data-first]") ?? this.querySelector<HTMLElement>("dialog"))?.focus();
    this.#placed = document.activeElement;
  }

  /** A content that scrolls and holds nothing to go to is gone to itself; and what goes wrong is shown. */
  protected override updated(): void {
    this.#place();
    const content = this.querySelector<HTMLElement>(".dialog-content");
    if (content === null) return;
    const held = content.querySelector("button, input, select, textarea, a[href], [tabindex]") !== null;
    if (!held && content.scrollHeight > content.clientHeight) content.tabIndex = 0;
    else content.removeAttribute("tabindex");
    // Below the fold of a long content nobody would see why nothing happened.
    const alert = content.querySelector("[role=alert]");
    const said = alert?.textContent ?? "";
    if (said !== this.#said) alert?.scrollIntoView({ block: "nearest" });
    this.#said = said;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#messages?.home.append(this.#messages.list);
    const before = this.#before;
    // The opener may be gone with the row it belonged to: the list's own focus is better than none.
    if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus();
    else document.querySelector<HTMLElement>("[role=grid]")?.focus();
  }

  #leave = (event: Event): void => {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent("leave"));
  };

  #submit = (event: Event): void => {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent("confirm"));
  };

  #keys = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) this.#submit(event);
    // Not every web view turns the key into the dialog's own *cancel*.
    if (event.key === "Escape") {
      event.stopPropagation();
      this.#leave(event);
    }
  };

  protected override render(): TemplateResult {
    const title = `${this.#id}-title`;
    const intro = `${this.#id}-intro`;
    return html`<dialog
      class="dialog dialog-${this.size}"
      tabindex="-1"
      aria-labelledby=${title}
      aria-describedby=${this.intro === null ? nothing : intro}
      @cancel=${this.#leave}
      @keydown=${this.#keys}
    >
      <form novalidate @submit=${this.#submit}>
        <header>
          <h2 id=${title}>${this.heading}</h2>
          ${this.intro === null ? nothing : html`<p id=${intro}>${this.intro}</p>`}
        </header>
        <div class="dialog-content">${this.content}</div>
        <footer>${inOrder(this.footer)}</footer>
      </form>
    </dialog>`;
  }
}
customElements.define("ui-dialog", ModalDialog);

/** As they are seen they are reached by Tab: what confirms stands before what leaves on Windows, at the very end on macOS and Linux. */
const inOrder = ({ aside, more, leave, confirm }: Footer): (Part | undefined)[] =>
  onWindows() ? [aside, more, confirm, leave] : [aside, more, leave, confirm];
