"""Places: whose report it is, as a division of the country (行政区划) with its code of GB/T 2260."""
