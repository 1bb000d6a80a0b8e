"""What is kept beside a plan: results, forms, clauses, disclosure."""
