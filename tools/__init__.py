"""Scripts of the people who build the program; never shipped with it."""
