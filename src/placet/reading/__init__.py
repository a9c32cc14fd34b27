"""Reading: a source becomes an archived text, and drafts of statements for a person to confirm."""
