"""Every kind of page, a module each: what goes in decides what comes out."""
