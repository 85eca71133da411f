"""Word files: from the parts of a .docx to lines, automatic numbers counted."""
