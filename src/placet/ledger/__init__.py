"""An append-only log that shows what was done to it: Merkle tree, signed checkpoints, receipts, stores."""
