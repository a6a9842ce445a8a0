"""What leaves of the registers: logs, sheets, letters, dates. Every one is made of editions."""
