/** The commands this window names: the same list as the shell registers and permits (a test compares them). */

export const COMMANDS = [
  "organizations",
  "connect",
  "open_demo",
  "sign_in",
  "session",
  "users_window",
  "user_details",
  "access_explained",
  "role_comparison",
  "user_picture",
  "edit_view",
  "save_user",
  "workspaces",
  "views",
  "save_view",
  "delete_view",
  "export_users",
  "export_cancel",
  "copy_users",
  "outbox",
  "outbox_send",
  "outbox_take_back",
  "outbox_ask_again",
  "outbox_seen",
  "demo_mailbox",
  "open_invitation",
  "refresh",
  "watch",
] as const;

export type Command = (typeof COMMANDS)[number];
