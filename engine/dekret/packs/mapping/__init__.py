"""What packs do with maps: found by symbol and date, held against their shapes, run over files, tried by cases."""
