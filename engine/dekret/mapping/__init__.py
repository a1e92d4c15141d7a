"""Field mapping: the language `mapa`, and `kształt`, the shapes of XML that maps are checked against."""
