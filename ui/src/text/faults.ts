/** What stands between here and the server, by name: from a fault's code to what a person calls it. */
import type { IconName } from "../components/icon";
import { say } from "./say";
import type { Tone } from "./status";

export interface Fault {
  /** In two or three words. */
  name: string;
  tone: Tone;
  icon: IconName;
}

const OFFLINE: Fault = { name: say("fault-offline"), tone: "waiting", icon: "offline" };
const INSECURE: Fault = { name: say("fault-insecure"), tone: "danger", icon: "lock" };
const PROXY: Fault = { name: say("fault-proxy"), tone: "waiting", icon: "alert" };
const FOREIGN: Fault = { name: say("fault-foreign"), tone: "waiting", icon: "alert" };
const TROUBLE: Fault = { name: say("fault-trouble"), tone: "waiting", icon: "alert" };

/** Codes that mean more than *offline*. */
const FAULTS: Readonly<Record<string, Fault>> = {
  offline_tls: INSECURE,
  offline_not_https: INSECURE,
  offline_certificate_expired: INSECURE,
  offline_certificate_name: INSECURE,
  offline_certificate_untrusted: INSECURE,
  offline_proxy: PROXY,
  offline_proxy_sign_in: PROXY,
  offline_proxy_unreachable: PROXY,
  not_our_network: FOREIGN,
  redirected: FOREIGN,
  server_failed: TROUBLE,
  malformed: TROUBLE,
  too_large: TROUBLE,
};

/** What a fault is called. */
export function fault(code: string): Fault {
  return FAULTS[code] ?? OFFLINE;
}
