"""The terms of a page: each opens its sentence in the glossary."""

import streamlit as st

from lstm_viz.app.language import _
from lstm_viz.app.page import Page
from lstm_viz.glossary import TERMS

USED = {
    "step_through": (
        "step",
        "unit",
        "cell",
        "hidden",
        "forget_gate",
        "input_gate",
        "candidate",
        "output_gate",
        "latch",
    ),
    "memory_lab": (
        "epoch",
        "batch_size",
        "iteration",
        "nat",
        "latch",
        "ledger",
        "knockout",
        "cell",
        "hidden",
    ),
    "gradient_flow": (
        "gradient",
        "vanishing_gradient",
        "long_term_dependency",
        "bptt",
        "spectral_norm",
        "nat",
        "forget_gate",
    ),
    "text": ("gate", "logit", "bag_of_words", "embedding", "padding", "mask"),
    "shapes": ("sample", "timesteps", "feature", "window", "look_back", "horizon", "one_hot", "data_leakage", "mask"),
    "what_it_returns": ("hidden", "cell", "return_sequences", "return_state", "stateful", "bidirectional", "parameter"),
    "stateful": ("batch", "sample", "stateful", "initial_state", "state_reset", "bptt"),
    "patterns": ("hidden", "return_sequences", "bidirectional", "embedding", "temperature", "timesteps"),
    "attention": (
        "encoder_decoder",
        "attention",
        "context_vector",
        "attention_weight",
        "teacher_forcing",
        "free_running",
        "greedy_search",
        "beam_search",
        "log_probability",
        "hidden",
    ),
    "fix_my_code": ("sample", "timesteps", "feature", "batch", "return_sequences", "stateful", "initial_state", "mask"),
    "time_series": ("window", "horizon", "baseline", "mase", "data_leakage", "ledger", "epoch"),
    "your_model": ("gate", "cell", "hidden", "ledger", "embedding", "mask", "bidirectional", "parameter"),
}
"""Page → the terms that it uses, by their names in the glossary."""


def show_terms(page: Page) -> None:
    """Draws the terms of a page. The chosen one shows its sentence."""
    if page.name in USED:
        st.fragment(_draw, key=page.key("terms"))(page)


def _draw(page: Page) -> None:
    titles = {name: _(TERMS[name].name) for name in USED[page.name]}
    key = page.key("term")
    chosen = st.pills(_("Terms on this page"), list(titles), format_func=titles.get, key=key, wrap=True)
    if chosen:
        st.text(_(TERMS[chosen].meaning))
