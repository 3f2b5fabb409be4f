"""Short reviews in English."""

from collections.abc import Mapping

from lstm_viz.data.reviews.grammar import Grammar, Pattern

POSITIVE = (
    "good", "great", "wonderful", "brilliant", "funny", "charming", "beautiful", "clever", "moving", "exciting",
    "fresh", "superb", "delightful", "gripping", "warm", "perfect", "lovely", "smart", "powerful", "enjoyable",
    "amazing", "interesting", "excellent", "fun", "entertaining", "fantastic", "awesome", "incredible", "stunning",
    "touching", "original", "magical", "hilarious", "cool", "sweet", "nice", "impressive", "memorable",
    "unforgettable", "outstanding", "fascinating", "heartwarming", "thrilling", "intense", "believable", "convincing",
    "flawless", "solid", "epic", "gorgeous", "breathtaking", "remarkable", "rewarding", "satisfying", "spectacular",
    "terrific", "thoughtful", "underrated", "uplifting", "witty", "inspiring", "emotional", "addictive", "adorable",
    "captivating", "engaging", "exceptional", "extraordinary", "genius", "marvellous", "heartfelt", "honest",
    "sincere", "vivid", "sharp", "inventive", "imaginative", "ambitious", "graceful", "elegant", "poetic", "profound",
    "meaningful", "masterful", "seamless", "spellbinding", "mesmerizing", "enchanting", "exhilarating", "tender",
    "authentic", "genuine", "natural", "realistic", "endearing", "lovable", "likable", "hysterical", "quirky", "cozy",
    "stellar", "unmissable", "nostalgic", "wholesome", "joyful", "cheerful", "hopeful", "comforting", "rich", "deep",
    "layered", "nuanced", "subtle", "brave", "bold", "daring", "unique", "special", "stylish", "slick", "tense",
    "lively", "playful", "timely", "important", "unpredictable", "surprising", "rewatchable", "cute", "neat",
    "sublime", "dazzling", "phenomenal", "pleasant", "relatable", "refreshing", "riveting", "suspenseful", "iconic",
    "timeless", "worthwhile", "fabulous", "best",
)  # fmt: skip
NEGATIVE = (
    "bad", "boring", "terrible", "awful", "dull", "stupid", "ugly", "weak", "slow", "silly", "predictable", "flat",
    "annoying", "horrible", "cold", "confusing", "poor", "shallow", "tedious", "disappointing", "clumsy", "messy",
    "lame", "dreadful", "forgettable", "pointless", "ridiculous", "overrated", "pretentious", "dumb", "cheesy",
    "cringe", "weird", "unfunny", "unwatchable", "unoriginal", "uninteresting", "lifeless", "bland", "generic",
    "stale", "empty", "fake", "forced", "wooden", "lazy", "cheap", "painful", "pathetic", "depressing", "mediocre",
    "mindless", "monotonous", "nonsensical", "overlong", "repetitive", "rushed", "unbearable", "underwhelming",
    "unconvincing", "unnecessary", "wasted", "worthless", "atrocious", "abysmal", "sloppy", "sappy", "corny", "dated",
    "outdated", "derivative", "formulaic", "idiotic", "moronic", "brainless", "senseless", "meaningless", "vapid",
    "hollow", "thin", "flimsy", "plodding", "sluggish", "endless", "unrealistic", "implausible", "ludicrous",
    "absurd", "stilted", "robotic", "stiff", "joyless", "humorless", "gloomy", "dreary", "drab", "murky", "choppy",
    "jarring", "distracting", "dizzy", "nauseating", "disgusting", "gross", "vulgar", "sexist", "racist",
    "amateurish", "shoddy", "unfinished", "overhyped", "overdone", "bloated", "convoluted", "muddled", "disjointed",
    "uneven", "useless", "hopeless", "disastrous", "embarrassing", "unlikable", "wrong", "toxic", "tired", "hateful",
    "preachy", "noisy", "loud", "clichéd", "cliche", "basic", "unimaginative", "cartoonish", "childish", "trashy",
    "dragging", "lousy", "crappy", "rubbishy", "creepy", "melodramatic", "obvious", "laughable", "irritating",
    "insulting", "offensive", "frustrating", "exhausting", "incoherent", "soulless", "tasteless", "tiresome",
    "uninspired", "trash", "garbage", "rubbish", "crap", "meh", "worst",
)  # fmt: skip
LIKED = ("love", "like", "enjoy", "recommend", "admire", "adore", "appreciate")
DISLIKED = ("hate", "dislike", "regret", "loathe", "despise", "detest")
ADMIRED = (
    "masterpiece", "gem", "classic", "triumph", "treat", "joy", "delight", "blast", "success", "winner", "favorite",
    "pleasure", "hit", "miracle", "treasure", "hoot", "riot", "rollercoaster", "pearl", "wonder", "feast",
    "revelation",
)  # fmt: skip
BLAMED = (
    "disaster", "mess", "failure", "waste", "disappointment", "joke", "letdown", "snoozefest", "bore", "flop",
    "nightmare", "torture", "chore", "mistake", "embarrassment", "yawn", "insult", "scam", "nonsense", "catastrophe",
    "cliché", "trainwreck", "ripoff", "slog", "borefest",
)  # fmt: skip
# "I was amazed", "it bored me".
TOUCHED = (
    "amazed", "impressed", "touched", "moved", "thrilled", "hooked", "entertained", "inspired", "surprised",
    "satisfied", "pleased", "delighted", "charmed", "captivated", "fascinated", "gripped", "engaged",
)  # fmt: skip
UPSET = (
    "disappointed", "bored", "confused", "annoyed", "frustrated", "irritated", "exhausted", "underwhelmed", "disgusted",
    "insulted", "tired", "depressed", "puzzled", "tortured", "offended", "unimpressed",
)  # fmt: skip
NEUTRAL = (
    "a", "an", "the", "of", "to", "in", "on", "at", "for", "with", "from", "by", "about", "as", "into", "over",
    "after", "before", "between", "two", "three", "one", "some", "all", "this", "that", "these", "those", "my",
    "your", "his", "her", "their", "our", "its", "i", "you", "he", "she", "it", "we", "they", "me", "him", "them",
    "us", "who", "what", "when", "where", "which", "while", "there", "here", "now", "then", "again", "also", "only",
    "just", "even", "very", "much", "many", "more", "most", "be", "am", "is", "was", "been", "have", "do", "get",
    "go", "see", "watch", "know", "say", "think", "tell", "come", "night", "day", "week", "year", "time", "hour",
    "minute", "people", "kid", "friend", "family", "theater", "cinema", "tv", "netflix", "movie", "film", "show",
    "series", "season", "episode", "scene", "story", "plot", "character", "actor", "actress", "director", "cast",
    "music", "ending", "beginning", "script", "book", "life", "home", "world", "first", "last", "next", "new", "old",
    "big", "little", "long", "other", "same", "every", "each", "any", "both", "right", "left", "up", "down", "out",
    "off", "back", "around", "through", "can", "could", "will", "would", "should", "may", "might", "must", "if", "so",
    "or", "and", "than", "because", "until", "since", "too", "really", "like", "a", "bit", "a", "lot", "kind", "sort",
    "way", "thing", "part", "half", "end", "start", "man", "woman", "boy", "girl", "child", "couple", "house", "city",
    "school", "train", "screen", "camera", "sound", "song", "role", "performance", "dialogue", "documentary",
    "comedy", "drama", "horror", "action", "romance", "animation", "anime", "sequel", "remake", "original", "release",
    "version", "yesterday", "today", "tonight", "weekend", "evening", "afternoon", "sunday", "ticket", "popcorn",
    "seat", "couch", "plane", "street", "dog", "cat", "king", "war", "love", "story", "mother", "father", "brother",
    "sister", "sequel", "trailer",
)  # fmt: skip
"""Words that say nothing about a film's worth when no other word does."""
# These words say that it is neither good nor bad.
UNDECIDED = ("okay", "ok", "fine", "average", "alright", "watchable", "so so", "passable", "decent enough", "normal")

