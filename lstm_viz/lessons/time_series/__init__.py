"""Forecasting a series: split, scaling, windows, training, forecasts, and what they must beat."""
