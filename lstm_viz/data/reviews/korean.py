"""Short reviews in Korean."""

import string
from collections.abc import Mapping

from lstm_viz.data.reviews.grammar import Grammar, Pattern
from lstm_viz.data.reviews.korean_forms import predicate, with_particle

POSITIVE = (
    "재미있", "훌륭하", "좋", "아름답", "멋지", "뛰어나", "완벽하", "신선하", "유쾌하", "흥미롭", "따뜻하", "탄탄하",
    "만족스럽", "놀랍", "즐겁", "근사하", "사랑스럽", "자연스럽", "섬세하", "생생하", "참신하", "알차", "인상적이",
    "감동적이", "세련되", "재밌", "멋있", "예쁘", "귀엽", "웃기", "신나", "대단하", "굉장하", "빼어나", "괜찮",
    "흥미진진하", "짜릿하", "통쾌하", "시원하", "강렬하", "깊", "매력적이", "독창적이", "새롭", "기발하", "영리하",
    "치밀하", "뭉클하", "찡하", "훈훈하", "포근하", "행복하", "아련하", "애틋하", "편안하", "쫄깃하", "박진감넘치",
    "긴장감있", "돋보이", "와닿", "몰입되", "설레", "충격적이", "압도적이", "화려하", "웅장하", "황홀하", "유익하",
    "진솔하", "현실적이", "믿음직하", "사랑하", "추천하", "만족하", "감탄하", "감동하", "감사하", "울컥하", "잘생기",
    "찰지", "깔끔하", "깨알같", "손색없", "흠없", "반갑", "신기하", "뭉클해지", "개운하", "유려하", "풍성하",
    "탁월하", "독보적이", "정교하", "절묘하", "통통튀", "쫀쫀하", "힐링되", "위로되", "공감되", "공감가", "빠져들",
    "빨려들", "사로잡", "반하", "심쿵하", "몽글몽글하", "든든하", "감명깊", "인상깊", "재치있", "센스있", "맛깔나",
    "차분하", "잔잔하", "은은하", "묵직하", "먹먹하", "벅차", "떨리", "후련하", "상쾌하", "발랄하", "활기차",
    "사실적이", "입체적이", "논리적이", "뜻깊", "값지", "소중하", "어울리", "압도당하", "개성있", "의미있", "볼만하",
    "환상적이", "담백하", "기특하",
)  # fmt: skip
NEGATIVE = (
    "지루하", "나쁘", "재미없", "형편없", "실망스럽", "따분하", "어색하", "유치하", "엉성하", "답답하", "허술하",
    "뻔하", "식상하", "불쾌하", "끔찍하", "산만하", "억지스럽", "지겹", "진부하", "아쉽", "조잡하", "어설프",
    "시시하", "밋밋하", "상투적이", "짜증나", "졸리", "허무하", "허접하", "아깝", "이상하", "난해하", "늘어지",
    "느리", "싫", "싱겁", "부족하", "심심하", "단조롭", "무겁", "가볍", "뜬금없", "어이없", "황당하", "개연성없",
    "쓸데없", "의미없", "성의없", "맥빠지", "촌스럽", "부자연스럽", "과하", "지나치", "오글거리", "거슬리", "불편하",
    "역겹", "지저분하", "한심하", "멍청하", "우습", "평범하", "뒤떨어지", "지치", "피곤하", "힘들", "괴롭", "망하",
    "망치", "못하", "실망하", "후회하", "후회되", "후회스럽", "화나", "질리", "밍밍하", "창피하", "민망하", "부끄럽",
    "어렵", "헷갈리", "더럽", "무의미하", "무미건조하", "무성의하", "억울하", "찝찝하", "궁색하", "빈약하", "얄팍하",
    "지루해지", "이상해지", "재미없어지", "떨어지", "무너지", "실패하", "티나", "망쳐놓", "시끄럽", "어둡", "갑갑하",
    "짜증스럽", "지긋지긋하", "애매하", "미흡하", "서투르", "서툴", "딱딱하", "물리", "오버하", "느끼하", "김빠지",
    "퇴보하", "낡", "뻔뻔하", "거북하", "혐오스럽", "무책임하", "비현실적이", "작위적이", "평면적이", "길어지",
    "속상하", "복잡하", "정신없", "과장되", "구리", "심하",
)  # fmt: skip
SHORT = (
    (
        "좋",
        "재미있",
        "따뜻하",
        "즐겁",
        "신선하",
        "자연스럽",
        "재밌",
        "웃기",
        "멋있",
        "예쁘",
        "귀엽",
        "신나",
        "추천하",
        "설레",
        "와닿",
    ),
    (
        "지루하",
        "나쁘",
        "뻔하",
        "지겹",
        "어색하",
        "유치하",
        "아깝",
        "졸리",
        "무겁",
        "어렵",
        "답답하",
        "후회하",
        "아쉽",
        "이상하",
    ),
)
"""Words that sound natural with the short negation, 안."""
ADMIRED = (
    "최고", "명작", "걸작", "수작", "대박", "꿀잼", "존잼", "강추", "감동", "힐링", "띵작", "인생영화", "인생작",
    "굿", "추천", "레전드", "짱", "취향저격", "만점", "반전매력", "완벽", "갓작", "개꿀잼", "핵꿀잼", "기대이상",
    "눈호강", "볼거리", "웃음폭탄", "수준급", "일품", "압권", "예술", "명품", "소름", "힐링영화", "꿀", "갓연기",
    "명연기", "열연", "인생연기", "마스터피스", "대작", "극호", "호평", "순삭", "취저", "믿보배", "명장면", "전율",
    "감탄", "만족", "대만족", "대성공", "필람", "필견", "별다섯개",
)  # fmt: skip
BLAMED = (
    "최악", "졸작", "망작", "노잼", "비추", "쓰레기", "낭비", "실망", "후회", "하품", "핵노잼", "별로", "꽝",
    "발연기", "신파", "시간낭비", "돈낭비", "억지", "기대이하", "개노잼", "똥망", "폭망", "실패", "짜증", "고문",
    "오글", "지루함", "삼류", "재앙", "엉망", "에바", "비호감", "수면제", "극혐", "고구마", "개판", "엉망진창",
    "후회막심", "막장", "손해", "미스캐스팅", "국뽕", "재탕", "짜깁기", "거품", "사기", "똥", "실소", "헛웃음",
    "불호", "극불호", "혹평", "억지감동", "억지웃음", "무리수", "막장드라마", "지뢰", "비추천", "핵비추", "용두사미",
    "오점", "공해", "민폐", "겉멋", "오버", "과대광고", "과대평가", "별한개", "노답",
)  # fmt: skip
FLAWS = (
    "구멍", "빈틈", "군더더기", "흠", "단점", "손색", "약점", "지루함", "틈", "오류", "허점", "불만", "후회",
)  # fmt: skip
MERITS = (
    "매력", "재미", "감동", "개연성", "긴장감", "내용", "알맹이", "성의", "의미", "웃음", "반전", "메시지", "스토리",
    "줄거리", "공감", "여운", "답", "몰입감", "설득력", "현실성", "개성", "깊이", "새로움", "실속", "볼거리", "장점",
    "완성도", "어이", "박진감", "창의성", "정성", "진정성",
)  # fmt: skip
UNDECIDED = ("그저 그렇", "무난하", "보통이", "그냥 그렇", "적당하")
"""Predicates that are neither good nor bad."""

