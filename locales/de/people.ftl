# Users: adding, editing, replacing, deleting, exporting.
