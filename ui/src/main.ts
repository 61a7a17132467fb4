/** What the shell loads: the window on the real host. */
import { tauriHost } from "./host/tauri";
import "./styles";
import { RollcallWindow } from "./window";

const page = document.querySelector("rollcall-window");
if (page instanceof RollcallWindow) void page.start(tauriHost);
