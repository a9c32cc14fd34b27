"""A round without trust: what its ledger entries mean, how it is kept, and how anybody checks it offline."""
