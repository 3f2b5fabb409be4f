"""Words that count less in a search, and words that people type for others."""

import re

PARTICLES = frozenset(
    re.findall(
        r"\w+",
        """
        은 는 이 가 을 를 의 에 에서 로 으로 와 과 도 만 랑 이랑 란 이란 까지 부터 인가요 이에요 예요 입니다 보다 처럼
        마다 에게 한테 이나 에는 에서는 으로는 에서의 와의 과의 들 들의 들이 들은 들을 이며 이고 인가 이라는 라는
        """,
    )
)
EMPTY = frozenset(
    re.findall(
        r"\w+",
        """
        a am an and are as at be best by can d did do does doesn don for from get gets give go good has have help how i
        if in into is it its just know ll m make me my need of on only or please re s should show so some t tell that
        the them then there they this to use used using ve very want was we were what whats when where which why will
        with would you your suddenly really seem seems try tried trying because even ever still such these those thing
        things us anyone someone something anything hi hello thanks optimal ideal recommended typical proper suitable
        appropriate usually about actually ago ah all also always another anybody anyhow anyway around aren became
        become been being both but called came come comes cannot could currently didn done each either else every
        everybody everyone everything exactly explain explained explanation few got gives given goes going gone had hadn
        hasn haven he her here him his however instead isn itself kind kinda kindly least let lets like likely little
        look looks lot lots maybe might mine more much must myself nice now off often oh ok okay once one other others
        our ours people perhaps plus possible possibly pretty put puts quite rather real right said say says see seen
        sees shall she shown since somebody somehow sometimes somewhere soon sort sorry stand stands stuff sure tells
        than thank their theirs think though through together told too took turn understand until up upon wants wanna
        wasn way ways well went weren whatever whenever whether while who whole whom whose within won wondering wouldn
        yes yet yours yourself gonna gotta tho btw plz pls role purpose define defined question questions regarding
        correct correctly properly obtain obtaining handle handling deal cope address compared traditional various
        certain issue issues enable related necessary access sense happening concept clarify clarification newbie
        confused confusing confusion specify specified determine interpret interpretation mean meant describe involve
        involved getting giving anymore advice suggestion suggestions main designed preferred standard vanilla ordinary
        clear dear supposed true actual
        것 게 궁금해요 그 까요 꼭 나 나옵니다 나와요 나요 내 너무 는지 도와주세요 돼요 되 되나요 모르겠습니다 모르겠어요
        무슨 무엇 무엇을 무엇이 무엇인가요 뭐 뭐가 뭘 뭔 뭐예요 뭔가요 뭔지 방법 법 보는 보여 수 싶습니다 싶어요 써야
        쓰나요 쓰는 쓰면 씁니까 알려 알려주세요 알려줘 어디 어디서 어디에 어떤 어떻게 왜 의미 이란 이유 인가요 있나요
        있는 자꾸 정말 좀 좋나요 좋은 주세요 하나요 하는 하려면 하면 하죠 할 합니까 해야 해요 해주세요 가능한가요 뭐냐
        뭐에요 뭐임 뭐죠 뭔데 뭘로 보기 쓰고 하고 싶은데 몇이 좋아요 학습하다가 갑자기 그냥 이거 최적 적절한 적당한 제가
        저는 혹시 근데 거 건 걸 게요 제 저 우리 이 저거 그거 그게 이게 저게 이런 그런 저런 이렇게 그렇게 때 때는 때문
        때문에 여기 여기서 여기에 거기 아무 아무리 그럼 그러면 그런데 그리고 그래서 하지만 또는 혹은 또 아예 일단 만약
        만일 맨날 자주 가끔 조금 약간 아주 매우 굉장히 엄청 완전 더 덜 막 지금 이제 나중 나중에 처럼 같은데 대한 대해
        대해서 위한 위해 위해서 통해 관련 관련된 정도 경우 경우에 부분 말 무슨말 뜻이에요 뜻인가요 이해 이유가 이유는
        원리 누가 누구 되는지 안되나요 말이에요 얘기 이야기 예시 예를 들어 들면 주는 줘 달라고 할게요 저한테 한테 에게
        있어서 라고 라는 이라는 이라고 역할 목적 질문 질문이요 질문드립니다 문의 문의드립니다 안녕하세요 감사합니다
        부탁드립니다 쓸 거예요 거에요 건가요 거죠 건지 초보입니다 입문자입니다 이해가 이해하기 알고 알려면 차이가 차이는
        어떤가요 어떻게든 어떠한 무엇인지 무엇이고 왜냐하면 있을까요 없을까요 방식 방법이 방법은 방법을 좋을까요 될까요
        할까요 하는지 하는데 했는데 무엇인가 무엇일까 무엇이며 무엇입니까 설명해주세요 설명해 설명하시오 사용하는
        사용하며 사용 사용법은 기존 가지 대하여 도입된 고안된 개발된 유독 주요 즉 및 등 같은 점은 점이 하는가 되는가
        있는가 인가 어떠한가 그것 그것은 들 해당 서로 각 각각 각각의 대해서는 됐는데 되는데 진짜로 사실
        설명 서술하시오 서술 논하시오 논하라 설명하라 말인가요 맞나요 맞는지
        """,
    )
)
"""Words that say nothing of what is asked."""
EMPTY_STEMS = frozenset(
    re.findall(
        r"\w+",
        """
        하 되 있 싶 보 알 궁금하 나오 쓰 가 알리 말하 뜻하 의미하 배우 이러하 그러하 생기 좋 사용하 설명하 위하 대하
        통하 어떠하 가지 고안하 도입하 제공하 부탁하 원하 바라
        """,
    )
)
"""Stems of verbs, in any form, that say nothing of what is asked."""
LONE_STEMS = frozenset(re.findall(r"\w+", "넣 읽 맞 잊 없 높 낮 같 작 많 짧 찾 섞 뽑 얻 믿 잃 깊 밝 쉽 빼 깨 크 켜 끄"))
"""Stems of one syllable that say something of what is asked."""
LIGHT = frozenset(
    re.findall(
        r"\w+",
        """
        add between change compare create difference find happen happens high keep keeps keras layer low lstm many mean
        means model more much network no not one put run three too two versus vs work again own over same take takes out
        made make makes making back away part parts once working works problem problems implement implemented
        implementation building build training train using process values value data example examples simple type types
        key component components without
        exam 기말고사 중간고사 쉽게 대신
        없이 없이도 문제 구현 과정 값 데이터 종류 다 다시 전부 모두 잘 바로 바로바로 계속 항상 제일 가장 개 개인가요
        고르는 늘 딥러닝 매번 머신러닝 몇 몇개 모델 못 세 신경망 안 언제 얼마나 정하기 정하는 정해요 정하나요 차이 추가
        추가하기 층 하나
        """,
    )
)
"""Words that say little of what is asked. A number says as little."""
SAME = {
    typed: word
    for word, others in {
        "시점": "스텝 타임스텝 시간스텝 timestep",
        "윈도": "윈도우 창",
        "층": "레이어 계층",
        "유닛": "뉴런 노드 neuron neurons",
        "에포크": "에폭 이폭",
        "학습": "훈련 트레이닝",
        "손실": "로스",
        "학습률": "러닝레이트",
        "은닉": "히든 숨은",
        "상태": "스테이트",
        "기울기": "그래디언트 그라디언트 경사",
        "가중치": "웨이트",
        "편향": "바이어스",
        "입력": "인풋",
        "출력": "아웃풋",
        "특성": "피처 피쳐 특징 변수",
        "시퀀스": "시퀸스",
        "드롭아웃": "드랍아웃",
        "파라미터": "파라메터 매개변수 모수",
        "과적합": "오버피팅",
        "스케일링": "노멀라이제이션",
        "기억": "메모리",
        "파이토치": "토치",
        "예측": "예상 forecasting",
        "forget": "forgets forgot",
        "scale": "normalise normalize",
        "vanishing": "vanish vanishes",
        "exploding": "explode explodes",
        "lstm": "lsmt ltsm",
        "loss": "cost",
        "stateful": "스테이트풀",
        "폭발": "폭주",
        "error": "exception traceback",
    }.items()
    for typed in others.split()
}
"""What people type → the word that the app uses."""
