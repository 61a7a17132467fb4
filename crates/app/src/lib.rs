//! The use cases: check the policy, write the mutation, answer. Knows no Tauri and no HTTP.

pub mod view;
