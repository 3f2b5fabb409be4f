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
        "모양 형태 차원 3차원 바꾸기 변환 리셰이프 univariate series 단변량 images 28x28 mnist rows as timesteps "
        "mnist 픽셀",
    ),
    (
        N_("Why does Keras say “expected ndim=3, found ndim=2”?"),
        N_("The array has two axes, and an LSTM reads three. The panel says which axis is missing and how to add it."),
        {"panel": "helper", "shape": "(30, 5)"},
        "ValueError error: Input 0 of layer lstm is incompatible with the layer. Full shape received None dimension "
        "2d expand_dims 오류 에러 차원 입력 모양 expected shape=(None, 10, 1), found shape=(None, 10) sequential add "
        "a third dimension to numpy array np.expand_dims 2d input 차원 추가",
    ),
    (
        N_("There is no error, but are the axes of my array in the right order?"),
        N_("Keras reads them as samples, timesteps, features, whatever you mean: swap axes with transpose."),
        {"panel": "helper", "shape": "(5, 120, 2)", "axis_0": "timesteps", "axis_1": "samples", "axis_2": "features"},
        "transpose swapaxes permute moveaxis wrong order axis 축 순서 전치",
    ),
    (
        N_("What does reshape do to my numbers?"),
        N_(
            "It moves none of them: it cuts the same row of numbers at other places. If they are ordered by hour, "
            "the shape is right, but the numbers are wrong."
        ),
        {"source": "tanks", "order": "hour", "panel": "journey"},
        "np.reshape numpy table order 재배열 리셰이프 순서 ValueError: cannot reshape array of size 100 into shape "
        "크기",
    ),
    (
        N_("How many windows does a series give?"),
        N_("With the next value as target, n values give n − look_back windows: 100 values in windows of 10 give 90."),
        {"source": "sine", "panel": "journey"},
        "number of samples count sliding window lookback length 윈도 윈도우 개수 룩백 슬라이딩",
    ),
    (
        N_("How do I cut a series into windows?"),
        N_(
            "A window is look_back values in a row, and its target is the value after it. Click a number to see "
            "where it comes from."
        ),
        {"source": "sine", "panel": "block"},
        "sliding window create_dataset timeseries_dataset_from_array look back lag features supervised 윈도 윈도우 "
        "자르기 나누기 슬라이딩 convert dataframe pandas to lstm input 데이터프레임 lstm 입력으로",
    ),
    (
        N_("What is a sample, and what is a timestep?"),
        N_(
            "The timesteps of a sample are read one after another, and the state goes from step to step. Samples do "
            "not influence each other."
        ),
        {"source": "pair", "reading": "step"},
        "samples timesteps time step difference batch example 샘플 시점 타임스텝 차이 batch size vs timesteps 배치 "
        "크기 order of samples in a batch matter 배치 안에서 샘플 순서 중요",
    ),
    (
        N_("Is units the number of timesteps?"),
        N_("No. units is the size of the state and belongs to the layer; the number of timesteps belongs to the data."),
        {"panel": "units", "units": "8", "timesteps": "3"},
        "what is units hidden size neurons nodes n_hidden dimensionality of output LSTM(64) LSTM(128) how many cells "
        "유닛 수 뉴런 노드 은닉 크기 units meaning mean argument 뜻 의미",
    ),
    (
        N_("Should I scale the data before or after the split?"),
        N_(
            "Fit the scaler on the training part alone. Fitted on everything, it brings values of the test part into "
            "training."
        ),
        {"source": "sine", "panel": "scaling"},
        "normalize normalise normalization standardize MinMaxScaler StandardScaler fit_transform data leakage "
        "scaling 정규화 표준화 스케일링 스케일러 누수 분할 look_ahead bias",
    ),
    (
        N_("How do I pad sequences of different lengths?"),
        N_("pad_sequences adds zeros before or after the words until all sequences are equally long."),
        {"source": "text", "panel": "padding"},
        "variable length ragged pad_sequences padding zero unequal 가변 길이 다른 달라요 문장 패딩 채우기 unequal "
        "size 문장마다 길이",
    ),
    (
        N_("What does a mask do?"),
        N_("With mask_zero=True the layer skips the padded steps: its state stays as it was."),
        {"source": "text", "padding": "post", "panel": "padding"},
        "Masking mask_zero masked ignore padding skip zeros Embedding 마스크 마스킹 무시 masking padded sequences "
        "패딩 마스킹",
    ),
    (
        N_("Padding before or after the words: pre or post?"),
        N_(
            "Without a mask, zeros after the words are read last and change the output. Compare both, with and "
            "without a mask."
        ),
        {"source": "text", "padding": "pre", "panel": "padding"},
        "padding='pre' padding='post' truncating pad_sequences side 앞 뒤 패딩",
    ),
    (
        N_("How do words become numbers?"),
        N_("Each word gets a number, and an Embedding turns the number into a vector of features."),
        {"source": "text", "panel": "journey"},
        "Embedding Tokenizer TextVectorization vocabulary integer encoding one hot vs integer text input 단어 숫자 "
        "임베딩 토크나이저 벡터",
    ),
    (
        N_("What is one-hot encoding?"),
        N_("A symbol becomes a vector with a 1 at its own place and 0 elsewhere: a name, not a size."),
        {"source": "pair", "reading": "sequence", "panel": "journey"},
        "onehot to_categorical np.eye categorical encode symbols 원핫 원-핫 인코딩 범주",
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
        "items many series one model 여러 종목 여러 매장 한번에 학습",
    ),
    (
        N_("How do I add features that do not change over time?"),
        N_(
            "Repeat them at every timestep, as further features. Or read them in an Input of their own, and "
            "concatenate them with the LSTM's output."
        ),
        {"source": "tanks", "order": "tank", "panel": "block"},
        "static features static variables constant covariates metadata auxiliary input non time series data combine "
        "정적 특성 정적 변수 변하지 않는 특성 고정 메타데이터",
    ),
    (
        N_("Is there data augmentation for a series?"),
        N_(
            "Overlapping windows, as here, already make many samples of one series. Keras's GaussianNoise layer adds "
            "noise to the inputs, in training only."
        ),
        {"source": "sine", "panel": "journey"},
        "data augmentation time series augment jitter noise GaussianNoise synthetic data more data smote 데이터 증강 "
        "늘리기 증식 노이즈 추가 합성 데이터",
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
        "드랍아웃 과적합 규제 마스크 훈련 넣기 prevent avoid reduce overfitting dropout at test time prediction "
        "과적합 방지 SpatialDropout1D spatial dropout",
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
        "걸려요 지피유 requirements will not use cudnn kernels criteria warning use_cudnn 커널 경고 못 쓴다고",
    ),
    (
        N_("What does return_sequences do?"),
        N_("True returns the hidden state of every step, False only that of the last step."),
        {"return_sequences": YES, "return_state": NO},
        "return sequences True False output at each step all outputs last output 출력 시퀀스 모든 시점 print hidden "
        "state at every timestep",
    ),
    (
        N_("What does return_state give me?"),
        N_("The last states besides the output: h and c of an LSTM, only h of a GRU or SimpleRNN."),
        {"return_sequences": NO, "return_state": YES},
        "return state three outputs tensors list state_h state_c 상태 반환 세 개 difference between return_sequences "
        "and return_state returns 3 arrays",
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
        "hidden state cell state carry short long term memory state_h state_c versus 은닉 상태 셀 상태 차이 단기 "
        "장기 기억 cell state vs hidden state 장기기억 단기기억",
    ),
    (
        N_("How many tensors does a Bidirectional return?"),
        N_("With return_state=True an LSTM in it returns five: the output, then h and c of each direction."),
        {"bidirectional": YES, "return_sequences": NO, "return_state": YES},
        "forward_h forward_c backward_h backward_c unpack too many values 양방향 텐서 개수",
    ),
    (
        N_("Which step is the last one of a backward layer?"),
        N_("The first step of the input. So a Bidirectional's single output joins two different steps."),
        {"bidirectional": YES, "panel": "equal"},
        "Bidirectional backward last step first step reverse 양방향 역방향 마지막 시점",
    ),
    (
        N_("What does merge_mode do?"),
        N_(
            "It says how the outputs of both directions are combined: concatenated, added, multiplied, averaged, or "
            "both returned."
        ),
        {"bidirectional": YES, "merge_mode": "sum"},
        "Bidirectional concat sum mul ave None combine directions output size shape doubled twice units 양방향 병합 "
        "합치기 두 배 출력 크기",
    ),
    (
        N_("What does go_backwards do?"),
        N_("The layer reads from the last step to the first, and returns its sequence in the order of reading."),
        {"go_backwards": YES, "panel": "equal"},
        "reverse input reversed time backwards 거꾸로 역순 뒤에서부터",
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
        "4배 편향이 왜 4배",
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
        "kernel recurrent_kernel bias order of gates weight matrix columns split 가중치 행렬 순서 커널 see the "
        "weights of my layer print look at weights 가중치 보기 확인",
    ),
    (
        N_("Which bias does an LSTM start with?"),
        N_("0, but 1 for the forget gate: unit_forget_bias=True is Keras's default."),
        {"panel": "weights"},
        "unit_forget_bias bias_initializer initial bias zeros ones 초기 편향 기본값",
    ),
    (
        N_("What is the time complexity of an LSTM?"),
        N_(
            "A step takes about as many multiplications as the kernels have weights, 4 · units · (features + units). "
            "Steps are computed one after another: the time grows with their number."
        ),
        {"panel": "parameters", "size": "128", "features": "64"},
        "time complexity big O flops computational cost how expensive parallel sequential inference time latency "
        "시간 복잡도 계산량 연산량 병렬",
    ),
    (
        N_("How large is an LSTM in memory, and can it be quantized?"),
        N_(
            "A parameter takes 4 bytes: the 98,816 here are 395 kB. Keras 3's model.quantize leaves an LSTM as it "
            "is; TensorFlow Lite's converter can quantize it."
        ),
        {"panel": "parameters", "size": "128", "features": "64"},
        "quantize quantization int8 model size in bytes kB MB file size memory footprint RAM smaller compress prune "
        "pruning 양자화 모델 크기 용량 메모리 줄이기 경량화 압축",
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
        "save load states stateful h5 keras hdf5 load_model lost after loading 상태 저장 불러오기 모델 저장",
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
        "explained explain stateful 설명 뜻 stateful vs stateless 배치 넘어가도 기억 유지",
    ),
    (
        N_("When do I need stateful=True?"),
        N_(
            "If a long sequence is cut into batches, or is read as it arrives. Not if each window has all that the "
            "answer needs: then every batch may start from zeros."
        ),
        {"panel": "ways"},
        "when to use stateful or stateless should I use necessary useful 언제 사용 쓰나요 필요",
    ),
    (
        N_("When must I call reset_states?"),
        N_("Wherever a new sequence begins. Neither the end of an epoch nor predict resets the states."),
        {"actions": "1,2,3,r,1", "panel": "lanes"},
        "reset_states() reset state clear epoch predict has no attribute reset_states Sequential Functional keras 3 "
        "초기화 리셋 언제",
    ),
    (
        N_("What happens without a reset between two epochs?"),
        N_("The second pass begins with the states that the first one left, so its outputs differ."),
        {"panel": "mistakes", "mistake": "no_reset"},
        "predictions change different each time predict twice forgot reset_states 매번 다른 예측 결과 달라짐 두 번",
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
        "실시간 온라인 예측 스트리밍 한 시점씩 하나씩",
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
        "is lstm still used relevant dead outdated obsolete why learn rnn transformer bert gpt chatgpt llm versus "
        "rnn 트랜스포머가 나왔는데 왜 배워요 아직도 쓰나요 요즘 한물간 지금도 bert보다 gpt 챗gpt",
    ),
    (
        N_("Is a layer's initial state zero?"),
        N_(
            "Yes, in every call, unless initial_state gives another. A stateful layer goes on from its last states: "
            "each batch shows where its state comes from."
        ),
        {"panel": "lanes"},
        "initial hidden state zeros h0 c0 initialise hidden state start from zero random initial state 초기 상태 "
        "0으로 초기화 은닉 상태 초기화 처음 상태 초깃값",
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
        "binary multiclass 시계열 분류 클래스 레이블 신호 동작 인식 센서 데이터 분류 eeg accelerometer human "
        "activity 심전도 뇌파 가속도 행동 인식 행동 분류 gesture 제스처 고장 분류",
    ),
    (
        N_("How is a many-to-many model built?"),
        N_(
            "With return_sequences=True there is a hidden state for each step, and the Dense layer gives an answer "
            "at each step."
        ),
        {"pattern": "many_to_many"},
        "many to many sequence labeling tagging output for each step 다대다 시점마다 출력 named entity recognition "
        "ner pos tagging 개체명 인식 tag each word 품사 태깅",
    ),
    (
        N_("How do I stack LSTM layers?"),
        N_("Set return_sequences=True in every LSTM but the last, so that the next one has steps to read."),
        {"pattern": "stacked"},
        "stacked lstm multiple layers two lstm deep several 여러 층 쌓기 두 층 다층 how many layers number of layers "
        "층 몇 개 쌓아야 two lstm layers 2층 은닉층 몇개 몇 개가 적당 number of hidden layers hidden layer count",
    ),
    (
        N_("Why does my second LSTM raise an error?"),
        N_("The first one lacks return_sequences=True, so no steps are left to read: found ndim=2."),
        {"pattern": "stacked", "mode": "build", "returns_1": NO},
        "Input 0 of layer lstm_1 is incompatible with the layer: expected ndim=3, found ndim=2 stacked two layers "
        "ValueError error 둘째 두 번째 층 오류 에러",
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
        "챗봇 번역기 기계 번역 text summarization 문서 요약 english to french",
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
        "series forecasting 양방향 시계열 앞뒤로 읽는",
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
        "autoencoder anomaly anomalies detection detect reconstruction error outlier outliers unusual fault "
        "오토인코더 이상 탐지 감지 이상치 재구성",
    ),
    (
        N_("How does a model go on from its own output?"),
        N_("Its prediction is its next input, and with stateful=True the layer keeps its state between the calls."),
        {"pattern": "feed_back"},
        "generate music melody sequence sin sine wave prediction 사인파 예측 autoregressive feedback loop recursive "
        "feed back continue 생성 음악 작곡 자기회귀 되먹임 자기 출력 이어서 사인 함수 예측",
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
        "글자 단위 소설 가사 시 쓰는 shakespeare lyrics poem story",
    ),
    (
        N_("What does the temperature of a text generator do?"),
        N_(
            "The logits are divided by it before a word is drawn: at 0 the most probable word is always taken, above "
            "1 improbable words come more often."
        ),
        {"pattern": "generator", "temperature": "2"},
        "temperature sampling softmax diversity argmax greedy random 온도 샘플링 다양성 무작위",
    ),
    (
        N_("What is the output shape of each layer of a model?"),
        N_("The panel lists the output shape of every layer, as model.summary() does."),
        {"pattern": "stacked", "panel": "shapes"},
        "output shape model.summary None 층별 출력 모양 형태",
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
        "score",
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
)

