"""What an office owes by a date: duties, and the workbench that shows them."""
