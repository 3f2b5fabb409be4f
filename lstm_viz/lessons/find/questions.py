"""Questions that people ask about recurrent layers, each with its answer in a sentence and the state that shows it."""

from lstm_viz.i18n import N_
from lstm_viz.lessons.find.index import Entry
from lstm_viz.training.settings import LESSON_PAIR

YES, NO = "True", "False"
PAIR = {**LESSON_PAIR, "panel": "figure"}
"""The network with which the Memory lab opens, at its latch."""


def _about(page: str, *questions: tuple[str, str, dict[str, str], str]) -> list[Entry]:
    """The questions that a page answers: each with its answer, the settings to open, and words that people type."""
    return [Entry("question", asked, answer, page, link, words) for asked, answer, link, words in questions]


SHAPES = _about(
    "shapes",
    (
        N_("How do I write encode and to_lstm_dataset, the functions of the tutorials?"),
        N_(
            "The script has both: they make pairs of a symbol and the next, as one-hot vectors, and equal the page's "
            "X and y."
        ),
        {"source": "pair", "panel": "data"},
        "encode(pattern, n_unique) to_lstm_dataset function one hot pairs X y 함수 원핫 인코딩 데이터셋",
    ),
    (
        N_("Which shape must the input of an LSTM have?"),
        N_("Three axes in this order: samples, timesteps, features."),
        {"source": "pair", "panel": "journey"},
        "input_shape batch_shape dimensions axes 3d tensor shape reshape to 3D (samples, timesteps, features) 입력 "
        "모양 형태 차원 3차원 바꾸기 변환 리셰이프 univariate series 단변량 images 28x28 mnist rows as timesteps mnist "
        "픽셀 what form should my data have how must data look before lstm input format prepare data for lstm three "
        "dimensional batch_input_shape 데이터 준비 입력 형식 넣는 모양 어떤 모양으로 넣어야 형식 3차원으로 why is "
        "input_shape (100, 34) clarify shape of input data input with one timestep structure of input",
    ),
    (
        N_("Why does Keras say “expected ndim=3, found ndim=2”?"),
        N_("The array has two axes, and an LSTM reads three. The panel says which axis is missing and how to add it."),
        {"panel": "helper", "shape": "(30, 5)"},
        "ValueError error: Input 0 of layer lstm is incompatible with the layer. Full shape received None dimension 2d "
        "expand_dims 오류 에러 차원 입력 모양 expected shape=(None, 10, 1), found shape=(None, 10) sequential add a "
        "third dimension to numpy array np.expand_dims 2d input 차원 추가 wrong number of dimensions shape mismatch "
        "shapes do not match fit dimension error 형태가 안 맞아요 모양이 안 맞아요 차원이 안 맞아요 차원 오류 모양 "
        "오류",
    ),
    (
        N_("There is no error, but are the axes of my array in the right order?"),
        N_("Keras reads them as samples, timesteps, features, whatever you mean: swap axes with transpose."),
        {"panel": "helper", "shape": "(5, 120, 2)", "axis_0": "timesteps", "axis_1": "samples", "axis_2": "features"},
        "transpose swapaxes permute moveaxis wrong order axis 축 순서 전치 swapped mixed up dimensions 축이 바뀐 축을 "
        "바꾸기 축이 맞는지",
    ),
    (
        N_("What does reshape do to my numbers?"),
        N_(
            "It moves none of them: it cuts the same row of numbers at other places. If they are ordered by hour, "
            "the shape is right, but the numbers are wrong."
        ),
        {"source": "tanks", "order": "hour", "panel": "journey"},
        "np.reshape numpy table order 재배열 리셰이프 순서 ValueError: cannot reshape array of size 100 into shape "
        "크기 numbers mixed up after reshape change the form of an array 배열 모양 바꾸기 배열 형태 변경 값이 섞이는",
    ),
    (
        N_("How many windows does a series give?"),
        N_("With the next value as target, n values give n − look_back windows: 100 values in windows of 10 give 90."),
        {"source": "sine", "panel": "journey"},
        "number of samples count sliding window lookback length 윈도 윈도우 개수 룩백 슬라이딩 how many examples "
        "pieces does a series give number of windows 시계열 하나에서 샘플 몇 개 윈도 수",
    ),
    (
        N_("How do I cut a series into windows?"),
        N_(
            "A window is look_back values in a row, and its target is the value after it. Click a number to see "
            "where it comes from."
        ),
        {"source": "sine", "panel": "block"},
        "sliding window create_dataset timeseries_dataset_from_array look back lag features supervised 윈도 윈도우 "
        "자르기 나누기 슬라이딩 convert dataframe pandas to lstm input 데이터프레임 lstm 입력으로 turn a series into "
        "samples pieces chop split a long list of numbers input output pairs make X and y from a series 조각 토막 "
        "구간으로 자르기 시계열을 샘플로 입력과 정답 만들기 X y 만들기 how to load data into an rnn build the data for "
        "an lstm correctly prepare data for training",
    ),
    (
        N_("What is a sample, and what is a timestep?"),
        N_(
            "The timesteps of a sample are read one after another, and the state goes from step to step. Samples do "
            "not influence each other."
        ),
        {"source": "pair", "reading": "step"},
        "samples timesteps time step difference batch example 샘플 시점 타임스텝 차이 batch size vs timesteps 배치 "
        "크기 order of samples in a batch matter 배치 안에서 샘플 순서 중요 axis axes of the input meaning rows and "
        "columns one example 첫째 축 둘째 축 축의 의미 샘플이 뭐 시점이 뭐 타임스텝이 뭐 what is a sequence sequence "
        "meaning 시퀀스란 시퀀스가 뭐",
    ),
    (
        N_("What are timesteps and features?"),
        N_(
            "A feature is one of the numbers that are measured together; a timestep is one moment with all its "
            "features. A sample is a sequence of timesteps: (samples, timesteps, features)."
        ),
        {"source": "tanks", "order": "tank", "panel": "block"},
        "timesteps features meaning define time steps and features what is a feature difference between timesteps and "
        "features 타임스텝과 특성 특성이 뭐 시점과 특성 차이 피처",
    ),
    (
        N_("Is the batch size the number of timesteps?"),
        N_(
            "No. The batch size is how many samples are read side by side; the timesteps are how many steps each has. "
            "Samples do not share a state, steps do."
        ),
        {"source": "pair", "panel": "block"},
        "batch size vs timesteps batch vs sequence length 배치 크기와 타임스텝 차이 "
        "배치와 시점 배치 크기 시퀀스 길이 차이",
    ),
    (
        N_("Is units the number of timesteps?"),
        N_("No. units is the size of the state and belongs to the layer; the number of timesteps belongs to the data."),
        {"panel": "units", "units": "8", "timesteps": "3"},
        "what is units hidden size neurons nodes n_hidden dimensionality of output LSTM(64) LSTM(128) how many cells "
        "유닛 수 뉴런 노드 은닉 크기 units meaning mean argument 뜻 의미 units parameter first argument of LSTM layer "
        "the 50 in LSTM(50) number in brackets what does the number in parentheses mean dimension of hidden state "
        "hidden_size size of the state 괄호 안의 숫자 LSTM(32) 은닉 상태 차원 hidden units 유닛이 뭐 유닛이란 뉴런이란 "
        "what is a neuron is a unit a neuron cell or unit "
        "units=64 64 lstm cells in a row chained cells how many cells in a layer does units mean cells one after the "
        "other",
    ),
    (
        N_("Should I scale the data before or after the split?"),
        N_(
            "Fit the scaler on the training part alone. Fitted on everything, it brings values of the test part into "
            "training."
        ),
        {"source": "sine", "panel": "scaling"},
        "normalize normalise normalization standardize MinMaxScaler StandardScaler fit_transform data leakage scaling "
        "정규화 표준화 스케일링 스케일러 누수 분할 look_ahead bias scaler fit on train only fit scaler on whole data "
        "wrong test data scaled with train 스케일러 학습 데이터에만 전체 데이터로 스케일링하면 안 되는 나누기 전에 "
        "나눈 후 data leak 정규화는 언제 언제 정규화 스케일링은 언제",
    ),
    (
        N_("How do I pad sequences of different lengths?"),
        N_("pad_sequences adds zeros before or after the words until all sequences are equally long."),
        {"source": "text", "panel": "padding"},
        "variable length ragged pad_sequences padding zero unequal 가변 길이 다른 달라요 문장 패딩 채우기 unequal size "
        "문장마다 길이 sequences not the same length some longer some shorter make them equally long fill up with "
        "zeros uneven lengths sentences of different length 길이가 제각각 길이 맞추기 길이를 같게 0으로 채우기 빈자리 "
        "짧은 문장 긴 문장 문장 길이가 다른 길이가 다 다른 non-fixed length varying length sequences of variable "
        "length handle variable length input dynamic length why must sequences have equal length "
        "some patients have 3 visits and some have 200 different number of visits per person",
    ),
    (
        N_("What does a mask do?"),
        N_("With mask_zero=True the layer skips the padded steps: its state stays as it was."),
        {"source": "text", "padding": "post", "panel": "padding"},
        "Masking mask_zero masked ignore padding skip zeros Embedding 마스크 마스킹 무시 masking padded sequences 패딩 "
        "마스킹 zeros not read skip the filled in zeros difference between mask and padding do the zeros count does it "
        "read the padding zeros 0으로 채운 것도 읽나요 채운 0 건너뛰기 무시하기 패딩과 마스크 차이 빈칸 읽는 what is "
        "the mask for how to use mask in lstm masking layer masking for a decoder 빈칸을 0으로 채우면 그것도 읽는 "
        "채우면 읽나요",
    ),
    (
        N_("Padding before or after the words: pre or post?"),
        N_(
            "Without a mask, zeros after the words are read last and change the output. Compare both, with and "
            "without a mask."
        ),
        {"source": "text", "padding": "pre", "panel": "padding"},
        "padding='pre' padding='post' truncating pad_sequences side 앞 뒤 패딩 left or right padding zeros in front or "
        "at the end 앞에 채우기 뒤에 채우기 앞쪽 뒤쪽",
    ),
    (
        N_("How do words become numbers?"),
        N_("Each word gets a number, and an Embedding turns the number into a vector of features."),
        {"source": "text", "panel": "journey"},
        "Embedding Tokenizer TextVectorization vocabulary integer encoding one hot vs integer text input 단어 숫자 "
        "임베딩 토크나이저 벡터 computer understand words letters text turned into numbers how can a number stand for "
        "a word represent a word meaning of a word dense vector embedding layer output_dim input_dim what is an "
        "embedding 단어를 숫자로 글자를 숫자로 말을 숫자로 어떻게 단어를 나타내 표현 단어 뜻을 임베딩이란 임베딩이 뭐 "
        "임베딩 차원",
    ),
    (
        N_("What is one-hot encoding?"),
        N_("A symbol becomes a vector with a 1 at its own place and 0 elsewhere: a name, not a size."),
        {"source": "pair", "reading": "sequence", "panel": "journey"},
        "onehot to_categorical np.eye categorical encode symbols 원핫 원-핫 인코딩 범주 why so many zeros and a single "
        "1 categories as numbers labels to vectors [0 1 0 0 0] 0과 1로 하나만 1 범주형 글자를 0과 1로 categorical "
        "variable as input category column text column city color encode categories 범주형 변수 문자열 열 카테고리 "
        "넣기",
    ),
    (
        N_("How do several series, such as sensors or tanks, become one array?"),
        N_(
            "Each tank is a sample, its hours are the timesteps, and the values measured at the same time are the "
            "features."
        ),
        {"source": "tanks", "order": "tank", "panel": "journey"},
        "multivariate multiple inputs exogenous series sensors groups panel data many features two features feed "
        "columns 다변량 여러 시계열 센서 탱크 exogenous variables  holidays add variable 변수 여러 개 넣기 공휴일  "
        "외생 변수 10 features 1 target predict one target 특성 타겟 train on multiple stocks at once several stores "
        "items many series one model 여러 종목 여러 매장 한번에 학습 add a second feature to "
        "my lstm several columns as input use more than one column "
        "predict one column from others extra columns additional columns other variables weather as input too many "
        "inputs at a time 열이 여러 개 여러 열 열 여러 개로 하나 예측 다른 변수도 함께 날씨도 함께 넣기 입력 변수 여러 "
        "개 여러 데이터 함께 센서 여러 개 다변량 시계열",
    ),
    (
        N_("How do I add features that do not change over time?"),
        N_(
            "Repeat them at every timestep, as further features. Or read them in an Input of their own, and "
            "concatenate them with the LSTM's output."
        ),
        {"source": "tanks", "order": "tank", "panel": "block"},
        "static features static variables constant covariates metadata auxiliary input non time series data combine "
        "정적 특성 정적 변수 변하지 않는 특성 고정 메타데이터 fixed information such as gender category id region of "
        "each sample customer attributes 성별 지역 고객 정보 범주 변수 바뀌지 않는 정보",
    ),
    (
        N_("Is there data augmentation for a series?"),
        N_(
            "Overlapping windows, as here, already make many samples of one series. Keras's GaussianNoise layer adds "
            "noise to the inputs, in training only."
        ),
        {"source": "sine", "panel": "journey"},
        "data augmentation time series augment jitter noise GaussianNoise synthetic data more data smote 데이터 증강 "
        "늘리기 증식 노이즈 추가 합성 데이터 make more data from few data artificially 데이터가 적을 때 늘리기 데이터 "
        "부풀리기",
    ),
    (
        N_("What is a tensor?"),
        N_(
            "An array of numbers with any number of axes: a vector has one, a matrix two, the input of an LSTM three. "
            "Click a number to see where it comes from."
        ),
        {"source": "pair", "panel": "block"},
        "tensor meaning what is a tensor vector matrix array rank dimensions axes explained three dimensional block "
        "cube 텐서 텐서란 텐서가 뭐 벡터 행렬 배열 3차원 배열 차원이란 축이란 축이 뭐",
    ),
    (
        N_("What is a batch, and why are samples read in batches?"),
        N_(
            "The samples that are read in one call, the first axis. The weights change after each batch, and many "
            "samples at once are computed faster than one by one."
        ),
        {"source": "pair", "panel": "block"},
        "what is a batch batch meaning why batches mini batch minibatch why not all data at once read together group "
        "of samples None in the shape what does None mean first dimension None 배치란 배치가 뭐 미니배치 왜 배치로 "
        "나눠서 묶음 None이 뭐 None 의미 첫 번째 차원 None",
    ),
    (
        N_("Can the number of timesteps be left open (None)?"),
        N_(
            "Yes: with keras.Input((None, features)) batches may be of different lengths. Within a batch all samples "
            "are equally long. The weights do not depend on the number of timesteps."
        ),
        {"panel": "units", "units": "8", "timesteps": "3"},
        "None timesteps variable length input_shape=(None, 1) undefined sequence length any length without padding "
        "predict longer sequences than trained different length at prediction time 길이를 정하지 않고 시점 수 None "
        "길이가 정해지지 않은 임의의 길이 학습보다 긴 시퀀스 길이 제한 없이",
    ),
    (
        N_("How do I predict a single sample?"),
        N_(
            "Give it the axis of samples: x[np.newaxis] has the shape (1, timesteps, features), and predict returns "
            "one row. For an array with two axes, as here, the panel says the same."
        ),
        {"panel": "helper", "shape": "(30, 5)"},
        "predict one sample one example single sequence one row predict on one input expand_dims newaxis reshape(1, "
        "...) model.predict single input shape error batch of one 샘플 하나 예측 하나만 예측 데이터 한 개 예측 한 건만 "
        "예측 하나 넣고 예측 단일 입력",
    ),
    (
        N_("Why is input_dim of an Embedding the vocabulary plus one?"),
        N_(
            "Because the number 0 is for padding: with words from 1 to n there are n + 1 numbers, and input_dim must "
            "be larger than the largest of them."
        ),
        {"source": "text", "panel": "padding"},
        "vocab_size + 1 len(word_index) + 1 input_dim too small index out of range indices not in embedding "
        "InvalidArgumentError vocabulary size plus one why +1 어휘 크기 더하기 1 왜 1을 더해 단어 수 + 1 input_dim "
        "단어 개수 임베딩 인덱스 오류",
    ),
    (
        N_("0 is a real value in my data: which mask_value can I take?"),
        N_(
            "One that never occurs, such as −999: Masking(mask_value=-999.0). A step is skipped only if all of its "
            "features are equal to it. Scale before you fill it in."
        ),
        {"source": "text", "padding": "post", "panel": "padding"},
        "masking value is 0 but 0 is a real value mask_value=-1 which padding value for numbers zero is a "
        "measurement real zero lab result 마스크 값이 0인데 0이 실제 값 mask_value 무엇으로 패딩 값",
    ),
    (
        N_("Why does PyTorch say “input.size(-1) must be equal to input_size”?"),
        N_(
            "The last axis of the input is the features. A series of one value needs an axis of size 1, "
            "x.unsqueeze(-1), and input_size=1; in Keras the shape is (samples, timesteps, 1)."
        ),
        {"source": "pair", "panel": "journey"},
        "RuntimeError: input.size(-1) must be equal to input_size. Expected 10, got 1 torch pytorch input_size "
        "hidden_size shape error For batched 3-D input hx and cx should also be 3-D unbatched 파이토치 입력 크기 "
        "오류 input_size 에러",
    ),
    (
        N_("How do I give an LSTM categories beside numbers?"),
        N_(
            "Give each category a whole number, and let an Embedding make features of it. Concatenate them with the "
            "numbers along the last axis; few categories can also be one-hot."
        ),
        {"source": "text", "panel": "journey"},
        "categorical feature category embedding next to numeric inputs categorical variables with numeric mixed data "
        "types label encoding one-hot encoder product id store id string column 범주형 변수 카테고리 특성 임베딩 "
        "숫자와 함께 범주형 문자열 열 라벨 인코딩 원핫",
    ),
    (
        N_("What is pack_padded_sequence of PyTorch in Keras?"),
        N_(
            "A mask: with mask_zero=True or Masking the padded steps are skipped, and the last state is that after "
            "the last real step, as h_n is in PyTorch. Sorting is not needed."
        ),
        {"source": "text", "padding": "post", "panel": "padding"},
        "pack_padded_sequence pad_packed_sequence enforce_sorted h_n last valid output packed sequence lengths "
        "pytorch torch variable length bucketing 파이토치 패킹 길이 정렬 마지막 유효 출력",
    ),
)

RETURNS = _about(
    "what_it_returns",
    (
        N_("What does dropout do in an LSTM?"),
        N_(
            "In training it silences features of the input, the same ones at every step of a call, and scales the "
            "others up. It does nothing in a prediction."
        ),
        {"panel": "dropout", "weights": "seed"},
        "dropout rate regularization overfitting training=True training=False mask where to put dropout 드롭아웃 "
        "드랍아웃 과적합 규제 마스크 훈련 넣기 prevent avoid reduce overfitting dropout at test time prediction 과적합 "
        "방지 SpatialDropout1D spatial dropout switch off units randomly turn off neurons at random dropout meaning "
        "일부를 끄기 무작위로 끄는 꺼지는 뉴런 끄기 드롭아웃이란 드롭아웃 뜻 드롭아웃 비율 얼마 dropout rate value 0.2 "
        "0.5 how much dropout dropout on word embeddings with and without dropout dropout has no effect dropout takes "
        "no effect",
    ),
    (
        N_("What is the difference between dropout and recurrent_dropout?"),
        N_("dropout silences features of the input, recurrent_dropout units of the previous hidden state."),
        {"panel": "dropout", "weights": "seed", "recurrent_dropout": "0.5"},
        "recurrent_dropout variational dropout monte carlo dropout hidden state slow cuDNN implementation 순환 "
        "드롭아웃 차이 은닉 상태",
    ),
    (
        N_("Why is my LSTM slow on a GPU?"),
        N_(
            "Keras uses the fast cuDNN kernel only with the default activations, without unroll, and with "
            "recurrent_dropout=0. Here recurrent_dropout is 0.5, so it does not."
        ),
        {"panel": "dropout", "weights": "seed", "recurrent_dropout": "0.5"},
        "slow training speed up faster GPU cuDNN kernel takes too long hours unroll 느려요 느린 속도 빠르게 오래 "
        "걸려요 지피유 requirements will not use cudnn kernels criteria warning use_cudnn 커널 경고 못 쓴다고 slow "
        "faster make it faster speed takes forever too long quicker training is slow runs slowly minutes hours waiting "
        "느린 이유 속도 높이기 빨리 빠르게 하려면 시간이 너무 오래 걸려 학습이 오래 걸려 학습이 느린 학습 속도 "
        "빨리빨리 학습이 느림 느림 느려",
    ),
    (
        N_("What does return_sequences do?"),
        N_("True returns the hidden state of every step, False only that of the last step."),
        {"return_sequences": YES, "return_state": NO},
        "return sequences True False output at each step all outputs last output 출력 시퀀스 모든 시점 print hidden "
        "state at every timestep only the last output every output last value thrown away are earlier outputs lost "
        "when to set return_sequences True 마지막 값만 쓰면 앞의 것들 버려지는 마지막만 모든 시점의 출력 전부 출력 "
        "언제 True 각 시점",
    ),
    (
        N_("What does return_state give me?"),
        N_("The last states besides the output: h and c of an LSTM, only h of a GRU or SimpleRNN."),
        {"return_sequences": NO, "return_state": YES},
        "return state three outputs tensors list state_h state_c 상태 반환 세 개 difference between return_sequences "
        "and return_state returns 3 arrays get the final states last hidden and cell state out of the layer 마지막 "
        "상태 얻기 최종 상태 꺼내기 return_state를 켜면 텐서가 세 개 why three arrays",
    ),
    (
        N_("Why are the output and h the same?"),
        N_(
            "The output of an LSTM is its hidden state. Without return_sequences it is the last one, which "
            "return_state returns once more."
        ),
        {"return_sequences": NO, "return_state": YES, "tensor": "h"},
        "output equals state_h twice duplicate same numbers 같은 값 출력 두 번",
    ),
    (
        N_("What is the difference between h and c?"),
        N_("c is the memory. h = o · tanh(c) is what the output gate shows of it."),
        {"return_sequences": NO, "return_state": YES, "tensor": "c"},
        "hidden state cell state carry short long term memory state_h state_c versus 은닉 상태 셀 상태 차이 단기 장기 "
        "기억 cell state vs hidden state 장기기억 단기기억 two memories why two states instead of one short and long "
        "two lines hidden or cell memory what is the cell state what is the hidden state 기억이 왜 두 개 두 가지 기억 "
        "기억 두 개 상태가 두 개 두 상태 차이 셀과 은닉 h와 c c와 h 셀 상태란 은닉 상태란 role of the hidden state "
        "what role does the hidden state play in an RNN role of the cell state 은닉 상태 역할 셀 상태 역할 main "
        "function of the cell state purpose of the cell state in an LSTM network 셀 상태의 기능 기억이 왜 두 개나 필요 "
        "왜 둘",
    ),
    (
        N_("How many tensors does a Bidirectional return?"),
        N_("With return_state=True an LSTM in it returns five: the output, then h and c of each direction."),
        {"bidirectional": YES, "return_sequences": NO, "return_state": YES},
        "forward_h forward_c backward_h backward_c unpack too many values 양방향 텐서 개수 bidirectional return states "
        "outputs of bidirectional lstm with return_state 양방향 상태 반환 양방향 반환값",
    ),
    (
        N_("Which step is the last one of a backward layer?"),
        N_("The first step of the input. So a Bidirectional's single output joins two different steps."),
        {"bidirectional": YES, "panel": "equal"},
        "Bidirectional backward last step first step reverse 양방향 역방향 마지막 시점 "
        "output[:, -1] and h_n don't match for my bidirectional layer weight_ih_l0_reverse",
    ),
    (
        N_("What does merge_mode do?"),
        N_(
            "It says how the outputs of both directions are combined: concatenated (the default, 2 · units wide), "
            "added, multiplied, averaged, or both returned."
        ),
        {"bidirectional": YES, "merge_mode": "sum"},
        "Bidirectional concat sum mul ave None combine directions output size shape doubled twice units 양방향 병합 "
        "합치기 두 배 출력 크기 why is the output of bidirectional twice as large 양방향 출력이 두 배 output dimension "
        "of bidirectional",
    ),
    (
        N_("What does go_backwards do?"),
        N_("The layer reads from the last step to the first, and returns its sequence in the order of reading."),
        {"go_backwards": YES, "panel": "equal"},
        "reverse input reversed time backwards 거꾸로 역순 뒤에서부터 read from right to left from the end to the "
        "start reverse order 오른쪽에서 왼쪽으로 끝에서 처음으로 뒤부터 읽기",
    ),
    (
        N_("Do I need TimeDistributed around a Dense layer?"),
        N_("No. A Dense layer is applied to each step separately anyway, with the same weights."),
        {"input": "windows", "units": "20", "dense_units": "10", "return_state": NO, "behind": "time_distributed"},
        "TimeDistributed(Dense) wrapper every timestep dense after lstm 시점마다 밀집층 감싸기",
    ),
    (
        N_("Why does TimeDistributed raise an error?"),
        N_("It needs an axis of timesteps, and return_sequences=False removes that axis."),
        {"return_sequences": NO, "return_state": NO, "behind": "time_distributed"},
        "TimeDistributed Layer should be passed an input_shape with at least 3 dimensions ValueError error 오류 에러",
    ),
    (
        N_("How many parameters does an LSTM have?"),
        N_(
            "4 · units · (features + units + 1): kernel, recurrent kernel and bias of four gates. The panel also "
            "shows Keras's own count."
        ),
        {"panel": "parameters", "size": "128", "features": "64"},
        "number of parameters params count_params model.summary Param # formula calculate weights size 파라미터 "
        "매개변수 수 개수 가중치 계산 공식 trainable params 학습 가능한 파라미터 why times 4 four times 왜 4 곱해요 "
        "4배 편향이 왜 4배 how many numbers does it have to learn how many weights how many values are trained number "
        "of trainable numbers size of the network 배우는 숫자 몇 개 가중치 몇 개 학습할 값 몇 개 가중치 개수 "
        "where does 4*(n*m + n*n + n) come from formula 4*((n+m)*n+n) why times four "
        "why 4 times as many weights as in a simple rnn "
        "how many numbers are in each matrix size of W U and b 2 units 1 input 행렬 크기",
    ),
    (
        N_("What does reset_after change in a GRU?"),
        N_(
            "With it the reset gate acts after the recurrent product, and the bias has two rows: 3 · units more "
            "parameters."
        ),
        {"layer": "gru", "panel": "parameters", "reset_after": NO},
        "reset_after=True CuDNN GRU bias two rows parameters differ 리셋 게이트 편향 두 줄",
    ),
    (
        N_("Why does a GRU return no c?"),
        N_("It has one state: h is its memory and its output."),
        {"layer": "gru", "return_state": YES},
        "GRU cell state missing state not enough values to unpack 셀 상태 없음",
    ),
    (
        N_("Where are the gates in get_weights()?"),
        N_(
            "Side by side in the columns of the kernel, each as wide as units: i, f, c, o in an LSTM, z, r, h in a GRU."
        ),
        {"weights": "seed", "panel": "weights"},
        "kernel recurrent_kernel bias order of gates weight matrix columns split 가중치 행렬 순서 커널 see the weights "
        "of my layer print look at weights 가중치 보기 확인 read out weights weight matrices get weights of each gate "
        "가중치 꺼내기 게이트별 가중치",
    ),
    (
        N_("Which bias does an LSTM start with?"),
        N_("0, but 1 for the forget gate: unit_forget_bias=True is Keras's default."),
        {"panel": "weights"},
        "unit_forget_bias bias_initializer initial bias zeros ones 초기 편향 기본값 bias at the beginning before "
        "training 편향 초깃값 처음 편향 "
        "forget gate bias init 1 forget bias of 1",
    ),
    (
        N_("What is the time complexity of an LSTM?"),
        N_(
            "A step takes about as many multiplications as the kernels have weights, 4 · units · (features + units). "
            "Steps are computed one after another: the time grows with their number."
        ),
        {"panel": "parameters", "size": "128", "features": "64"},
        "time complexity big O flops computational cost how expensive parallel sequential inference time latency "
        "시간 복잡도 계산량 연산량 병렬 "
        "multiplications per step multiply-accumulate macs flops 곱셈 횟수 연산량",
    ),
    (
        N_("How large is an LSTM in memory, and can it be quantized?"),
        N_(
            "A parameter takes 4 bytes: the 98,816 here are 395 kB. Keras 3's model.quantize leaves an LSTM as it "
            "is; TensorFlow Lite's converter can quantize it."
        ),
        {"panel": "parameters", "size": "128", "features": "64"},
        "quantize quantization int8 model size in bytes kB MB file size memory footprint RAM smaller compress prune "
        "pruning 양자화 모델 크기 용량 메모리 줄이기 경량화 압축 how big is the model megabytes 모델 크기 몇 메가",
    ),
    (
        N_("What does a Dense layer behind an LSTM do?"),
        N_(
            "It turns the hidden state into the answer: each of its outputs is a weighted sum of all units, plus a "
            "bias. Here Dense(2) makes two numbers of them."
        ),
        {"return_sequences": NO, "return_state": NO, "behind": "dense"},
        "dense layer meaning what is dense why dense after lstm Dense(1) at the end output layer fully connected layer "
        "linear layer last layer head how does the hidden state become a prediction 밀집층 덴스 Dense 층 완전 연결 "
        "출력층이 하는 일 출력층 왜 Dense(1) 마지막에 Dense 왜 필요 은닉 상태가 예측으로",
    ),
)