FIX_MY_CODE = _about(
    "fix_my_code",
    (
        N_("How do I run old Keras 2 code today?"),
        N_("The page rewrites it for Keras 3, and says for each line what has changed."),
        {"example": "memory_pair"},
        "Keras 1 Keras 2 migrate upgrade tutorial deprecated nb_epoch np_utils batch_input_shape tensorflow 1 "
        "convert does not work Unrecognized keyword arguments 옛 예전 오래된 코드 튜토리얼 안 돌아가요 마이그레이션 "
        "코드 변환 코드 옮기기 옛날 코드 바꾸기 what changed in keras 3 changes keras 2 vs keras 3 differences "
        "breaking 케라스 3에서 바뀐 점 케라스 2 차이 달라진",
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
        "디버깅 안 돼요 고치기",
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
        "손실 오류 에러 logits and labels must have the same shape",
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
        "class majority 한 가지 클래스로만 예측 1이 너무 적어요 라벨 레이블 불균형 해결 few positives fraud",
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
        "아이폰 휴대폰 앱 라즈베리파이 아두이노 임베디드 배포 온디바이스 마이크로컨트롤러 모델 올리기 넣기 돌리기",
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
        "메모리 부족 메모리 초과 커널 죽음 램 세션 다운",
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
        "비트코인 금융 코스피 삼성전자 나스닥 kospi crypto ethereum exchange rate currency 코인 환율 이더리움",
    ),
    (
        N_("When does a training stop early?"),
        N_(
            "When the validation loss has not fallen for as many epochs as “patience” says. The weights of the best "
            "epoch are kept."
        ),
        {"panel": "forecast"},
        "early stopping EarlyStopping patience restore_best_weights overfitting validation loss accuracy does not "
        "improve val_loss stuck 조기 종료 과적합 검증 손실 정확도 오르지 않아요 줄지 않아요 얼리스토핑 얼리 스토핑",
    ),
    (
        N_("How much data do I need?"),
        N_(
            "No number holds for every task. Compare both losses: if the validation loss stays well above the "
            "training loss, more data helps, or fewer units."
        ),
        {"source": "noisy_sine", "panel": "forecast"},
        "how many samples rows windows sequences examples do I need enough data too little data small dataset size "
        "training set minimum 데이터 얼마나 필요 있어야 데이터가 적어요 부족 샘플이 몇 개 최소 학습 데이터 크기 양",
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
        "accuracy much lower than training accuracy 과적합 오버피팅 검증 손실 올라가요 커져요 증가 학습 손실은 "
        "줄어요 테스트 나빠요 테스트가 안좋아요 안 좋아요 잘되는데 prevent avoid overfitting",
    ),
    (
        N_("Why is my forecast shifted by one step?"),
        N_(
            "Usually because it repeats the last value. The table compares its error with that of the last value "
            "itself."
        ),
        {"panel": "forecast"},
        "shifted by one step lag lags lagging delayed behind copies previous value just repeats persistence naive "
        "prediction offset 한 시점 한 칸 밀림 밀려요 늦은 늦어요 뒤처짐 직전 값 따라가기 copy copies the previous "
        "day yesterday 늦게 따라가요 실제보다 후행",
    ),
    (
        N_("Is my network better than a simple forecast?"),
        N_("Only if its error is smaller than that of the last value, the last season and a linear regression."),
        {"panel": "forecast"},
        "baseline baselines persistence naive MASE MAE RMSE error metric compare linear regression seasonality "
        "seasonal plot predictions 기준선 비교 오차 성능 계절성 trend 추세",
    ),
    (
        N_("What is wrong with my network?"),
        N_(
            "The check-up looks at gates, units, gradients, inputs and forecasts. Each alarm comes with its number, "
            "the reason, and what to change."
        ),
        {"panel": "check_up"},
        "check-up checkup diagnose debug what is wrong not learning bad model saturated gates dead units dying "
        "neurons constant output always same prediction predicts the mean unscaled data 점검 진단 뭐가 문제 왜 "
        "학습이 안 되나요 포화 죽은 유닛 같은 값만 예측 상수 출력 learning curve loss curve looks weird strange 학습 "
        "곡선 이상해요 improve accuracy improve forecast better results 예측 정확도 높이는 올리는 방법 성능 개선 "
        "성능 높이기",
    ),
    (
        N_("How far ahead can the model forecast?"),
        N_("When it reads its own predictions, it also reads its own errors, and they grow with the distance."),
        {"panel": "rollout"},
        "future recursive multi-step ahead long horizon predict beyond the data rolled out next value unseen days "
        "forever iterated 미래 먼 장기 이어서 예측 여러 시점 앞 며칠 다음 값 계속 재귀 며칠 뒤까지 앞으로 일주일 한 "
        "달 뒤 24 hours 24시간 뒤",
    ),
    (
        N_("How do I predict several steps at once?"),
        N_("The Dense layer has an output for each row of the horizon: windows and targets are made for that."),
        {"horizon": "12", "panel": "way"},
        "multi-step forecast multiple outputs horizon direct vector output n_out ahead 여러 시점 한꺼번에 한 번에 "
        "다단계 앞 multivariate multi step forecasting 며칠 뒤까지 한번에 일주일치 여러 날 앞으로 일주일 한 달 next "
        "7 days week sequence to sequence forecasting recursive vs direct",
    ),
    (
        N_("How do I split a series into training, validation and test?"),
        N_("One part after another in time, never shuffled. The scaler is fitted on the training part alone."),
        {"panel": "way"},
        "train_test_split TimeSeriesSplit cross validation walk forward validation test split chronological time "
        "order 교차 검증 학습 검증 테스트 분할 나누기 split ratio 80 20 70 30 percent 학습 데이터 테스트 데이터 비율 "
        "나누는 비율",
    ),
    (
        N_("Do I need to scale my data?"),
        N_(
            "Yes, unless the numbers are about 1 in size already: large ones drive the gates to 0 or 1, and then "
            "they learn slowly. The panel shows the scaler."
        ),
        {"panel": "way"},
        "scale scaling normalize normalise normalization standardize MinMaxScaler StandardScaler necessary required "
        "large values saturate 정규화 표준화 스케일링 꼭 필요 해야 하나요 큰 값",
    ),
    (
        N_("Which batch size should I choose?"),
        N_(
            "32 is Keras's default. Smaller batches change the weights more often in each epoch, and each epoch "
            "takes longer. Here it is 8: the line below the curve counts the iterations."
        ),
        {"source": "noisy_sine", "batch_size": "8", "trained": "40"},
        "batch_size best good choose how large small mini-batch 배치 크기 얼마 정하기 몇 고르기 몇으로 배치사이즈",
    ),
    (
        N_("How long should the look-back window be?"),
        N_("Long enough for the steps that matter: the panel shows which lags of the window moved the forecast."),
        {"panel": "lags"},
        "look_back lookback window size length sequence length how many lags choose 윈도 윈도우 길이 크기 룩백 "
        "얼마나 길게 how many timesteps at a time should I use 타임스텝 시점 몇 개 몇으로 윈도우 사이즈 정하기 과거 "
        "며칠 시퀀스 길이 며칠치 데이터 window length for daily data",
    ),
    (
        N_("Which inputs decided a forecast?"),
        N_("The panel divides a forecast among the numbers of its window, feature by feature, and the sum is checked."),
        {"panel": "lags"},
        "feature importance attribution integrated gradients shap saliency explain forecast which input which "
        "feature variable occlusion 입력 특성 중요도 기여도 적분 기울기 예측 설명 feature selection select features "
        "특성 선택 변수 선택",
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
        "temperature forecasting 내 데이터 파일 엑셀 업로드 올리기 넣기 불러오기 판매 매출 수요 전력 전기 교통량 "
        "기온 예측 올릴 수 있나요",
    ),
    (
        N_("How do I get the model as my_model.keras?"),
        N_("The panel makes the .keras file of the trained model, and the script that trains it."),
        {"panel": "files"},
        "my_model.keras save model load_model model.save export download h5 hdf5 script 모델 저장 내려받기 불러오기 "
        "파일 save and load lstm model h5 vs keras format 모델 저장하고 불러오기 difference between .h5 and .keras "
        "save weights 가중치 저장 load a trained model pickle keras model 모델 다운로드",
    ),
    (
        N_("Why does my model predict the same value every time?"),
        N_(
            "It has learned little more than the mean: too few epochs, a learning rate that is too small, inputs "
            "that are not scaled, or nothing to learn. Here it had one epoch."
        ),
        {"source": "noisy_sine", "learning_rate": "0.0005", "epochs": "1", "trained": "1", "panel": "forecast"},
        "predicts same value constant flat line predictions outputs mean average only straight 예측값이 다 똑같아요 "
        "같은 값만 평균만 일직선 직선 수평선 평균 상수 identical all predictions identical 평균값으로 수렴 converge "
        "to the mean output never changes 값이 안 변해요",
    ),
    (
        N_("How do I get the forecast back in the unit of my data?"),
        N_(
            "Undo the scaler: multiply by its standard deviation and add its mean, or call inverse_transform. The "
            "page draws every forecast in the unit of the series, and the script does so too."
        ),
        {"panel": "files"},
        "inverse_transform rescale predictions back to original scale units denormalize unscale 예측값 원래 단위로 "
        "역변환 되돌리기 스케일 역정규화 역변환 원래 값",
    ),
    (
        N_("What about missing values in my data?"),
        N_(
            "Fill them first: a NaN in the input makes every later number NaN, the loss too. Your own data are "
            "filled with the previous value, or as you choose."
        ),
        {"source": "own"},
        "missing values nan NaN in data gaps fillna ffill interpolate dropna 결측치 빈 값 누락 채우기 missing values "
        "in time series 결측치 처리 결측값 빈칸",
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
        "lower bound 예측 범위",
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
        "optimization 하이퍼파라미터 하이퍼 파라미터 튜닝 튜너 그리드 서치 최적화 자동으로 찾기",
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
        "checkpoint 가장 좋은 모델 저장 최고 성능 베스트 모델 저장하기 체크포인트 콜백",
    ),
    (
        N_("How do I use the trained model in my own program or web service?"),
        N_(
            "Load the file once with keras.models.load_model, scale the input as in training, call predict, and undo "
            "the scaling. The panel has the file and the script."
        ),
        {"panel": "files"},
        "serve serving fastapi flask django streamlit rest api web service server production docker deploy model "
        "inference new data one sample predict with loaded model 서빙 플라스크 배포 웹 서비스 서버 api 운영",
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
        "time delta 빠진 날짜 날짜가 빠진 빠진 시간 불규칙한 시간 간격이 다른 리샘플링 시간 간격",
    ),
    (
        N_("How do I give the network the hour, the weekday or the month?"),
        N_(
            "As features: the sine and the cosine of 2π · hour / 24, so that 23 is near 0. Add such columns to your "
            "file: the network can read them, too."
        ),
        {"source": "own"},
        "hour of day weekday day of week month calendar time features encode cyclical cyclic sin cos sine cosine "
        "date as feature timestamp datetime column 요일 월 시간대 날짜를 특성으로 달력 주기 인코딩 날짜 열",
    ),
    (
        N_("What is the difference between MAE, RMSE, MAPE and MASE?"),
        N_(
            "MAE is the mean error, RMSE counts large errors more; both have the series' unit. MAPE is in percent, "
            "and fails near 0. MASE divides by a simple forecast's error."
        ),
        {"panel": "forecast"},
        "mae rmse mse mape smape mase which metric error measure difference evaluation 평가 지표 오차 지표 차이 평균 "
        "절대 오차 제곱근 퍼센트",
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
        "plot training history loss curve history.history matplotlib accuracy graph draw learning curve val_loss "
        "학습 곡선 그리기 손실 그래프 히스토리 시각화 그래프로",
    ),
    (
        N_("Which loss suits a forecast: mse, mae or Huber?"),
        N_(
            "mse counts large errors most, and its best forecast is the mean; that of mae is the median. Huber lies "
            "between, so outliers count less. The networks here train with mse."
        ),
        {"panel": "forecast"},
        "mse vs mae loss huber log_cosh which loss function for regression forecasting outliers robust 회귀 손실 "
        "함수 선택 허버 이상치에 강한 mse mae 중에",
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
        "ensemble averaging several models bagging stacking models combine predictions vote 앙상블 여러 모델 평균 "
        "배깅 결합",
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
        "how does an LSTM work explained inside cell gates input forget output gate 게이트 역할 작동 원리 동작 "
        "diagram picture drawing structure 구조 구조도 그림 게이트 그림 어디서 보기",
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
        "explain like im 5 eli5 lsmt ltsm LSTM 뜻 의미 개념 정의 뭐부터 봐야 초보자 처음 보는 first step beginners",
    ),
    (
        N_("Why does an LSTM have three gates?"),
        N_(
            "Because it decides separately what to forget, what to write and what to show. A GRU has two gates: what "
            "it keeps and what it writes add up to 1."
        ),
        {"panel": "gates"},
        "how many gates number of gates why three 3 gates 게이트 세 개 몇 개 3개",
    ),
    (
        N_("What does the forget gate do?"),
        N_("It multiplies the previous cell state: near 1 the unit keeps its memory, near 0 it erases it."),
        {"lesson": "3"},
        "forget gate role purpose remember erase keep memory 망각 삭제 게이트 망각게이트 잊기 지우기 유지",
    ),
    (
        N_("What does the input gate do?"),
        N_("It says how much of the candidate is added to the cell state."),
        {"lesson": "4"},
        "input gate role purpose write candidate add new information 입력 게이트 입력게이트 후보 값 쓰기 더하기",
    ),
    (
        N_("What does the output gate do?"),
        N_("It says how much of tanh(c) the unit shows to the next layer and to the next step."),
        {"lesson": "5"},
        "output gate role purpose show hidden state expose 출력 게이트 출력게이트 보여 주기 내보내기",
    ),
    (
        N_("How is a gate computed?"),
        N_("Input · kernel + previous hidden state · recurrent kernel + bias, then a sigmoid: here with every number."),
        {"panel": "arithmetic"},
        "equation equations formula of an LSTM lstm formulas math sigmoid matrix multiplication calculate by hand W "
        "U b numpy cell state update c_t h_t 수식 계산 공식 시그모이드 셀 상태 갱신",
    ),
    (
        N_("Why a sigmoid for the gates and tanh for the candidate?"),
        N_(
            "A gate is a number from 0 to 1 that says how much, a candidate is a value from −1 to 1. See both over "
            "time."
        ),
        {"panel": "gates", "gate": "input_gate"},
        "activation recurrent_activation sigmoid tanh function relu 활성화 함수 시그모이드 하이퍼볼릭 탄젠트",
    ),
    (
        N_("Can the cell state be larger than 1?"),
        N_(
            "Yes: each step adds to it, as the arithmetic of one unit shows at step 3. The hidden state h = o · "
            "tanh(c) stays between −1 and 1."
        ),
        {"panel": "arithmetic", "step": "3", "unit": "8"},
        "cell state bigger greater than one above 1 range bounded unbounded limits hidden state between -1 and 1 "
        "output negative values 셀 상태 1보다 큰 커질 수 범위 음수 why is h between -1 and 1",
    ),
    (
        N_("At which step was this memory written?"),
        N_("The memory ledger splits the cell state into what each step wrote and what is left of it."),
        {"panel": "memory"},
        "cell state long-term memory contribution where does it come from ledger 셀 상태 기억 장부 언제 기록",
    ),
    (
        N_("Which unit remembers the first symbol?"),
        N_("Look at A − B: the row that stays coloured to the last step carries the difference. Here it is unit 4."),
        {"unit": "4", "step": "2", "show": "A-B"},
        "neuron latch remember compare two sequences difference long-term dependency 어느 유닛 기억 첫 기호 차이 비교",
    ),
    (
        N_("What is the difference between an LSTM and a GRU?"),
        N_(
            "A GRU has one state, two gates and about three quarters of an LSTM's parameters: the more its update "
            "gate keeps of the state, the less it takes of the candidate."
        ),
        {"model": "untrained", "layer": "gru", "step": "2"},
        "LSTM vs GRU versus compare against update gate reset gate which is better 뭐가 어느 것이 더 좋아요 나은가요 "
        "차이 비교 갱신 게이트 리셋 게이트 faster smaller fewer parameters 더 빠른가요 difference between rnn lstm "
        "gru",
    ),
    (
        N_("What is a SimpleRNN without gates?"),
        N_(
            "At every step it computes its whole state again from the input and the previous state: no gate keeps "
            "anything."
        ),
        {"model": "untrained", "layer": "simple_rnn", "step": "2"},
        "SimpleRNN vanilla RNN versus LSTM basic recurrent network 단순 기본 순환 신경망",
    ),
    (
        N_("What does an LSTM look like before training?"),
        N_("Its gates are near 0.5, except the forget gate, and no unit keeps the difference between A and B."),
        {"model": "untrained", "step": "4"},
        "untrained random weights initialization before training 학습 전 초기 가중치 무작위",
    ),
    (
        N_("How sure is the model of its prediction?"),
        N_("The panel shows the probability of each symbol after each step, from softmax."),
        {"panel": "predictions"},
        "softmax probability probabilities confidence predict next symbol argmax 확률 확신 소프트맥스 다음 기호",
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
        "exercise slides 수업 강의 교실 학생 선생님 교사 발표 프로젝터 전체 화면 보여 주기",
    ),
    (
        N_("How do I share what I see, or come back to it?"),
        N_("Everything that you choose is in the address: “Copy link” copies it, and it opens the same view again."),
        {"unit": "4", "step": "2", "show": "A-B"},
        "share link url address copy bookmark save view send permalink 공유 링크 주소 복사 저장 북마크 보내기  "
        "friend page 친구",
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
        "free licence license MIT open source price cost copyright author who made this 무료 라이선스 저작권 만든 "
        "사람 가격 cite citation publication paper thesis 논문에 써도 인용 출처",
    ),
    (
        N_("Where is the code for what I see?"),
        N_(
            "Most pages have a panel “Keras code” or “Files and code”: a script that you can copy, and run without "
            "this app."
        ),
        {"panel": "code"},
        "code script export code from the app copy source python example notebook github keras code download 코드 "
        "어디 코드 보기 파이썬 예제 코드 복사 내려받기 소스 jupyter notebook 주피터 노트북에서",
    ),
    (
        N_("How do I use this app?"),
        N_(
            "Choose a page at the top; each opens with an example, and “Try this” has more. The language is chosen "
            "beside the page's title."
        ),
        {"lesson": "1"},
        "how to use this app website site what does the app do help manual guide instructions change language korean "
        "english 사용법 사용 방법 사용하는 이 사이트 앱 뭐하는 곳 도움말 설명서 언어 바꾸기 한국어로 영어로",
    ),
    (
        N_("Which keys does the viewer have?"),
        N_(
            "← and → go one step back and on, Home and End to the first and the last, Space plays. ↑ and ↓ change "
            "the unit once the viewer has the focus."
        ),
        {"unit": "4", "step": "2"},
        "keyboard shortcuts keys hotkeys arrow keys space play animation viewer 키보드 단축키 화살표 키 재생 방향키",
    ),
    (
        N_("How do I save a chart or the numbers?"),
        N_(
            "“Save chart” below a chart gives it as PNG, SVG or HTML. The numbers are in the panel “Data”, as files "
            "to download."
        ),
        {"panel": "data"},
        "save download figure chart plot image png svg picture numbers results as csv npz excel screenshot 그림 "
        "그래프 저장 내려받기 다운로드  숫자 결과 표",
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
        "uncertain 확률이 다 0.5 근처 게이트 값이 0.5 항상 0.5 이진 분류",
    ),
    (
        N_("What happens with activation='relu' in an LSTM?"),
        N_(
            "The candidate and the hidden state no longer stay between −1 and 1, where tanh keeps them here: they "
            "may grow at each step until they are NaN. cuDNN is not used."
        ),
        {"panel": "gates", "gate": "input_gate"},
        "relu activation in lstm instead of tanh nan explodes activation='relu' leaky relu relu 쓰면 nan 렐루 활성화 "
        "함수",
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
        "epoch iteration batch_size steps per epoch updates difference 에포크 이터레이션 배치 크기 차이 반복",
    ),
    (
        N_("How many units does a layer need?"),
        N_(
            "There is no formula for it. Train the same task with few units and with many, and compare what they learn."
        ),
        {"units": "4", "regime": "sequences", "rate": "0.03"},
        "how many units choose number of neurons hidden size hyperparameter enough more larger bigger wider 유닛 몇 "
        "개 개수 은닉층 크기 정하기 늘리면 키우면 how many units in lstm layer lstm(50) why 유닛 수 정하는 기준 노드 "
        "수 몇으로 rule of thumb number of hidden units 히든 유닛 은닉층 몇개가 적당해요",
    ),
    (
        N_("Can a network without a memory learn this, too?"),
        N_("No. A perceptron sees one symbol at a time, so its loss stays at the dotted line."),
        {**PAIR, "curves": "True"},
        "perceptron dense feedforward MLP instead of lstm why recurrent needed 퍼셉트론 기억 없는 왜 순환 why lstm "
        "instead of ann dnn 왜 lstm",
    ),
    (
        N_("Can an LSTM count?"),
        N_(
            "Yes, as far as it was trained: n a's are followed by n b's, up to n = 5, and after the training every "
            "answer is right. Larger numbers are not tested."
        ),
        {"task": "counting", "n": "5", "units": "20", "regime": "sequences", "epochs": "500", "trained": "500"},
        "count counting counter a^n b^n anbn numbers context-free language 숫자를 세기 셀 수 있나요 개수 세다 카운트",
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
        "intervention edit state zero out break cell state 개입 기억 지우기 삭제 바꾸기",
    ),
    (
        N_("How does a memory form during training?"),
        N_("Move the epoch slider from 0 to the end: at the end at least one unit carries the difference."),
        {**PAIR, "curves": "True", "epoch": "0"},
        "learning epochs snapshots training dynamics weights over time 학습 과정 에포크 스냅숏 형성 생기는 만들어지는",
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
        "how many epochs number of epochs enough train longer 에포크 수 몇 번 돌려야 몇 에포크 학습 횟수 몇으로",
    ),
    (
        N_("Which learning rate should I choose?"),
        N_(
            "Adam's default is 0.001; these small networks learn faster with 0.01. With 1, as here, the loss jumps "
            "and does not settle."
        ),
        {"rate": "1"},
        "learning rate lr adam too high too low best good unstable loss jumps oscillates 학습률 얼마 좋나요 러닝 "
        "레이트 몇으로 너무 크면 너무 작으면 정하기 정해요 러닝레이트",
    ),
    (
        N_("Why is the result different each time I train?"),
        N_(
            "The initial weights are random. A seed fixes them; but with some seeds, such as 14 here, the LSTM does "
            "not learn the memory pair in time."
        ),
        {"seed": "14"},
        "random seed reproducible reproducibility different results every time run set_random_seed variance 결과가 "
        "매번 달라요 다른 결과 시드 고정 재현",
    ),
    (
        N_("Why does my network not learn?"),
        N_(
            "First ask whether any network could: here two answers follow the same symbols. Then try other learning "
            "rates and seeds, and a shorter memory."
        ),
        {"task": "own", "sequences": "a,b,c;a,b,d"},
        "not learning loss does not go down not decreasing stays high accuracy stuck at 50% plateau 학습이 안 돼요 "
        "안 되는 손실이 안 줄어요 오차가 줄지 않아요 떨어지지 않아요 정확도 50% error does not decrease 정확도가 안 "
        "올라요 오르지 않아요 val accuracy validation accuracy stuck at 0.5 안 줄어들어요 줄어들지 않아요 loss stays "
        "the same 제자리",
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
        "이어서 중단 재개",
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
        "돌아가나요 tpu 구글 코랩에서 돌리는 google colab",
    ),
    (
        N_("Which optimizer does the app use?"),
        N_(
            "Adam. In a training that you start here, its learning rate stays the same. In your own code, Keras's "
            "callback ReduceLROnPlateau lowers it when the validation loss no longer falls."
        ),
        {**PAIR, "panel": "files"},
        "optimizer optimizers optimiser adam vs sgd rmsprop momentum which optimizer ReduceLROnPlateau learning rate "
        "schedule decay reduce on plateau 옵티마이저 최적화 알고리즘 아담 학습률 감소 스케줄",
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
        "classification 표 데이터에도 정형 데이터 시간 순서가 없는 데이터 비시계열",
    ),
    (
        N_("Which tasks can a network learn here?"),
        N_(
            "The memory pair, a gap, counting, copying, parity, and sequences of your own. Before the training the "
            "page says of how many steps a memory the task needs."
        ),
        {"task": "copying", "panel": "figure"},
        "toy tasks copy task copying memory benchmark adding problem parity xor synthetic sequences example problems "
        "복사 과제 패리티 장난감 문제 연습 과제 예제 시퀀스",
    ),
)

