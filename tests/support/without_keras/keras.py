"""On the path of a server this stands in Keras's place, which takes seconds to load: pages say that it is missing."""

raise ImportError("This server runs without Keras.")