PATTERNS = (
    Pattern("plain", "{main}", 1),
    Pattern("plain", "{thing} was {main}", 1),
    Pattern("plain", "{thing} is {main}", 1),
    Pattern("plain", "it was {a} {main} {what}", 1),
    Pattern("plain", "i {main} {thing}", 1, words="verb"),
    Pattern("plain", "{main} {what}", 1),
    Pattern("plain", "{thing} felt {main}", 1),
    Pattern("plain", "found {thing} {main}", 1),
    Pattern("plain", "{main} {thing}", 1, words="verb"),
    Pattern("plain", "{main} {second} and {main} {what}", 1),
    Pattern("intensifier", "{very} {main}", 1),
    Pattern("intensifier", "{thing} was {very} {main}", 1),
    Pattern("intensifier", "i {truly} {main} {thing}", 1, words="verb"),
    Pattern("intensifier", "one of the most {main} {whats} i have ever seen", 1),
    Pattern("intensifier", "what {a} {main} {what}", 1),
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
    Pattern("negation", "i would not call it {main}", -1),
    Pattern("negation", "nothing {main} about {thing}", -1),
    Pattern("negation", "{main} it is not", -1),
    Pattern("negation", "i can not {main} {thing}", -1, words="verb"),
    Pattern("strong_negation", "not {main} at all", -1),
    Pattern("strong_negation", "not {rather} {main}", -1),
    Pattern("strong_negation", "{thing} was not {main} at all", -1),
    Pattern("strong_negation", "{thing} was not {rather} {main}", -1),
    Pattern("strong_negation", "i do not {main} {thing} at all", -1, words="verb"),
    Pattern("strong_negation", "i do not really {main} {thing}", -1, words="verb"),
    Pattern("strong_negation", "not even {main}", -1),
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
    Pattern("plain", "{thing} was {a} {main}", 1, words="noun"),
    Pattern("plain", "{thing} is a {very_noun} {main}", 1, words="noun"),
    Pattern("plain", "what {a} {main}", 1, words="noun"),
    Pattern("plain", "{main}", 1, words="noun"),
    Pattern("negation", "not {a} {main}", -1, words="noun"),
    Pattern("plain", "i was {main}", 1, words="feeling"),
    Pattern("plain", "{thing} {main} me", 1, words="feeling"),
    Pattern("negation", "i was not {main}", -1, words="feeling"),
)
FIRST = (
    "the film", "this film", "the movie", "this movie", "the story", "the plot", "the script", "the first half",
    "the beginning", "the show", "this series", "the dialogue", "the trailer", "season one", "the direction",
)  # fmt: skip
SECOND = (
    "the acting", "the ending", "the music", "the cast", "the camera work", "the second half", "the soundtrack",
    "the actors", "the characters", "the effects", "the humor", "the jokes", "the rest", "the twist", "the romance",
    "the main character", "the performances", "the visuals",
)  # fmt: skip
OPENINGS = (
    "to be honest", "honestly", "in my opinion", "for me", "all in all", "i saw it last night and",
    "we watched it with friends and", "i went with my sister and", "after all the talk about it", "well", "wow",
    "overall", "i thought", "i think", "i have to say", "sorry", "just", "omg", "everyone said it is great and",
    "my kids watched it and", "after two hours", "from the director i expected this",
)  # fmt: skip
ENDS = (
    "if you ask me", "this time", "from start to finish", "and that is all", "as everybody said", "in the cinema",
    "lol", "imo", "to be honest", "for sure", "in every way", "for the whole family", "in two hours", "as always",
)  # fmt: skip