GRADIENT_FLOW = _about(
    "gradient_flow",
    (
        N_("What is a vanishing gradient?"),
        N_("Each step back multiplies the gradient by numbers below 1, until nothing is left of it."),
        {"panel": "flow"},
        "vanishing gradient problem disappears small gradients long sequences backpropagation through time BPTT "
        "기울기 소실 그래디언트 사라짐 역전파 기울기가 작아져요",
    ),
    (
        N_("What is an exploding gradient?"),
        N_(
            "With recurrent weights twice as large, the gradient of the SimpleRNN grows at each step back. In "
            "training, clipnorm=1 in the optimizer limits it."
        ),
        {"recurrent_scale": "2"},
        "exploding gradients explode nan loss clipnorm gradient clipping grows 기울기 폭발 그래디언트 발산 클리핑 "
        "loss is nan after few epochs loss: nan 손실 nan 나와요 폭주 발산해요 nan 떠요 loss diverges goes to "
        "infinity inf jump to nan 나옴",
    ),
    (
        N_("Why does an LSTM remember longer than a SimpleRNN?"),
        N_(
            "Its cell state is multiplied only by the forget gate. When this gate is open, near 1, the gradient passes."
        ),
        {"panel": "flow", "forget_bias": "5"},
        "LSTM vs RNN long-term dependency dependencies advantage constant error carousel 장기 의존성 오래 기억 장점",
    ),
    (
        N_("What does the forget bias do?"),
        N_("It opens the forget gate from the start, so that the gradient reaches further back."),
        {"panel": "forget", "forget_bias": "5"},
        "unit_forget_bias forget gate bias 1 initialize 망각 편향",
    ),
    (
        N_("How many steps back can each network learn?"),
        N_("The panel shows over which gaps SimpleRNN, GRU and LSTM learned to remember a symbol."),
        {"panel": "gap"},
        "how long memory sequence length limit maximum timesteps far back gap 몇 시점 얼마나 오래 길이 한계 간격 how "
        "long can lstm remember",
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
        "chain rule backpropagation through time derivation derive equations backward pass BPTT gradient of lstm "
        "math proof jacobian 역전파 수식 유도 연쇄 법칙 미분 시간 역전파 계산",
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
)

TEXT = _about(
    "text",
    (
        N_("Why does word order matter?"),
        N_("To a bag of words both sentences are the same. The LSTM's two lines separate where the order differs."),
        {"panel": "words"},
        "word order bag of words same words sentiment context 단어 순서 어순 감성",
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
        "not negation never step through sentence words gates sentiment 부정 표현 않다 문장 단계별",
    ),
    (
        N_("Which words decided the answer?"),
        N_("Integrated gradients divide the logit among the words; occlusion leaves out one word at a time."),
        {"panel": "mattered"},
        "integrated gradients attribution saliency shap lime captum occlusion explain prediction important words "
        "feature importance 적분 기울기 단어 중요도 중요한 단어 기여도 설명",
    ),
    (
        N_("What happens if one word is changed?"),
        N_("The panel replaces one word, and shows how the answer changes."),
        {"panel": "change"},
        "replace word counterfactual influence which word important explain 단어 바꾸기 영향 중요한 단어",
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
        "예제 긍정 부정 분류 리뷰 분류 spam detection news category 스팸 뉴스 카테고리 분류 hate speech toxic "
        "comment fake news 욕설 댓글 악플 혐오 가짜 뉴스 의도 분류 intent document classification 문서 분류",
    ),
    (
        N_("Which activation and which loss does the output need?"),
        N_(
            "Yes or no: sigmoid and binary_crossentropy, as here. One of several symbols: softmax and "
            "categorical_crossentropy. A number: no activation, and mse."
        ),
        {"panel": "code"},
        "loss function output layer activation sigmoid vs softmax binary_crossentropy "
        "sparse_categorical_crossentropy mean_squared_error regression classification 손실 함수 출력층 활성화 함수 "
        "교차 엔트로피 회귀 분류 마지막 층 final layer last layer dense",
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
        "keras 3 cannot load h5 load_model error legacy hdf5 old model TypeError: Error when deserializing class "
        "LSTM Unrecognized keyword arguments time_major batch_shape ValueError: Unrecognized keyword arguments "
        "passed to LSTM tf.keras keras 2 keras 1 tensorflow 1 migrate convert upgrade 오래된 모델 열기 불러오기 안 "
        "열려요 오류 변환 옮기기",
    ),
    (
        N_("How do I see the gates of my own model?"),
        N_("Drop its file: .keras, .h5, weights alone, PyTorch as .safetensors, or ONNX."),
        {"source": "prices"},
        "visualize my own trained lstm upload model file inspect gate activations hidden states of keras model "
        "keract lstmvis 내 모델 게이트 시각화 올리기 파일 bring my own keras model use my model 내 모델 가져오기",
    ),
    (
        N_("Can I look at an LSTM from PyTorch or ONNX?"),
        N_(
            "Yes, as .safetensors or .onnx. A .pt file is a pickle, which can run code when it is opened, so it is "
            "never opened here: three lines convert it."
        ),
        {"source": "sums", "panel": "model"},
        "pytorch torch nn.LSTM state_dict pt pth safetensors onnx convert pytorch to keras open load model 파이토치 "
        "모델 변환 열기 불러오기",
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
        "privacy private confidential secure security upload stored server data safe pickle 개인 정보 보안 비공개 "
        "안전 업로드 올린 파일 저장되나요 데이터 유출 새어 나가나요 서버로 보내나요 sent to a server",
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
        "extractor encoder output 특징 추출 은닉 상태를 특성으로",
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
        "무엇 층 구조 버전",
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
        "texts 시암 샴 네트워크 문장 유사도 공유 층",
    ),
    (
        N_("Is there LayerNorm or BatchNorm here?"),
        N_(
            "Keras's LSTM has none inside. A model file may have LayerNormalization or BatchNormalization before and "
            "after it: the page computes both."
        ),
        {"source": "own"},
        "layer normalization batch normalization LayerNormalization BatchNormalization batchnorm layernorm norm lstm "
        "배치 정규화 층 정규화 레이어 정규화",
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
        "num_layers 파이토치 케라스 차이 뭐가 다른가요",
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
        "attention mechanism layer Luong Bahdanau keras.layers.Attention alignment map weights seq2seq with "
        "attention translate dates translation self-attention heads query key value transformer lstm with attention "
        "lstm vs transformer 어텐션 어텐션 메커니즘 루옹 정렬 트랜스포머 주의 집중 메커니즘 additive bahdanau "
        "MultiHeadAttention AdditiveAttention 바다나우 멀티헤드 visualize attention weights heatmap 히트맵",
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
        "teacher forcing free running exposure bias decoder input shifted target inference seq2seq training 교사 "
        "강요 티처 포싱 자유 실행 디코더 입력",
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
