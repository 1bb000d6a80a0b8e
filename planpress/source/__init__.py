"""From YAML files to the model: read, check, assemble. Problems are collected, never raised first."""
