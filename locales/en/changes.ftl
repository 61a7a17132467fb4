# Changes that wait: outbox, plan, conflicts.
