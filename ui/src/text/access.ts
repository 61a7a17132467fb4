/** How far an area is open, and how much of a permission a role has: an icon and a word each. */
import type { IconName } from "../components/icon";
import type { AreaAccess, PermissionGrant } from "../host/types";
import type { Mark } from "./rows";

export const AREAS: Readonly<Record<AreaAccess, Mark>> = {
  full: { icon: "check", text: "Open", tone: "good" },
  limited: { icon: "part", text: "Limited", tone: "info" },
  none: { icon: "lock", text: "Closed", tone: "plain" },
};

export const GRANTS: Readonly<Record<PermissionGrant, { icon: IconName; text: string }>> = {
  allowed: { icon: "check", text: "allowed" },
  limited: { icon: "part", text: "in part" },
  denied: { icon: "cross", text: "not allowed" },
};
