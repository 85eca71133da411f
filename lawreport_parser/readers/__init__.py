"""Files and bytes of every kind turned into text."""
