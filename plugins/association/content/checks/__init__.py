"""What will go wrong although nothing is written wrong: looked for in the dates of the coming year."""
