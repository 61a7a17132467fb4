//! The programs of a release, and where each comes from.

/// A program that people get.
pub(crate) struct Program {
    /// The folder of its crate, from the project's own.
    pub(crate) folder: &'static str,
    /// Its crate, as cargo calls it.
    pub(crate) package: &'static str,
    /// What it is called.
    pub(crate) name: &'static str,
}

/// The desktop program, which Tauri packages.
pub(crate) const WINDOW: Program = Program {
    folder: ".",
    package: "rollcall",
    name: "rollcall",
};

/// The programs without a window.
pub(crate) const OTHERS: [Program; 2] = [
    Program {
        folder: "crates/cli",
        package: "rollcall-cli",
        name: "rollcall-cli",
    },
    Program {
        folder: "crates/org-server",
        package: "rollcall-org-server",
        name: "rollcall-server",
    },
];

/// All of them.
pub(crate) fn all() -> impl Iterator<Item = &'static Program> {
    [&WINDOW].into_iter().chain(&OTHERS)
}
