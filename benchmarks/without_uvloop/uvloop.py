"""On the path of a server this stands in the place of uvloop, which Streamlit alone does not bring."""

raise ModuleNotFoundError("This server runs without uvloop.")
