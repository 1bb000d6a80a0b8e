"""The ways into the site: home, offices, search, calendar, words explained, site map."""
