/** What the shell loads: the window on the real host, in the language of its reader. */
import { tauriHost } from "./host/tauri";
import { languageChosen } from "./state/language";
import "./styles";
import { speak } from "./text/say";

// The language first: what a table of words says is said when its file is loaded.
speak(await tauriHost.speak(languageChosen()));
const { RollcallWindow } = await import("./window");
const page = document.querySelector("rollcall-window");
if (page instanceof RollcallWindow) void page.start(tauriHost);
