//! Linux: the one renderer that is known to leave the window blank is stepped around, and a session without a
//! screen is told to be one.

use std::env;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use rollcall_language::say;

/// By which WebKit is told not to hand frames over in the graphics card's own buffers.
const PLAIN_FRAMES: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";

/// There while NVIDIA's own driver is loaded, with which such frames stay blank.
const NVIDIA: &str = "/proc/driver/nvidia/version";

/// Starts the program anew with plain frames where they are needed. What a person has set stands.
pub(super) fn settle_renderer() {
    let set = env::var_os(PLAIN_FRAMES).is_some();
    if !needs_plain_frames(Path::new(NVIDIA).exists(), set) {
        return;
    }
    if let Ok(program) = env::current_exe() {
        // WebKit reads its environment in processes of its own: it must be there from the start.
        let failed = Command::new(program)
            .args(env::args_os().skip(1))
            .env(PLAIN_FRAMES, "1")
            .exec();
        tracing::warn!(%failed, "the window may stay blank: the renderer could not be chosen");
    }
}

/// Looks for a screen, without which the window's own library would give up in its own words.
pub(super) fn find_screen() -> Result<(), String> {
    gtk::init().map_err(|problem| {
        tracing::debug!(%problem, "no screen");
        say!("no-screen")
    })
}

fn needs_plain_frames(nvidia: bool, set_by_the_person: bool) -> bool {
    nvidia && !set_by_the_person
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_renderer_is_chosen_only_where_it_is_needed_and_never_against_the_person() {
        assert!(needs_plain_frames(true, false));
        assert!(!needs_plain_frames(true, true), "what was set stands");
        assert!(!needs_plain_frames(false, false), "nothing needs it");
    }
}
