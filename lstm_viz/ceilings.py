"""The largest numbers that a visitor may choose, for all pages.

A ceiling that is declared elsewhere has a reason of its own, which is said there: what a training costs, the room in a
drawing, the numbers of old links.
"""

MAX_SEED = 999_999

# A layer that is traced or trained.
MAX_UNITS = 64
# A layer of which a page on Keras prints every number.
MAX_PRINTED_UNITS, MAX_PRINTED_STEPS, MAX_DENSE_UNITS = 32, 30, 16
# Features at a step that are drawn, from a text or from a file.
MAX_FEATURES = 8
# Samples of a batch that are typed; and tanks, which are samples of a batch.
MAX_SAMPLES = 10
