"""What leaves as plain text: clean letters, and drafts of e-mails."""
