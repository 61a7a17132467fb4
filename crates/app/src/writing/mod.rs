//! Text for files and terminals: nothing in a name runs, hides, or steers what reads it.

mod csv;
mod json;

pub use csv::{BYTE_ORDER_MARK, CsvWriter};
pub use json::{open_list, write_json};
pub use rollcall_model::{is_deceptive, visible};
