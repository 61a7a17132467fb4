/** The window: rail, one screen, status bar, messages, at most one dialog; and the keyboard that reaches all of them. */
import { html, nothing, type TemplateResult } from "lit";
import { actions } from "./actions";
import { banner } from "./components/banner";
import { LightElement } from "./components/light";
import { toasts } from "./components/toasts";
import type { Desk, Dialog, Named, Screen } from "./desk";
import { dialogOf } from "./dialogs";
import { Failure } from "./host/failure";
import type { Host } from "./host/host";
import type { Changes } from "./host/types";
import type { OpenOrganization } from "./state/organization";
import { showRows } from "./state/appearance";
import { Profile } from "./state/profile";
import type { Shown } from "./state/shown";
import { Toasts } from "./state/toasts";
import { banners, type Banner, type BannerAction } from "./text/banners";
import { asked } from "./text/changes";
import { explain } from "./text/errors";
import { listed } from "./text/format";
import { belongsToText, onMac, written } from "./text/keys";
import { spoken } from "./text/names";
import { say } from "./text/say";
import { isClosed } from "./views/areas";
import { closed, closedToUs, notOpened, unopened } from "./views/closed";
import "./views/billing/billing";
import "./views/general/general";
import { firstRun } from "./views/connect/first-run";
import "./views/demo-mailbox/demo-mailbox";
import "./views/journal/journal";
import "./views/outbox/outbox";
import { rail } from "./views/rail";
import { settings } from "./views/settings/settings";
import { statusBar } from "./views/status-bar";
import "./views/users/users";
import type { UsersView } from "./views/users/users";
import "./views/workspaces/workspaces";
import type { WorkspacesView } from "./views/workspaces/workspaces";

/** Ages are told again this often, in milliseconds; each second while a wait is counted down. */
const MINUTE = 60_000;
const SECOND = 1_000;

/** Screens that show a list, and where the keyboard is in it. */
const LISTS: ReadonlySet<Screen> = new Set<Screen>(["users", "workspaces"]);

/** Where a banner's button leads: there it is said already. */
const LEADS_TO: Partial<Record<BannerAction, Screen>> = { review_outbox: "outbox", open_billing: "billing" };

export class RollcallWindow extends LightElement implements Desk {
  static override properties = {
    version: { state: true },
    screen: { state: true },
    dialog: { state: true },
    now: { state: true },
    place: { state: true },
  };
  declare version: number;
  declare screen: Screen;
  declare dialog: Dialog | null;
  declare now: Date;
  declare place: string;
  profile!: Profile;
  readonly toasts = new Toasts();
  #clock: ReturnType<typeof setTimeout> | undefined;
  readonly #mac = onMac();
  /** The notices of each organization that somebody has understood. */
  readonly #understood = new Map<string, readonly string[]>();
  /** Which organization was drawn last, and whether it was open to us. */
  #drawn: string | null = null;
  /** A message had the keyboard before it was drawn anew. */
  #onMessage = false;

  constructor() {
    super();
    this.version = 0;
    this.screen = "users";
    this.dialog = null;
    this.now = new Date();
    this.place = "";
  }

