/** The stylesheets, in their order; Vite makes one file of them, which the page links to. */
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/controls.css";
import "./styles/layout.css";
import "./styles/grid.css";
import "./styles/details.css";
import "./styles/dialogs.css";
import "./styles/outbox.css";
import "./styles/journal.css";
import "./styles/settings.css";
import "./styles/demo-mailbox.css";
import "./styles/connect.css";
import "./styles/forced-colors.css";
