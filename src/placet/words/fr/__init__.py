"""French words. They want the eye of a native reader, who has not read them yet."""
