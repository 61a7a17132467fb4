//! The plan, tried on situations alone.