STATEFUL = _about(
    "stateful",
    (
        N_("Are the states saved with a model?"),
        N_(
            "No: model.save writes the layers and their weights, not the states. A loaded model starts from zeros; "
            "the states are in layer.states."
        ),
        {"panel": "lanes", "actions": "1,2"},
        "save load states stateful h5 keras hdf5 load_model lost after loading 상태 저장 불러오기 모델 저장 does it "
        "remember after saving closing 저장하면 상태도 저장",
    ),
    (
        N_("May the batches of a stateful layer be of unequal length?"),
        N_("Yes: the first here has 2 steps, the second 3, and the outputs are those of one long sequence."),
        {"steps": "5", "first": "2", "length": "3"},
        "unequal different length batches timesteps variable 길이가 다른 배치 시점 수",
    ),
    (
        N_("What does stateful=True keep?"),
        N_("The last states of every row of a batch. The same row of the next batch goes on from them."),
        {"panel": "lanes"},
        "stateful LSTM meaning remember between batches across batches state kept 배치 사이 상태 유지 stateful lstm "
        "explained explain stateful 설명 뜻 stateful vs stateless 배치 넘어가도 기억 유지 does it remember the last "
        "batch from one batch to the next earlier data remembered next data previous data carry over memory between "
        "calls 앞에 넣은 데이터 다음 데이터에서도 기억 이전 데이터 기억 앞 배치 기억 이어서 기억 다음 배치 이전 배치 "
        "role of statefulness difference stateful stateless lstm batch size and statefulness "
        "does it remember things between batches if stateful is false stateful=False remember between batches",
    ),
    (
        N_("When do I need stateful=True?"),
        N_(
            "If a long sequence is cut into batches, or is read as it arrives. Not if each window has all that the "
            "answer needs: then every batch may start from zeros."
        ),
        {"panel": "ways"},
        "when to use stateful or stateless should I use necessary useful 언제 사용 쓰나요 필요 should I set stateful "
        "true is stateful better 꼭 stateful 써야 stateful 필요한",
    ),
    (
        N_("When must I call reset_states?"),
        N_("Wherever a new sequence begins. Neither the end of an epoch nor predict resets the states."),
        {"actions": "1,2,3,r,1", "panel": "lanes"},
        "reset_states() reset state clear epoch predict has no attribute reset_states Sequential Functional keras 3 "
        "초기화 리셋 언제 empty the memory start fresh forget everything between sequences clear memory new sequence "
        "기억을 비우기 새로 시작 상태 초기화 시점 상태를 언제 초기화 비워야",
    ),
    (
        N_("What happens without a reset between two epochs?"),
        N_("The second pass begins with the states that the first one left, so its outputs differ."),
        {"panel": "mistakes", "mistake": "no_reset"},
        "predictions change different each time predict twice forgot reset_states 매번 다른 예측 결과 달라짐 두 번 "
        "predict 할 때마다 예측이 매번 달라져요 예측할 때마다 stateful predict gives different results each time "
        "stateful",
    ),
    (
        N_("Is it right to reset the states after each batch?"),
        N_("No. Then every batch starts from zeros, just as with stateful=False."),
        {"panel": "mistakes", "mistake": "reset_often"},
        "reset_states after every batch too often on_batch_end 배치마다 초기화 너무 자주",
    ),
    (
        N_("May the samples of a stateful model be shuffled?"),
        N_("No. A row goes on from the state of the same row, whatever sample is in it now: use shuffle=False."),
        {"panel": "mistakes", "mistake": "shuffled", "tanks": "4"},
        "shuffle=True shuffle=False fit order of samples mixed 섞기 셔플 순서",
    ),
    (
        N_("Must the batch size of a stateful model stay the same?"),
        N_("Yes. Its states have one row for each sample of the batch that it was built for."),
        {"panel": "mistakes", "mistake": "batch_size", "rows": "2"},
        "batch_size batch_shape predict one sample other batch size Expected batch size Received incompatible shapes "
        "number of samples divisible 배치 크기 고정 예측 다른 달라요",
    ),
    (
        N_("How do I predict online, one step at a time?"),
        N_("Copy the trained weights into a stateful twin, which reads one step in each call. Its outputs are equal."),
        {"panel": "online"},
        "online prediction streaming real time live incremental step by step inference new data arrives one timestep "
        "실시간 온라인 예측 스트리밍 한 시점씩 하나씩 sensor values arrive every second every minute new number comes "
        "in one at a time immediately live data as it comes continuous stream 값이 1초마다 들어오는 실시간으로 "
        "들어오는 데이터 들어올 때마다 그때그때 매초 매분 센서 값이 바로바로 예측 실시간으로 예측 "
        "run lstm one timestep at a time in production keep the state between calls step by step in deployment",
    ),
    (
        N_("Does it matter where I cut a long sequence into batches?"),
        N_("Not with stateful=True: the outputs stay the same. Otherwise every batch starts from zeros."),
        {"panel": "ways"},
        "stateful versus stateless difference long sequence split chunks truncated 긴 시퀀스 자르기 나누기 차이",
    ),
    (
        N_("Can I use overlapping windows with stateful=True?"),
        N_("No. The layer would go on from the end of the previous window, and read the shared steps again."),
        {"panel": "ways", "length": "6"},
        "sliding windows stateful overlap overlapping stride 겹치는 윈도 윈도우 슬라이딩",
    ),
    (
        N_("Can I carry the states by hand?"),
        N_("Yes. return_state=True gives them, and initial_state takes them in the next call."),
        {"panel": "by_hand", "kind": "gru"},
        "initial_state pass states manually keep state yourself without stateful set initial state 초기 상태 직접 "
        "전달 넘기기",
    ),
    (
        N_("How do I predict with a stateful model after training?"),
        N_("Reset the states first. For another batch size, build the layer again and copy the weights."),
        {"panel": "by_hand"},
        "stateful train predict set_weights get_weights batch of one inference model new model same weights 학습 후 "
        "예측 가중치 복사",
    ),
    (
        N_("Why does predict give other results with another batch size?"),
        N_(
            "With stateful=False it does not, except for rounding: samples do not influence each other. With "
            "stateful=True, each batch goes on from the states of the one before it."
        ),
        {"panel": "ways"},
        "predict gives different results for different batch size predictions change depend on batch_size=1  배치 "
        "크기 바꾸면 예측이 달라져요 배치 크기에 따라 예측 결과 다른",
    ),
    (
        N_("Why learn LSTMs when there are transformers?"),
        N_(
            "An LSTM keeps a state of fixed size, so each step costs the same, as here; a transformer's attention "
            "looks back at all earlier steps. With much data, transformers usually do better."
        ),
        {"panel": "online"},
        "is lstm still used relevant dead outdated obsolete why learn rnn transformer bert gpt chatgpt llm versus rnn "
        "트랜스포머가 나왔는데 왜 배워요 아직도 쓰나요 요즘 한물간 지금도 bert보다 gpt 챗gpt is it old out of date "
        "still useful today lstm or transformer 옛날 기술 아직 배울 필요 트랜스포머 차이 더 좋은 거 아닌가 bert보다 "
        "나은가요 더 나은가요 트랜스포머는 병렬 처리 병렬로 처리 transformer parallel "
        "어텐션 있으면 LSTM은 필요 없지 않나 attention instead of lstm",
    ),
    (
        N_("Is a layer's initial state zero?"),
        N_(
            "Yes, in every call, unless initial_state gives another. A stateful layer goes on from its last states: "
            "each batch shows where its state comes from."
        ),
        {"panel": "lanes"},
        "initial hidden state zeros h0 c0 initialise hidden state start from zero random initial state 초기 상태 0으로 "
        "초기화 은닉 상태 초기화 처음 상태 초깃값 what does it start with empty memory at the beginning first step has "
        "no previous state 처음에는 기억이 없는 첫 시점 이전 상태 시작 상태 빈 기억",
    ),
    (
        N_("Why does a stateful layer need a batch_shape?"),
        N_(
            "Because it keeps a state for each row of a batch, so their number must be known: "
            "keras.Input(batch_shape=(3, timesteps, features)). Keras 2 called it batch_input_shape."
        ),
        {"panel": "mistakes", "mistake": "batch_size", "rows": "2"},
        "If a RNN is stateful, it needs to know its batch size batch_input_shape batch_shape input shape of a stateful "
        "lstm stateful input shape error complete input_shape including batch size stateful error stateful 오류 배치 "
        "크기 지정 batch_input_shape 입력 모양 stateful 입력 형태 Cannot feed value of shape stateful lstm does not "
        "work",
    ),
    (
        N_("Why does predict give another value for the same input?"),
        N_(
            "With stateful=True the second call goes on from the state of the first: call reset_states before it. "
            "Else a layer is random, such as a dropout with training=True."
        ),
        {"actions": "1,1,r,1", "panel": "lanes"},
        "predict twice different result same input different output second call differs prediction changes every "
        "call 같은 입력으로 predict를 두 번 불렀는데 값이 달라요 호출할 때마다 값이 달라 같은 입력 다른 출력",
    ),
    (
        N_("How do I keep a state for each user between requests?"),
        N_(
            "Read h and c with return_state=True, store them under the user's name, for example in Redis, and give "
            "them as initial_state next time. A restart of the server loses the rest."
        ),
        {"panel": "by_hand"},
        "store h and c in redis between requests state per user session web server rest api state for each client "
        "server restart lose hidden state multi user 사용자마다 상태를 따로 서버 재시작하면 은닉 상태도 날아가 상태 "
        "저장 요청마다 세션",
    ),
    (
        N_("Why does PyTorch say “Trying to backward through the graph a second time”?"),
        N_(
            "The state carried to the next batch still holds the graph of the last one. Call h.detach() and "
            "c.detach() between them. Keras does so: a stateful layer keeps values alone."
        ),
        {"actions": "1,2,3,r,1", "panel": "lanes"},
        "RuntimeError: Trying to backward through the graph a second time detach hidden state pytorch torch "
        "retain_graph=True truncated backpropagation repackage hidden 파이토치 detach 두 번째 역전파 그래프 에러",
    ),
)

PATTERNS = _about(
    "patterns",
    (
        N_("How is an autoencoder trained?"),
        N_("With fit(X, X): what it reads is also the right answer. A script trains one on the page's sines."),
        {"pattern": "autoencoder", "panel": "code"},
        "fit(X, X) fit x x train autoencoder target is input 오토인코더 학습 정답이 입력",
    ),
    (
        N_("How is a many-to-one model built?"),
        N_("The LSTM reads the whole sequence and passes on only its last hidden state: return_sequences stays False."),
        {"pattern": "many_to_one"},
        "many to one classification regression sequence to one label 다대일 여럿에서 하나 분류",
    ),
    (
        N_("How do I classify a time series or a whole sequence?"),
        N_(
            "Many to one: the last hidden state goes into a Dense layer with softmax and an output for each class. "
            "For yes or no one output with sigmoid is enough."
        ),
        {"mode": "build", "steps": "25", "features": "3", "units_1": "16", "outputs": "4"},
        "classify classification time series sequence class label activity recognition sensor signal ecg num_classes "
        "binary multiclass 시계열 분류 클래스 레이블 신호 동작 인식 센서 데이터 분류 eeg accelerometer human activity "
        "심전도 뇌파 가속도 행동 인식 행동 분류 gesture 제스처 고장 분류 put things into groups which class which kind "
        "tell apart kinds of signals 종류 구분 종류를 가려내기 분류하기 어떤 종류인지 정상 불량 구분",
    ),
    (
        N_("How is a many-to-many model built?"),
        N_(
            "With return_sequences=True there is a hidden state for each step, and the Dense layer gives an answer "
            "at each step."
        ),
        {"pattern": "many_to_many"},
        "many to many sequence labeling tagging output for each step 다대다 시점마다 출력 named entity recognition ner "
        "pos tagging 개체명 인식 tag each word 품사 태깅 output at every timestamp softmax for every step probability "
        "distribution at each timestep label for every step",
    ),
    (
        N_("What is the difference between many-to-one and many-to-many?"),
        N_(
            "Many to one answers once, from the last hidden state. Many to many answers at every step, with "
            "return_sequences=True. Each pattern is drawn here."
        ),
        {"pattern": "many_to_many", "panel": "shapes"},
        "many to many vs many to one which pattern do I need types of sequence models one to many many to one 다대일과 "
        "다대다 차이 다대다와 다대일 일대다 유형",
    ),
    (
        N_("How do I stack LSTM layers?"),
        N_("Set return_sequences=True in every LSTM but the last, so that the next one has steps to read."),
        {"pattern": "stacked"},
        "stacked lstm multiple layers two lstm deep several 여러 층 쌓기 두 층 다층 how many layers number of layers "
        "층 몇 개 쌓아야 two lstm layers 2층 은닉층 몇개 몇 개가 적당 number of hidden layers hidden layer count more "
        "than one lstm on top of each other deeper network more layers 겹쳐 쌓기 여러 개 쌓기 깊게 층을 더 쌓기 층을 "
        "늘리기 레이어 추가 more layers or more units deeper or wider 층을 늘릴까 유닛을 늘릴까 number of layers and "
        "number of nodes decide number of layers return_sequences in a stacked lstm",
    ),
    (
        N_("Why does my second LSTM raise an error?"),
        N_("The first one lacks return_sequences=True, so no steps are left to read: found ndim=2."),
        {"pattern": "stacked", "mode": "build", "returns_1": NO},
        "Input 0 of layer lstm_1 is incompatible with the layer: expected ndim=3, found ndim=2 stacked two layers "
        "ValueError error 둘째 두 번째 층 오류 에러 return_sequences error two lstm error stack error 두 번째 층 에러 "
        "쌓으면 오류",
    ),
    (
        N_("How is an encoder–decoder built?"),
        N_(
            "An encoder reads the sequence into one vector, and RepeatVector gives a copy of it to each step of the "
            "decoder."
        ),
        {"pattern": "encoder_decoder"},
        "seq2seq sequence to sequence encoder decoder translation many-to-many input and output of different lengths "
        "인코더 디코더 번역 입력과 출력 길이가 다를 때 시퀀스투시퀀스 시퀀스 투 시퀀스 machine translation chatbot "
        "챗봇 번역기 기계 번역 text summarization 문서 요약 english to french translate from one language to another "
        "translator 번역하기 다른 언어로",
    ),
    (
        N_("What does RepeatVector do?"),
        N_(
            "It turns one vector into several steps, each a copy of it. Only the LSTM's own state changes from step "
            "to step."
        ),
        {"pattern": "one_to_many"},
        "RepeatVector one to many repeat 일대다 반복 벡터",
    ),
    (
        N_("What does Bidirectional do?"),
        N_("Two LSTMs read the sequence, one from each end, so each step knows what comes before and after it."),
        {"pattern": "bidirectional"},
        "Bidirectional LSTM BiLSTM bi-directional both directions future context 양방향 bidirectional lstm for time "
        "series forecasting 양방향 시계열 앞뒤로 읽는 read from both sides both ends right to left as well forwards "
        "and backwards 거꾸로도 읽기 양쪽에서 앞뒤로 뒤에서도 읽는 양쪽 방향 양방향이란",
    ),
    (
        N_("When is a Bidirectional layer useful?"),
        N_(
            "When the whole sequence is known: texts, tags for each word, windows that are complete. It does not suit "
            "a stream, since the backward LSTM begins at the last step."
        ),
        {"pattern": "bidirectional", "panel": "equal"},
        "when to use bidirectional lstm when should I use bidirectional is bidirectional better advantages of "
        "bidirectional 양방향은 언제 쓰나요 양방향 언제 사용 양방향이 더 좋은 양방향 장점",
    ),
    (
        N_("What does the backward LSTM of a Bidirectional do, step by step?"),
        N_("It reads the same input from the end. The panel steps through its gates."),
        {"pattern": "bidirectional", "panel": "trace", "layer": "2"},
        "backward layer gates inside bidirectional reverse 역방향 층 안 게이트",
    ),
    (
        N_("What does an LSTM autoencoder do with something unusual?"),
        N_(
            "It reproduces inputs that are like its training data. Here it reads something that is not a sine, and "
            "the output differs from it."
        ),
        {"pattern": "autoencoder", "input": "0.9,-0.7,0.1,0.8,-0.9,0.5,-0.2,-0.8,0.7,0.3"},
        "autoencoder anomaly anomalies detection detect reconstruction error outlier outliers unusual fault 오토인코더 "
        "이상 탐지 감지 이상치 재구성 find strange values find something unusual detect faults something wrong in "
        "sensor data abnormal 이상한 값 찾기 고장 찾기 비정상 평소와 다른 불량 찾기 이상한 데이터",
    ),
    (
        N_("How does a model go on from its own output?"),
        N_("Its prediction is its next input, and with stateful=True the layer keeps its state between the calls."),
        {"pattern": "feed_back"},
        "generate music melody sequence sin sine wave prediction 사인파 예측 autoregressive feedback loop recursive "
        "feed back continue 생성 음악 작곡 자기회귀 되먹임 자기 출력 이어서 사인 함수 예측 feed its own answer back in "
        "use prediction as next input own answer 자기 답을 다시 입력 예측을 다시 넣기 예측값을 입력으로",
    ),
    (
        N_("How does a model generate text?"),
        N_(
            "It gives each word of its vocabulary a probability of coming next. One of them is drawn, added to the "
            "text, and read."
        ),
        {"pattern": "generator"},
        "text generation language model GRU Embedding softmax next word prediction char rnn generate sentences 문장 "
        "생성 텍스트 생성 글쓰기 언어 모델 다음 단어 예측 다음 글자 자동완성 autocomplete character level char-level "
        "글자 단위 소설 가사 시 쓰는 shakespeare lyrics poem story write stories write sentences by itself make up "
        "text write like a human 글을 쓰게 글을 지어내는 문장 만들기 소설 쓰기 이야기 만들기 소설 쓰는 ai 글 쓰는 "
        "인공지능",
    ),
    (
        N_("What does the temperature of a text generator do?"),
        N_(
            "The logits are divided by it before a word is drawn: at 0 the most probable word is always taken, above "
            "1 improbable words come more often."
        ),
        {"pattern": "generator", "temperature": "2"},
        "temperature sampling softmax diversity argmax greedy random 온도 샘플링 다양성 무작위 "
        "melody generator gets stuck on the same notes keeps repeating the same words repetition loop 같은 말만 "
        "반복해요",
    ),
    (
        N_("What is the output shape of each layer of a model?"),
        N_("The panel lists the output shape of every layer, as model.summary() does."),
        {"pattern": "stacked", "panel": "shapes"},
        "output shape model.summary None 층별 출력 모양 형태 size of the output what comes out of the layer output "
        "dimension 출력 크기 출력 모양 나오는 모양 출력 형태 층마다 output shape of Bidirectional LSTM(64)",
    ),
    (
        N_("Is there speech or handwriting recognition, with a CTC loss?"),
        N_(
            "No. In Keras it is a Bidirectional LSTM with an output for each step, as here, and the loss "
            "keras.losses.CTC, which aligns these outputs with a shorter label."
        ),
        {"pattern": "bidirectional"},
        "ctc loss connectionist temporal classification speech recognition speech to text asr handwriting ocr "
        "captcha audio mfcc 음성 인식 필기 인식 손글씨 오디오 소리",
    ),
    (
        N_("How do I predict a number from a sequence, such as a machine's remaining life?"),
        N_(
            "Many to one: windows of measured values, with a number as the target of each. The Dense layer has one "
            "output and no activation, and the loss is mse."
        ),
        {"mode": "build", "steps": "25", "features": "3", "units_1": "16", "outputs": "1"},
        "regression remaining useful life rul predictive maintenance turbofan cmapss battery soh machine failure "
        "degradation one number output 설비 고장 예측 잔여 수명 남은 수명 예지 보전 회귀 모델 배터리 age estimation "
        "score predict one value price from a sequence age 숫자 하나 예측 값 하나 예측 숫자를 맞히기",
    ),
    (
        N_("Last step, pooling or Flatten after an LSTM?"),
        N_(
            "Usually the last hidden state, as here. With return_sequences=True, GlobalAveragePooling1D takes the "
            "mean of all steps; Flatten gives a Dense weights for each step, so the length is fixed."
        ),
        {"pattern": "many_to_one"},
        "flatten vs last output global average pooling GlobalAveragePooling1D GlobalMaxPooling1D max pooling after "
        "lstm Flatten layer 평탄화 플래튼 전역 평균 풀링 풀링 마지막 출력",
    ),
    (
        N_("Can a Bidirectional predict in real time?"),
        N_(
            "Not step by step: its backward LSTM, shown here, begins at the last step. On a window of values that "
            "are all known it may be used, for a forecast too."
        ),
        {"pattern": "bidirectional", "panel": "trace", "layer": "2"},
        "bidirectional real time online streaming causal vs unidirectional leak future look ahead cheating 양방향 "
        "실시간 미래 정보 단방향 미래를 보는",
    ),
    (
        N_("What is an LSTM used for?"),
        N_(
            "For data in an order: forecasts of a series, classes of texts or signals, a tag for each word, "
            "translation, generated text. The page has a small trained model for each form."
        ),
        {"pattern": "many_to_one"},
        "applications of lstm what can lstm do use cases where is lstm used in real life examples what is it good for "
        "what kind of data which problems can be solved purpose siri speech weather everyday life 활용 활용 분야 "
        "어디에 쓰이는 어디에 쓰나요 응용 사례 용도 쓰임새 실생활 무엇에 쓰는 할 수 있는 일 어떤 데이터에 어떤 문제 "
        "why is lstm used in deep learning why use lstm which type of data are lstms designed for",
    ),
    (
        N_("How do I write an LSTM in Keras?"),
        N_(
            "keras.Sequential([keras.Input((timesteps, features)), LSTM(16), Dense(1)]), then compile, fit and "
            "predict. Build one here from your own sizes: the panel has its code."
        ),
        {"mode": "build", "steps": "25", "features": "3", "units_1": "16", "outputs": "1", "panel": "code"},
        "keras lstm example minimal example code simple lstm model build my first lstm write lstm in python create a "
        "model how to make an lstm from start sequential input lstm dense template boilerplate tutorial code hello "
        "world 케라스로 lstm 만들기 lstm 코드 예제 코드 간단한 예제 모델 만들기 처음 만들기 구현하기 파이썬으로 lstm "
        "작성 모델 짜기 기본 코드 building LSTM networks build an lstm network build a model how to train an LSTM "
        "network train the lstm network fit an lstm",
    ),
    (
        N_("How do I choose the threshold of an anomaly?"),
        N_(
            "From the errors of normal data that were not in training, for example their 99th percentile. A higher "
            "one warns less and misses more. If both errors are alike, take fewer units."
        ),
        {"pattern": "autoencoder", "input": "0.9,-0.7,0.1,0.8,-0.9,0.5,-0.2,-0.8,0.7,0.3"},
        "threshold for calling it an anomaly anomaly detection threshold reconstruction error cutoff percentile "
        "false alarms 임계값 이상 탐지 문턱값 정상이랑 고장이랑 복원 오차가 똑같이 재구성 오차 기준",
    ),
    (
        N_("How does a generator know when to stop?"),
        N_(
            "It does not, unless its training texts end with a symbol for the end: then it stops when that is drawn. "
            "Otherwise you say how many words."
        ),
        {"pattern": "generator"},
        "when to stop generating end of sequence token eos end token stop symbol maximum length generation never "
        "stops decoder stop 언제 멈추나요 끝 토큰 종료 토큰 생성이 안 끝나요",
    ),
    (
        N_("How do I save the encoder of an autoencoder alone?"),
        N_(
            "As a model of its own: keras.Model(model.input, model.get_layer(name).output) ends at the layer of that "
            "name; then save it. It shares its weights with the whole model."
        ),
        {"pattern": "autoencoder", "panel": "code"},
        "save only the encoder of an lstm autoencoder extract encoder submodel part of a model latent vector "
        "embedding of a sequence bottleneck output 인코더만 저장 인코더 부분만 꺼내기 잠재 벡터 추출",
    ),
)

