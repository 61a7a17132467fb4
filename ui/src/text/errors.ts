/** From an error code to its words and what can be done: the one table. */
import type { Failure } from "../host/failure";
import { say } from "./say";

/** What the interface offers beside the words. */
export type ErrorAction = "retry" | "sign_in" | "choose_keep" | "review_outbox" | "none";

interface Words {
  /** What to say; `null` where Rust's sentence says it best, since it names the person, the rule or the cause. */
  text: string | null;
  action: ErrorAction;
}

const TABLE: Readonly<Record<string, Words>> = {
  // What was asked for can't be, as things are.
  denied: { text: null, action: "none" },
  forbidden: { text: null, action: "none" },
  unknown_user: { text: say("error-unknown-user"), action: "none" },
  unknown_workspace: { text: say("error-unknown-workspace"), action: "none" },
  unknown_change: { text: say("error-unknown-change"), action: "none" },
  unknown_action: { text: null, action: "none" },
  leaving: { text: null, action: "review_outbox" },
  not_added_yet: { text: null, action: "review_outbox" },
  replaced_already: { text: null, action: "review_outbox" },
  suspended: { text: null, action: "none" },
  role_unknown: { text: null, action: "none" },
  acceptance_not_told: { text: null, action: "none" },
  workspace_twice: { text: null, action: "none" },
  not_open: { text: null, action: "review_outbox" },
  as_it_was: { text: null, action: "none" },
  rests_on_it: { text: null, action: "none" },
  no_such_value: { text: null, action: "none" },
  cant_pass: { text: null, action: "none" },
  imported_already: { text: null, action: "review_outbox" },
  not_a_plan: { text: null, action: "none" },
  plan_newer: { text: null, action: "none" },
  other_organization: { text: null, action: "none" },
  nothing_to_export: { text: null, action: "none" },
  not_exportable: { text: null, action: "review_outbox" },
  overlaps: { text: null, action: "review_outbox" },
  unknown_organization: { text: say("error-unknown-organization"), action: "none" },
  already_sent: { text: say("error-already-sent"), action: "review_outbox" },
  subscription_stays: { text: null, action: "none" },
  answer_lost: { text: null, action: "none" },
  not_deleted: { text: null, action: "retry" },
  organization_gone: { text: null, action: "none" },
  organization_deleted: { text: null, action: "none" },
  unknown_invoice: { text: null, action: "none" },
  no_payment_page: { text: null, action: "none" },
  not_read_yet: { text: null, action: "retry" },
  unknown_setting: { text: null, action: "none" },
  changed_meanwhile: { text: null, action: "none" },
  not_offered: { text: null, action: "none" },
  not_confirmed: { text: null, action: "none" },
  not_sent: { text: null, action: "retry" },
  hold_not_kept: { text: null, action: "none" },
  address_taken: { text: null, action: "review_outbox" },
  list_gone: { text: null, action: "none" },
  adding_already: { text: null, action: "none" },
  list_incomplete: { text: null, action: "none" },
  half_removed: { text: null, action: "none" },
  not_removed: { text: null, action: "retry" },
  held_by: { text: null, action: "retry" },

  // A field of a form.
  id_invalid: { text: null, action: "none" },
  role_invalid: { text: null, action: "none" },
  address_invalid: { text: null, action: "none" },
  file_too_large: { text: null, action: "none" },
  file_unreadable: { text: null, action: "none" },
  too_many_people: { text: null, action: "none" },
  no_people: { text: null, action: "none" },
  picture_invalid: { text: null, action: "none" },
  setting_invalid: { text: null, action: "none" },
  name_invalid: { text: null, action: "none" },
  url_invalid: { text: null, action: "none" },
  not_scim: { text: null, action: "none" },
  redirected: { text: null, action: "none" },
  already_connected: { text: null, action: "none" },
  token_invalid: { text: null, action: "none" },
  token_refused: { text: say("error-token-refused"), action: "none" },
  other_account: { text: null, action: "none" },

  // Saved views and exports.
  name_taken: { text: null, action: "none" },
  search_too_long: { text: null, action: "none" },
  too_many_views: { text: null, action: "none" },
  too_many_to_copy: { text: null, action: "none" },
  not_copied: { text: null, action: "none" },
  export_failed: { text: null, action: "none" },
  list_changed: { text: null, action: "retry" },
  cancelled: { text: null, action: "none" },

  // The journal.
  time_invalid: { text: null, action: "none" },
  seal_invalid: { text: null, action: "none" },
  seal_not_there: { text: null, action: "none" },
  not_a_journal: { text: null, action: "none" },
  journal_broken: { text: null, action: "none" },

  // The way to the server.
  offline_dns: { text: null, action: "retry" },
  offline_refused: { text: null, action: "retry" },
  offline_unreachable: { text: null, action: "retry" },
  offline_timeout: { text: null, action: "retry" },
  offline_tls: { text: null, action: "retry" },
  offline_not_https: { text: null, action: "retry" },
  offline_certificate_expired: { text: null, action: "retry" },
  offline_certificate_name: { text: null, action: "retry" },
  offline_certificate_untrusted: { text: null, action: "retry" },
  offline_proxy: { text: null, action: "retry" },
  offline_proxy_sign_in: { text: null, action: "retry" },
  offline_proxy_unreachable: { text: null, action: "retry" },
  connection_lost: { text: null, action: "retry" },
  too_slow: { text: null, action: "retry" },
  not_our_network: { text: null, action: "retry" },
  session_ended: { text: say("error-session-ended"), action: "sign_in" },
  server_busy: { text: null, action: "retry" },
  server_failed: { text: null, action: "retry" },
  malformed: { text: null, action: "retry" },
  too_large: { text: null, action: "none" },
  refused: { text: null, action: "none" },
  no_target: { text: null, action: "none" },
  cursor_expired: { text: null, action: "retry" },
  delta_expired: { text: null, action: "retry" },

  // The demo.
  not_the_demo: { text: null, action: "none" },
  demo_unavailable: { text: null, action: "retry" },
  unknown_message: { text: say("error-unknown-message"), action: "none" },
  no_browser: { text: null, action: "none" },

  // The keychain.
  no_keychain: { text: say("error-no-keychain"), action: "choose_keep" },
  keychain_locked: { text: null, action: "choose_keep" },
  keychain_denied: { text: null, action: "choose_keep" },
  keychain_slow: { text: null, action: "choose_keep" },
  keychain_damaged: { text: null, action: "sign_in" },
  key_file_missing: { text: null, action: "retry" },
  key_file_unusable: { text: null, action: "retry" },

  // This computer's files.
  home_unusable: { text: null, action: "retry" },
  wrong_key: { text: null, action: "none" },
  file_too_new: { text: null, action: "none" },
  file_damaged: { text: null, action: "none" },
  storage_failed: { text: null, action: "retry" },
  disk_full: { text: null, action: "retry" },
  file_locked: { text: null, action: "retry" },

  // The bridge itself, or a fault that has no code.
  internal: { text: say("error-internal"), action: "retry" },
};

/** A failure in words for people, with who or what helps; a code without words here keeps Rust's sentence. */
export function explain(failure: Failure): { text: string; action: ErrorAction } {
  const known = TABLE[failure.code];
  const text = known?.text ?? failure.message;
  return {
    text: failure.help === undefined ? text : `${text} ${failure.help}`,
    action: known?.action ?? (failure.retry ? "retry" : "none"),
  };
}

/** The codes that have words here. */
export const KNOWN_CODES: readonly string[] = Object.keys(TABLE);
