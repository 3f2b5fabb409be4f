"""The page Time series: split, scaling, windows, training, forecasts and baselines."""
