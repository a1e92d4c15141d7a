"""The sample company of `dekret demo`: a generated month of invoices, posted with the standard rules."""
