"""Short reviews in English."""

from collections.abc import Mapping

from lstm_viz.data.reviews.grammar import Grammar, Pattern

POSITIVE = (
    "good", "great", "wonderful", "brilliant", "funny", "charming", "beautiful", "clever", "moving", "exciting",
    "fresh", "superb", "delightful", "gripping", "warm", "perfect", "lovely", "smart", "powerful", "enjoyable",
    "amazing", "interesting", "excellent", "fun", "entertaining",
)  # fmt: skip
NEGATIVE = (
    "bad", "boring", "terrible", "awful", "dull", "stupid", "ugly", "weak", "slow", "silly",
    "predictable", "flat", "annoying", "horrible", "cold", "confusing", "poor", "shallow", "tedious", "disappointing",
    "clumsy", "messy", "lame", "dreadful", "forgettable",
)  # fmt: skip
LIKED = ("love", "like", "enjoy", "recommend", "admire")
DISLIKED = ("hate", "dislike", "regret", "loathe", "despise")

PATTERNS = (
    Pattern("plain", "{main}", 1),
    Pattern("plain", "{thing} was {main}", 1),
    Pattern("plain", "{thing} is {main}", 1),
    Pattern("plain", "it was {a} {main} {what}", 1),
    Pattern("plain", "i {main} {thing}", 1, words="verb"),
    Pattern("intensifier", "{very} {main}", 1),
    Pattern("intensifier", "{thing} was {very} {main}", 1),
    Pattern("intensifier", "i {truly} {main} {thing}", 1, words="verb"),
    Pattern("negation", "not {main}", -1),
    Pattern("negation", "never {main}", -1),
    Pattern("negation", "{thing} was not {main}", -1),
    Pattern("negation", "{thing} is not {main}", -1),
    Pattern("negation", "{thing} was never {main}", -1),
    Pattern("negation", "i do not think that {thing} was {main}", -1),
    Pattern("negation", "it was not {a} {main} {what}", -1),
    Pattern("negation", "{thing} was anything but {main}", -1),
    Pattern("negation", "i would not say that {thing} was {main}", -1),
    Pattern("negation", "nobody would call {thing} {main}", -1),
    Pattern("negation", "i do not {main} {thing}", -1, words="verb"),
    Pattern("strong_negation", "not {main} at all", -1),
    Pattern("strong_negation", "not {rather} {main}", -1),
    Pattern("strong_negation", "{thing} was not {main} at all", -1),
    Pattern("strong_negation", "{thing} was not {rather} {main}", -1),
    Pattern("strong_negation", "i do not {main} {thing} at all", -1, words="verb"),
    Pattern("strong_negation", "i do not really {main} {thing}", -1, words="verb"),
    Pattern("double_negation", "{thing} was never not {main}", 1),
    Pattern("double_negation", "i would not say that {thing} was not {main}", 1),
    Pattern("double_negation", "nobody would say that {thing} was not {main}", 1),
    Pattern("double_negation", "it is not true that {thing} was not {main}", 1),
    Pattern("double_negation", "it is not true that i do not {main} {thing}", 1, words="verb"),
    Pattern("contrast", "{other} but {main}", 1, 1),
    Pattern("contrast", "{other} at first but in the end {main}", 1, 1),
    Pattern("contrast", "{thing} was {other} at first but in the end {main}", 1, 1),
    Pattern("contrast", "{first} was {other} but {second} was {main}", 1, 1),
    Pattern("contrast", "although {first} was {other} {second} was {main}", 1, 1),
    Pattern("contrast", "{second} was {main} although {first} was {other}", 1, 1),
    Pattern("negated_contrast", "{thing} was not {other} at first but in the end {main}", 1, -1),
    Pattern("negated_contrast", "{thing} was {other} at first but in the end not {main}", -1, 1),
    Pattern("negated_contrast", "{first} was not {other} but {second} was {main}", 1, -1),
    Pattern("negated_contrast", "{first} was {other} but {second} was not {main}", -1, 1),
    Pattern("negated_contrast", "although {first} was not {other} {second} was {main}", 1, -1),
    Pattern("negated_contrast", "{second} was not {main} although {first} was {other}", -1, 1),
)
FIRST = ("the film", "this film", "the movie", "this movie", "the story", "the plot", "the script", "the first half")
SECOND = ("the acting", "the ending", "the music", "the cast", "the camera work", "the second half")
OPENINGS = (
    "to be honest", "honestly", "in my opinion", "for me", "all in all", "i saw it last night and",
    "we watched it with friends and", "i went with my sister and", "after all the talk about it", "well",
)  # fmt: skip
ENDS = ("if you ask me", "this time", "from start to finish", "and that is all", "as everybody said", "in the cinema")


def write(text: str, filled: Mapping[str, str]) -> str:
    """The text of a pattern with its slots filled; {a} becomes "a" or "an"."""
    article = "an" if filled["main"][0] in "aeiou" else "a"
    return text.format(a=article, **filled)


ENGLISH = Grammar(
    patterns=PATTERNS,
    words={"adjective": (POSITIVE, NEGATIVE), "verb": (LIKED, DISLIKED)},
    choices={
        "thing": (*FIRST, *SECOND, "it"),
        "first": FIRST,
        "second": SECOND,
        "what": ("film", "movie", "story"),
        "very": ("very", "really", "so", "truly", "absolutely", "quite", "extremely"),
        "truly": ("really", "truly", "absolutely"),
        "rather": ("very", "really", "that", "particularly"),
    },
    openings=OPENINGS,
    ends=ENDS,
    before_end=" ",
    write=write,
)
