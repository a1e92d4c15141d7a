"""T-SQL: read and looked at (tsql, words, tables), said in the words of another engine (typed and its parts)."""
