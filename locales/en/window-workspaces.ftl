# Workspaces.
