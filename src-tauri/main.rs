//! The desktop program. In release builds on Windows it opens no console beside its window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    rollcall_shell::run()
}
