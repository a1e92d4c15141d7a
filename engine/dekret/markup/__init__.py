"""XML in, safely: the only place that knows lxml."""
