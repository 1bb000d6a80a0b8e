"""The build as a story: load, compile, put together, write."""
