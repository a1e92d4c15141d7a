"""The exchange with the THTG Integrator: its configuration, contractors and invoices (000)."""