FIX_MY_CODE = _about(
    "fix_my_code",
    (
        N_("How do I run old Keras 2 code today?"),
        N_("The page rewrites it for Keras 3, and says for each line what has changed."),
        {"example": "memory_pair"},
        "Keras 1 Keras 2 migrate upgrade tutorial deprecated nb_epoch np_utils batch_input_shape tensorflow 1 convert "
        "does not work Unrecognized keyword arguments 옛 예전 오래된 코드 튜토리얼 안 돌아가요 마이그레이션 코드 변환 "
        "코드 옮기기 옛날 코드 바꾸기 what changed in keras 3 changes keras 2 vs keras 3 differences breaking 케라스 "
        "3에서 바뀐 점 케라스 2 차이 달라진 code from a book tutorial does not run any more old example broken "
        "outdated code book blog code 책에 있는 코드 옛날 책 블로그 코드 예전 코드 안 돌아가 실행이 안 되는 강의 코드 "
        "교재 코드 버전이 달라서 "
        "nb_epoch output_dim consume_less inner_init b_regularizer 2016 script keras.layers.wrappers 예전 코드 에러 "
        "고치는 법",
    ),
    (
        N_("Why is there no module keras.layers.core, and no CuDNNLSTM?"),
        N_("Both are gone in Keras 3: layers come from keras.layers, and LSTM uses the fast kernel by itself."),
        {"example": "notebook"},
        "ModuleNotFoundError No module named 'keras.layers.core' ImportError cannot import name CuDNNLSTM "
        "predict_classes input_dim 모듈 없음 임포트 오류 에러",
    ),
    (
        N_("What does this Keras error mean, and what do I change?"),
        N_("Paste its text, or the whole traceback: the page says what it means and gives the code that fixes it."),
        {"example": "traceback"},
        "explain error message exception traceback stack trace ValueError TypeError AttributeError "
        "InvalidArgumentError fails crash help fix debug my code does not work 에러 오류 메시지 예외 뜻 설명 해결 "
        "디버깅 안 돼요 고치기 long red message red text lots of red lines program stops crashes error appears what "
        "now broken fix my code does not run 빨간 글씨 빨간 메시지 에러가 나요 오류가 나요 에러 떠요 오류 떠요 멈춰요 "
        "실행하면 오류 코드가 안 돌아가 실행이 안 돼 코드 고쳐",
    ),
    (
        N_("Why does Keras say “Data cardinality is ambiguous”?"),
        N_("X and y have different numbers of samples. Each sample needs one target: shorten one of them."),
        {"example": "cardinality"},
        "Make sure all arrays contain the same number of samples x sizes y sizes ValueError 샘플 수 다름 달라요 개수 "
        "오류 에러",
    ),
    (
        N_("Why can a NumPy array not be converted to a Tensor?"),
        N_(
            "Its rows are not equally long, or some of its values are not numbers. Pad the sequences, or turn the "
            "array into float32."
        ),
        {"example": "objects"},
        "Failed to convert a NumPy array to a Tensor (Unsupported object type list) dtype object ragged ValueError "
        "넘파이 배열 텐서 변환 실패 오류 에러",
    ),
    (
        N_("Why are the shapes (None, 1) and (None, 7) incompatible?"),
        N_("The loss compares y with the output number by number, but the two do not have the same size."),
        {"example": "incompatible"},
        "Shapes are incompatible loss categorical_crossentropy sparse target output units ValueError 형태 맞지 않음 "
        "손실 오류 에러 logits and labels must have the same shape shapes do not match target and output different "
        "size 정답과 출력 크기가 다른 형태가 다르다 shape이 안 맞아요",
    ),
    (
        N_("My classes are imbalanced: how do I give them weights?"),
        N_(
            "fit takes class_weight={0: 1, 1: 10}. With an answer at each step it raises an error, which the page "
            "explains: sample_weight then has a weight for each answer."
        ),
        {"example": "own", "text": "ValueError: `class_weight` not supported for 3+ dimensional targets."},
        "class_weight class weights weighted loss imbalanced imbalance unbalanced data rare class sample_weight "
        "minority oversampling not supported for 3+ dimensional targets 클래스 불균형 데이터 불균형 가중치 주기 비율 "
        "차이 소수 클래스 클래스별 mostly zeros few ones 95% 5% skewed 치우친 치우쳐 한쪽 model only predicts one "
        "class majority 한 가지 클래스로만 예측 1이 너무 적어요 라벨 레이블 불균형 해결 few positives fraud one kind "
        "is much rarer only a few examples of one class one answer is far more frequent 한쪽이 훨씬 많은 한 종류가 "
        "너무 적은 드문",
    ),
    (
        N_("Why does Keras say “expected ndim=3, found ndim=4”?"),
        N_(
            "The array has four axes, and an LSTM reads three. Often the batch is counted twice: the shape of an "
            "Input is written without it."
        ),
        {
            "example": "own",
            "text": "ValueError: Input 0 of layer lstm is incompatible with the layer: expected ndim=3, found "
            "ndim=4. Full shape received: (None, 30, 5, 1)",
        },
        "found ndim=4 ValueError Input 0 of layer lstm is incompatible with the layer four axes 4d array expected "
        "lstm_1_input to have 3 dimensions but got array with shape 4차원 오류 에러 차원 lstm_1 lstm_2 layer "
        "sequential Full shape received: [None, 1, 60, 2]",
    ),
    (
        N_("Does a mask work with cuDNN?"),
        N_(
            'Only if the padded steps come last (padding="post") and no sequence is all padding. Otherwise fit on a '
            "GPU stops with this error: pad so, or set use_cudnn=False."
        ),
        {
            "example": "own",
            "text": "ValueError: You are passing a RNN mask that does not correspond to right-padded sequences, while "
            "using cuDNN, which is not supported.",
        },
        "masking layer not supported by cudnn mask_zero gpu cudnn mask right padded masking on gpu 마스크 gpu 마스킹 "
        "cudnn 안 되나요",
    ),
    (
        N_("How do I run an LSTM on a phone or a microcontroller, with TensorFlow Lite?"),
        N_(
            "Fix the batch with keras.Input(batch_shape=(1, timesteps, features)), then TFLiteConverter makes the "
            "file. With an open batch it stops with this error."
        ),
        {
            "example": "own",
            "text": "error: 'tf.TensorListReserve' op requires element_shape to be static during TF Lite "
            "transformation pass",
        },
        "convert lstm to tflite tensorflow lite litert TFLiteConverter android ios phone mobile app microcontroller "
        "arduino esp32 raspberry pi edge embedded device deploy deployment tinyml flex ops 변환 안드로이드 스마트폰 "
        "아이폰 휴대폰 앱 라즈베리파이 아두이노 임베디드 배포 온디바이스 마이크로컨트롤러 모델 올리기 넣기 돌리기 run "
        "it on a phone small device on device 폰에서 돌리기 휴대폰에서 핸드폰 스마트폰에서 기기에서 작은 기기 올리기",
    ),
    (
        N_("How do I write a cell of my own, or stack cells?"),
        N_(
            "A cell is a layer with state_size and call(inputs, states), which returns its output and the new "
            "states. keras.layers.RNN(cell) runs it over the steps, RNN([a, b]) stacks two."
        ),
        {
            "example": "own",
            "text": "ValueError: The RNN cell should have a `state_size` attribute (single integer or list of "
            "integers, one integer per RNN state).",
        },
        "keras.layers.RNN(cell) custom cell own cell custom rnn layer StackedRNNCells stacked cells state_size "
        "get_initial_state write my own lstm implement from scratch 사용자 정의 셀 커스텀 셀 직접 구현 만들기 쌓기",
    ),
    (
        N_("What do I do when the memory is full (OOM)?"),
        N_(
            "Use smaller batches first, then shorter sequences or fewer units: the arrays of one batch do not fit. "
            "The page explains the message."
        ),
        {
            "example": "own",
            "text": "ResourceExhaustedError: OOM when allocating tensor with shape[5000,200,512] and type float",
        },
        "oom out of memory resource exhausted ResourceExhaustedError cuda gpu memory ram kernel died crashed colab "
        "메모리 부족 메모리 초과 커널 죽음 램 세션 다운 not enough memory computer freezes 메모리가 모자라 컴퓨터가 "
        "멈춰",
    ),
    (
        N_("Why does Python say “No module named 'tensorflow'”?"),
        N_(
            "The Python that runs the program does not have the package: a computer or a notebook may have several "
            "Pythons. The page has the command that adds it."
        ),
        {"example": "own", "text": "ModuleNotFoundError: No module named 'tensorflow'"},
        "ModuleNotFoundError ImportError No module named keras tensorflow module not found tensorflow.keras import "
        "could not be resolved 텐서플로 텐서플로우 케라스 모듈이 없다고 모듈 없음 임포트",
    ),
    (
        N_("My data do not fit into memory: is there a generator?"),
        N_(
            "fit reads a tf.data.Dataset or a keras.utils.PyDataset batch by batch; timeseries_dataset_from_array "
            "makes windows so. Keras 3 has no fit_generator: the page rewrites it."
        ),
        {"example": "own", "text": "model.fit_generator(generator, steps_per_epoch=10, epochs=5)"},
        "generator yield batches fit_generator keras.utils.Sequence PyDataset tf.data dataset too big for memory "
        "large dataset does not fit in ram TimeseriesGenerator 제너레이터 데이터가 너무 커서 메모리에 안 올라가요 "
        "대용량",
    ),
    (
        N_("What does the warning “Do not pass an input_shape/input_dim argument to a layer” mean?"),
        N_(
            "That the model is built as before, but Keras 3 wants the shape in an Input at the beginning: "
            "keras.Input((timesteps, features))."
        ),
        {
            "example": "own",
            "text": "UserWarning: Do not pass an `input_shape`/`input_dim` argument to a layer. When using "
            "Sequential models, prefer using an `Input(shape)` object as the first layer in the model "
            "instead.",
        },
        "UserWarning Do not pass an `input_shape`/`input_dim` argument to a layer. When using Sequential models, "
        "prefer using an `Input(shape)` object as the first layer warning 경고 input_shape 경고가 떠요",
    ),
)

