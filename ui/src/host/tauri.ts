/** The real host: commands over Tauri's bridge. The only file that names Tauri. */
import { Channel, invoke, type InvokeArgs, type InvokeOptions } from "@tauri-apps/api/core";
import type { Command } from "./commands";
import { Failure } from "./failure";
import type { Host } from "./host";
import type { Adding, ExportProgress, Stale } from "./types";

async function call<T>(command: Command, args: InvokeArgs = {}, options?: InvokeOptions): Promise<T> {
  try {
    return await invoke<T>(command, args, options);
  } catch (cause) {
    throw Failure.from(cause);
  }
}

export const tauriHost: Host = {
  speak: (language) => call("speak", { language }),
  organizations: () => call("organizations"),
  connect: (request) => call("connect", { request }),
  openDemo: (role) => call("open_demo", { role }),
  signIn: (organization, token) => call("sign_in", { organization, token }),
  removal: (organization) => call("removal", { organization }),
  removeOrganization: (organization, remove) => call("remove_organization", { organization, remove }),
  session: (organization) => call("session", { organization }),
  usersWindow: (organization, query, offset, limit) => call("users_window", { organization, query, offset, limit }),
  userDetails: (organization, user) => call("user_details", { organization, user }),
  accessExplained: (organization, user) => call("access_explained", { organization, user }),
  roleComparison: () => call("role_comparison"),
  async userPicture(organization, user) {
    const bytes = await call<ArrayBuffer>("user_picture", { organization, user });
    return bytes.byteLength === 0 ? null : bytes;
  },
  editView: (organization, user) => call("edit_view", { organization, user }),
  saveUser: (organization, save) => call("save_user", { organization, save }),
  replaceView: (organization, user) => call("replace_view", { organization, user }),
  replaceEmail: (organization, replace) => call("replace_email", { organization, replace }),
  addView: (organization) => call("add_view", { organization }),
  checkAddress: (organization, address) => call("check_address", { organization, address }),
  addUser: (organization, add) => call("add_user", { organization, add }),
  readInvitees: (organization, bytes) => call("read_invitees", bytes, { headers: { organization } }),
  inviteesWindow: (organization, list, role, only, offset, limit) =>
    call("invitees_window", { organization, list, role, only, offset, limit }),
  addInvitees(organization, list, role, onProgress) {
    const channel = new Channel<Adding>();
    channel.onmessage = onProgress;
    return call("add_invitees", { organization, list, role, channel });
  },
  saveRefused: (organization, list, role) => call("save_refused", { organization, list, role }),
  stopAdding: (organization, list) => call("stop_adding", { organization, list }),
  forgetInvitees: (organization, list) => call("forget_invitees", { organization, list }),
  previewChange: (organization, selection, action, window) => call("preview_change", { organization, selection, action, window }),
  changeUsers: (organization, change) => call("change_users", { organization, change }),
  workspaces: (organization) => call("workspaces", { organization }),
  workspacesWindow: (organization, query, offset, limit) => call("workspaces_window", { organization, query, offset, limit }),
  workspaceDetails: (organization, workspace) => call("workspace_details", { organization, workspace }),
  createWorkspace: (organization, create) => call("create_workspace", { organization, create }),
  renameWorkspace: (organization, rename) => call("rename_workspace", { organization, rename }),
  workspaceDeletion: (organization, workspace) => call("workspace_deletion", { organization, workspace }),
  deleteWorkspace: (organization, deletion) => call("delete_workspace", { organization, deletion }),
  general: (organization) => call("general", { organization }),
  saveGeneral: (organization, save) => call("save_general", { organization, save }),
  billing: (organization) => call("billing", { organization }),
  saveBilling: (organization, save) => call("save_billing", { organization, save }),
  previewSubscription: (organization, wish) => call("preview_subscription", { organization, wish }),
  changeSubscription: (organization, save) => call("change_subscription", { organization, save }),
  cancelView: (organization) => call("cancel_view", { organization }),
  cancelSubscription: (organization, typed) => call("cancel_subscription", { organization, typed }),
  resumeSubscription: (organization) => call("resume_subscription", { organization }),
  invoices: (organization, offset, limit) => call("invoices", { organization, offset, limit }),
  invoice: (organization, invoice) => call("invoice", { organization, invoice }),
  saveInvoice: (organization, invoice) => call("save_invoice", { organization, invoice }),
  openPaymentPage: (organization) => call("open_payment_page", { organization }),
  deletionView: (organization) => call("deletion_view", { organization }),
  deleteOrganization: (organization, typed) => call("delete_organization", { organization, typed }),
  views: (organization) => call("views", { organization }),
  saveView: (organization, view) => call("save_view", { organization, view }),
  deleteView: (organization, id) => call("delete_view", { organization, id }),
  exportUsers(organization, exporting, onProgress) {
    const channel = new Channel<ExportProgress>();
    channel.onmessage = onProgress;
    return call("export_users", { organization, export: exporting, channel });
  },
  exportCancel: () => call("export_cancel"),
  copyUsers: (organization, shows, only) => call("copy_users", { organization, shows, only }),
  outbox: (organization, query) => call("outbox", { organization, query }),
  outboxHold: (organization, holding) => call("outbox_hold", { organization, holding }),
  outboxPlan: (organization, changes, window) => call("outbox_plan", { organization, changes, window }),
  outboxSend: (organization, changes, typed) => call("outbox_send", { organization, changes, typed }),
  outboxTakeBack: (organization, changes) => call("outbox_take_back", { organization, changes }),
  outboxAskAgain: (organization, changes) => call("outbox_ask_again", { organization, changes }),
  outboxCombine: (organization, changes) => call("outbox_combine", { organization, changes }),
  outboxChangeView: (organization, change) => call("outbox_change_view", { organization, change }),
  outboxMove: (organization, moving) => call("outbox_move", { organization, moving }),
  outboxEdit: (organization, edit) => call("outbox_edit", { organization, edit }),
  outboxSeen: (organization) => call("outbox_seen", { organization }),
  outboxExport: (organization, changes) => call("outbox_export", { organization, changes }),
  outboxImportView: (organization, bytes, { offset, limit }) =>
    call("outbox_import_view", bytes, { headers: { organization, offset: String(offset), limit: String(limit) } }),
  outboxImport: (organization, bytes) => call("outbox_import", bytes, { headers: { organization } }),
  journal: (organization, query, offset, limit) => call("journal", { organization, query, offset, limit }),
  journalVerify: (organization, kept) => call("journal_verify", { organization, kept }),
  journalExport(organization, query, format, onProgress) {
    const channel = new Channel<ExportProgress>();
    channel.onmessage = onProgress;
    return call("journal_export", { organization, query, format, channel });
  },
  demoMailbox: (organization) => call("demo_mailbox", { organization }),
  openInvitation: (organization, link) => call("open_invitation", { organization, link }),
  refresh: (organization) => call("refresh", { organization }),
  watch(onStale) {
    const channel = new Channel<Stale>();
    channel.onmessage = onStale;
    return call("watch", { channel });
  },
};
