"""What the pages share of Streamlit: language, links, cached loaders, controls and panels."""
