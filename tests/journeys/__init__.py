"""The secretary's tasks from end to end, by keyboard."""
