"""The translators' work: what is to be translated, what is out of date, and whether it agrees with the Chinese."""
