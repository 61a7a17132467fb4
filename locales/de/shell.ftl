# What the system shows: menus, and questions outside of the window.
