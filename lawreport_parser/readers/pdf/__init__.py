"""PDFs: from the characters of a page to paragraphs in reading order."""
