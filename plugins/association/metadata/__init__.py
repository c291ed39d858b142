"""What files tell of the people who made them. Knows nothing of associations or of sites."""
