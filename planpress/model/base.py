"""What every model has in common."""

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """A value that never changes and knows no field but its own."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
