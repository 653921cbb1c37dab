"""Ways for money to arrive, each behind the same interface (`base`)."""