TIME_SERIES = _about(
    "time_series",
    (
        N_("Can an LSTM predict a stock price?"),
        N_(
            "Compare it with the last value. The made-up price here has seasons, which a network can learn, and "
            "random steps, which no model can predict."
        ),
        {"source": "price", "panel": "forecast"},
        "stock price prediction market bitcoin finance forecast shares random walk lottery 로또 주가 예측 주식 가격 "
        "비트코인 금융 코스피 삼성전자 나스닥 kospi crypto ethereum exchange rate currency 코인 환율 이더리움 get rich "
        "predict prices of shares stock market can it be used for stocks trading 주식 예측 주식으로 돈 코인 가격 "
        "맞히기 주가 맞히기 주식 맞힐 "
        "up down accuracy is 50% direction of the price 등락 방향 정확도 50%",
    ),
    (
        N_("When does a training stop early?"),
        N_(
            "When the validation loss has not fallen for as many epochs as “patience” says. The weights of the best "
            "epoch are kept."
        ),
        {"panel": "forecast"},
        "early stopping EarlyStopping patience restore_best_weights overfitting validation loss accuracy does not "
        "improve val_loss stuck 조기 종료 과적합 검증 손실 정확도 오르지 않아요 줄지 않아요 얼리스토핑 얼리 스토핑 how "
        "long should training last stop training automatically when to stop 언제 멈춰야 언제 그만 멈추기 자동으로 "
        "멈추기 학습을 멈추는 조기 중단",
    ),
    (
        N_("How much data do I need?"),
        N_(
            "No number holds for every task. Compare both losses: if the validation loss stays well above the "
            "training loss, more data helps, or fewer units."
        ),
        {"source": "noisy_sine", "panel": "forecast"},
        "how many samples rows windows sequences examples do I need enough data too little data small dataset size "
        "training set minimum 데이터 얼마나 필요 있어야 데이터가 적어요 부족 샘플이 몇 개 최소 학습 데이터 크기 양 how "
        "many examples rows years of data is my data enough too few few rows small amount of data 데이터 몇 개 있어야 "
        "자료가 얼마나 많아야 자료 몇 개 데이터 양 얼마나 많은 데이터 충분한가 적은 데이터 "
        "only 36 months few rows small dataset too little data 36개월치밖에 없는데 데이터가 적은데 lstm 가능 몇 "
        "개월치 적은 데이터",
    ),
    (
        N_("Is it overfitting if the validation loss goes up while the training loss falls?"),
        N_(
            "Yes: the network learns the noise of the training part by heart. Stop early, or take fewer units. Here "
            "32 units train without early stopping."
        ),
        {
            "source": "noisy_sine",
            "units": "32",
            "learning_rate": "0.02",
            "patience": "0",
            "epochs": "200",
            "trained": "200",
            "panel": "forecast",
        },
        "overfitting overfit overfits val_loss increases rises goes up train good test bad generalize memorize test "
        "accuracy much lower than training accuracy 과적합 오버피팅 검증 손실 올라가요 커져요 증가 학습 손실은 줄어요 "
        "테스트 나빠요 테스트가 안좋아요 안 좋아요 잘되는데 prevent avoid overfitting learns by heart memorises only "
        "good on training worse on new data bad on unseen data works in practice but fails in the test difference "
        "between training and test line goes down and then up again too well fitted 연습은 잘하는데 시험은 못하는 학습 "
        "데이터는 잘 맞는데 새 데이터는 안 맞는 외워버리는 암기 외운 실전에서 못하는 새로운 데이터에서 나쁜 내려가다가 "
        "올라가는 과적합이란 과적합 해결 과대적합 overfitting small data 테스트 성능 나쁜 과적합을 막는 방법 막으려면 "
        "how to avoid overfitting validation loss increases rises goes up after a few epochs "
        "훈련 정확도는 99인데 검증은 60 훈련 정확도 높은데 검증 정확도 낮은 training accuracy 99 validation accuracy "
        "60 high train accuracy low validation accuracy gap",
    ),
    (
        N_("Why is my forecast shifted by one step?"),
        N_(
            "Usually because it repeats the last value. The table compares its error with that of the last value "
            "itself."
        ),
        {"panel": "forecast"},
        "shifted by one step lag lags lagging delayed behind copies previous value just repeats persistence naive "
        "prediction offset 한 시점 한 칸 밀림 밀려요 늦은 늦어요 뒤처짐 직전 값 따라가기 copy copies the previous day "
        "yesterday 늦게 따라가요 실제보다 후행 prediction is just yesterday's value same as yesterday copies the last "
        "value only copied always one day late looks like the original moved to the right 어제 값이랑 똑같아 어제 값 "
        "그대로 전날 값 따라 하기 하루 늦은 하루씩 밀린 오른쪽으로 밀린 베끼기 이전 값 복사",
    ),
    (
        N_("Is my network better than a simple forecast?"),
        N_("Only if its error is smaller than that of the last value, the last season and a linear regression."),
        {"panel": "forecast"},
        "baseline baselines persistence naive MASE MAE RMSE error metric compare linear regression seasonality "
        "seasonal plot predictions 기준선 비교 오차 성능 계절성 trend 추세 how good is good enough is it good simple "
        "method just as good compare with a simple rule average moving average did it learn anything useful whether it "
        "learned or only copied worth it 얼마나 맞아야 잘한 잘한 건지 좋은 결과인지 단순한 방법 평균이랑 비교 그냥 "
        "평균 평균 내는 거랑 이동 평균 쓸모 있는지 잘 배운 건지 성능이 좋은지 나쁜지 판단 seasonality season 계절성 "
        "sanity check naive forecast beat the baseline good enough how good is good enough",
    ),
    (
        N_("What is wrong with my network?"),
        N_(
            "The check-up looks at gates, units, gradients, inputs and forecasts. Each alarm comes with its number, "
            "the reason, and what to change."
        ),
        {"panel": "check_up"},
        "check-up checkup diagnose debug what is wrong not learning bad model saturated gates dead units dying neurons "
        "constant output always same prediction predicts the mean unscaled data 점검 진단 뭐가 문제 왜 학습이 안 "
        "되나요 포화 죽은 유닛 같은 값만 예측 상수 출력 learning curve loss curve looks weird strange 학습 곡선 "
        "이상해요 improve accuracy improve forecast better results 예측 정확도 높이는 올리는 방법 성능 개선 성능 "
        "높이기 does not get better what should I change no progress improve results bad results what can I do tips "
        "get better better accuracy 나아지지 않아 뭘 바꿔야 결과가 나빠 성능이 안 나와 개선하려면 문제를 찾기 더 좋게 "
        "잘 안 돼 뭐가 잘못 always predicts the same value tips to improve forecast",
    ),
    (
        N_("How far ahead can the model forecast?"),
        N_("When it reads its own predictions, it also reads its own errors, and they grow with the distance."),
        {"panel": "rollout"},
        "future recursive multi-step ahead long horizon predict beyond the data rolled out next value unseen days "
        "forever iterated 미래 먼 장기 이어서 예측 여러 시점 앞 며칠 다음 값 계속 재귀 며칠 뒤까지 앞으로 일주일 한 달 "
        "뒤 24 hours 24시간 뒤 how far into the future next week next month next year tomorrow 며칠 뒤까지 며칠 앞까지 "
        "얼마나 먼 미래 다음 주 다음 달 내년 먼 미래까지 predict the real future beyond the last date without actual "
        "values after the end of the data 마지막 날짜 이후 데이터 이후 실제 미래 진짜 미래 앞으로의 값 out of sample "
        "prediction predict future data for a year forecasting future datapoints true future predictions no test data "
        "for the future 아직 모르는 미래 값 앞으로의 값을 예측",
    ),
    (
        N_("How do I predict several steps at once?"),
        N_("The Dense layer has an output for each row of the horizon: windows and targets are made for that."),
        {"horizon": "12", "panel": "way"},
        "multi-step forecast multiple outputs horizon direct vector output n_out ahead 여러 시점 한꺼번에 한 번에 "
        "다단계 앞 multivariate multi step forecasting 며칠 뒤까지 한번에 일주일치 여러 날 앞으로 일주일 한 달 next 7 "
        "days week sequence to sequence forecasting recursive vs direct several days at a time next days all at once "
        "whole week 여러 날 한꺼번에 일주일을 한 번에",
    ),
    (
        N_("How do I split a series into training, validation and test?"),
        N_("One part after another in time, never shuffled. The scaler is fitted on the training part alone."),
        {"panel": "way"},
        "train_test_split TimeSeriesSplit cross validation walk forward validation test split chronological time order "
        "교차 검증 학습 검증 테스트 분할 나누기 split ratio 80 20 70 30 percent 학습 데이터 테스트 데이터 비율 나누는 "
        "비율 divide data into learning and testing part which rows for testing keep some data aside hold out how much "
        "for testing cross validation time series split 학습용 시험용 나누기 테스트용 데이터 떼어 두기 몇 퍼센트 시험 "
        "데이터 학습 테스트 나누기 훈련 데이터 검증 데이터 교차검증",
    ),
    (
        N_("Do I need to scale my data?"),
        N_(
            "Yes, unless the numbers are about 1 in size already: large ones drive the gates to 0 or 1, and then "
            "they learn slowly. The panel shows the scaler."
        ),
        {"panel": "way"},
        "scale scaling normalize normalise normalization standardize MinMaxScaler StandardScaler necessary required "
        "large values saturate 정규화 표준화 스케일링 꼭 필요 해야 하나요 큰 값 make numbers smaller first must "
        "numbers be between 0 and 1 large numbers big values too large numbers 숫자를 작게 만들기 0과 1 사이로 숫자가 "
        "너무 큰 큰 숫자 값이 커서 작게 줄이기 미리 줄여야 크기를 맞추기",
    ),
    (
        N_("Which batch size should I choose?"),
        N_(
            "32 is Keras's default. Smaller batches change the weights more often in each epoch, and each epoch "
            "takes longer. Here it is 8: the line below the curve counts the iterations."
        ),
        {"source": "noisy_sine", "batch_size": "8", "trained": "40"},
        "batch_size best good choose how large small mini-batch 배치 크기 얼마 정하기 몇 고르기 몇으로 배치사이즈 "
        "choice of batch size batch 32 64 how many at a time 한 번에 몇 개씩 몇 개씩 배치 크기 선택 배치 사이즈 추천 "
        "what does batch_size mean why is batch size useful",
    ),
    (
        N_("How long should the look-back window be?"),
        N_("Long enough for the steps that matter: the panel shows which lags of the window moved the forecast."),
        {"panel": "lags"},
        "look_back lookback window size length sequence length how many lags choose 윈도 윈도우 길이 크기 룩백 얼마나 "
        "길게 how many timesteps at a time should I use how many time steps should I use 타임스텝 시점 몇 개 "
        "몇으로 윈도우 사이즈 정하기 과거 며칠 시퀀스 길이 며칠치 데이터 window length for daily data how many past "
        "days how far back should it look how much history past values "
        "과거를 얼마나 며칠 전까지 과거 데이터 며칠치 얼마나 먼 과거 지난 며칠 "
        "vibration sensor khz sampling rate how many timesteps per window make sense how many past hours days to "
        "read 센서 1분 간격 데이터 윈도우 길이 정하기 몇 시점 며칠",
    ),
    (
        N_("Which inputs decided a forecast?"),
        N_("The panel divides a forecast among the numbers of its window, feature by feature, and the sum is checked."),
        {"panel": "lags"},
        "feature importance attribution integrated gradients shap saliency explain forecast which input which feature "
        "variable occlusion 입력 특성 중요도 기여도 적분 기울기 예측 설명 feature selection select features 특성 선택 "
        "변수 선택 which column matters most important columns feature importance why did it predict this reason for a "
        "forecast 어떤 열이 중요한 무엇 때문에 이런 예측 변수 중요도 예측 이유 근거 중요한 변수 어느 변수",
    ),
    (
        N_("What do the gates do while a series is forecast?"),
        N_("The panel draws them under the curve. Click the curve to choose a time."),
        {"panel": "gates"},
        "gates over time series explain interpret forecast activations inside 게이트 곡선 해석 설명",
    ),
    (
        N_("How do I forecast my own CSV?"),
        N_("Paste or upload it here. It stays in your session, and the scaler uses only the training part."),
        {"source": "own"},
        "upload csv excel file own data dataset dataframe sales demand electricity power load energy traffic "
        "temperature forecasting 내 데이터 파일 엑셀 업로드 올리기 넣기 불러오기 판매 매출 수요 전력 전기 교통량 기온 "
        "예측 올릴 수 있나요 own table excel sheet sales for each day predict tomorrow use my data upload my numbers "
        "load my file spreadsheet forecast my sales 내 표 매출표 가게 매출 내일 맞히기 내일 예측 내 자료 엑셀 파일 제 "
        "데이터로 내 데이터로 우리 데이터 판매량 예측 표를 올리기 파일 올리기 자료 올리기 csv 업로드 train an lstm on "
        "my custom data set own dataset custom data",
    ),
    (
        N_("How do I save a model as my_model.keras, and load it again?"),
        N_(
            'model.save("my_model.keras") writes it, keras.models.load_model("my_model.keras") reads it. The panel '
            "makes the file of the trained model, and the script that trains it."
        ),
        {"panel": "files"},
        "my_model.keras save model load_model model.save export download h5 hdf5 script 모델 저장 내려받기 불러오기 "
        "파일 save and load lstm model h5 vs keras format 모델 저장하고 불러오기 difference between .h5 and .keras "
        "save weights 가중치 저장 load a trained model pickle keras model 모델 다운로드 keep the trained network use "
        "it later save trained model to disk 학습한 모델 보관 나중에 다시 쓰기 모델 파일로",
    ),
    (
        N_("Why does my model predict the same value every time?"),
        N_(
            "It has learned little more than the mean: too few epochs, a learning rate that is too small, inputs "
            "that are not scaled, or nothing to learn. Here it had one epoch."
        ),
        {"source": "noisy_sine", "learning_rate": "0.0005", "epochs": "1", "trained": "1", "panel": "forecast"},
        "predicts same value constant flat line predictions outputs mean average only straight 예측값이 다 똑같아요 "
        "같은 값만 평균만 일직선 직선 수평선 평균 상수 identical all predictions identical 평균값으로 수렴 converge to "
        "the mean output never changes 값이 안 변해요 always the same answer only ever says the same thing says the "
        "same every time single answer stuck on one value 맨날 같은 답 똑같은 답만 같은 답만 같은 말만 하나만 답하는 "
        "계속 같은 값 늘 같은 결과 예측이 다 같아",
    ),
    (
        N_("How do I get the forecast back in the unit of my data?"),
        N_(
            "Undo the scaler: multiply by its standard deviation and add its mean, or call inverse_transform. The "
            "page draws every forecast in the unit of the series, and the script does so too."
        ),
        {"panel": "files"},
        "inverse_transform rescale predictions back to original scale units denormalize unscale 예측값 원래 단위로 "
        "역변환 되돌리기 스케일 역정규화 역변환 원래 값 real prices back out of the numbers original values real "
        "values undo scaling scaled values back 원래 값으로 되돌리기 원래 숫자 실제 가격 원래대로 작게 줄인 숫자를 "
        "실제 값으로 스케일 되돌리기",
    ),
    (
        N_("What about missing values in my data?"),
        N_(
            "Fill them first: a NaN in the input makes every later number NaN, the loss too. Your own data are "
            "filled with the previous value, or as you choose."
        ),
        {"source": "own"},
        "missing values nan NaN in data gaps fillna ffill interpolate dropna 결측치 빈 값 누락 채우기 missing values "
        "in time series 결측치 처리 결측값 빈칸 empty rows empty cells holes some values are not there blank rows "
        "incomplete data 빈 칸 표에 빈 칸 빈 줄 비어 있는 없는 값 값이 없는 빠진 값 결측 결측값이 있는 시계열은 "
        "어떻게 넣나요",
    ),
    (
        N_("Are there prediction intervals or quantiles?"),
        N_(
            "No: each forecast here is one number, and the table says how large its error is. In Keras, a quantile "
            "needs the pinball loss, a function of your own."
        ),
        {"panel": "forecast"},
        "prediction interval intervals quantile regression quantiles pinball loss confidence interval uncertainty "
        "bands probabilistic forecast error bars 예측 구간 신뢰 구간 분위수 분위 회귀 불확실성 확률 예측 upper and "
        "lower bound 예측 범위 how certain is the forecast how sure is the forecast uncertainty range error margin "
        "from to 얼마나 확실한 오차 범위 어디서부터 어디까지 불확실한 정도 확신 구간",
    ),
    (
        N_("Why is the accuracy 0 in a regression?"),
        N_(
            "With one output, accuracy rounds the prediction to 0 or 1, and a target that is a real number hardly "
            "ever equals that. See MAE or RMSE in the table instead."
        ),
        {"panel": "forecast"},
        "accuracy 0 zero 0.0000e+00 always regression metric metrics r2 mae rmse accuracy for time series 회귀 "
        "정확도 0 정확도가 0 평가 지표",
    ),
    (
        N_("Is there a search for the best hyperparameters?"),
        N_(
            "No: change one setting, train again with the same seed, and compare the validation losses. KerasTuner "
            "tries many settings for you."
        ),
        {"source": "noisy_sine", "panel": "forecast"},
        "hyperparameter hyperparameters tuning tuner keras tuner grid search random search optuna bayesian "
        "optimization 하이퍼파라미터 하이퍼 파라미터 튜닝 튜너 그리드 서치 최적화 자동으로 찾기 what are "
        "hyperparameters which settings can be changed find good settings automatically best settings 하이퍼파라미터란 "
        "설정을 자동으로 좋은 설정 찾기",
    ),
    (
        N_("Is an LSTM better than ARIMA or XGBoost?"),
        N_(
            "Neither is here. The table compares the network with the last value, the last season and a linear "
            "regression on the window, which is like the autoregressive part of ARIMA."
        ),
        {"panel": "forecast"},
        "arima vs lstm sarima prophet xgboost  lightgbm classical statistical methods ar autoregressive model 아리마 "
        "통계 모델 엑스지부스트 프로핏 보다 나은가요 비교",
    ),
    (
        N_("Is there L2 regularization or weight decay?"),
        N_(
            "Not in the trainings of this page: they stop early instead. In Keras, kernel_regularizer and "
            "recurrent_regularizer of an LSTM, such as “l2”, add to the loss."
        ),
        {"source": "noisy_sine", "panel": "forecast"},
        "l2 l1 regularization weight decay kernel_regularizer recurrent_regularizer regularizer ridge 정칙화 규제 "
        "가중치 감쇠 L2 규제",
    ),
    (
        N_("How do I keep the best weights of a training?"),
        N_(
            "EarlyStopping(restore_best_weights=True) goes back to those of the best epoch, as the page does. "
            "ModelCheckpoint(file, save_best_only=True) writes a file whenever the validation loss is the lowest so "
            "far."
        ),
        {"panel": "forecast"},
        "save best model best weights ModelCheckpoint save_best_only restore_best_weights best epoch callback "
        "checkpoint 가장 좋은 모델 저장 최고 성능 베스트 모델 저장하기 체크포인트 콜백 keep the best version best one "
        "가장 좋았던 때 최고일 때 저장 callback to save the best epoch",
    ),
    (
        N_("How do I use the trained model in my own program or web service?"),
        N_(
            "Load the file once with keras.models.load_model, scale the input as in training, call predict, and undo "
            "the scaling. The panel has the file and the script."
        ),
        {"panel": "files"},
        "serve serving fastapi flask django streamlit rest api web service server production docker deploy model "
        "inference new data one sample predict with loaded model 서빙 플라스크 배포 웹 서비스 서버 api 운영 put it on "
        "a website use it in an app deploy model to production call from another program 웹사이트에 올리기 앱에 넣기 "
        "서비스에 쓰기 배포하기 실제로 쓰려면 다른 프로그램에서",
    ),
    (
        N_("Should I forecast differences or returns instead of the values?"),
        N_(
            "Often, if the series has a trend: changes have no level that only the test part has. The network here "
            "reads relative changes; a forecast change is added to the last value."
        ),
        {"source": "price", "change": "returns", "panel": "way"},
        "differencing difference diff stationary stationarity adf test detrend trend log returns or prices "
        "pct_change relative change 차분 정상성 정상 시계열 추세 제거 수익률 로그 수익률 변화율 need stationary data "
        "remove seasonality deseasonalize 계절성 제거",
    ),
    (
        N_("What if dates are missing, or the rows are at uneven times?"),
        N_(
            "A layer reads rows, not times: resample to equal times, or add the time since the previous row as a "
            "feature. Of your own file, the page counts the uneven rows."
        ),
        {"source": "own"},
        "missing dates irregular time intervals uneven unevenly spaced sampling resample asfreq gaps in timestamps "
        "time delta 빠진 날짜 날짜가 빠진 빠진 시간 불규칙한 시간 간격이 다른 리샘플링 시간 간격 some days are missing "
        "weekends holidays gaps between days not every day 주말이 없는 빠진 날 날짜가 건너뛰는 며칠이 빠진 "
        "no rows for sundays because we're closed weekends missing days without rows 일요일 행이 없어요 쉬는 날",
    ),
    (
        N_("How do I give the network the hour, the weekday or the month?"),
        N_(
            "As features: the sine and the cosine of 2π · hour / 24, so that 23 is near 0. Add such columns to your "
            "file: the network can read them, too."
        ),
        {"source": "own"},
        "hour of day weekday day of week month calendar time features encode cyclical cyclic sin cos sine cosine date "
        "as feature timestamp datetime column 요일 월 시간대 날짜를 특성으로 달력 주기 인코딩 날짜 열 day of the week "
        "weekends holidays time of day season of the year date column csv date dates as input 요일 반영 주말 반영 "
        "공휴일 날짜 열 처리 날짜 넣기 날짜 입력 계절 반영 "
        "time2vec time embedding positional encoding of time",
    ),
    (
        N_("What is the difference between MAE, RMSE, MAPE and MASE?"),
        N_(
            "MAE is the mean error, RMSE counts large errors more; both have the series' unit. MAPE is in percent, "
            "and fails near 0. MASE divides by a simple forecast's error."
        ),
        {"panel": "forecast"},
        "mae rmse mse mape smape mase which metric error measure difference evaluation 평가 지표 오차 지표 차이 평균 "
        "절대 오차 제곱근 퍼센트 how is the error measured mape rmse calculation error in percent how many percent "
        "wrong 오차 계산 오차를 어떻게 재는 몇 퍼센트 틀린 mape 계산 rmse 계산 오차 종류 지표",
    ),
    (
        N_("Why is my R² negative?"),
        N_(
            "Because the squared error is larger than that of always predicting the mean. The skill in this table "
            "compares with repeating the last value in the same way."
        ),
        {"panel": "kinds"},
        "r2 r2_score r squared r-squared R2Score coefficient of determination negative below zero minus 결정 계수 "
        "결정계수 음수 마이너스 r2가",
    ),
    (
        N_("Why is the validation loss lower than the training loss?"),
        N_(
            "fit averages the training loss over the epoch, while the weights still improve, and with dropout; the "
            "validation loss comes after it, without dropout. Or the validation part is easier to predict."
        ),
        {"panel": "forecast"},
        "val_loss lower than train loss validation loss lower smaller less below training 검증 손실이 더 낮아요 학습 "
        "손실보다 낮은 작아요 검증 정확도가 더 높아요",
    ),
    (
        N_("How do I plot the losses of a training?"),
        N_(
            "fit returns a History: history.history has a list for “loss” and one for “val_loss”, with a number for "
            "each epoch. Here both are drawn while a network trains."
        ),
        {"source": "noisy_sine", "panel": "forecast"},
        "plot training history loss curve history.history matplotlib accuracy graph draw learning curve val_loss 학습 "
        "곡선 그리기 손실 그래프 히스토리 시각화 그래프로 draw the curve learning curve graph of training learning "
        "curve 학습 그래프 곡선 보는 법 손실 곡선 그래프 보기",
    ),
    (
        N_("Which loss suits a forecast: mse, mae or Huber?"),
        N_(
            "mse counts large errors most, and its best forecast is the mean; that of mae is the median. Huber lies "
            "between, so outliers count less. The networks here train with mse."
        ),
        {"panel": "forecast"},
        "mse vs mae loss huber log_cosh which loss function for regression forecasting outliers robust 회귀 손실 함수 "
        "선택 허버 이상치에 강한 mse mae 중에 loss for regression forecasting which loss 예측 손실 함수 시계열 손실 "
        "함수",
    ),
    (
        N_("Does validation_split suit a time series?"),
        N_(
            "It takes the last samples of X before they are shuffled: the latest ones, if the windows are in order. "
            "But the scaler must be fitted without them, as here."
        ),
        {"panel": "way"},
        "validation_split validation_data difference shuffle which samples last part validation_split=0.2 쓰면 시계열",
    ),
    (
        N_("Should I remove outliers?"),
        N_(
            "Errors of measurement, yes; real extremes belong to the series. With min–max scaling, as here, a single "
            "outlier presses all other values together; mean and deviation depend on it less."
        ),
        {"scaling": "min_max", "panel": "way"},
        "remove outliers outlier removal clip winsorize extreme values spikes RobustScaler noise filter smoothing "
        "이상치 제거 이상값 제거해야 극단값 튀는 값 노이즈 제거 스무딩",
    ),
    (
        N_("Should I take the logarithm of my data?"),
        N_(
            "If the values grow in proportion, or span several powers of ten: equal ratios become equal distances. "
            "The relative changes that the network reads here do much the same."
        ),
        {"source": "price", "change": "returns", "panel": "way"},
        "log transform logarithm log1p box-cox skewed data exponential growth 로그 변환 로그를 취하기 로그 스케일",
    ),
    (
        N_("Does an average of several networks forecast better (ensemble)?"),
        N_(
            "Usually a little: networks from other seeds make other errors, which partly cancel. The page shows one "
            "network; change the seed of the weights, and see how much they differ."
        ),
        {"source": "noisy_sine", "seed": "2", "panel": "forecast"},
        "ensemble averaging several models bagging stacking models combine predictions vote 앙상블 여러 모델 평균 배깅 "
        "결합 combine several networks several at once better 여러 개 합치기 여러 모델 합치기",
    ),
    (
        N_("May the windows of a time series be shuffled?"),
        N_(
            "Yes, those of the training part: each window starts from zeros, and fit shuffles them by default. Not "
            "the rows before they are split, and not with stateful=True."
        ),
        {"panel": "way"},
        "shuffle windows time series shuffle training data shuffle=True fit order random split 데이터 셔플해도 "
        "되나요 시계열 섞어도 되나요 셔플 윈도 섞기",
    ),
    (
        N_("How do I compare two networks fairly?"),
        N_(
            "On the same data, with the same seed and only one setting changed, by the error on the validation part. "
            "The panel trains three kinds so; another seed shows what is chance."
        ),
        {"source": "noisy_sine", "panel": "kinds"},
        "compare two models which model is better which of my networks is best compare results fair comparison "
        "benchmark model selection choose between two models lstm or gru on my data 두 모델 비교 어느 모델이 더 나은 "
        "뭐가 나은지 모델 비교 성능 비교 공정한 비교 모델 고르기 모델 선택 어느 쪽이 나은",
    ),
    (
        N_("Why does my model do badly on new data?"),
        N_(
            "Often they lie outside the range of the training data, or were scaled anew: use the scaler of the "
            "training. Or the network has overfitted: compare the losses of both parts."
        ),
        {"panel": "way"},
        "works on training data but not on new data bad in practice results in production worse than in test new data "
        "unseen data out of range distribution shift concept drift drift model gets worse over time extrapolation "
        "wrong on live data poor generalization 새 데이터 새로운 데이터에서 안 맞는 실전에서 나쁜 실제로 쓰면 나빠 "
        "시간이 지나면 나빠지는 데이터가 바뀌면 범위 밖 처음 보는 데이터 일반화 드리프트",
    ),
    (
        N_("Which column of my file is forecast?"),
        N_(
            "Those chosen under “Columns to read and predict”: each is read, and each is predicted. “Column to "
            "evaluate” says of which of them the errors are shown."
        ),
        {"source": "own"},
        "which column should be the answer choose target column select the column to predict y column label column "
        "what is the target dependent variable use other columns as features 어떤 열을 예측 예측할 열 타깃 열 정답 열 "
        "고르기 열 선택 목표 변수 종속 변수 무엇을 예측할지 y 열 대상 열",
    ),
    (
        N_("What if my file is read wrongly?"),
        N_(
            "The page says what it took the file for: encoding, separator, decimal mark, rows with names, dates. Each "
            "can be chosen otherwise beside the file."
        ),
        {"source": "own"},
        "csv not read correctly decimal comma semicolon separator wrong encoding garbled korean characters broken "
        "letters header row dates not recognized utf-8 cp949 euc-kr UnicodeDecodeError thousands separator date format "
        "german excel 파일이 잘못 읽혀 한글 깨짐 글자가 깨져요 인코딩 구분자 소수점 쉼표 머리글 헤더 날짜 인식이 안 "
        "날짜 형식 csv 오류 파일 오류 안 읽혀",
    ),
    (
        N_("What are the training, validation and test parts for?"),
        N_(
            "Weights are learned from the training part. The validation part says when to stop and which settings are "
            "best; the test part, kept for the end, how good the network is."
        ),
        {"panel": "way"},
        "difference between validation and test set training set why three parts what is validation data what is "
        "val_loss validation loss meaning training loss vs validation loss why not test on the training data 검증 "
        "데이터란 테스트 데이터 차이 검증과 테스트 차이 왜 세 개로 나누는 학습 손실 검증 손실 차이 val_loss란 검증이란 "
        "훈련 세트 검증 세트 테스트 세트",
    ),
    (
        N_("Can I upload an Excel file?"),
        N_(
            "Not as .xlsx: save it as CSV, or copy the cells in Excel and paste them here. Files of up to 20 MB with "
            "commas, semicolons or tabs are read."
        ),
        {"source": "own"},
        "excel xlsx xls spreadsheet google sheets copy from excel paste cells file types which format json parquet how "
        "large may a file be maximum file size limit 20 MB too large upload 엑셀 엑셀 파일 올리기 xlsx 구글 시트 "
        "붙여넣기 복사해서 파일 형식 파일 크기 제한 최대 용량 몇 메가까지",
    ),
    (
        N_("Must the target be scaled, too?"),
        N_(
            "For a regression usually yes, with the scaler of the training part, and undone after predict; then losses "
            "and learning rates are of the usual size. Labels of classes are not scaled."
        ),
        {"panel": "way"},
        "scale y scale the target normalize output should y be normalized scale labels two scalers X and y scaler for "
        "the target 타깃도 스케일링 y도 정규화 정답도 스케일 출력값 정규화 종속 변수 스케일링 y 스케일러",
    ),
    (
        N_("How do I forecast a series with an LSTM?"),
        N_(
            "Split it in time, scale it, cut it into windows, train, and compare the forecast with simple ones. The "
            "page does all of this, and its script does the same."
        ),
        {"panel": "way"},
        "lstm for time series prediction lstm time series forecasting time series forecast steps from data to forecast "
        "workflow pipeline predict the next value predict future values from past values 시계열 예측 하는 법 시계열 "
        "예측 순서 lstm으로 시계열 예측 전체 과정 예측 절차 다음 값을 예측 과거로 미래를 예측",
    ),
    (
        N_("Do overlapping windows leak between training and test?"),
        N_(
            "Not if the series is split first: then no training window has a value from behind the border. Windows "
            "that are cut first and then shuffled do leak."
        ),
        {"panel": "way"},
        "overlapping windows leak between train and test data leakage windows sliding windows overlap border purge "
        "gap 윈도우를 겹치게 자르면 테스트 쪽으로 데이터 새는 겹치는 윈도 데이터 누수 유출",
    ),
    (
        N_("One model for all series, or one for each?"),
        N_(
            "If they are alike, one for all: it learns from more data. Scale each by itself. A few different ones: "
            "one each. Compare both on the same test part."
        ),
        {"source": "own"},
        "one model for 500 stores or one per series several shops in one file one model or one each global model "
        "local model many time series per store per product per sensor 매장마다 모델 여러 매장 하나의 모델 "
        "시리즈마다 따로 전체 모델",
    ),
    (
        N_("My forecast is below zero, but the quantity cannot be: what helps?"),
        N_(
            'Forecast log(1 + y) and undo it with expm1; or end with Dense(1, activation="softplus") on data scaled '
            "to 0–1. Cutting off at 0 afterwards is the simplest."
        ),
        {"panel": "way"},
        "forecast goes below zero negative prediction can't be negative non-negative output positive values only "
        "demand sales solar power rain discharge 예측값이 음수로 나와요 음수 예측 발전량 0보다 작은 예측 마이너스 "
        "예측",
    ),
    (
        N_("Can I feed in what is known of the future, such as a weather forecast?"),
        N_(
            "Not on this page: it reads past rows. In your own model shift such a column, so that each row holds the "
            "value known for the step that is predicted."
        ),
        {"source": "own"},
        "known future inputs tomorrow's rainfall forecast weather forecast as input future covariates exogenous "
        "variables planned promotions holidays ahead exog 미래 값을 입력으로 일기 예보 예보 값 넣기 알려진 미래 외생 "
        "변수",
    ),
)

