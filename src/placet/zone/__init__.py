"""Who could be appointed: one 0-1 program, and every question that is asked of it."""
