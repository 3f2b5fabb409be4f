"""The page Memory lab: its settings, passes and interventions. Only `ui` imports Streamlit, no module imports Keras."""