STEP_THROUGH = _about(
    "step_through",
    (
        N_("What do the gates of an LSTM do?"),
        N_(
            "The forget gate keeps, the input gate writes, the output gate shows. The page says it in words for one "
            "unit at one step."
        ),
        {"panel": "words"},
        "how does an LSTM work explained inside cell gates input forget output gate 게이트 역할 작동 원리 동작 diagram "
        "picture drawing structure 구조 구조도 그림 게이트 그림 어디서 보기 what happens inside what happens when it "
        "reads one number one step inside a cell decides what to remember how does it work inside gates explained "
        "keeps and throws away see which numbers it keeps 안에서 무슨 일 내부에서 일어나는 한 번 읽을 때 한 시점 "
        "무엇을 남기고 버리는 게이트란 게이트가 하는 일 게이트 역할 속에서 안쪽 동작 방식 architecture of an LSTM "
        "network key components of an LSTM cell parts of the cell how the memory cell works inner workings structure "
        "of the cell components 구성 요소 셀의 구조 lstm 구조 아키텍처 내부 구조 정보를 선택적으로 기억하고 잊는 "
        "게이트",
    ),
    (
        N_("What is an LSTM?"),
        N_(
            "A layer that reads a sequence step by step and keeps a memory, the cell state. Its gates decide what it "
            "keeps, writes and shows: the guided lesson has eight stops."
        ),
        {"lesson": "1"},
        "what is lstm long short-term memory introduction intro beginner start basics tutorial explain simply lesson "
        "how does an lstm remember where to start 처음 입문 초보 기초 시작 소개 쉽게 설명 LSTM이란 장단기 메모리 "
        "explain like im 5 eli5 lsmt ltsm LSTM 뜻 의미 개념 정의 뭐부터 봐야 초보자 처음 보는 first step beginners "
        "explain lstm for kids in simple words what is this about what am I looking at 아주 쉽게 처음부터 이게 뭐예요 "
        "엘에스티엠 인공지능 기억 LSTM이 뭐 LSTM이 뭔가요 LSTM은 무엇 where do I start what does lstm stand for "
        "abbreviation acronym 약자 줄임말 뜻이 뭐 what are LSTMs explain LSTM lstm layer lstm overview what problem "
        "does an LSTM solve LSTM은 어떤 문제를 해결하려고 만든 모델 LSTM은 어떻게 동작 LSTM에 대해 설명 explanation "
        "overview "
        "explain it to my boss in two minutes summary short explanation",
    ),
    (
        N_("Why does an LSTM have three gates?"),
        N_(
            "Because it decides separately what to forget, what to write and what to show. A GRU has two gates: what "
            "it keeps and what it writes add up to 1."
        ),
        {"panel": "gates"},
        "how many gates number of gates why three 3 gates 게이트 세 개 몇 개 3개 three doors 문이 세 개 게이트가 왜 세 "
        "개",
    ),
    (
        N_("What does the forget gate do?"),
        N_("It multiplies the previous cell state: near 1 the unit keeps its memory, near 0 it erases it."),
        {"lesson": "3"},
        "forget gate role purpose remember erase keep memory 망각 삭제 게이트 망각게이트 잊기 지우기 유지 why forget "
        "at all how does it forget decides what to throw away forgetting 왜 잊어버려 잊는 잊게 버리는 지우는 "
        "잊어버리는 망각 게이트란 필요 없는 기억 버리기 role of the forget gate in an LSTM cell purpose of the forget "
        "gate determines how much of the previous cell state is kept for the next time step which component keeps the "
        "old memory 정보를 선택적으로 잊는 이전 셀 상태를 얼마나 유지",
    ),
    (
        N_("What does the input gate do?"),
        N_("It says how much of the candidate is added to the cell state."),
        {"lesson": "4"},
        "input gate role purpose write candidate add new information 입력 게이트 입력게이트 후보 값 쓰기 더하기 "
        "decides what to write new into the memory 새로 쓰는 새로운 정보 기록 저장하는 받아들이는 role of the input "
        "gate in an LSTM cell purpose of the input gate how does the input gate work",
    ),
    (
        N_("What does the output gate do?"),
        N_("It says how much of tanh(c) the unit shows to the next layer and to the next step."),
        {"lesson": "5"},
        "output gate role purpose show hidden state expose 출력 게이트 출력게이트 보여 주기 내보내기 decides what to "
        "show to others 밖으로 내보내는 내보내기 보여 주는 꺼내 쓰는 role of the output gate in an LSTM cell purpose "
        "of the output gate",
    ),
    (
        N_("How is a gate computed?"),
        N_("Input · kernel + previous hidden state · recurrent kernel + bias, then a sigmoid: here with every number."),
        {"panel": "arithmetic"},
        "equation equations formula of an LSTM lstm formulas math sigmoid matrix multiplication calculate by hand W U "
        "b numpy cell state update c_t h_t 수식 계산 공식 시그모이드 셀 상태 갱신 formula of the forget gate where "
        "does the number of a gate come from calculated step by step by hand 게이트 값 계산 숫자가 어떻게 나왔는지 "
        "어떻게 계산 손으로 계산 게이트 값은 어떻게 implemented computationally implementation of an LSTM cell compute "
        "the cell mathematically 수학적으로 구현 "
        "work through one time step by hand with real numbers check my homework worked example numerical example one "
        "step by hand "
        "where does this number come from why is it 0.73 이 숫자 계산 과정",
    ),
    (
        N_("Why a sigmoid for the gates and tanh for the candidate?"),
        N_(
            "A gate is a number from 0 to 1 that says how much, a candidate is a value from −1 to 1. See both over "
            "time."
        ),
        {"panel": "gates", "gate": "input_gate"},
        "activation recurrent_activation sigmoid tanh function relu 활성화 함수 시그모이드 하이퍼볼릭 탄젠트 why two "
        "functions between 0 and 1 squash s curve 0과 1 사이 시그모이드와 tanh 왜 두 함수 tanh 시그모이드 차이 활성 "
        "함수 what is an activation function activation functions 활성화 함수란 활성화 함수가 뭐 why is tanh the "
        "activation of an rnn rnn에서 tanh를 쓰는 이유 왜 relu가 아니라 tanh",
    ),
    (
        N_("Can the cell state be larger than 1?"),
        N_(
            "Yes: each step adds to it, as the arithmetic of one unit shows at step 3. The hidden state h = o · "
            "tanh(c) stays between −1 and 1."
        ),
        {"panel": "arithmetic", "step": "3", "unit": "8"},
        "cell state bigger greater than one above 1 range bounded unbounded limits hidden state between -1 and 1 "
        "output negative values 셀 상태 1보다 큰 커질 수 범위 음수 why is h between -1 and 1 why are the numbers "
        "between minus one and one always between -1 and 1 never larger than 1 limits of the numbers -1에서 1 사이 왜 "
        "-1과 1 사이 1을 넘는 숫자 범위",
    ),
    (
        N_("At which step was this memory written?"),
        N_("The memory ledger splits the cell state into what each step wrote and what is left of it."),
        {"panel": "memory"},
        "cell state long-term memory contribution where does it come from ledger 셀 상태 기억 장부 언제 기록 when did "
        "it learn this when was it stored where does this memory come from 언제 기억한 언제 저장한 언제 쓴 기억",
    ),
    (
        N_("Which unit remembers the first symbol?"),
        N_("Look at A − B: the row that stays coloured to the last step carries the difference. Here it is unit 4."),
        {"unit": "4", "step": "2", "show": "A-B"},
        "neuron latch remember compare two sequences difference long-term dependency 어느 유닛 기억 첫 기호 차이 비교 "
        "where is the memory stored which row remembers how does it remember the first one until the end remember "
        "something from the very beginning difference between A and B tell apart 처음에 본 걸 끝까지 기억 첫 번째 글자 "
        "기억하는 어디에 저장 어디에 기억 처음 것을 기억 A와 B 차이 A랑 B 구별 구분 맨 처음 "
        "does ablating one cell prove that it stores the first symbol find the unit neuron that reacts to "
        "is there a unit that stays on after the cue until the response persistent activity why do A and B end "
        "differently when their last inputs are the same",
    ),
    (
        N_("What is the difference between an LSTM and a GRU?"),
        N_(
            "A GRU has one state, two gates and about three quarters of an LSTM's parameters: the more its update "
            "gate keeps of the state, the less it takes of the candidate."
        ),
        {"model": "untrained", "layer": "gru", "step": "2"},
        "LSTM vs GRU versus compare against update gate reset gate which is better 뭐가 어느 것이 더 좋아요 나은가요 "
        "차이 비교 갱신 게이트 리셋 게이트 faster smaller fewer parameters 더 빠른가요 difference between rnn lstm gru "
        "lstm or gru gru or lstm 둘 중 gru lstm 차이점 gru와 lstm gru란 gru gates 지알유 how many gates does a gru "
        "have gru 게이트 몇 개 gru 게이트 역할 gru가 더 간단한 이유 gru 구조 gru simpler structure "
        "GRU가 더 빠르다던데 is gru faster lstm or gru for few training examples "
        "LSTM이 GRU보다 더 못 외우는데 lstm worse than gru",
    ),
    (
        N_("What is a SimpleRNN without gates?"),
        N_(
            "At every step it computes its whole state again from the input and the previous state: no gate keeps "
            "anything."
        ),
        {"model": "untrained", "layer": "simple_rnn", "step": "2"},
        "SimpleRNN vanilla RNN versus LSTM basic recurrent network 단순 기본 순환 신경망 rnn without gates plain "
        "simple network lstm vs rnn rnn이란 rnn과 lstm rnn lstm 차이 일반 rnn rnn 식 rnn 수식 rnn 공식 equation of an "
        "rnn formula of simplernn tanh in rnn "
        "show plain rnn forgetting and lstm not forgetting side by side compare memory of rnn and lstm",
    ),
    (
        N_("What does an LSTM look like before training?"),
        N_("Its gates are near 0.5, except the forget gate, and no unit keeps the difference between A and B."),
        {"model": "untrained", "step": "4"},
        "untrained random weights initialization before training 학습 전 초기 가중치 무작위 at the very beginning "
        "knows nothing yet 배우기 전 아무것도 모르는 학습하기 전",
    ),
    (
        N_("How sure is the model of its prediction?"),
        N_("The panel shows the probability of each symbol after each step, from softmax."),
        {"panel": "predictions"},
        "softmax probability probabilities confidence predict next symbol argmax 확률 확신 소프트맥스 다음 기호 "
        "percent below the circle how certain percentage is it sure confident 얼마나 확신 몇 퍼센트 확실한 자신 있는 "
        "확률 출력 확률로 퍼센트",
    ),
    (
        N_("Are peephole connections or a ConvLSTM here?"),
        N_(
            "No: the app has Keras's LSTM, GRU and SimpleRNN. Their gates read the input and the previous hidden "
            "state, and never the cell state, as the arithmetic shows."
        ),
        {"panel": "arithmetic", "step": "3"},
        "peephole ConvLSTM ConvLSTM2D xLSTM images image video frames convolution layer normalization zoneout "
        "variants of lstm 핍홀 변형 종류 합성곱 coupled input and forget gate cifg mlstm slstm mamba state space "
        "model s4 rwkv liquid radar precipitation 컨브 강수량 위성 cnn for each frame TimeDistributed Conv2D 동영상 "
        "비디오",
    ),
    (
        N_("How do I show this to a class?"),
        N_(
            "“For the class” shows the figure alone in larger type, and parts of it can be hidden. The link of that "
            "view opens it in the same way."
        ),
        {"teach": YES},
        "teacher teaching classroom lecture students projector presentation present fullscreen full screen beamer "
        "exercise slides 수업 강의 교실 학생 선생님 교사 발표 프로젝터 전체 화면 보여 주기 text on the wall screen too "
        "small larger letters bigger font big screen too small to read from the back hide parts for pupils 글씨가 너무 "
        "작아 글자 크게 큰 글씨 큰 화면 뒤에서 안 보여 교실 화면 빔 프로젝터 수업 시간에 보여주기 크게 보기 확대",
    ),
    (
        N_("How do I share what I see, or come back to it?"),
        N_("Everything that you choose is in the address: “Copy link” copies it, and it opens the same view again."),
        {"unit": "4", "step": "2", "show": "A-B"},
        "share link url address copy bookmark save view send permalink 공유 링크 주소 복사 저장 북마크 보내기  friend "
        "page 친구 send what I see to my students give this page to someone save my place come back tomorrow link to "
        "this view qr 보고 있는 화면 보내기 학생들한테 보내기 친구에게 보내기 그대로 보내기 나중에 다시 보기 링크 "
        "보내기 화면 공유 같은 화면",
    ),
    (
        N_("Is there a dark mode?"),
        N_("Yes: the pages are dark if the system or the browser is set to dark. A link does not change that."),
        {"step": "3"},
        "dark mode night theme light colors black background 다크 모드 어두운 테마 화면 밝기 배경",
    ),
    (
        N_("Is this app free, and may I use it in my course?"),
        N_("Yes: its code has the MIT licence. You may use it, change it and pass it on, also in a course."),
        {"lesson": "1"},
        "free licence license MIT open source price cost copyright author who made this 무료 라이선스 저작권 만든 사람 "
        "가격 cite citation publication paper thesis 논문에 써도 인용 출처 pay money school use for lessons allowed 돈 "
        "내야 유료 수업에 써도 학교에서 써도",
    ),
    (
        N_("Where is the code for what I see?"),
        N_(
            "Most pages have a panel “Keras code” or “Files and code”: a script that you can copy, and run without "
            "this app."
        ),
        {"panel": "code"},
        "code script export code from the app copy source python example notebook github keras code download 코드 어디 "
        "코드 보기 파이썬 예제 코드 복사 내려받기 소스 jupyter notebook 주피터 노트북에서 get the program behind it "
        "python code of this 파이썬 코드로 이 결과를 코드로",
    ),
    (
        N_("How do I use this app?"),
        N_(
            "Choose a page at the top; each opens with an example, and “Try this” has more. The language is chosen "
            "beside the page's title."
        ),
        {"lesson": "1"},
        "how to use this app website site what does the app do help manual guide instructions change language korean "
        "english 사용법 사용 방법 사용하는 이 사이트 앱 뭐하는 곳 도움말 설명서 언어 바꾸기 한국어로 영어로 where do I "
        "begin what can I do here how does this page work what is this page for other language 어떻게 쓰는 어떻게 사용 "
        "뭘 할 수 있는 처음 왔는데 어디부터 처음인데 어디부터 봐야 하나요 사용하는 법 영어로 보기 what am i "
        "supposed to see here what should I do here",
    ),
    (
        N_("Which keys does the viewer have?"),
        N_(
            "← and → go one step back and on, Home and End to the first and the last, Space plays. ↑ and ↓ change "
            "the unit once the viewer has the focus."
        ),
        {"unit": "4", "step": "2"},
        "keyboard shortcuts keys hotkeys arrow keys space play animation viewer 키보드 단축키 화살표 키 재생 방향키 "
        "move on to the next step go one step further time slider step by step with the keyboard without mouse play "
        "button next step previous step 다음 시점으로 넘기기 다음으로 이동 키보드로 이동 한 칸씩 움직이기 재생하기 "
        "마우스 없이 앞으로 뒤로 시점 이동 "
        "step backwards go back one step previous step 한 스텝 뒤로",
    ),
    (
        N_("How do I save a chart or the numbers?"),
        N_(
            "“Save chart” below a chart gives it as PNG, SVG or HTML. The numbers are in the panel “Data”, as files "
            "to download."
        ),
        {"panel": "data"},
        "save download figure chart plot image png svg picture numbers results as csv npz excel screenshot 그림 그래프 "
        "저장 내려받기 다운로드  숫자 결과 표 put this drawing on my slides powerpoint picture for a paper report copy "
        "the figure export picture export image download figure word document 그림 내보내기 그림을 파워포인트에 넣기 "
        "발표 자료에 넣기 그림 파일 보고서에 넣기 이미지로 저장 그래프 저장 svg png 내보내기 캡처 한글 문서",
    ),
    (
        N_("What is the difference between LSTM and LSTMCell?"),
        N_(
            "An LSTMCell computes one step, as shown here; LSTM runs it over all steps. RNN(LSTMCell(8)) gives the "
            "same numbers as LSTM(8), but never uses the fast cuDNN kernel."
        ),
        {"panel": "arithmetic", "step": "3"},
        "LSTMCell vs LSTM layer GRUCell SimpleRNNCell cell and layer difference 셀과 층 차이 LSTMCell이랑",
    ),
    (
        N_("Who invented the LSTM?"),
        N_(
            "Sepp Hochreiter and Jürgen Schmidhuber, in 1997. The forget gate, shown here, came in 2000, by Gers, "
            "Schmidhuber and Cummins; the GRU in 2014, by Cho and others."
        ),
        {"lesson": "3"},
        "who invented lstm inventor original paper author history year Hochreiter Schmidhuber Gers Cho citation cite "
        "누가 만들었어 만들었나요 개발 발명 처음 제안 원논문 논문 저자 역사 언제 나왔",
    ),
    (
        N_("Why are the gates, or the probabilities, near 0.5?"),
        N_(
            "A sigmoid of 0 is 0.5, and before training all sums are small, as here. If they stay so, little was "
            "learned: more epochs, a larger learning rate, or scaled inputs."
        ),
        {"model": "untrained", "step": "4", "panel": "gates", "gate": "input_gate"},
        "gates always 0.5 probability around 0.5 sigmoid output near 0.5 predictions all 0.5 binary classification "
        "uncertain 확률이 다 0.5 근처 게이트 값이 0.5 항상 0.5 이진 분류 half open gate nothing learned 반쯤 열린 절반",
    ),
    (
        N_("What happens with activation='relu' in an LSTM?"),
        N_(
            "The candidate and the hidden state no longer stay between −1 and 1, where tanh keeps them here: they "
            "may grow at each step until they are NaN. cuDNN is not used."
        ),
        {"panel": "gates", "gate": "input_gate"},
        "relu activation in lstm instead of tanh nan explodes activation='relu' leaky relu relu 쓰면 nan 렐루 활성화 "
        "함수 "
        "시그모이드 대신 렐루 쓰면 tanh 대신 렐루",
    ),
    (
        N_("What is the difference between an LSTM and a CNN (Conv1D)?"),
        N_(
            "A Conv1D reads a few neighbouring steps at a time, all at once; an LSTM carries a state from step to "
            "step. Here unit 4 keeps the first symbol to the end."
        ),
        {"unit": "4", "step": "2", "show": "A-B"},
        "cnn vs lstm rnn vs cnn conv1d vs lstm tcn temporal convolution wavenet difference 차이 합성곱 신경망",
    ),
    (
        N_("What is the difference between Keras and TensorFlow?"),
        N_(
            "Keras has the layers and the training; a backend computes: TensorFlow, as in this app, JAX or PyTorch. "
            "Set the environment variable KERAS_BACKEND before you import keras."
        ),
        {"panel": "code"},
        "tensorflow vs keras tf.keras vs keras backend KERAS_BACKEND jax torch switch change backend 텐서플로 케라스 "
        "차이 텐서플로우 백엔드 바꾸기 텐서플로랑",
    ),
    (
        N_("What do the colours of the figure mean?"),
        N_(
            "Red is the forget gate, green the input gate, amber the candidate, blue the output gate. In the grids of "
            "the states orange is positive, blue negative, pale near 0."
        ),
        {"step": "3", "unit": "4"},
        "color colour colors coloured red box green box blue box yellow orange box red bar green bar red line red "
        "column dark cells dark colour light pale white cell shade meaning of the colours legend which colour why is "
        "it red why is it blue picture square brown purple line 색 색깔 색상 색깔의 의미 빨간색 빨간 상자 빨강 파란색 "
        "파란 상자 파랑 초록색 초록 녹색 노란색 주황색 진한 색 연한 색 흰색 왜 빨간 왜 파란 막대 색 범례 칸 색",
    ),
    (
        N_("What do the lines and signs in the drawing of the cell mean?"),
        N_(
            "× multiplies, + adds. The upper line is the cell state, the one below it the hidden state; thicker is "
            "larger. A bar is filled as far as its gate is open."
        ),
        {"step": "3", "unit": "4"},
        "circle with a cross circle with x in it plus sign times sign multiplication sign symbols in the diagram arrow "
        "arrows horizontal line on top thick line thin line bars filled boxes what does the arrow mean read the "
        "diagram explain the picture drawing of the cell conveyor belt tanh box 동그라미 원 안에 곱하기 더하기 표시 "
        "곱셈 기호 덧셈 화살표 화살표의 뜻 선 굵은 선 가는 선 위쪽 선 가로선 막대 채워진 상자 그림 기호 도형 그림 보는 "
        "법 구조 그림 읽기 셀 그림 도식 표시의 뜻 화살표는 뭘 뜻하는 화살표가 뭐 화살표는 무엇",
    ),
    (
        N_("What do the letters in the equations stand for?"),
        N_(
            "x is the input, h the hidden state, c the cell state; f, i, o are the gates, g the candidate; W, U, b are "
            "weights, σ is the sigmoid."
        ),
        {"panel": "arithmetic"},
        "letters symbols in the equations formula notation sigma σ meaning of x h c f i o g W U b variables little "
        "letters formulas subscript small t index what is c_t what is h_t x_t c tilde ⊙ ⊗ hadamard dot greek letter "
        "read the formula equation symbols meaning 수식 기호 공식 글자 문자 공식에 나오는 글자 기호 설명 기호의 뜻 "
        "시그마 아래 첨자 작은 글자 작은 숫자 식을 읽는 법 수식 읽기 수식 설명 변수 이름 f가 뭐 i가 뭐 o가 뭐 g가 뭐 "
        "h_t-1 c_t-1 what is h_t-1 previous hidden state 이전 은닉 상태",
    ),
    (
        N_("Why is a forget gate near 1?"),
        N_(
            "Because the unit has learned to keep its memory: nearly all of it is left. The grid rounds: at step 3 the "
            "gate of unit 4 is 0.996, shown as 1.00."
        ),
        {"step": "3", "unit": "4"},
        "forget gate value 1 always 1 equals one forget gate 1.00 close to one all the time keeps everything forgets "
        "nothing what does 0.996 mean forget gate is 1 means keep not forget forget gate 0 near zero 망각 게이트 1 "
        "값이 1 인 이유 1에 가까운 왜 1 항상 1 거의 1 삭제 게이트 1 0에 가까운 잊지 않는 1.00 다 기억 "
        "all forget gates around 0.99 is something wrong 망각 게이트가 다 1에 가까워요",
    ),
    (
        N_("What does it mean that a gate is open or closed?"),
        N_(
            "An open gate, near 1, lets a value through; a closed one, near 0, stops it. The value is multiplied by "
            "the gate, so 0.5 lets half of it through."
        ),
        {"panel": "gates", "gate": "input_gate"},
        "open gate closed gate opens closes half open door valve gate is a number between 0 and 1 gate value 0 gate "
        "value 1 meaning of a gate value what does 0.5 of a gate mean let through block switch on off 게이트가 열린다 "
        "열린 닫힌 닫힌다 문을 연다 문을 닫는다 문이 열리는 문 여닫는 열고 닫는 게이트 값의 의미 게이트 값 0 게이트 값 "
        "1 통과 막는 반쯤 게이트가 열려 있다 닫혀 있다 열림 닫힘",
    ),
    (
        N_("What are A and B, and what is the memory pair?"),
        N_(
            "Two sequences, 3, 0, 1, 2, 3 and 4, 0, 1, 2, 4. What follows the 2 depends on the first symbol: only a "
            "network that remembers it answers both."
        ),
        {"lesson": "1"},
        "memory pair what are the two sequences A and B what do A and B stand for 3 0 1 2 3 4 0 1 2 4 example data "
        "what data does it read numbers in the boxes symbols 0 1 2 3 4 why these numbers task of the first page 두 "
        "시퀀스 기억 과제 A와 B가 뭐 A와 B란 에이 비 예제 숫자 3,0,1,2,3 무슨 숫자 무슨 데이터 왜 이 숫자 기호 예제 "
        "데이터 설명 두 줄 memory pair accuracy",
    ),
    (
        N_("How does the network know whether it reads A or B?"),
        N_(
            "From its memory alone: after the first symbol both read the same. Unit 4 still differs at step 3, as A − "
            "B shows, and so the answers differ."
        ),
        {"unit": "4", "step": "3", "show": "A-B"},
        "how does the network know the difference between A and B tell A from B distinguish A and B same input "
        "different answer same input other output why 3 here and 4 there after 2 네트워크가 A와 B를 어떻게 구별 구분 "
        "A랑 B를 어떻게 아는 같은 입력인데 다른 답 입력이 같은데 답이 다른 어떻게 알아맞히 2 다음에 3 2 다음에 4 왜 "
        "답이 다른",
    ),
    (
        N_("What does A − B show?"),
        N_(
            "The numbers of A minus those of B, for every unit and step. Where both have read the same symbols just "
            "now, a row that stays coloured can only be memory."
        ),
        {"unit": "4", "step": "3", "show": "A-B"},
        "a minus b difference of the two sequences A-B button show A B A-B compare two inputs side by side 빼기 A 빼기 "
        "B A-B 버튼 두 시퀀스의 차이 비교해서 보기 차이 보기 나란히 비교",
    ),
    (
        N_("Why does an LSTM need both a cell state and a hidden state?"),
        N_(
            "c is the memory: only multiplied by the forget gate and added to, so it lasts. h is what the output gate "
            "shows of it to the gates and the next layer."
        ),
        {"panel": "memory"},
        "why two states why a cell state why cell state and hidden state both needed purpose of the cell state role of "
        "the hidden state 왜 상태가 두 개 셀 상태는 왜 필요 셀 상태가 필요한 이유 은닉 상태만 있으면 안 되나요 "
        "h랑 c를 둘로 나눈 이유 왜 h와 c 두 개 why split h and c",
    ),
    (
        N_("Why does an LSTM need a forget gate?"),
        N_(
            "Without it the cell state could only be added to: old content would never be erased, and c would grow. At "
            "1 it keeps everything, at 0 it erases."
        ),
        {"panel": "gates"},
        "why a forget gate why is the forget gate needed necessary lstm without forget gate no forget gate purpose of "
        "the forget gate 망각 게이트는 왜 필요 망각 게이트가 없으면 삭제 게이트 왜 필요 왜 잊어야 하나요",
    ),
    (
        N_("How do I read the grids of numbers?"),
        N_(
            "A row is a unit, a column a step, the colour shows the number. The dashed frame is the chosen unit, the "
            "solid frame this step: click a cell to choose another."
        ),
        {"step": "3", "unit": "4"},
        "grids heatmap heat map table of coloured cells rows and columns of the grid matrix of numbers squares frame "
        "dashed frame solid frame black box outline what are the rows what are the columns read the figure how to read "
        "the picture scale ±1 numbers in the cells choose another unit select a unit 격자 히트맵 표 칸 숫자판 행과 열 "
        "가로 세로 줄 테두리 점선 실선 검은 상자 네모 칸 그림 읽는 법 그림 보는 법 숫자 칸이 뭐 행이 뭐 열이 뭐 유닛 "
        "고르기 다른 유닛 보기",
    ),
    (
        N_("What do the circles with ✓ and ✗ mean?"),
        N_(
            "A square is the symbol that is read, the circle after it the predicted next one, with its probability. "
            "Green with ✓ is right, red with ✗ wrong, and neither is undecided."
        ),
        {"panel": "predictions"},
        "circle tick check mark cross green circle red circle dashed circle percent below right or wrong answer is the "
        "answer right where do I see whether it was right correct prediction mark squares and arrows at the top 99% "
        "체크 표시 엑스 표시 초록 동그라미 빨간 동그라미 원 안의 숫자 맞았는지 틀렸는지 답이 맞았는지 정답 표시 위쪽 "
        "동그라미 네모와 동그라미 퍼센트 화살표 어디서 보는",
    ),
    (
        N_("What can I do with a class in an hour?"),
        N_(
            "Take the lesson: eight stops, the first with a question. “Predict first” hides an answer until the class "
            "has said what it expects. Then train networks in the Memory lab."
        ),
        {"lesson": "1"},
        "lesson plan teaching ideas activity for students class hour one lesson 45 minutes 90 minutes exercise "
        "homework worksheet workshop something to do with my class introduce lstm to students how do I teach lstm "
        "curriculum course material 수업 활동 한 시간 수업 수업 계획 수업 지도안 학습지 활동지 과제 숙제 실습 수업에서 "
        "뭘 하면 무엇을 할까 학생 활동 수업 자료 수업 예시 가르치는 방법 가르치기 어떻게 가르칠까 강의 자료 교육 자료",
    ),
    (
        N_("What does “Predict first” do?"),
        N_(
            "It hides an answer until you have chosen what you expect, and then says why it is right or wrong. No "
            "score is kept. The switch is beside the title."
        ),
        {"predict": "True"},
        "predict first switch quiz questions test yourself hide the answer guess before test my understanding exercise "
        "with answers check what I know learn actively where is the answer hidden answer 먼저 예측 먼저 예측하기 퀴즈 "
        "문제 맞혀 보기 답 숨기기 답이 안 보여 답을 숨기는 스스로 확인 문제 풀기 자가 점검 이해했는지 확인 점수 퀴즈로 "
        "풀기 풀어 보기",
    ),
    (
        N_("Do I need mathematics for this?"),
        N_(
            "No: the lesson and the panel “In words” say what a unit keeps, writes and shows. The equations stand "
            "beside them for those who want them."
        ),
        {"lesson": "1"},
        "mathematics math maths without math not good at math bad at maths prerequisites previous knowledge too "
        "difficult hard to understand for beginners at school high school which knowledge needed calculus linear "
        "algebra programming needed 수학 수학을 몰라도 수학 없이 수학 못해도 어려워요 너무 어려운 선수 지식 배경지식 "
        "고등학생 중학생 문과 비전공자 코딩 몰라도 프로그래밍 몰라도 이해할 수 있는",
    ),
    (
        N_("Can I use the app without the internet, or install it?"),
        N_(
            "“Save as a page” gives a viewer or a lesson as one file that needs no network. The whole app runs on your "
            "own computer: its README says how to install it."
        ),
        {"lesson": "1"},
        "offline without internet no network no wifi install on my own computer run locally localhost download the app "
        "desktop version local server save as a page html file usb school without internet docker 오프라인 인터넷 없이 "
        "인터넷이 안 되는 와이파이 없이 설치 내 컴퓨터에 설치 다운로드해서 쓰기 로컬에서 실행 프로그램 설치 학교 "
        "인터넷 페이지로 저장 html 파일",
    ),
    (
        N_("Does the app work on a phone or a tablet?"),
        N_(
            "Yes: on a narrow screen the parts of a page stand below each other. Tap a cell of a grid to choose its "
            "unit and step, and press ▶ to play."
        ),
        {"step": "3", "unit": "4"},
        "use on mobile phone tablet ipad smartphone small screen touch tap android iphone does the website work on my "
        "phone responsive which browser chromebook 휴대폰으로 보기 스마트폰으로 태블릿 아이패드 핸드폰에서 되나요 "
        "모바일 화면 작은 화면 터치 크롬북 브라우저",
    ),
    (
        N_("How do I type a sequence of my own?"),
        N_(
            "Into “Sequence A”: symbols from 0 to 4, or, as another kind of input, a series of numbers or rows of "
            "features, which an untrained network reads."
        ),
        {"input": "series", "model": "untrained", "units": "16"},
        "enter my own numbers type own sequence change the input other numbers other symbols try another input custom "
        "sequence longer sequence edit sequence 숫자 바꾸기 입력 바꾸기 직접 입력 내 숫자 다른 숫자 넣어 보기 시퀀스 "
        "직접 입력 다른 시퀀스 다른 입력 값 바꾸기 수열 입력",
    ),
    (
        N_("Are these numbers really those of Keras?"),
        N_(
            "Yes: the app computes them by itself, and compares them with Keras's own output. The badge below the "
            "figure says how far they differ; “Check now” asks Keras again."
        ),
        {"step": "3", "unit": "4"},
        "equal to keras badge real numbers or made up true numbers trustworthy accurate is this a real network "
        "simulated or real correct computation check now verified compared with keras can I trust it fake 진짜 숫자 "
        "실제 숫자 진짜 케라스 케라스와 같음 가짜 믿을 수 있는 믿어도 정확한 값 배지 확인하기 실제 모델인지 지어낸 "
        "숫자 진짜 숫자 진짜인지",
    ),
    (
        N_("How do I begin again, or undo what I changed?"),
        N_(
            "“Back to start”, beside the title, shows the page as it opens at first. The browser's button “Back” leads "
            "to what was shown before."
        ),
        {"lesson": "0"},
        "reset the page start over start again undo go back to the beginning restore default settings back button "
        "return to previous original settings I changed something 되돌리기 처음으로 처음 화면으로 초기 화면 설정 "
        "초기화 원래대로 처음 상태로 돌아가기 뒤로 가기 취소 다시 시작 undo a change",
    ),
    (
        N_("How many students can use the app at once?"),
        N_(
            "Measured with one process on two processor cores: with 120 visitors a page answers within about 0.1 s, "
            "with 180 within about 1 s."
        ),
        {"teach": YES},
        "how many people users visitors at the same time whole class thirty students capacity load concurrent server "
        "slow with many students 30 computers 동시에 몇 명 몇 명까지 학생 여러 명 한 반이 동시에 접속 동시 접속 서버 "
        "느려지는 많은 학생 30명",
    ),
    (
        N_("How do I get the class from the probabilities?"),
        N_(
            "np.argmax(probabilities, axis=-1) is the most probable one; with one sigmoid output it is probability > "
            "0.5. Keras 3 has no predict_classes. Here the circles show the most probable symbol."
        ),
        {"panel": "predictions"},
        "argmax predict_classes class label from softmax output probability to label predicted class convert "
        "predictions to labels threshold 0.5 output is a list of probabilities 확률을 클래스로 예측 클래스 얻기 라벨로 "
        "바꾸기 argmax 임계값 확률에서 클래스 출력이 확률로 나오는데",
    ),
    (
        N_("How long does a memory last with a forget gate of 0.95?"),
        N_(
            "After n steps 0.95ⁿ of it is left: half after 13.5 steps, as log 0.5 ÷ log 0.95. With 0.99 it is 69 "
            "steps, with 0.5 a single one."
        ),
        {"panel": "memory"},
        "turn a forget gate value into a half life in steps how long does memory last half-life decay rate time "
        "constant 반감기 기억이 얼마나 오래 망각 게이트 0.95 몇 시점 동안",
    ),
    (
        N_("Is the candidate a gate, too?"),
        N_(
            "No. A gate is a sigmoid from 0 to 1 that multiplies; the candidate is a tanh from −1 to 1 that is "
            "multiplied by one. Some books count four gates."
        ),
        {"panel": "gates", "gate": "input_gate"},
        "is the candidate counted as a gate three or four gates is g a gate cell gate modulation gate 후보 값도 "
        "게이트인가요 게이트가 네 개 3개인지 4개인지",
    ),
    (
        N_("Nothing happens when I press something: what can I do?"),
        N_(
            "While Keras computes, the picture is dimmed and a note says so. What is refused has a sentence beside "
            "its field. Else reload: the address keeps what you chose."
        ),
        {"step": "3"},
        "nothing happens button does not work page does not react frozen stuck hangs not responding blank page "
        "loading forever bug broken app 버튼을 눌러도 아무 반응이 없어요 반응이 없어요 멈췄어요 안 움직여요 먹통 "
        "로딩 계속 화면이 안 나와요 버그",
    ),
    (
        N_("Is an LSTM like the memory of a brain?"),
        N_(
            "Only in name. “Short-term” means the state of the moment, “long” that it is kept over many steps. It is "
            "arithmetic: each step multiplies and adds, as shown here."
        ),
        {"panel": "arithmetic"},
        "brain short-term memory human memory biological neurons like the brain does it think conscious 뇌의 "
        "단기기억 뇌 사람의 기억 인간 뇌와 비슷 생물학 신경 생각하나요",
    ),
    (
        N_("Is there an everyday comparison for the gates?"),
        N_(
            "A notepad: the forget gate rubs out, the input gate writes, the output gate chooses what is read aloud. "
            "“In words” then says it for one unit, with its numbers."
        ),
        {"panel": "words"},
        "explain the three gates with a real life example for 10th graders analogy metaphor everyday comparison "
        "notebook children 비유로 설명 비유 망각 게이트를 비유로 일상의 예 실생활 예시 초등학생 중학생 쉽게",
    ),
    (
        N_("A panel is gone: where are the others?"),
        N_(
            "Each page shows one panel at a time. The row of pills above it names them all: choose “Arithmetic” for "
            "the equations, “In words” for sentences, “Data” for files."
        ),
        {"panel": "arithmetic"},
        "panel is gone missing panel how do i get it back equations disappeared where are the equations other panels "
        "tabs switch panel view vanished not shown any more can't find 패널이 사라졌어요 수식이 안 보여요 화면이 "
        "없어졌어요 다른 패널 탭 어디 갔어요 안 보여요",
    ),
    (
        N_("How do I play it slower, or stop it?"),
        N_(
            "“speed” in the viewer goes from 0.5 to 4 times. The play button stops it, too, as Space does; ← and → "
            "go one step back and on."
        ),
        {"unit": "4", "step": "2"},
        "slow down playback slower faster speed of animation pause stop play button does not move animation too fast "
        "too slow pause at step go one step back previous step 재생 속도 느리게 빠르게 재생 멈추기 일시정지 재생 "
        "버튼 눌러도 안 움직임 한 스텝씩 뒤로 가기 애니메이션 속도",
    ),
    (
        N_("Where do I type my own sequence, or choose B?"),
        N_(
            "In the folded line above the picture: press its “change”. There are the kind of data, sequence A, and a "
            "sequence B to compare with; B may stay empty."
        ),
        {"step": "3"},
        "where is the setting hidden settings advanced settings open the controls own sequence own numbers pick B "
        "choose b second sequence change A type my own numbers input field where are the options change the example "
        "설정 어디 숨겨진 설정 고급 설정 설정 열기 내 수열 직접 입력 B 고르기 A랑 B 설정 바꾸기 비교할 수열 입력 칸",
    ),
    (
        N_("How do the names in Olah's drawings match Keras's?"),
        N_(
            "Olah's f, i and o are the forget, input and output gates, C̃ the candidate, c in Keras. Its weights "
            "stand in the order i, f, c, o, as the arithmetic shows."
        ),
        {"panel": "arithmetic"},
        "olah colah blog notation understanding lstm networks notation vs keras i f c o order names in papers "
        "textbook notation differs g or c tilde 콜라 블로그 표기 논문 표기 케라스 표기 기호가 달라요",
    ),
    (
        N_("Does everyone in the class see the same weights?"),
        N_(
            "Yes: the trained networks come with the app, and a link holds all that is chosen, also the seed of a "
            "training. On one machine a seed gives equal weights."
        ),
        {"unit": "4", "step": "2", "show": "A-B"},
        "same weights for the whole class everyone same random weights seed in link same numbers for all students "
        "each student different numbers identical results on all computers 모두 같은 가중치 반 전체 같은 숫자 "
        "학생마다 다른 숫자 같은 시드 같은 결과",
    ),
    (
        N_("How do I print the figure for a worksheet?"),
        N_(
            "In “For the class” the formula, the grids and the controls can be hidden; then print the page, or take "
            "“Save chart” from a chart and put the picture on your sheet."
        ),
        {"teach": YES},
        "print worksheet handout without labels hide the labels empty diagram fill in paper printout pdf blank gate "
        "diagram exam sheet 인쇄 출력물 학습지 프린트 종이 빈칸 그림 시험지 이름표 없이",
    ),
    (
        N_("Can colour-blind people tell the gates apart?"),
        N_(
            "The colours of the gates differ for people who see no red or no green, too: a test computes what they "
            "see. And each gate has its name and its row."
        ),
        {"panel": "gates"},
        "color blind colour blind students blindness red green weakness cannot tell apart the gate colours "
        "accessible accessibility screen reader blind visually impaired contrast 색맹 색약 색각 이상 색을 구분 "
        "접근성 화면 낭독기 시각 장애",
    ),
)

