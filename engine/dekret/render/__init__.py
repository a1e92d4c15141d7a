"""Templates: records that are finished become text or HTML; nothing is computed in a template."""
