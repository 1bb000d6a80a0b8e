"""What commands say, in both languages."""
