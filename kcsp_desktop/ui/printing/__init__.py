"""Our own documents on paper and as PDF: the parts of a document, laid out by Qt."""
