"""Word lists as data: `general.txt` (a dictionary's words), `administrative.txt`, `standing-alone.txt`."""
