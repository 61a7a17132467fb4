# The outbox, the plan and conflicts.
