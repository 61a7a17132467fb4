//! Looks over what is on screen with axe, for what WCAG 2.2 AA forbids.

use std::path::Path;

use serde_json::{Value, json};

use crate::window::Window;

/// What is looked for: every rule of WCAG 2.2 on levels A and AA, and axe's own good manners.
const RULES: &str = "{
    resultTypes: ['violations'],
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    rules: { 'target-size': { enabled: true } },
}";

/// What axe doesn't know: a control that refuses can be reached, and says why. An option or an entry of a
/// menu says it in its own text.
const SILENT: &str = "
    const described = (each) => squeeze((each.getAttribute('aria-describedby') ?? '').split(/\\s+/).filter(Boolean)
        .map((id) => document.getElementById(id)?.textContent).join(' '));
    const refusing = [...front().querySelectorAll('[aria-disabled=true]:not([role=option], [role=menuitem])')];
    return [
        ...[...front().querySelectorAll(':disabled')].map((each) => `can't be reached: ${each.outerHTML}`),
        ...refusing.filter((each) => visible(each) && described(each) === '').map((each) => `says no reason: ${each.outerHTML}`),
    ];";

/// A rule's name, and each place with what is wrong there.
const TOLD: &str = "(found) => found.violations.map((rule) =>
    [rule.id, rule.help, ...rule.nodes.map((node) => `${node.html}: ${node.failureSummary}`)].join('\\n  '))";

impl Window {
    /// Fails where axe finds fault with what the window shows now; `what` names it for the reader.
    pub(crate) async fn axe(&self, what: &str) {
        self.rest().await;
        let there = self.run("return 'axe' in window;", vec![]).await;
        if there == false {
            let file =
                Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
            let source = std::fs::read_to_string(file).expect("`npm ci` brings axe");
            self.run(&source, vec![]).await;
        }
        let script = format!(
            "const done = arguments[arguments.length - 1];
             axe.run(document, {RULES}).then({TOLD}).then((found) => done({{ found }}), (problem) => done({{ problem: String(problem?.stack ?? problem) }}));"
        );
        let answer = self.awaits(&script).await;
        let silent = self.run(SILENT, vec![]).await;
        assert_eq!(silent, json!([]), "{what}: no refusal without its reason");
        if answer != json!({ "found": [] }) {
            self.screenshot("failed").await;
            panic!("{what}: axe finds {}", lines(&answer));
        }
    }
}

fn lines(answer: &Value) -> String {
    let found = answer["found"].as_array().into_iter().flatten();
    let texts: Vec<&str> = found.filter_map(Value::as_str).collect();
    if texts.is_empty() {
        answer.to_string()
    } else {
        texts.join("\n")
    }
}
