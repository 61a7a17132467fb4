//! What people do with the window from beginning to end, one file each.

mod accessible;
mod add_users;
mod appearance;
mod bad_input;
mod billing_admin;
mod change_a_role;
mod change_many;
mod closed_to_the_page;
mod command_palette;
mod connect;
mod each_role;
mod edit_profile;
mod every_command_of_every_role;
mod export;
mod first_sync;
mod general;
mod hold;
mod invitation;
mod journal;
mod keyboard_alone;
mod member;
mod offline_and_back;
mod replace_email;
mod saved_view;
mod selecting;
mod session_ended;
