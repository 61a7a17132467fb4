# The organization, its workspaces and its billing; connecting to it and removing it.