MEMORY_LAB = _about(
    "memory_lab",
    (
        N_("What are an epoch, an iteration and a batch size?"),
        N_(
            "An update after one batch is an iteration; reading all batches once is an epoch. The counts for this "
            "training are below the table."
        ),
        {"curves": "True"},
        "epoch iteration batch_size steps per epoch updates difference 에포크 이터레이션 배치 크기 차이 반복 what is a "
        "round one pass through the data epochs meaning 에포크란 에포크가 뭐 한 바퀴 반복 횟수 배치란",
    ),
    (
        N_("How many units does a layer need?"),
        N_(
            "There is no formula for it. Train the same task with few units and with many, and compare what they learn."
        ),
        {"units": "4", "regime": "sequences", "rate": "0.03"},
        "how many units choose number of neurons hidden size hyperparameter enough more larger bigger wider 유닛 몇 개 "
        "개수 은닉층 크기 정하기 늘리면 키우면 how many units in lstm layer lstm(50) why 유닛 수 정하는 기준 노드 수 "
        "몇으로 rule of thumb number of hidden units 히든 유닛 은닉층 몇개가 적당해요 how big should the network be "
        "size of layer larger network 유닛을 몇 개 크기를 얼마나 뉴런 몇 개 신경망 크기 how to define the hidden size "
        "size of the hidden layer number of hidden units number of neurons in hidden layer hidden state size",
    ),
    (
        N_("Can a network without a memory learn this, too?"),
        N_("No. A perceptron sees one symbol at a time, so its loss stays at the dotted line."),
        {**PAIR, "curves": "True"},
        "perceptron dense feedforward MLP instead of lstm why recurrent needed 퍼셉트론 기억 없는 왜 순환 why lstm "
        "instead of ann dnn 왜 lstm normal neural network ordinary network why not a normal network 보통 신경망 일반 "
        "신경망 그냥 신경망 왜 안 되는",
    ),
    (
        N_("Can an LSTM count?"),
        N_(
            "Yes, as far as it was trained: n a's are followed by n b's, up to n = 5, and after the training every "
            "answer is right. Larger numbers are not tested."
        ),
        {"task": "counting", "n": "5", "units": "20", "regime": "sequences", "epochs": "500", "trained": "500"},
        "count counting counter a^n b^n anbn numbers context-free language 숫자를 세기 셀 수 있나요 개수 세다 카운트 "
        "which unit counts the brackets parentheses switch off the counting unit",
    ),
    (
        N_("Which unit does the answer depend on?"),
        N_("Each unit's memory is erased at each step in turn. Where a cell is dark, the right answer is lost."),
        {**PAIR, "panel": "answer"},
        "knockout ablation important neuron interpret which unit decides matters most matter 제거 실험 중요한 유닛 "
        "해석",
    ),
    (
        N_("What happens when a unit's memory is erased?"),
        N_("If it is the unit that holds the first symbol, the answer flips."),
        {**PAIR, "step": "4", "show": "A", "panel": "break", "edits": f"A.cell.{PAIR['unit']}.1.erase"},
        "intervention edit state zero out break cell state 개입 기억 지우기 삭제 바꾸기 what if I erase what it "
        "remembers destroy the memory remove memory delete memory set to zero forget on purpose 기억을 지우면 기억을 "
        "없애면 강제로 잊게 기억 없애기",
    ),
    (
        N_("How does a memory form during training?"),
        N_("Move the epoch slider from 0 to the end: at the end at least one unit carries the difference."),
        {**PAIR, "curves": "True", "epoch": "0"},
        "learning epochs snapshots training dynamics weights over time 학습 과정 에포크 스냅숏 형성 생기는 만들어지는 "
        "how does it learn to remember watch it learn learning in slow motion 배우는 과정 어떻게 배우는 기억을 배우는 "
        "학습되는 모습",
    ),
    (
        N_("Is there TensorBoard here?"),
        N_(
            "No: for your own training, Keras has a callback. Here the losses are drawn while a network trains, and "
            "the epoch slider then shows its gates at many epochs."
        ),
        {**PAIR, "curves": "True", "epoch": "50"},
        "tensorboard tensor board histograms logs log_dir monitor training live 텐서보드 로그 모니터링",
    ),
    (
        N_("How do the states move through state space?"),
        N_("The paths of A and B separate at the first symbol, and a memory keeps them apart."),
        {**PAIR, "panel": "space"},
        "state space trajectory PCA projection path hidden states visualize 상태 공간 경로 궤적 주성분 시각화",
    ),
    (
        N_("How many epochs do I need?"),
        N_(
            "As many as the task takes: the table says from which epoch on all answers are right. After that the "
            "loss goes on falling, but no answer changes."
        ),
        {**PAIR, "curves": "True"},
        "how many epochs number of epochs enough train longer 에포크 수 몇 번 돌려야 몇 에포크 학습 횟수 몇으로 how "
        "long should I let it learn how long train how many times repeat how often repeat training duration enough "
        "training 얼마나 오래 가르쳐 얼마나 오래 학습 몇 번 반복 몇 번 가르쳐 학습 시간 반복 횟수 얼마나 반복 몇 "
        "번이나",
    ),
    (
        N_("Which learning rate should I choose?"),
        N_(
            "Adam's default is 0.001; these small networks learn faster with 0.01. With 1, as here, the loss jumps "
            "and does not settle."
        ),
        {"rate": "1"},
        "learning rate lr adam too high too low best good unstable loss jumps oscillates 학습률 얼마 좋나요 러닝 "
        "레이트 몇으로 너무 크면 너무 작으면 정하기 정해요 러닝레이트 learning rate too low too high lower the "
        "learning rate step size of learning 학습률 낮추기 학습률 높이기 학습률이란 학습 속도 조절 학습률 크기",
    ),
    (
        N_("Why is the result different each time I train?"),
        N_(
            "The initial weights are random. A seed fixes them; but with some seeds, such as 14 here, the LSTM does "
            "not learn the memory pair in time."
        ),
        {"seed": "14"},
        "random seed reproducible reproducibility different results every time run set_random_seed variance 결과가 "
        "매번 달라요 다른 결과 시드 고정 재현 answer changes when I start over run again other numbers not the same "
        "every time not repeatable random 다시 돌리면 결과가 달라져 할 때마다 다른 돌릴 때마다 실행할 때마다 값이 "
        "바뀌는 같은 코드인데 다른 결과 다시 학습하면",
    ),
    (
        N_("Why does my network not learn?"),
        N_(
            "First ask whether any network could: here two answers follow the same symbols. Then try other learning "
            "rates and seeds, and a shorter memory."
        ),
        {"task": "own", "sequences": "a,b,c;a,b,d"},
        "not learning loss does not go down not decreasing stays high accuracy stuck at 50% plateau 학습이 안 돼요 안 "
        "되는 손실이 안 줄어요 오차가 줄지 않아요 떨어지지 않아요 정확도 50% error does not decrease 정확도가 안 "
        "올라요 오르지 않아요 val accuracy validation accuracy stuck at 0.5 안 줄어들어요 줄어들지 않아요 loss stays "
        "the same 제자리 loss does not fall nothing changes while training error stays the same never gets better "
        "손실이 안 줄어 안 배우는 학습이 안 되는 배우지 못하는 나아지지 않는 오차가 그대로 loss is decreasing but "
        "accuracy does not increase loss not changing constant loss same loss every epoch validation loss plateau loss "
        "does not decrease loss stuck training loss not going down at all loss doesn't reduce over time 손실이 그대로 "
        "손실이 변하지 않는 정체 loss does not change during the training "
        "accuracy stuck at 50% accuracy does not rise 정답률이 50%에서 안 올라가요 정확도가 안 올라가요 정답률",
    ),
    (
        N_("Why does fit report a different accuracy than evaluate?"),
        N_(
            "fit counts each answer before the update that it leads to, and averages over the epoch. Here answers "
            "are counted with the weights as they are after an epoch."
        ),
        {**PAIR, "curves": "True"},
        "training accuracy differs model.evaluate running average metrics history fit 정확도 evaluate 다름 달라요",
    ),
    (
        N_("How do I train a trained model further, or freeze some of its layers?"),
        N_(
            "fit goes on from the weights that a model has, as the training does here. A layer keeps its weights if "
            "its trainable is False before compile; here no layer is frozen."
        ),
        {**PAIR, "curves": "True"},
        "freeze freezing layers layer.trainable=False fine tune fine-tune fine-tuning finetuning pretrained transfer "
        "learning continue resume retrain update model with new data online learning incremental 전이학습 전이 학습 "
        "미세 조정 파인튜닝 층 얼리기 동결 고정 이어서 학습 추가 학습 재학습 새 데이터 load train again 가중치 "
        "고정하기 only last layer 마지막 층만 학습 unfreeze resume interrupted training stopped 학습 중간에 멈췄는데 "
        "이어서 중단 재개 transfer learning time series use a model trained on other data teach it more 더 가르치기 "
        "추가로 가르치기 이미 학습한 모델",
    ),
    (
        N_("Do I need a GPU?"),
        N_(
            "Not for this app: it runs Keras on the processor, and networks as small as this one learn there in "
            "seconds. Train one and see."
        ),
        {"networks": "lstm", "units": "8"},
        "gpu cpu can I use GPU here is it running on gpu cuda need necessary graphics card colab hardware how long "
        "does training take 지피유 그래픽 카드 쓸 수 필요 코랩 required mac laptop computer 맥북 노트북 사양 "
        "돌아가나요 tpu 구글 코랩에서 돌리는 google colab fast computer normal laptop enough 일반 컴퓨터로 되는지 좋은 "
        "컴퓨터 필요",
    ),
    (
        N_("Which optimizer does the app use?"),
        N_(
            "Adam. In a training that you start here, its learning rate stays the same. In your own code, Keras's "
            "callback ReduceLROnPlateau lowers it when the validation loss no longer falls."
        ),
        {**PAIR, "panel": "files"},
        "optimizer optimizers optimiser adam vs sgd rmsprop momentum which optimizer ReduceLROnPlateau learning rate "
        "schedule decay reduce on plateau 옵티마이저 최적화 알고리즘 아담 학습률 감소 스케줄 what is an optimizer adam "
        "explained 옵티마이저란 아담이 뭐",
    ),
    (
        N_("Can I train in mixed precision, with float16?"),
        N_(
            "Not here: the app computes in float32. In Keras, "
            "keras.mixed_precision.set_global_policy('mixed_float16') computes in float16 and keeps the weights in "
            "float32, which is faster on many GPUs."
        ),
        {"networks": "lstm", "units": "8"},
        "mixed precision training float16 fp16 half bfloat16 float64 dtype set_global_policy mixed_float16 혼합 "
        "정밀도 반정밀도",
    ),
    (
        N_("Can an LSTM read a table whose rows have no order?"),
        N_(
            "It can, but there is nothing to remember: a Dense network or decision trees suit better. In the task "
            "here each answer depends on the last symbol alone."
        ),
        {"task": "own", "sequences": "a,b,c,d;b,c,d,a", "panel": "figure"},
        "tabular data without time lstm for non sequential data no time dimension order does not matter csv "
        "표 데이터에도 정형 데이터 시간 순서가 없는 데이터 비시계열",
    ),
    (
        N_("Which tasks can a network learn here?"),
        N_(
            "The memory pair, a gap, counting, copying, parity, and sequences of your own. Before the training the "
            "page says of how many steps a memory the task needs."
        ),
        {"task": "copying", "panel": "figure"},
        "toy tasks copy task copying memory benchmark adding problem parity xor synthetic sequences example problems "
        "복사 과제 패리티 장난감 문제 연습 과제 예제 시퀀스 examples to try what can it learn practice problems 해볼 "
        "수 있는 과제 뭘 배울 수 있는",
    ),
    (
        N_("What is the loss?"),
        N_(
            "One number for how far the answers are from the right ones; training makes it fall. A wrong or an unsure "
            "answer costs much, a sure and right one nearly nothing."
        ),
        {**PAIR, "curves": "True"},
        "loss meaning what is loss loss value loss function explained what does a loss of 0.1 mean good loss low loss "
        "high loss what does the curve show line goes down falling curve error of the network cost number that gets "
        "smaller y axis of the training curve 손실 손실이란 손실이 뭐 로스란 손실 값의 의미 손실 함수란 손실이 작으면 "
        "손실이 크면 내려가는 선 곡선이 뭐 그래프의 세로축 오차란 곡선 의미 학습 곡선 의미 실제값과 예측값의 차이를 "
        "나타내는 함수 차이를 수치로",
    ),
    (
        N_("How does a network learn?"),
        N_(
            "It answers, the loss says how wrong that is, the gradient which way to change each weight; the optimizer "
            "changes all a little. After many such updates there is a memory."
        ),
        {**PAIR, "curves": "True", "epoch": "50"},
        "how does training work what happens during training how are the weights found who sets the weights why not "
        "everything at once in one go why repeat so many times again and again why many rounds trial and error "
        "learning process weights updated gradient descent backpropagation simple explanation does it learn by itself "
        "where do the weights come from what are weights 어떻게 배우는 학습이란 학습 원리 학습은 어떻게 훈련 과정 왜 "
        "여러 번 반복 한 번에 다 안 배우는 한 번에 배우지 왜 반복 반복해서 배우는 조금씩 가중치는 어떻게 정해 누가 "
        "정해 가중치란 가중치가 뭐 경사 하강법 스스로 배우는 저절로",
    ),
    (
        N_("Why does the loss jump up and down?"),
        N_(
            "Each update follows one batch alone, and a large learning rate goes too far. Small jumps are usual; if it "
            "never settles, lower the rate. Here it is 1, far too high."
        ),
        {"rate": "1"},
        "loss goes up and down zigzag noisy loss curve unstable training fluctuates oscillating spikes in the loss "
        "curve jumps wobbly curve not smooth suddenly rises up and down again 손실이 오르락내리락 들쭉날쭉 왔다 갔다 "
        "출렁 튀는 손실 요동 불안정한 학습 곡선이 흔들리는 진동 갑자기 올라가는 손실이 튀어요 지그재그 loss suddenly "
        "increases in the middle of training crazy increase loss increasing instead of decreasing loss goes up during "
        "training training loss increases 손실이 갑자기 커지는 학습 중에 손실이 증가 손실이 점점 커지는",
    ),
    (
        N_("What do compile, fit, evaluate and predict do?"),
        N_(
            "compile sets the loss and the optimizer, fit changes the weights, evaluate gives the loss and the metrics "
            "on other data, and predict gives the outputs. Only fit learns."
        ),
        {**PAIR, "panel": "files"},
        "model.compile model.fit model.evaluate model.predict difference between fit and predict what does fit do what "
        "does compile do evaluate vs predict training and inference order of the calls 컴파일 핏 compile fit evaluate "
        "predict 차이 fit이 하는 일 모델 평가 학습과 예측 차이 순서 함수 설명",
    ),
    (
        N_("What does the dotted line in the chart of the losses mean?"),
        N_(
            "The lowest loss that a network without a memory can reach in this task: one whose line falls below it "
            "must remember something."
        ),
        {**PAIR, "curves": "True"},
        "dotted line dashed line horizontal line in the loss chart line that does not move limit lowest possible loss "
        "without memory 점선 가로 점선 그래프의 점선 손실 그래프 점선 움직이지 않는 선 한계선",
    ),
    (
        N_("Why does my loss stay at 0.69?"),
        N_(
            "0.693 is ln 2, the loss of guessing between two equally likely answers: the network has learned nothing "
            "yet. Here no network can learn more: two answers follow the same symbols."
        ),
        {"task": "own", "sequences": "a,b,c;a,b,d"},
        "loss stuck at 0.69 0.693 0.6931 binary crossentropy stuck ln 2 guessing coin toss accuracy 0.5 손실이 0.69 "
        "0.693 에서 멈춰 동전 던지기 찍기 반반",
    ),
    (
        N_("How do I train again from the beginning?"),
        N_(
            "Build the model anew: fit goes on from the weights that it has. keras.models.clone_model(model) gives the "
            "same layers with new initial weights. Here another seed does so."
        ),
        {"seed": "14"},
        "reset weights reinitialize model train from scratch start training over retrain from zero clone_model new "
        "weights each fold clear session forget what it learned 가중치 초기화 처음부터 다시 학습 모델 초기화 새로 학습 "
        "학습 다시 시작 재초기화 배운 것 지우기",
    ),
    (
        N_("What does the line that fit prints mean?"),
        N_(
            "The batches of the epoch that are done, the time for each, then the loss and the metrics, averaged over "
            "the epoch so far. Names with val_ belong to the validation data."
        ),
        {**PAIR, "curves": "True"},
        "output of fit progress bar 32/32 1/1 ms/step verbose epoch 1/10 loss: accuracy: val_loss: val_accuracy: what "
        "do the numbers during training mean printed text console training log 학습할 때 나오는 글자 진행 막대 "
        "출력되는 숫자 fit 출력 ms/step 의미 val_loss 뜻 화면에 나오는 학습 중 숫자 로그 읽는 법",
    ),
    (
        N_("Do I lose a training when I reload the page?"),
        N_(
            "No: the link holds its settings and how far it has got. The server keeps the weights for a while, or "
            "trains the same network again, with the same result."
        ),
        {**PAIR, "curves": "True"},
        "reload refresh page lose my work training lost closed the tab browser crashed come back later continue "
        "training progress saved stop and go on pause 새로고침 새로 고침 학습한 게 사라지나 창을 닫으면 다시 열면 "
        "날아가 없어지나 학습 결과 유지 중단하고 계속",
    ),
    (
        N_("How do I undo an erased memory?"),
        N_(
            "In “Break it”, each thing that you erased stands in a list with “Undo”, and “Undo all” removes them "
            "all. The trained weights themselves never change."
        ),
        {
            "units": "8",
            "seed": "72",
            "regime": "sequences",
            "unit": "4",
            "curves": NO,
            "panel": "break",
            "step": "4",
            "show": "A",
            "edits": "A.cell.4.1.erase",
        },
        "undo erase cell restore erased cell bring back repair take back the erasing erase only one cell erase cell "
        "number 3 remove the edit 지운 셀 되살리기 지우기 취소 되돌리기 셀 3번만 지우기 하나만 지우고 복구 원래대로",
    ),
    (
        N_("How long does a training take?"),
        N_(
            "Seconds for networks of this size, on the server's processor: how old your own computer is does not "
            "matter. The panel shows each epoch while it runs, and can be stopped."
        ),
        {"networks": "lstm", "units": "8"},
        "how long does the training take duration minutes old laptop chromebook tablet slow computer wait time "
        "training demo waiting time epochs seconds 학습 얼마나 걸려 학습 시간 몇 분 걸리나요 오래된 컴퓨터 느린 "
        "컴퓨터 기다리는 시간",
    ),
)