NEUTRAL = (
    "영화", "드라마", "작품", "배우", "감독", "연기", "스토리", "내용", "결말", "음악", "장면", "영상", "캐릭터",
    "주인공", "대사", "극장", "영화관", "넷플릭스", "티비", "집", "친구", "가족", "아이", "부모님", "남자", "여자",
    "사람", "우리", "저", "나", "내가", "제가", "이", "그", "저", "이런", "그런", "것", "거", "게", "때", "날",
    "오늘", "어제", "주말", "시간", "분", "번", "한", "두", "세", "처음", "마지막", "중간", "끝", "전", "후", "다음",
    "편", "시즌", "화", "회", "원작", "소설", "웹툰", "만화", "애니", "로맨스", "액션", "공포", "코미디", "스릴러",
    "다큐", "보고", "봤다", "보는", "본", "볼", "보니", "봤는데", "보면", "보다가", "있다", "있는", "없이", "하다",
    "하는", "했다", "되다", "됐다", "가다", "갔다", "나온다", "나오는", "같이", "함께", "혼자", "다시", "또", "계속",
    "그냥", "좀", "조금", "다", "모두", "더", "정도", "많이", "진짜", "정말", "너무", "완전", "아주", "근데",
    "그리고", "그래서", "이제", "아직", "벌써", "먼저", "나중에", "오랜만에", "개봉", "예매", "팝콘", "자리", "화면",
    "소리", "노래", "주제", "이야기", "인물", "남주", "여주", "조연", "대본", "연출", "편집", "반전",
)  # fmt: skip
"""Words that say nothing about a film's worth when no other word does."""
# {main:ending} is the word with that ending; {thing:는} is the noun with the particle that fits its sound.
PATTERNS = (
    Pattern("plain", "{main:았다}", 1),
    Pattern("plain", "{thing:는} {main:았다}", 1),
    Pattern("plain", "{thing:가} {main:다}", 1),
    Pattern("plain", "{main:ㄴ} {what}였다", 1),
    Pattern("plain", "{main:다}", 1),
    Pattern("plain", "{thing} {main:다}", 1),
    Pattern("plain", "{thing} {main:았다}", 1),
    Pattern("plain", "{main:ㄴ} {thing}", 1),
    Pattern("plain", "{thing:도} {main:고} {second:도} {main:다}", 1),
    Pattern("plain", "{first:의} {second:가} {main:았다}", 1),
    Pattern("plain", "{main:게} 봤다", 1),
    Pattern("plain", "{first:를} {main:게} 봤다", 1),
    Pattern("plain", "보면 {main:다}", 1),
    Pattern("plain", "보기 {main:다}", 1),
    Pattern("intensifier", "{very} {main:았다}", 1),
    Pattern("intensifier", "{thing:는} {very} {main:았다}", 1),
    Pattern("intensifier", "{very} {main:ㄴ} {what}였다", 1),
    Pattern("intensifier", "{very} {main:다}", 1),
    Pattern("intensifier", "{thing:가} {very} {main:다}", 1),
    Pattern("negation", "{main:지} 않았다", -1),
    Pattern("negation", "{main:지} 않다", -1),
    Pattern("negation", "{thing:는} {main:지} 않았다", -1),
    Pattern("negation", "{thing:가} {main:지} 않다", -1),
    Pattern("negation", "{main:ㄴ} {what}가 아니었다", -1),
    Pattern("negation", "{thing:는} {main:다고} 할 수 없다", -1),
    Pattern("negation", "{thing:가} {main:았다는} 말은 사실이 아니다", -1),
    Pattern("negation", "안 {main:았다}", -1, words="short"),
    Pattern("negation", "{thing:는} 안 {main:았다}", -1, words="short"),
    Pattern("negation", "안 {main:다}", -1, words="short"),
    Pattern("negation", "{thing} 안 {main:다}", -1, words="short"),
    Pattern("negation", "{main:지} 못했다", -1),
    Pattern("negation", "{main:지는} 않았다", -1),
    Pattern("negation", "{main:ㄴ} {what}는 아니다", -1),
    Pattern("negation", "{main:ㄴ} 줄 모르겠다", -1),
    Pattern("strong_negation", "{hardly} {main:지} 않았다", -1),
    Pattern("strong_negation", "{hardly} {main:지} 않다", -1),
    Pattern("strong_negation", "{thing:는} {hardly} {main:지} 않았다", -1),
    Pattern("strong_negation", "{hardly} {main:ㄴ} {what}가 아니었다", -1),
    Pattern("strong_negation", "{thing:는} 결코 {main:다고} 할 수 없다", -1),
    Pattern("strong_negation", "{hardly} 안 {main:다}", -1, words="short"),
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
    Pattern("plain", "{main}", 1, words="noun"),
    Pattern("plain", "{thing} {main}", 1, words="noun"),
    Pattern("plain", "{thing:는} {main:이다}", 1, words="noun"),
    Pattern("plain", "{very} {main}", 1, words="noun"),
    Pattern("plain", "{thing:가} {main:이었다}", 1, words="noun"),
    Pattern("negation", "{main:가} 아니다", -1, words="noun"),
    Pattern("plain", "{main:가} 있다", 1, words="merit"),
    Pattern("plain", "{main:가} 많다", 1, words="merit"),
    Pattern("negation", "{main:가} 없다", -1, words="merit"),
    Pattern("negation", "{main:도} 없다", -1, words="merit"),
    Pattern("negation", "{main} 없다", -1, words="merit"),
    Pattern("negation", "{main:가} 부족하다", -1, words="merit"),
)
FIRST = (
    "영화", "이 영화", "이야기", "줄거리", "초반", "대본", "작품", "스토리", "내용", "드라마", "전개", "시나리오",
    "소재", "전반부", "각본",
)  # fmt: skip
SECOND = (
    "연기", "결말", "음악", "배우", "화면", "후반", "대사", "연출", "영상미", "캐릭터", "액션", "반전", "마지막",
    "개그", "주인공", "분위기", "편집", "CG", "연기력", "장면", "엔딩", "몰입감", "감독", "노래", "영상", "로맨스",
    "여주", "남주", "코미디",
)  # fmt: skip
THINGS = (
    "재미", "감동", "개연성", "긴장감", "메시지", "느낌", "기대", "시간", "돈", "눈물", "웃음", "여운", "이해",
    "몰입", "집중", "공감",
)  # fmt: skip
"""Other nouns that reviews speak of."""
HARDLY = ("전혀", "결코", "조금도", "별로", "그다지", "하나도", "절대", "딱히")
OPENINGS = (
    "솔직히", "어제 봤는데", "친구와 같이 봤는데", "기대하고 봤는데", "주말에 극장에서 봤는데", "제 생각에는",
    "소문을 듣고 봤는데", "다 보고 나니", "음", "글쎄", "와", "진심", "개인적으로", "오랜만에", "가족과 함께 봤는데",
    "아무 생각 없이 봤는데", "넷플릭스에서 봤는데", "기대 안 하고 봤는데", "평점 보고 봤는데", "역시", "그냥", "근데",
    "전체적으로", "오늘 봤어요", "애들이랑 봤는데", "감독 이름 보고 봤는데", "두 시간 동안",
)  # fmt: skip
ENDS = (
    "제 느낌은 그렇다", "그렇게 생각한다", "그게 전부다", "모두 같은 말을 했다", "ㅋㅋ", "ㅠㅠ", "ㅎㅎ",
    "저는 그랬어요", "제 기준에는", "진짜로", "이번에는", "끝", "개인적으로는",
)  # fmt: skip
AUXILIARIES = ("않", "아니", "없", "있", "못하", "하", "이")
PARTICLES = {"는": ("는", "은"), "가": ("가", "이"), "도": ("도", "도"), "를": ("를", "을"), "의": ("의", "의")}
COPULA = {"이다": ("다", "이다"), "이었다": ("였다", "이었다")}


