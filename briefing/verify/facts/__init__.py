"""What a claim and its source are compared by: figures, dates, names, quotations, and the sense."""
