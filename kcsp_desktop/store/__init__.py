"""The SQLite file: schema, transactions, history, copies. Alone knows SQL."""
