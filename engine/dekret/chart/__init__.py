"""The chart language: inserts, dynamic parameters, and the SQL that they make. Runs nothing."""
