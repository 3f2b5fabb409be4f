"""The Streamlit code that all pages share: language, links, caches, controls and panels."""
