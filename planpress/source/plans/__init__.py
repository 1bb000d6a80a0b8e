"""From what plan.yml says to the model of a plan."""