class _Forms(string.Formatter):
    """Fills {word:ending} with the word in that form."""

    def format_field(self, value: str, format_spec: str) -> str:
        if pair := PARTICLES.get(format_spec) or COPULA.get(format_spec):
            return with_particle(value, *pair)
        return form(value, format_spec) if format_spec else value


def form(stem: str, ending: str) -> str:
    """Adds an ending, as the patterns write it, to a predicate's stem: 지루하 and 았지만 give 지루했지만."""
    forms = predicate(stem)
    if ending == "ㄴ":
        return forms.before_noun
    if ending.startswith("았"):
        return forms.past + ending[1:]
    return forms.stem + ("라고" if ending == "다고" and stem.endswith(("적이", "고이")) else ending)


def write(text: str, filled: Mapping[str, str]) -> str:
    """The text of a pattern with its slots filled."""
    return _Forms().format(text, **filled)


def join(first: str, joint: str, second: str) -> str:
    """Two clauses as one text. The joint takes the place of the first clause's ending -다, if there is one."""
    if not first.endswith("다"):
        return f"{first} {second}"
    if joint == "는데" and not first.endswith(("었다", "았다", "했다", "였다")):
        joint = "지만"  # -는데 has another form after a descriptive verb in the present
    return f"{first.removesuffix('다')}{joint} {second}"


KOREAN = Grammar(
    patterns=PATTERNS,
    words={
        "adjective": (POSITIVE, NEGATIVE),
        "short": SHORT,
        "noun": (ADMIRED, BLAMED),
        "merit": (MERITS, FLAWS),
    },
    choices={
        "thing": (*FIRST, *SECOND),
        "first": FIRST,
        "second": SECOND,
        "what": ("영화", "이야기", "드라마"),
        "very": (
            "정말",
            "아주",
            "매우",
            "너무",
            "무척",
            "굉장히",
            "진짜",
            "완전",
            "엄청",
            "참",
            "너무너무",
            "상당히",
            "꽤",
            "제일",
            "그냥",
            "개",
            "역대급",
        ),
        "hardly": HARDLY,
    },
    undecided=UNDECIDED,
    neutral=NEUTRAL,
    openings=OPENINGS,
    ends=ENDS,
    before_end=". ",  # the end is a separate sentence
    joints={"고": True, "다": True, "지만": False, "는데": False},
    join=join,
    write=write,
)
