"""Short reviews in Korean."""

import string
from collections.abc import Mapping

from lstm_viz.data.reviews.grammar import Grammar, Pattern
from lstm_viz.data.reviews.korean_forms import predicate, with_particle

POSITIVE = (
    "재미있", "훌륭하", "좋", "아름답", "멋지", "뛰어나", "완벽하", "신선하", "유쾌하", "흥미롭",
    "따뜻하", "탄탄하", "만족스럽", "놀랍", "즐겁", "근사하", "사랑스럽", "자연스럽", "섬세하", "생생하",
    "참신하", "알차", "인상적이", "감동적이", "세련되",
)  # fmt: skip
NEGATIVE = (
    "지루하", "나쁘", "재미없", "형편없", "실망스럽", "따분하", "어색하", "유치하", "엉성하", "답답하",
    "허술하", "뻔하", "식상하", "불쾌하", "끔찍하", "산만하", "억지스럽", "지겹", "진부하", "아쉽",
    "조잡하", "어설프", "시시하", "밋밋하", "상투적이",
)  # fmt: skip

SHORT = (
    ("좋", "재미있", "따뜻하", "즐겁", "신선하", "자연스럽"),
    ("지루하", "나쁘", "뻔하", "지겹", "어색하", "유치하"),
)
"""Words that sound natural with the short negation, 안."""

# {main:ending} is the word with that ending; {thing:는} is the noun with the particle that fits its sound.
PATTERNS = (
    Pattern("plain", "{main:았다}", 1),
    Pattern("plain", "{thing:는} {main:았다}", 1),
    Pattern("plain", "{thing:가} {main:다}", 1),
    Pattern("plain", "{main:ㄴ} {what}였다", 1),
    Pattern("intensifier", "{very} {main:았다}", 1),
    Pattern("intensifier", "{thing:는} {very} {main:았다}", 1),
    Pattern("intensifier", "{very} {main:ㄴ} {what}였다", 1),
    Pattern("negation", "{main:지} 않았다", -1),
    Pattern("negation", "{main:지} 않다", -1),
    Pattern("negation", "{thing:는} {main:지} 않았다", -1),
    Pattern("negation", "{thing:가} {main:지} 않다", -1),
    Pattern("negation", "{main:ㄴ} {what}가 아니었다", -1),
    Pattern("negation", "{thing:는} {main:다고} 할 수 없다", -1),
    Pattern("negation", "{thing:가} {main:았다는} 말은 사실이 아니다", -1),
    Pattern("negation", "안 {main:았다}", -1, words="short"),
    Pattern("negation", "{thing:는} 안 {main:았다}", -1, words="short"),
    Pattern("strong_negation", "{hardly} {main:지} 않았다", -1),
    Pattern("strong_negation", "{hardly} {main:지} 않다", -1),
    Pattern("strong_negation", "{thing:는} {hardly} {main:지} 않았다", -1),
    Pattern("strong_negation", "{hardly} {main:ㄴ} {what}가 아니었다", -1),
    Pattern("strong_negation", "{thing:는} 결코 {main:다고} 할 수 없다", -1),
    Pattern("double_negation", "{main:지} 않은 것은 아니다", 1),
    Pattern("double_negation", "{thing:가} {main:지} 않은 것은 아니었다", 1),
    Pattern("double_negation", "{thing:는} {main:지} 않다고 할 수 없다", 1),
    Pattern("double_negation", "{thing:가} {main:지} 않았다는 말은 사실이 아니다", 1),
    Pattern("contrast", "{other:았지만} {main:았다}", 1, 1),
    Pattern("contrast", "처음에는 {other:았지만} 결국 {main:았다}", 1, 1),
    Pattern("contrast", "{thing:가} 처음에는 {other:았지만} 나중에는 {main:았다}", 1, 1),
    Pattern("contrast", "{first:는} {other:았지만} {second:는} {main:았다}", 1, 1),
    Pattern("contrast", "비록 {first:는} {other:았지만} {second:가} {main:았다}", 1, 1),
    Pattern("contrast", "{second:가} {main:았다} 비록 {first:는} {other:았지만}", 1, 1),
    Pattern("negated_contrast", "처음에는 {other:지} 않았지만 결국 {main:았다}", 1, -1),
    Pattern("negated_contrast", "처음에는 {other:았지만} 나중에는 {main:지} 않았다", -1, 1),
    Pattern("negated_contrast", "{first:는} {other:지} 않았지만 {second:는} {main:았다}", 1, -1),
    Pattern("negated_contrast", "{first:는} {other:았지만} {second:는} {main:지} 않았다", -1, 1),
    Pattern("negated_contrast", "{second:가} {main:지} 않았다 비록 {first:는} {other:았지만}", -1, 1),
)
FIRST = ("영화", "이 영화", "이야기", "줄거리", "초반", "대본", "작품")
SECOND = ("연기", "결말", "음악", "배우", "화면", "후반", "대사")
HARDLY = ("전혀", "결코", "조금도", "별로", "그다지")
OPENINGS = (
    "솔직히", "어제 봤는데", "친구와 같이 봤는데", "기대하고 봤는데", "주말에 극장에서 봤는데", "제 생각에는",
    "소문을 듣고 봤는데", "다 보고 나니", "음", "글쎄",
)  # fmt: skip
ENDS = ("제 느낌은 그렇다", "그렇게 생각한다", "그게 전부다", "모두 같은 말을 했다")
PARTICLES = {"는": ("는", "은"), "가": ("가", "이")}


class _Forms(string.Formatter):
    """Fills {word:ending} with the word in that form."""

    def format_field(self, value: str, format_spec: str) -> str:
        if format_spec in PARTICLES:
            return with_particle(value, *PARTICLES[format_spec])
        return form(value, format_spec) if format_spec else value


def form(stem: str, ending: str) -> str:
    """Adds an ending, as the patterns write it, to a predicate's stem: 지루하 and 았지만 give 지루했지만."""
    forms = predicate(stem)
    if ending == "ㄴ":
        return forms.before_noun
    if ending.startswith("았"):
        return forms.past + ending[1:]
    return forms.stem + ("라고" if ending == "다고" and stem.endswith("적이") else ending)


def write(text: str, filled: Mapping[str, str]) -> str:
    """The text of a pattern with its slots filled."""
    return _Forms().format(text, **filled)


KOREAN = Grammar(
    patterns=PATTERNS,
    words={"adjective": (POSITIVE, NEGATIVE), "short": SHORT},
    choices={
        "thing": (*FIRST, *SECOND),
        "first": FIRST,
        "second": SECOND,
        "what": ("영화", "이야기"),
        "very": ("정말", "아주", "매우", "너무", "무척", "굉장히", "진짜"),
        "hardly": HARDLY,
    },
    openings=OPENINGS,
    ends=ENDS,
    before_end=". ",  # the end is a separate sentence
    write=write,
)
