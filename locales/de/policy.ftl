# What the policy says: roles, refusals, and who can help.
