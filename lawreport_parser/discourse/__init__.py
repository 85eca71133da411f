"""What the sentences of a report say: cues, evidence, weights, and the sequence of roles that they bear: passages."""
