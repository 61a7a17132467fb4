//! The policy as its callers meet it: the product's table cell by cell, what holds beyond it, what is
//! unknown, and the words.

mod invariants;
mod permissions;
mod support;
mod unknown;
mod words;
