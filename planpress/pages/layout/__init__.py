"""A plan laid out in one language, in the shapes that pages show: whole, by topic, by department and period."""
