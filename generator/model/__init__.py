"""What an inspection is: typed by the clerk, validated, without wording and without format."""
