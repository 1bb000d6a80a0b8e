"""What became of plans: assessments, indicators, surveys."""
