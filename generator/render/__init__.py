"""The Document as files: Word and PDF, from one geometry."""
