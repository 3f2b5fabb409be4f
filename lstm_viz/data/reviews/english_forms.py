"""The English forms that reviews need: contractions, and the inflected forms of a word."""

from collections.abc import Collection

IRREGULAR = {
    form: verb
    for verb, forms in {
        "be": "been being", "blow": "blew blown", "break": "broke broken", "bring": "brought", "buy": "bought",
        "catch": "caught", "choose": "chose chosen", "come": "came", "cry": "cries cried", "do": "did does done",
        "drive": "drove driven", "fall": "fell fallen", "feel": "felt", "find": "found", "fly": "flew flown",
        "forget": "forgot forgotten", "get": "got gotten", "give": "gave given", "go": "went gone goes",
        "grow": "grew grown",
        "have": "has had", "hold": "held", "keep": "kept", "know": "knew known", "leave": "left", "lose": "lost",
        "make": "made", "pay": "paid", "run": "ran", "say": "said", "see": "saw seen", "sit": "sat", "sleep": "slept",
        "speak": "spoke spoken", "spend": "spent", "steal": "stole stolen", "stick": "stuck", "take": "took taken",
        "tell": "told", "think": "thought", "try": "tries tried", "understand": "understood", "win": "won",
        "write": "wrote written",
    }.items()
    for form in forms.split()
}  # fmt: skip
"""A form that no rule makes → its verb."""
SUFFIXES = (
    ("iest", "y"), ("ier", "y"), ("ied", "y"), ("ies", "y"), ("ily", "y"), ("ably", "able"), ("ibly", "ible"),
    ("ing", "e"), ("ing", ""), ("ed", "e"), ("ed", ""), ("est", ""), ("er", ""), ("es", ""), ("ly", ""), ("s", ""),
)  # fmt: skip
"""The end of a form and the end of its word, in the order in which they are tried."""
SHORTEST_STEM = 3
NEGATED = ("do", "did", "does", "is", "was", "were", "are", "could", "would", "should", "have", "has", "had")
CONTRACTIONS = {
    "can't": "can not", "cant": "can not", "cannot": "can not", "won't": "will not", "wont": "will not",
    "it's": "it is", "that's": "that is", "there's": "there is", "what's": "what is", "let's": "let us",
    "i'm": "i am", "im": "i am", "i've": "i have", "ive": "i have", "i'd": "i would", "i'll": "i will",
    "you'll": "you will", "you're": "you are", "they're": "they are", "it'll": "it will", "we're": "we are",
    "they've": "they have", "we've": "we have", "gonna": "going to", "wanna": "want to", "gotta": "have to",
    "couldve": "could have", "could've": "could have", "should've": "should have", "would've": "would have",
    "were": "was", "are": "is", "movies": "movie", "films": "film", "dont": "do not", "doesnt": "do not",
    "favourite": "favorite", "favourites": "favorite", "humour": "humor", "ok": "okay",
}  # fmt: skip


def apart(word: str) -> str:
    """A contraction as the words that it stands for: didn't → do not. Other words stay as they are."""
    for ending in ("n't", "nt"):
        stem = word.removesuffix(ending)
        if stem != word and stem in NEGATED:
            return f"{CONTRACTIONS.get(stem, 'do' if stem.startswith('d') else stem)} not"
    return CONTRACTIONS.get(word, word)


def base(form: str, words: Collection[str]) -> str:
    """The word of a form: laughed → laugh, funniest → funny; the form itself if its word is not among `words`."""
    if form in IRREGULAR:
        return IRREGULAR[form]
    for suffix, ending in SUFFIXES:
        stem = form.removesuffix(suffix)
        if stem != form and len(stem) >= SHORTEST_STEM:
            if stem + ending in words:
                return stem + ending
            if stem[-1] == stem[-2] and stem[:-1] in words:
                return stem[:-1]  # dragged
    return form
