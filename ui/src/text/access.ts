/** How far an area is open, and how much of a permission a role has: an icon and a word each. */
import type { IconName } from "../components/icon";
import type { AreaAccess, PermissionGrant } from "../host/types";
import type { Mark } from "./rows";
import { say } from "./say";

export const AREAS: Readonly<Record<AreaAccess, Mark>> = {
  full: { icon: "check", text: say("access-open"), tone: "good" },
  limited: { icon: "part", text: say("access-limited"), tone: "info" },
  none: { icon: "lock", text: say("access-closed"), tone: "plain" },
};

export const GRANTS: Readonly<Record<PermissionGrant, { icon: IconName; text: string }>> = {
  allowed: { icon: "check", text: say("grant-allowed") },
  limited: { icon: "part", text: say("grant-limited") },
  denied: { icon: "cross", text: say("grant-denied") },
};