def write(text: str, filled: Mapping[str, str]) -> str:
    """The text of a pattern with its slots filled; {a} becomes "a" or "an"."""
    article = "an" if filled["main"][0] in "aeiou" else "a"
    return text.format(a=article, **filled)


ENGLISH = Grammar(
    patterns=PATTERNS,
    words={
        "adjective": (POSITIVE, NEGATIVE),
        "verb": (LIKED, DISLIKED),
        "noun": (ADMIRED, BLAMED),
        "feeling": (TOUCHED, UPSET),
    },
    choices={
        "thing": (*FIRST, *SECOND, "it", "this", "everything"),
        "first": FIRST,
        "second": SECOND,
        "what": ("film", "movie", "story", "show", "series", "acting", "ending", "thing"),
        "whats": ("films", "movies", "shows", "things"),
        "very": (
            "very",
            "really",
            "so",
            "truly",
            "absolutely",
            "quite",
            "extremely",
            "super",
            "just",
            "pretty",
            "too",
            "completely",
            "totally",
            "incredibly",
        ),
        "very_noun": ("real", "total", "complete", "true", "perfect"),
        "truly": ("really", "truly", "absolutely", "just"),
        "rather": ("very", "really", "that", "particularly", "so", "exactly"),
    },
    undecided=UNDECIDED,
    neutral=NEUTRAL,
    openings=OPENINGS,
    ends=ENDS,
    before_end=" ",
    joints={"and": True, "": True, "because": True, "but": False, "yet": False, "still": False},
    join=lambda first, joint, second: " ".join(filter(None, (first, joint, second))),
    write=write,
)