GRADIENT_FLOW = _about(
    "gradient_flow",
    (
        N_("What is a vanishing gradient?"),
        N_("Each step back multiplies the gradient by numbers below 1, until nothing is left of it."),
        {"panel": "flow"},
        "vanishing gradient problem disappears small gradients long sequences backpropagation through time BPTT 기울기 "
        "소실 그래디언트 사라짐 역전파 기울기가 작아져요 gradient gets smaller and smaller why learning stops for long "
        "sequences vanishing gradient explained forgets the start of a long sentence early words forgotten long text "
        "forgets beginning long sequence problem 앞부분을 까먹는 앞부분을 잊는 긴 문장 앞부분 긴 시퀀스 오래된 것을 "
        "잊는 앞의 내용을 잊어 기울기가 사라지는 기울기 소실이란 why does a vanilla rnn fail to learn long-range "
        "dependencies early input gets weaker and weaker 초기 입력 정보가 약해지는 앞 정보가 뒤로 갈수록 약해지는 "
        "오래된 정보가 사라지는 "
        "does the gradient reach the first words 기울기가 앞쪽 단어까지 전달되는지 "
        "거슬러 가면 기울기가 0이 됨 50스텝 전 기울기가 0 gradient becomes 0 after 50 steps",
    ),
    (
        N_("What is an exploding gradient?"),
        N_(
            "With recurrent weights twice as large, the gradient of the SimpleRNN grows at each step back. In "
            "training, clipnorm=1 in the optimizer limits it."
        ),
        {"recurrent_scale": "2"},
        "exploding gradients explode nan loss clipnorm gradient clipping grows 기울기 폭발 그래디언트 발산 클리핑 폭주 "
        "발산해요 loss diverges goes to infinity inf numbers get larger and larger training blows up 숫자가 "
        "점점 커지는 값이 터지는 클리핑",
    ),
    (
        N_("Why is my loss NaN?"),
        N_(
            "A NaN in the data, inputs that are not scaled, a learning rate that is too large, or exploding gradients, "
            "as here. Fill and scale the data, and set clipnorm=1."
        ),
        {"recurrent_scale": "2"},
        "loss nan loss: nan loss is nan after a few epochs training loss becomes NaN jump to nan gives nan nan values "
        "prediction is nan output nan 손실 nan 나와요 nan 떠요 나옴 nan이 나오는 손실이 nan 왜 nan",
    ),
    (
        N_("Why does an LSTM remember longer than a SimpleRNN?"),
        N_(
            "Its cell state is only multiplied by the forget gate: near 1, the gradient passes. A SimpleRNN multiplies "
            "it by weights and the slope of tanh at each step, and it vanishes."
        ),
        {"panel": "flow", "forget_bias": "5"},
        "LSTM vs RNN long-term dependency dependencies advantage constant error carousel 장기 의존성 오래 기억 장점 "
        "remember for a long time why better than rnn not forget long memory 오래 기억하는 이유 왜 오래 기억 더 오래 "
        "기억 rnn보다 좋은 how does LSTM address solve the vanishing gradient problem lstm compared to traditional "
        "rnns how does lstm differ from rnn advantage over rnn 기울기 소실을 어떻게 해결 rnn 문제 해결 rnn과 lstm 차이 "
        "why are lstm networks preferred over rnns for long text sequences long-range dependencies LSTM 장점 이점 "
        "rnn에 비해 rnn보다 나은 점 rnn 단점 극복 remember something from 100 steps ago why is simple rnn bad at long "
        "sequences 왜 rnn 대신 lstm을 쓰나요",
    ),
    (
        N_("What does the forget bias do?"),
        N_("It opens the forget gate from the start, so that the gradient reaches further back."),
        {"panel": "forget", "forget_bias": "5"},
        "unit_forget_bias forget gate bias 1 initialize 망각 편향 forget gate open at the start 망각 게이트 열어 두기 "
        "bias of 1 1로 초기화",
    ),
    (
        N_("How many steps back can each network learn?"),
        N_("The panel shows over which gaps SimpleRNN, GRU and LSTM learned to remember a symbol."),
        {"panel": "gap"},
        "how long memory sequence length limit maximum timesteps far back gap 몇 시점 얼마나 오래 길이 한계 간격 how "
        "long can lstm remember how far back can it remember how many words can it remember limit of memory 얼마나 "
        "오래 기억 몇 개까지 기억 몇 단어까지 기억의 한계",
    ),
    (
        N_("Which network still has a gradient after training?"),
        N_("Compare the three lines: a network may hold the answer although its gradient has vanished."),
        {"state": "trained", "seed": "3", "steps": "100"},
        "trained gradient after training lstm gru simplernn compare 학습 후 기울기 비교",
    ),
    (
        N_("How is backpropagation through time computed?"),
        N_(
            "By the chain rule: the gradient at a step is that at the next step, times the derivative of the next "
            "state by this one. The panel shows what is left."
        ),
        {"panel": "flow", "steps": "20"},
        "chain rule backpropagation through time derivation derive equations backward pass BPTT gradient of lstm math "
        "proof jacobian 역전파 수식 유도 연쇄 법칙 미분 시간 역전파 계산 what is backpropagation backprop backward "
        "through time explained 역전파란 역전파가 뭐 거꾸로 전파",
    ),
    (
        N_("How do I prevent a vanishing gradient?"),
        N_(
            "Take an LSTM or a GRU instead of a SimpleRNN, begin with a forget bias of 1 or more, and shorten the "
            "sequences. Here it is 5: the LSTM's gradient passes."
        ),
        {"panel": "flow", "forget_bias": "5"},
        "how to solve fix prevent avoid vanishing gradient solution remedy lstm gru relu skip connections 기울기 "
        "소실 해결 해결 방법 막는 방법 해결책 방지",
    ),
    (
        N_("Which initial weights does an LSTM have, and why an orthogonal recurrent kernel?"),
        N_(
            "An orthogonal matrix neither stretches nor shrinks a state, so gradients last longer. The kernel is "
            "glorot_uniform, and the biases are 0, except 1 for the forget gate."
        ),
        {"panel": "flow", "steps": "20"},
        "orthogonal initializer recurrent_initializer kernel_initializer glorot_uniform xavier he initialization "
        "weight initialization weights 직교 초기화 가중치 초기화 글로럿 세이비어 초기값",
    ),
    (
        N_("Which kinds of recurrent layers are there?"),
        N_(
            "In Keras: SimpleRNN without gates, GRU with two, LSTM with three and a cell state. Bidirectional wraps "
            "them, and ConvLSTM reads images. The first three are compared here."
        ),
        {"panel": "flow"},
        "types of rnn kinds of recurrent neural networks variants list of recurrent layers rnn family 순환 신경망 "
        "종류 rnn 종류 순환층 종류 어떤 것들이 있나요",
    ),
    (
        N_("What are the weaknesses of an LSTM?"),
        N_(
            "It reads step by step, so long sequences take long; it has four times a SimpleRNN's weights; over very "
            "long gaps it fails, too: the panel shows how far each learned."
        ),
        {"panel": "gap"},
        "disadvantages of lstm drawbacks weaknesses limits limitations cons pros and cons advantages and disadvantages "
        "when not to use lstm problems of lstm lstm 단점 한계 장단점 장점과 단점 약점 문제점 lstm 장점",
    ),
    (
        N_("What is a recurrent neural network?"),
        N_(
            "A network that reads a sequence step by step with the same weights, and carries a state from step to "
            "step. SimpleRNN, GRU and LSTM differ in how they do that."
        ),
        {"panel": "flow"},
        "rnn what is an rnn recurrent network recurrence loop unrolled unfold same weights at each step shared weights "
        "sequential data why rnn for sequences how does an rnn work feedback 순환 신경망이란 rnn이란 rnn이 뭐 순환 "
        "신경망 원리 가중치 공유 펼친 반복되는 구조 순차 데이터 what type of data are rnns for order of data "
        "difference between rnn and feedforward network fnn dnn dense network rnn과 일반 신경망 차이 fnn rnn의 학습 "
        "방법 how is an rnn trained rnn에 대해 설명 순차적으로 처리",
    ),
    (
        N_("What is the derivative of c_t with respect to c_{t−1}?"),
        N_(
            "Directly it is f_t. But h_{t−1} also enters the gates and the candidate, which adds three terms. The "
            "panel shows how far f alone is from the whole."
        ),
        {"panel": "forget"},
        "derivative of c_t with respect to c_{t-1} full derivative not only the f term jacobian partial derivative "
        "cell state gradient proof 편미분 c_t를 c_{t-1}로 미분 도함수 야코비",
    ),
)

