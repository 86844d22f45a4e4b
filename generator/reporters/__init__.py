"""What was found and made, told: as text for people, as JSON for programs."""
