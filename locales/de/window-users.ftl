# The list of users: its columns, details, selection and what is done to those selected.