TEXT = _about(
    "text",
    (
        N_("Why does word order matter?"),
        N_("To a bag of words both sentences are the same. The LSTM's two lines separate where the order differs."),
        {"panel": "words"},
        "word order bag of words same words sentiment context 단어 순서 어순 감성 same words other order 단어 순서가 "
        "바뀌면 순서가 왜 중요",
    ),
    (
        N_("Where does a bag of words fail?"),
        N_("At negations, for example: the panel compares both models on held-out sentences of each kind."),
        {"panel": "models", "kind": "strong_negation"},
        "bag of words versus LSTM accuracy negation baseline tf-idf 단어 주머니 부정 정확도 비교",
    ),
    (
        N_("What does an LSTM do with a negation such as “not”?"),
        N_("The gates keep it until the word that it negates comes. Step through the sentence."),
        {"panel": "step"},
        "not negation never step through sentence words gates sentiment 부정 표현 않다 문장 단계별 "
        "not bad at all comes out negative 안 좋은 건 아닌데 이중 부정 부정 표현을 긍정으로",
    ),
    (
        N_("Which words decided the answer?"),
        N_("Integrated gradients divide the logit among the words; occlusion leaves out one word at a time."),
        {"panel": "mattered"},
        "integrated gradients attribution saliency shap lime captum occlusion explain prediction important words "
        "feature importance 적분 기울기 단어 중요도 중요한 단어 기여도 설명 which word was important why positive "
        "reason for the answer 어떤 단어 때문에 어느 단어가 왜 긍정 판단 근거 "
        "문장 어디에서 뒤집혔는지 at which word does the score flip where did it change its mind 어느 단어에서 "
        "바뀌었",
    ),
    (
        N_("What happens if one word is changed?"),
        N_("The panel replaces one word, and shows how the answer changes."),
        {"panel": "change"},
        "replace word counterfactual influence which word important explain 단어 바꾸기 영향 중요한 단어 swap a word "
        "try another word 단어를 바꾸면 단어 하나 바꾸면",
    ),
    (
        N_("What does padding do to a model that has no mask?"),
        N_("It reads the zeros as if they were words, and its answer changes."),
        {"panel": "padding", "mask_zero": NO, "length": "30"},
        "mask_zero=False padding without mask zeros affect change the result text sentiment 마스크 없는 패딩 영향",
    ),
    (
        N_("How do I build a sentiment model in Keras?"),
        N_("Embedding, LSTM and a Dense with a sigmoid: the panel has the whole script."),
        {"panel": "code"},
        "sentiment analysis text classification code example embedding lstm dense review 감성 분석 텍스트 분류 코드 "
        "예제 긍정 부정 분류 리뷰 분류 spam detection news category 스팸 뉴스 카테고리 분류 hate speech toxic comment "
        "fake news 욕설 댓글 악플 혐오 가짜 뉴스 의도 분류 intent document classification 문서 분류 tell whether a "
        "review is nice or nasty good or bad comment positive or negative text opinion of customers happy or angry "
        "좋은 댓글 나쁜 댓글 가려내기 긍정인지 부정인지 후기 분류 리뷰가 좋은지 댓글 구분 감정 분석 감성 분류",
    ),
    (
        N_("Which activation and which loss does the output need?"),
        N_(
            "Yes or no: sigmoid and binary_crossentropy, as here. One of several symbols: softmax and "
            "categorical_crossentropy. A number: no activation, and mse."
        ),
        {"panel": "code"},
        "loss function output layer activation sigmoid vs softmax binary_crossentropy sparse_categorical_crossentropy "
        "mean_squared_error regression classification 손실 함수 출력층 활성화 함수 교차 엔트로피 회귀 분류 마지막 층 "
        "final layer last layer dense loss for one hot labels categorical or binary last layer which activation how to "
        "choose loss one hot labels loss 원핫 손실 함수 레이블 손실 분류 손실 함수 어떤 손실 마지막 활성화",
    ),
    (
        N_("Can I use pretrained embeddings, such as GloVe or word2vec?"),
        N_(
            "No: here the Embedding is trained with the LSTM. In Keras, Embedding(…, weights=[matrix], "
            "trainable=False) takes them: the matrix has a row for each word's number."
        ),
        {"panel": "code"},
        "pretrained pre-trained word embedding vectors load glove word2vec fasttext gensim embedding_matrix "
        "embeddings 글로브 워드투벡터 사전학습 사전 학습 임베딩 단어 벡터 한국어 임베딩 패스트텍스트 불러오기 bert "
        "glove.6B.100d.txt",
    ),
    (
        N_("What happens to words that are not in the vocabulary?"),
        N_(
            "They all get the same number, that of the unknown word, so the model cannot tell them apart. The "
            "sentence here has one, and it is marked."
        ),
        {"a": "the wombats were not boring"},
        "out of vocabulary words oov oov_token unk unknown word new words not in vocabulary unseen KeyError 모르는 "
        "단어 없는 단어 미등록 단어 사전에 없는 어휘에 없는",
    ),
    (
        N_("Can I train on real reviews, such as IMDB?"),
        N_(
            "Yes: on Keras's IMDB reviews, if the server can get their files. The other reviews, English and Korean, "
            "are made up; none are from Naver."
        ),
        {"panel": "imdb"},
        "imdb movie reviews dataset real data keras.datasets sentiment imdb naver nsmc 네이버 영화 리뷰 영화리뷰 "
        "감성분석 감성 분석 데이터 실제 리뷰 영화평",
    ),
    (
        N_("How are Korean sentences taken apart?"),
        N_(
            "Into stems, endings, nouns and particles, since a Korean word has many forms. The app does this itself, "
            "for the words of its reviews; other texts need a morphological analyser."
        ),
        {"reviews": "ko", "a": "이 영화는 전혀 재미있지 않다"},
        "korean tokenizer morpheme morphological analyzer analyser konlpy okt mecab korean nlp korean text 형태소 "
        "분석 형태소 분석기 한국어 토크나이저 한국어 문장 어간 어미 조사 띄어쓰기",
    ),
    (
        N_("Is there a confusion matrix, or precision, recall and F1?"),
        N_(
            "Not here: the panel has the accuracy for each kind of sentence. Keras has the metrics Precision, Recall "
            "and F1Score; scikit-learn's confusion_matrix takes the predicted classes."
        ),
        {"panel": "models", "kind": "strong_negation"},
        "confusion matrix precision recall f1 score f1-score roc auc classification_report evaluate a classifier "
        "sklearn metrics 혼동 행렬 오차 행렬 정밀도 재현율 분류 평가",
    ),
    (
        N_("Is there label smoothing?"),
        N_(
            "Not in the trainings here. In Keras, CategoricalCrossentropy(label_smoothing=0.1) takes 0.1 of the "
            "target from the right class and shares it among all classes; BinaryCrossentropy has it, too."
        ),
        {"panel": "code"},
        "label smoothing label_smoothing soft labels overconfident 라벨 스무딩 레이블 스무딩",
    ),
    (
        N_("Can a loss be negative?"),
        N_(
            "Not mse or mae, nor a cross-entropy whose targets are from 0 to 1. binary_crossentropy becomes negative "
            "if targets lie outside, such as labels of −1 or scaled numbers."
        ),
        {"panel": "code"},
        "loss negative values below zero negative loss binary_crossentropy minus 손실이 음수 마이너스 로스가 음수",
    ),
    (
        N_("How do I predict several labels at once (multi-label)?"),
        N_(
            "With a Dense that has an output for each label, sigmoid as activation, and binary_crossentropy; the "
            "targets are 0 or 1 for each label. Here it has one label."
        ),
        {"panel": "code"},
        "multi label multilabel multi-label classification several labels tags sigmoid instead of softmax 다중 "
        "레이블 멀티 레이블 다중 라벨 멀티라벨 분류 여러 레이블",
    ),
    (
        N_("Are there subwords here, as in BPE?"),
        N_(
            "No: each word has a number, and unknown words, such as one in this sentence, share one. Subwords are "
            "pieces of words, from which a tokenizer can put together rare words too."
        ),
        {"a": "the wombats were not boring"},
        "subword tokenization bpe byte pair encoding wordpiece sentencepiece huggingface tokenizer character level "
        "tokens 서브워드 토큰화 센텐스피스 워드피스 바이트 페어",
    ),
    (
        N_("How many words of a text should be read (maxlen)?"),
        N_(
            "As many as nearly all texts have: pad_sequences(maxlen=…) cuts longer ones, by default at the front. "
            "The training on IMDB lets you choose from 50 to 400."
        ),
        {"panel": "imdb", "imdb_length": "200"},
        "maxlen max_len maximum sequence length of texts truncating truncate long documents how long 최대 길이 "
        "정하기 문장 길이 자르기 긴 문서 너무 긴 글",
    ),
    (
        N_("How large should an Embedding be?"),
        N_(
            "There is no formula: small vocabularies do with 8 to 32 numbers for each word, large ones take 50 to 300. "
            "Compare validation losses. The script has the size used here."
        ),
        {"panel": "code"},
        "embedding dimension size output_dim how many dimensions choose embedding size vector length word vector size "
        "임베딩 차원 몇 차원 임베딩 크기 벡터 차원 output_dim 정하기 단어 벡터 길이",
    ),
    (
        N_("What does from_logits=True mean?"),
        N_(
            "That the output has no sigmoid or softmax: the loss applies it, which is more exact. With one in the "
            "model, as here, from_logits stays False."
        ),
        {"panel": "code"},
        "from_logits logits or probabilities BinaryCrossentropy(from_logits=True) sigmoid twice double softmax raw "
        "output 로짓 from_logits 뜻 로짓으로",
    ),
    (
        N_("sparse_categorical_crossentropy or categorical_crossentropy?"),
        N_(
            "The first takes the number of the class as target, the second a one-hot vector; the loss is the same. For "
            "two classes one sigmoid output with binary_crossentropy is enough, as here."
        ),
        {"panel": "code"},
        "sparse vs categorical crossentropy difference integer labels one hot labels labels as numbers loss for "
        "classes binary_crossentropy which cross entropy 차이 스파스 카테고리컬 크로스 엔트로피 정수 라벨 원핫 라벨 "
        "레이블 형태 원핫 손실 함수",
    ),
    (
        N_("What happens to emoji, numbers and unknown words?"),
        N_(
            "Here emoji are words of their own, and punctuation is left out; what was not in the training is read as "
            "the same unknown word. Elsewhere the tokenizer decides."
        ),
        {"panel": "words"},
        "emoji emoticon smileys hashtags urls numbers in text special characters out of vocabulary oov unknown word "
        "unseen words slang typos ㅋㅋㅋ나 이모티콘 이모지 처리 특수 문자 모르는 단어 신조어 오타",
    ),
    (
        N_("Where do I type a sentence of my own?"),
        N_(
            "In the folded line above the picture, “Sentence A”: any words may stand there. Words that the network has "
            "not learned are all read as the same unknown word."
        ),
        {"panel": "words"},
        "put my own sentence in instead of the example own sentence own text type a sentence my own review try "
        "another sentence enter words 내 문장 직접 입력 다른 문장 문장 바꾸기 내가 쓴 문장 문장 넣기",
    ),
)

YOUR_MODEL = _about(
    "your_model",
    (
        N_("Why can Keras 3 not open my old .h5 file, and what can I do?"),
        N_(
            "Keras 3 no longer understands its format. Drop the file here: you see what is in it, and get it back as "
            "a .keras file."
        ),
        {"source": "reviews", "panel": "files"},
        "keras 3 cannot load h5 load_model error legacy hdf5 old model TypeError: Error when deserializing class LSTM "
        "Unrecognized keyword arguments time_major batch_shape ValueError: Unrecognized keyword arguments passed to "
        "LSTM tf.keras keras 2 keras 1 tensorflow 1 migrate convert upgrade 오래된 모델 열기 불러오기 안 열려요 오류 "
        "변환 옮기기 cannot open my old model file 파일이 안 열려 옛날 모델 파일 load .h5 model saved in keras 2 error "
        "2018년에 저장한 h5 모델 load_model 에러 예전에 저장한 h5 파일 오래전에 저장한 model saved in 2018 2019 bad "
        "marshal data unknown type code Lambda",
    ),
    (
        N_("How do I see the gates of my own model?"),
        N_("Drop its file: .keras, .h5, weights alone, PyTorch as .safetensors, or ONNX."),
        {"source": "prices"},
        "visualize my own trained lstm upload model file inspect gate activations hidden states of keras model keract "
        "lstmvis 내 모델 게이트 시각화 올리기 파일 bring my own keras model use my model 내 모델 가져오기 look inside "
        "my own network see inside my model open my keras file load my trained model here own network 내가 만든 모델 "
        "속 모델 속을 보기 내 신경망 안을 케라스 파일 열기 keras 파일 열기 제가 만든 모델 모델 파일 올리기 학습한 모델 "
        "열기 load keras file visualise my trained model 내 모델 파일 열 수 있나요 파일을 열 수",
    ),
    (
        N_("Can I look at an LSTM from PyTorch or ONNX?"),
        N_(
            "Yes, as .safetensors or .onnx. A .pt file is a pickle, which can run code when it is opened, so it is "
            "never opened here: three lines convert it."
        ),
        {"source": "sums", "panel": "model"},
        "pytorch torch nn.LSTM state_dict pt pth safetensors onnx convert pytorch to keras open load model 파이토치 "
        "모델 변환 열기 불러오기 pytorch file pytorch weights torch model 파이토치 파일 파이토치 모델 보기 파이토치 "
        "가중치",
    ),
    (
        N_("Can I take a model from Keras to PyTorch?"),
        N_(
            "Not with a button. Take the weights as NPZ: an LSTM's gates have the same order in PyTorch, the kernels "
            "are transposed, and the bias is bias_ih, with bias_hh zero."
        ),
        {"source": "prices", "panel": "files"},
        "export convert keras to pytorch torch weights transfer port 내보내기 변환 파이토치 케라스에서 옮기기",
    ),
    (
        N_("What happens to the file that I upload?"),
        N_(
            "It stays in your session: it is not stored, nobody else sees it, and nothing in it is run. The link "
            "does not hold it."
        ),
        {"source": "own"},
        "privacy private confidential secure security upload stored server data safe pickle 개인 정보 보안 비공개 안전 "
        "업로드 올린 파일 저장되나요 데이터 유출 새어 나가나요 서버로 보내나요 sent to a server is my data safe who "
        "can see my data does my data leave my computer secret company data 내 데이터 밖으로 나가는 유출되나 남이 볼 "
        "수 있는 회사 데이터 비밀 안전한가",
    ),
    (
        N_("Which columns of the kernel belong to the forget gate?"),
        N_("In Keras the order is input, forget, candidate, output. The table has the columns of your layer."),
        {"source": "prices", "panel": "files"},
        "get_weights kernel recurrent_kernel bias order of gates i f c o weight matrix layout columns slice split "
        "가중치 순서 게이트 순서 열 커널",
    ),
    (
        N_("How do I get the gates of my layer as numbers?"),
        N_("Download them for every unit and step, as CSV, Parquet or NPZ."),
        {"source": "prices", "panel": "files"},
        "export gate values numpy array extract intermediate cell state every timestep dataframe 게이트 값 내보내기 "
        "추출 넘파이 중간값 feed lstm output to xgboost svm hidden states as features feature extraction feature "
        "extractor encoder output 특징 추출 은닉 상태를 특성으로 get cell states at every timestep for each time step "
        "obtain the forget gate at each timestep access the internal gates during predict extract cell state from lstm "
        "intermediate values visualise cell state over time get c at every step 셀 상태 꺼내기 시점마다 셀 상태 게이트 "
        "값 얻기 중간 값 꺼내기 내부 값",
    ),
    (
        N_("What did hard_sigmoid mean in an old model?"),
        N_("clip(0.2 x + 0.5, 0, 1); in Keras 3 it is clip(x / 6 + 0.5, 0, 1). The panel shows what that changes."),
        {"source": "reviews", "panel": "keras"},
        "hard_sigmoid recurrent_activation keras 2 different predictions after upgrade outputs changed between "
        "versions 하드 시그모이드 버전 결과가 달라요",
    ),
    (
        N_("Which layers and shapes are in my model file?"),
        N_(
            "The drawing and the table name every layer, its output shape, its parameters, and the program that "
            "wrote the file."
        ),
        {"source": "sums", "panel": "model"},
        "inspect h5 keras file contents layers architecture plot_model what keras version saved netron 파일 안에 "
        "무엇 층 구조 버전 "
        "다른 사람 논문 모델 .h5 파일 열어볼 수 있나요 open the model of a paper somebody else's model",
    ),
    (
        N_("How do I type words for a model with an Embedding?"),
        N_("Add its word_index as JSON; then a sentence is read as its numbers, padded as pad_sequences does."),
        {"source": "reviews", "panel": "words"},
        "tokenizer word_index json vocabulary text input ids pad_sequences own model sentence 토크나이저 어휘 단어 "
        "번호",
    ),
    (
        N_("What happens to the answer of my model if a memory is erased?"),
        N_("It is computed again from there, through all layers after it: the panel shows both answers."),
        {"source": "reviews", "panel": "answer", "edits": "A.cell.all.22.erase"},
        "ablate intervene knock out neuron unit causal change prediction own model 유닛 끄기 기억 지우기 내 모델",
    ),
    (
        N_("Can a model have several inputs or outputs?"),
        N_(
            "Yes, with Keras's functional API: keras.Model(inputs, outputs). A file of such a model can be opened "
            "here: you choose which input and which output to look at."
        ),
        {"source": "own"},
        "multiple inputs multiple outputs functional api multi-input multi-output two inputs concatenate merge "
        "branches 여러 입력 다중 입력 다중 출력 여러 출력 함수형 API siamese shared layer sentence similarity two "
        "texts 시암 샴 네트워크 문장 유사도 공유 층 two inputs more inputs 입력 두 개 입력을 여러 개",
    ),
    (
        N_("Is there LayerNorm or BatchNorm here?"),
        N_(
            "Keras's LSTM has none inside. A model file may have LayerNormalization or BatchNormalization before and "
            "after it: the page computes both."
        ),
        {"source": "own"},
        "layer normalization batch normalization LayerNormalization BatchNormalization batchnorm layernorm norm lstm "
        "배치 정규화 층 정규화 레이어 정규화 batch norm normalization layer 배치 정규화 layer normalization",
    ),
    (
        N_("Is there a CNN-LSTM here, with Conv1D before the LSTM?"),
        N_(
            "Not among the examples. But a model file may have Conv1D and pooling layers before the LSTM: the page "
            "computes them too."
        ),
        {"source": "own"},
        "cnn lstm cnn-lstm conv1d conv1d + lstm MaxPooling1D pooling hybrid convolutional 합성곱 CNN LSTM 결합",
    ),
    (
        N_("How do I convert a Keras model to ONNX?"),
        N_(
            "With model.export('model.onnx', format='onnx'), which needs the package tf2onnx. This page reads models "
            "from Keras and from ONNX, but writes no ONNX."
        ),
        {"source": "sums", "panel": "model"},
        "convert keras model to onnx export onnx tf2onnx onnxruntime keras2onnx openvino onnx 변환 내보내기",
    ),
    (
        N_("What is different in an LSTM of PyTorch?"),
        N_(
            "Its kernels are transposed, it has two biases that are added, and no forget bias of 1. nn.LSTM returns "
            "output, (h, c), and takes the samples first only with batch_first=True."
        ),
        {"source": "sums", "panel": "files"},
        "pytorch lstm vs keras lstm difference torch nn.LSTM batch_first bias_ih bias_hh weight_ih hidden_size "
        "num_layers 파이토치 케라스 차이 뭐가 다른가요 "
        "output vs h_n which one do i feed to the linear layer",
    ),
    (
        N_("Why are the predictions different after loading a saved model?"),
        N_(
            "Most often the input is prepared otherwise: another scaler, other numbers for the words. Or the model is "
            "stateful, or weights went into other layers. Saved and loaded weights are equal."
        ),
        {"source": "sums", "panel": "model"},
        "model.save and load giving different result different output after save load wrong predictions after loading "
        "a saved model loaded model gives other results accuracy like an untrained model after load_weights load_model "
        "random results after restart weights not loaded correctly 저장하고 불러오면 결과가 달라요 불러온 모델 예측이 "
        "달라요 로드하면 다른 결과 저장한 모델 정확도가 떨어져 다시 불러오니 이상해요",
    ),
    (
        N_("Which order do the gates have in ONNX and PyTorch?"),
        N_(
            "ONNX: input, output, forget, candidate. PyTorch: input, forget, candidate, output, as in Keras. The "
            "page shows the columns in Keras's order, whatever the file has."
        ),
        {"source": "sums", "panel": "files"},
        "onnx lstm weights order iofc vs ifco ifgo gate order onnx pytorch keras order of gates in W R B tensors gru "
        "zrh rzn onnx 게이트 순서 파이토치 게이트 순서",
    ),
)

ATTENTION = _about(
    "attention",
    (
        N_("Is there attention here?"),
        N_(
            "Yes: Luong's dot product over the states of an encoder–decoder, as Keras's Attention computes it. "
            "Self-attention and transformers are not here."
        ),
        {"task": "dates", "panel": "alignment"},
        "attention mechanism layer Luong Bahdanau keras.layers.Attention alignment map weights seq2seq with attention "
        "translate dates translation self-attention heads query key value transformer lstm with attention lstm vs "
        "transformer 어텐션 어텐션 메커니즘 루옹 정렬 트랜스포머 주의 집중 메커니즘 additive bahdanau "
        "MultiHeadAttention AdditiveAttention 바다나우 멀티헤드 visualize attention weights heatmap 히트맵 what is "
        "attention 어텐션이란 어텐션이 뭐 메커니즘",
    ),
    (
        N_("Why is attention added to an encoder–decoder?"),
        N_(
            "Without it the decoder has only the encoder's last state for a whole sequence. With it, each step reads a "
            "weighted sum of all the encoder's states."
        ),
        {"task": "dates", "panel": "alignment"},
        "why attention what does attention add purpose of attention why was attention introduced advantage of "
        "attention bottleneck of the encoder 어텐션이 도입된 이유 어텐션 장점 어텐션을 rnn과 결합하면 이점 왜 "
        "어텐션 어텐션은 왜 "
        "teaching order attention before or after encoder decoder first learn encoder decoder then attention",
    ),
    (
        N_("How do I see the attention weights?"),
        N_(
            "The map shows them, with a row for each symbol of the answer. In Keras, Attention and MultiHeadAttention "
            "return them with return_attention_scores=True."
        ),
        {"task": "dates", "panel": "alignment"},
        "visualize attention weights plot attention heatmap get attention scores return_attention_scores 어텐션 가중치 "
        "보는 법 어텐션 가중치 시각화 히트맵 가중치 확인",
    ),
    (
        N_("How does a decoder answer after training (inference)?"),
        N_(
            "It starts from the encoder's h and c, reads a start symbol, then at each step its own last symbol, until "
            "it says the end symbol: free running."
        ),
        {"task": "dates", "panel": "forcing"},
        "inference encoder decoder predict seq2seq decode after training decoding loop start token end token sampling "
        "model 인코더 디코더 추론 추론할 때 어떻게 디코더 예측 방법 번역 추론 "
        "디코더에 처음 뭘 넣어줘요 번역기 시작 토큰 first input of the decoder start token",
    ),
    (
        N_("How is a context vector computed?"),
        N_(
            "Each state of the encoder gets a score, its dot product with the decoder's state. Softmax turns the "
            "scores into weights, and the weighted sum of the states is the context vector."
        ),
        {"task": "reverse", "panel": "arithmetic"},
        "context vector attention score dot product softmax weighted sum return_attention_scores query value 문맥 "
        "벡터 컨텍스트 벡터 어텐션 점수 내적 가중합",
    ),
    (
        N_("What is teacher forcing?"),
        N_(
            "In training the decoder reads the right answer instead of what it said itself. The panel compares both "
            "on the same input, and marks where they part."
        ),
        {"task": "reverse", "input": "CCCDEBBFFA", "panel": "forcing"},
        "teacher forcing free running exposure bias decoder input shifted target inference decoder training 교사 강요 "
        "티처 포싱 자유 실행 디코더 입력 티처포싱 교사 강요란",
    ),
    (
        N_("How does a decoder start from the encoder's state?"),
        N_(
            "The encoder returns its last h and c with return_state=True, and they are the decoder's initial_state. "
            "The script has both lines."
        ),
        {"task": "reverse", "panel": "code"},
        "initial_state encoder_states decoder_lstm seq2seq encoder decoder state_h state_c inference setup 초기 상태 "
        "인코더 디코더 상태 전달",
    ),
    (
        N_("How does the beam search differ from the greedy search?"),
        N_(
            "The greedy search keeps one beginning of an answer, the beam search several. The panel lists the kept "
            "ones after each step, with their log probabilities."
        ),
        {"task": "reverse", "input": "DEGFDHHAEG", "panel": "beam", "width": "3"},
        "beam search greedy search decoding beam width k best log probability hypotheses 빔 서치 빔 탐색 그리디 탐욕 "
        "탐색 빔 너비 로그 확률",
    ),
    (
        N_("Why does the encoder hand over only its last h and c?"),
        N_(
            "A decoder starts from one state, and the last one has read the whole input. All of it must fit there: "
            "so attention was added, which reads every step."
        ),
        {"task": "reverse", "panel": "alignment"},
        "why does the encoder throw away everything except the last h and c bottleneck fixed-length vector context "
        "vector only last state 인코더가 마지막 상태만 왜 병목 고정 길이 벡터 나머지는 버리나요",
    ),
    (
        N_("Why does attention look at one symbol only, such as the full stop?"),
        N_(
            "Where no step helps, the weight rests on one whose state says little. If each row does so, the answer "
            "does not use attention: compare it with equal weights."
        ),
        {"task": "dates", "panel": "alignment"},
        "attention map is one bright column every output word looks at the full stop attends to the same position "
        "collapsed attention sink first token period 어텐션이 한 칸만 봐요 마침표만 모두 같은 단어 한 열만 밝은",
    ),
    (
        N_("Why are all attention weights nearly equal?"),
        N_(
            "Their scores differ too little for softmax: before training, or where no step is needed more than "
            "another. Larger differences make it sharper, as in the trained map here."
        ),
        {"task": "dates", "panel": "alignment"},
        "attention weights all nearly equal uniform flat attention same weight everywhere 0.1 not focusing blurred "
        "attention map softmax too smooth 어텐션 가중치가 다 비슷해요 골고루 균등 한곳에 집중하지 않아요",
    ),
    (
        N_("Is a large attention weight an explanation?"),
        N_(
            "It says which states were read most, not why, and not which input decided. A state has read other steps "
            "before it. To test a step, change it and compare the answers."
        ),
        {"task": "dates", "panel": "alignment"},
        "attention is not explanation are attention weights important words meaning interpret attention weights "
        "trust faithful does a large weight mean the word is important 어텐션 가중치가 중요한 단어를 뜻하나요 "
        "가중치가 크면 중요한 단어 설명해도 되는지 해석 믿어도",
    ),
)

QUESTIONS: tuple[Entry, ...] = (
    *STEP_THROUGH,
    *MEMORY_LAB,
    *GRADIENT_FLOW,
    *TEXT,
    *SHAPES,
    *RETURNS,
    *STATEFUL,
    *PATTERNS,
    *ATTENTION,
    *FIX_MY_CODE,
    *TIME_SERIES,
    *YOUR_MODEL,
)
PAGES = tuple(dict.fromkeys(entry.page for entry in QUESTIONS))
"""The pages that answer questions, in the order of the navigation."""
