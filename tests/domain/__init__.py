"""The rules: tables of cases and laws."""
