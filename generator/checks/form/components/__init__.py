"""Finding the components of a paper: its lines, its head, its title, its body, its foot, its annexes."""