  /** Opens the profile behind this host. */
  async start(host: Host): Promise<void> {
    this.profile = new Profile(host);
    this.profile.subscribe(() => this.version++);
    this.toasts.subscribe(() => this.version++);
    document.addEventListener("keydown", this.#onKey);
    document.addEventListener("visibilitychange", this.#tick);
    for (const event of NOT_OURS) document.addEventListener(event, notInText);
    showRows();
    this.requestUpdate();
    await this.profile.start();
    this.#tick();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#clock);
    document.removeEventListener("keydown", this.#onKey);
    document.removeEventListener("visibilitychange", this.#tick);
    for (const event of NOT_OURS) document.removeEventListener(event, notInText);
  }

  go(screen: Screen): void {
    const moved = this.screen !== screen;
    const before = document.activeElement;
    this.screen = screen;
    // The screen draws its own parts after this: by the next frame they are there. Whoever has gone on by then keeps the focus.
    if (moved) requestAnimationFrame(() => [before, document.body, null].includes(document.activeElement) && this.#focusScreen());
  }

  show(dialog: Dialog | null): void {
    this.dialog = dialog;
  }

  refresh(): void {
    const open = this.profile.current;
    if (open) void this.attempt(open.refresh());
  }

  async attempt(work: Promise<unknown>): Promise<boolean> {
    try {
      await work;
      return true;
    } catch (cause) {
      this.tell(Failure.from(cause));
      return false;
    }
  }

  async takeBack(organization: OpenOrganization, changes: Changes, what: string | null): Promise<void> {
    let taken = 0;
    const done = await this.attempt(organization.outbox.takeBack(changes).then((many) => (taken = many)));
    if (done) this.toasts.say(what === null ? say("taken-back-many", { count: taken }) : say("taken-back", { what }));
  }

  tell(failure: Failure): void {
    const { text, action } = explain(failure);
    if (action === "sign_in") this.toasts.warn(text, [{ label: say("word-sign-in"), run: () => this.show({ kind: "sign_in" }) }]);
    else if (action === "review_outbox") this.toasts.warn(text, [{ label: say("banner-review"), run: () => this.go("outbox") }]);
    else this.toasts.warn(text);
  }

  #tick = (): void => {
    clearTimeout(this.#clock);
    if (document.visibilityState === "hidden") return;
    this.now = new Date();
    this.version++;
    const waits = this.profile.current?.session.view?.link.kind === "waiting";
    this.#clock = setTimeout(this.#tick, waits ? SECOND : MINUTE);
  };

  /** The screen, where it shows a list. */
  get #list(): UsersView | WorkspacesView | null {
    return this.querySelector<UsersView | WorkspacesView>("users-view, workspaces-view");
  }

  /** What isn't there in another organization, or in another role, gives way to the list. */
  protected override willUpdate(): void {
    const open = this.profile?.current ?? null;
    const gone = this.screen === "demo_mailbox" ? !open?.mailbox : open !== null && isClosed(open, this.screen);
    if (gone) this.screen = "users";
    this.#onMessage = document.activeElement?.closest(".toasts") != null;
  }

  /** Once a message that had the keyboard is gone, the next one has it; else what is behind it. */
  protected override regain(): void {
    const next = this.#onMessage ? this.querySelector<HTMLElement>(".toasts button, dialog") : null;
    if (next) next.focus();
    else if (this.dialog === null) this.#focusScreen();
  }

  /** Where an organization comes on screen, the keyboard begins in it and not nowhere. */
  protected override updated(): void {
    const open = this.profile?.current ?? null;
    const drawn = open === null ? null : [open.card.id, notOpened(open), closedToUs(open)].join(" ");
    if (drawn === this.#drawn) return;
    this.#drawn = drawn;
    requestAnimationFrame(() => {
      const nobody = document.activeElement === null || document.activeElement === document.body;
      if (open !== null && nobody && this.dialog === null) this.#focusScreen();
    });
  }

  #focusScreen(): void {
    if (this.#list) this.#list.focusList();
    else {
      const pane = this.querySelector<HTMLElement>("main [data-pane]");
      (pane?.querySelector<HTMLElement>("ui-grid") ?? pane)?.focus();
    }
  }

  get user(): Named | null {
    const open = this.profile.current;
    return open && this.screen === "users" ? this.#about(open.details, open.people) : null;
  }

  get workspace(): Named | null {
    const open = this.profile.current;
    return open && this.screen === "workspaces" ? this.#about(open.workspace, open.workspaceList) : null;
  }

  /** While the details of another one are on their way, its row in the list says who that is, and not the pane. */
  #about({ id, own }: Shown<{ row: Named }>, list: { row(index: number): Named | undefined }): Named | null {
    if (own !== null) return own.row;
    const row = list.row(this.#list?.active ?? -1);
    return row && (id === null || id === row.id) ? row : null;
  }

  search(screen: "users" | "workspaces"): void {
    this.screen = screen;
    void this.updateComplete.then(() => this.#list?.focusSearch());
  }

  leave(): void {
    if (this.#list) this.#list.escape();
    else this.go("users");
  }

  /** The panes in their order, round and round. */
  nextPane(step: 1 | -1): void {
    const panes = [...this.querySelectorAll<HTMLElement>("[data-pane]")].filter((pane) => pane.checkVisibility?.() ?? true);
    const here = panes.findIndex((pane) => pane.contains(document.activeElement));
    const next = panes[(here + step + panes.length) % panes.length];
    if (!next) return;
    if (next.classList.contains("list-pane")) next.querySelector<HTMLElement>("ui-grid")?.focus();
    else if (next.hasAttribute("tabindex")) next.focus();
    else next.querySelector<HTMLElement>("[aria-current], button, input")?.focus();
  }

  async takeBackLast(): Promise<void> {
    const open = this.profile.current;
    await open?.outbox.stale();
    const operation = open?.outbox.view?.lastWaiting ?? null;
    if (!open || operation === null) return void this.toasts.say(say("taken-back-nothing"));
    await this.attempt(open.outbox.of(operation).then(({ total, groups: [group] }) => {
      const what = total > 1 || !group ? null : say("announce-change", { name: spoken(group.name), changes: listed(group.entries.map(asked)) });
      return this.takeBack(open, { kind: "operation", operation, part: "waiting" }, what);
    }));
  }

  #onKey = (event: KeyboardEvent): void => {
    const keys = written(event, this.#mac);
    if (keys === null || event.defaultPrevented || (inText(event.target) && belongsToText(keys))) return;
    const action = actions(this).find((each) => each.keys.includes(keys));
    if (!action) return;
    // Also under a dialog: the web view's own answer to Ctrl+R would lose what was typed there.
    if (keys !== "Esc") event.preventDefault();
    if (this.dialog !== null) return;
    if (action.unavailable === null) action.run();
    else this.toasts.say(action.unavailable);
  };

  #act(kind: BannerAction): void {
    const screen = LEADS_TO[kind];
    if (screen !== undefined) this.go(screen);
    else if (kind === "sign_in" || kind === "remove") this.show({ kind });
    else this.refresh();
  }

  #banners(open: OpenOrganization): TemplateResult {
    const view = open.session.view;
    const list: Banner[] = view === null ? [] : banners(view, this.now, open.billing.view?.subscription);
    // What the screen itself says already is not said twice.
    const said = closedToUs(open) ? open.people.failure?.message : undefined;
    const all = view?.notices ?? [];
    const { id } = open.card;
    // One that went and comes again is news.
    const understood = (this.#understood.get(id) ?? []).filter((text) => all.includes(text));
    if (view !== null) this.#understood.set(id, understood);
    const notices = all.filter((text) => text !== said && !understood.includes(text));
    const failure = open.session.failure;
    return html`<div class="banners" role="status">
      ${failure === null || notOpened(open) ? nothing : banner({ id: "session", tone: "danger", icon: "alert", text: explain(failure).text }, { label: say("word-try-again"), run: () => void open.session.stale() })}
      ${list
        .filter(({ action }) => action === null || this.screen !== LEADS_TO[action.kind])
        .map((each) => banner(each, each.action === null ? null : { label: each.action.label, run: () => this.#act(each.action!.kind) }))}
      ${notices.map((text, at) =>
        banner({ id: `notice-${at}`, tone: "info", icon: "alert", text }, {
          label: say("banner-understood"),
          run: () => {
            this.#understood.set(id, [...understood, text]);
            this.version++;
          },
        }))}
    </div>`;
  }

  #screen(open: OpenOrganization): TemplateResult {
    if (this.screen === "settings") return settings(this, open);
    if (notOpened(open)) return unopened(this, open);
    if (this.screen === "journal") return html`<journal-screen .desk=${this} .organization=${open} .version=${this.version}></journal-screen>`;
    if (closedToUs(open)) return closed(open);
    if (this.screen === "demo_mailbox" && open.mailbox) {
      return html`<demo-mailbox .desk=${this} .mailbox=${open.mailbox} .version=${this.version}></demo-mailbox>`;
    }
    const placed = (event: CustomEvent<string>): void => void (this.place = event.detail);
    switch (this.screen) {
      case "outbox":
        return html`<outbox-screen .desk=${this} .organization=${open} .version=${this.version}></outbox-screen>`;
      case "general":
        return html`<general-screen .desk=${this} .organization=${open} .version=${this.version}></general-screen>`;
      case "billing":
        return html`<billing-screen .desk=${this} .organization=${open} .version=${this.version}></billing-screen>`;
      case "workspaces":
        return html`<workspaces-view .desk=${this} .organization=${open} .version=${this.version} @place=${placed}></workspaces-view>`;
      default:
        return html`<users-view .desk=${this} .organization=${open} .version=${this.version} @place=${placed}></users-view>`;
    }
  }

  protected override render(): TemplateResult {
    const { profile } = this;
    if (profile === undefined || (profile.cards === null && profile.failure === null)) return html``;
    const open = profile.current;
    if (profile.failure !== null && open === null) {
      return html`<main class="first-run"><div class="empty"><h1>${say("closed-profile")}</h1>
        <p>${explain(profile.failure).text}</p>
        <button type="button" class="button" @click=${() => void profile.start()}>${say("word-try-again")}</button></div></main>`;
    }
    return html`${open === null
        ? html`${firstRun(this)}${toasts(this.toasts.list, this.toasts)}`
        : html`<div class="window">
            ${rail(this)}
            <main>${this.#banners(open)}${this.#screen(open)}${toasts(this.toasts.list, this.toasts)}</main>
            ${statusBar(this, open.session.view, closedToUs(open) ? null : LISTS.has(this.screen) ? this.place : "")}
          </div>`}
      ${dialogOf(this, open, this.dialog, this.version)}`;
  }
}
customElements.define("rollcall-window", RollcallWindow);

/** Where letters go. */
const inText = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches("input:not([type=checkbox], [type=radio]), textarea");

/** The browser's own menu and dragging belong to text that can be edited; elsewhere this is no web page. */
const NOT_OURS = ["contextmenu", "dragstart"];

function notInText(event: Event): void {
  if (!inText(event.target)) event.preventDefault();
}
