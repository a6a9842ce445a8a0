"""What a secretary knows: frozen values and plain functions. No Qt, no SQL, no Word, no clock."""
