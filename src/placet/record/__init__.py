"""What was said, and what it means on a date: standing, changes, road map, quotations."""
