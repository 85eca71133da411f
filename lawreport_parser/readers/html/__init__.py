"""Web pages: from bytes to the lines of the report, without the site around it."""
