// How the tests find things: as a person does, by role and by name, in the open dialog if there is one.
const ROLES = {
  alert: "[role=alert]",
  button: "button, [role=button], summary",
  checkbox: "input[type=checkbox], [role=checkbox], [role=menuitemcheckbox]",
  columnheader: "[role=columnheader], th",
  dialog: "dialog[open], [role=dialog], [role=alertdialog]",
  grid: "[role=grid]",
  heading: "h1, h2, h3, [role=heading]",
  link: "a[href], [role=link]",
  menuitem: "[role=menuitem], [role=menuitemradio], [role=menuitemcheckbox], [role=option]",
  radio: "input[type=radio], [role=radio]",
  region: "aside, section, [role=region], [role=complementary]",
  row: "[role=row]:has([role=gridcell])",
  status: "[role=status], output",
  switch: "[role=switch]",
  tab: "[role=tab]",
  textbox: "input:not([type=checkbox]):not([type=radio]), textarea, [role=textbox], [role=searchbox], [role=combobox]",
};

const squeeze = (text) => (text ?? "").replace(/\s+/g, " ").trim();

function visible(element) {
  const box = element.getBoundingClientRect();
  return box.width > 0 && box.height > 0 && getComputedStyle(element).visibility !== "hidden";
}

function nameOf(element) {
  // It has the focus while nothing else has, and what it would be called by is the whole page.
  if (element === document.body) return "";
  const label = element.getAttribute("aria-label");
  if (label) return squeeze(label);
  const ids = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  if (ids.length > 0) return squeeze(ids.map((id) => document.getElementById(id)?.textContent).join(" "));
  const labels = [...(element.labels ?? [])].map((one) => one.textContent);
  if (labels.length > 0) return squeeze(labels.join(" "));
  return squeeze(element.innerText) || squeeze(element.getAttribute("placeholder"));
}

/** What has the focus: its role or tag, and its name. */
function focus() {
  const it = document.activeElement;
  return `${it.getAttribute("role") ?? it.tagName.toLowerCase()} ${nameOf(it)}`;
}

function front() {
  return [...document.querySelectorAll("dialog:modal, [aria-modal=true]")].filter(visible).at(-1) ?? document;
}

/** The visible element of this role whose name is the one given, or else begins so, or else contains it. */
function find(role, name) {
  const scope = front();
  const all = [scope, ...scope.querySelectorAll("*")].filter((one) => one.matches?.(ROLES[role]) && visible(one));
  const called = (fits) => all.find((element) => fits(nameOf(element)));
  return (
    called((own) => own === name) ?? called((own) => own.startsWith(name)) ?? called((own) => own.includes(name)) ?? null
  );
}

/** What a person can read now, form values left out. */
const reading = () => squeeze(document.body.innerText);

/** Looks at every frame until there is something, or gives up and says what stood there instead. */
function awaited(look, milliseconds, done) {
  const end = performance.now() + milliseconds;
  const again = () => {
    let found;
    try {
      found = look();
    } catch (problem) {
      return done({ problem: String(problem) });
    }
    if (found) return done({ found });
    if (performance.now() > end) return done({ problem: `the page reads: ${reading()}` });
    setTimeout(again, 16);
  };
  again();
}
