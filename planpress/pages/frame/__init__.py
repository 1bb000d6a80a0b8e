"""Around and behind every page: head, menus, templates, style, what browsers and search engines are told."""
