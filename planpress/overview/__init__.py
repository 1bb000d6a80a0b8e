"""What spans plans: small summaries, topics, trees; all that stays in memory."""
