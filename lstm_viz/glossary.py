"""The names of the signals, and the terms that a page explains where it uses them: a sentence for each."""

from dataclasses import dataclass

from lstm_viz.i18n import N_

SIGNAL_NAMES = {
    "input_gate": N_("input gate"),
    "forget_gate": N_("forget gate"),
    "candidate": N_("candidate"),
    "output_gate": N_("output gate"),
    "update_gate": N_("update gate"),
    "reset_gate": N_("reset gate"),
    "cell": N_("cell state"),
    "hidden": N_("hidden state"),
}
"""Signal → its name for a reader, marked for the catalogue."""


@dataclass(frozen=True)
class Term:
    """A term. Its texts are English, marked for the catalogue with `N_`.

    Attributes:
        name: The term.
        meaning: What it is, in a sentence.
        words: Other words for it, in any language, by which it is found.
    """

    name: str
    meaning: str
    words: str = ""


TERMS = {
    "step": Term(
        N_("step"),
        N_("One position in a sequence. The layer reads one symbol or row there, and computes its state once."),
    ),
    "unit": Term(N_("unit"), N_("One element of the layer's state. It has its own weights for every gate.")),
    "cell": Term(
        N_("cell state"),
        N_(
            "The long-term memory of an LSTM, c, one number for each unit. The gates decide what is kept, written and "
            "shown of it."
        ),
        "long-term memory c carry 장기 기억",
    ),
    "hidden": Term(
        N_("hidden state"),
        N_(
            "The short-term memory, h: what a unit shows of its cell state. The next layer reads it, and so do all "
            "units at the next step."
        ),
        "short-term memory h output state 단기 기억",
    ),
    "forget_gate": Term(
        N_("forget gate"),
        N_("A number from 0 to 1 that says how much of the cell state is kept: near 1 it keeps, near 0 it erases."),
        "삭제 게이트 forget keep erase",
    ),
    "input_gate": Term(
        N_("input gate"), N_("A number from 0 to 1 that says how much of the candidate is added to the cell state.")
    ),
    "candidate": Term(
        N_("candidate"),
        N_("A new value from −1 to 1, computed from the input and the hidden state of the previous step."),
    ),
    "output_gate": Term(
        N_("output gate"), N_("A number from 0 to 1 that says how much of tanh(cell state) becomes the hidden state.")
    ),
    "sample": Term(N_("sample"), N_("One example, the first axis of an input. Samples do not influence each other.")),
    "batch": Term(N_("batch"), N_("The samples that a layer reads in one call.")),
    "prediction": Term(
        N_("prediction"), N_("The most probable next symbol, computed from the hidden states of all units.")
    ),
    "timesteps": Term(
        N_("timesteps"),
        N_("The number of steps in a sample: the second axis of an input, as Keras names it."),
        "timestep time step sequence length 타임스텝",
    ),
    "feature": Term(
        N_("feature"),
        N_("One of the numbers that are read at a step: the last axis of an input."),
        "features input_dim variable channel 피처 변수",
    ),
    "window": Term(
        N_("window"),
        N_("Rows of a series, one after another, that a model reads as one sample."),
        "sliding windows 윈도우",
    ),
    "look_back": Term(
        "look_back", N_("The number of steps in a window."), "lookback look-back window size lag 룩백 윈도우 윈도 길이"
    ),
    "horizon": Term(
        "horizon", N_("The number of rows that are predicted at once."), "forecast horizon lead time 예측 길이 지평"
    ),
    "gate": Term(
        N_("gate"),
        N_(
            "A number for each unit, usually from 0 to 1, that a value is multiplied by: 0 stops it, 1 keeps all of it."
        ),
        "gates gating",
    ),
    "update_gate": Term(
        N_("update gate"),
        N_("The gate of a GRU that says how much of the previous hidden state is kept; the rest is the candidate."),
        "GRU z 업데이트 게이트",
    ),
    "reset_gate": Term(
        N_("reset gate"),
        N_("The gate of a GRU that says how much of the previous hidden state the candidate uses."),
        "GRU r 리셋 게이트",
    ),
    "initial_state": Term(
        N_("initial state"),
        N_("The state before the first step: zeros, if no other is given."),
        "initial_state starting state h at the first step h0 c0 시작 상태 첫 시점",
    ),
    "return_sequences": Term(
        "return_sequences",
        N_(
            "An argument of a recurrent layer: True returns the hidden state of every step, False that of the last one."
        ),
        "출력 시퀀스",
    ),
    "return_state": Term(
        "return_state",
        N_("An argument of a recurrent layer: True returns its last states as well, h and c of an LSTM."),
        "마지막 상태",
    ),
    "stateful": Term(
        "stateful",
        N_("A stateful layer keeps the state of each row after a call; the next call starts from it."),
        "상태 유지",
    ),
    "state_reset": Term(
        N_("state reset"),
        N_("The states of a stateful layer are set to zeros, with layer.reset_states()."),
        "reset_states 리셋",
    ),
    "padding": Term(
        N_("padding"),
        N_("Zeros before or after a sequence that make all sequences of a batch equally long."),
        "pad_sequences pad padded",
    ),
    "mask": Term(
        N_("mask"),
        N_("It says which steps are padding. A layer skips them: its state stays as it was."),
        "masking Masking mask_zero masked 마스킹",
    ),
    "one_hot": Term(
        N_("one-hot"),
        N_("A symbol as a vector that is 1 at the symbol's place and 0 elsewhere."),
        "onehot one_hot to_categorical 원-핫 인코딩",
    ),
    "embedding": Term(
        N_("embedding"),
        N_("The layer that turns the number of a word into a vector."),
        "Embedding word vector 단어 벡터",
    ),
    "temperature": Term(
        N_("temperature"),
        N_(
            "When the next word is drawn, its logits are divided by it: near 0 the most probable word is nearly always "
            "drawn, above 1 improbable words are drawn more often."
        ),
        "temperature sampling softmax 온도 샘플링",
    ),
    "bidirectional": Term(
        "Bidirectional",
        N_("Two layers that read the same input, one from its first step and one from its last."),
        "BiLSTM 양방향",
    ),
    "parameter": Term(
        N_("parameter"),
        N_("One number of the weights, which are kernel, recurrent kernel and bias."),
        "parameters params count_params 매개변수",
    ),
    "epoch": Term(N_("epoch"), N_("One round of training over the data."), "epochs"),
    "batch_size": Term(
        N_("batch size"),
        N_("The number of samples that are read for one update of the weights."),
        "batch_size mini-batch 배치 크기 미니배치",
    ),
    "iteration": Term(
        N_("iteration"),
        N_(
            "One update of the weights, after one batch. An epoch has as many iterations as the data have batches: 4 "
            "samples with a batch size of 1 make 4 iterations."
        ),
        "iterations update steps_per_epoch 반복 이터레이션",
    ),
    "bptt": Term(
        N_("truncated BPTT"),
        N_(
            "Backpropagation through time that ends at the first step of a batch: the states are carried on from the "
            "previous batch, the gradient is not carried back to it."
        ),
        "backpropagation through time truncated TBPTT 시간 역전파",
    ),
    "long_term_dependency": Term(
        N_("long-term dependency problem"),
        N_(
            "An answer depends on an input many steps before it, but the gradient does not reach so far back, so that "
            "the network cannot learn it."
        ),
        "long-term dependencies 장기 의존성 문제 장기의존성",
    ),
    "gradient": Term(
        N_("gradient"),
        N_("How much a small change of an earlier value changes a result: the derivative of the result by that value."),
        "derivative slope 그래디언트 미분",
    ),
    "vanishing_gradient": Term(
        N_("vanishing gradient"),
        N_("A gradient that becomes so small over many steps that nothing is left of it. A very large one explodes."),
        "exploding 그래디언트 소실 폭발",
    ),
    "spectral_norm": Term(
        N_("spectral norm"),
        N_("The most that a matrix can stretch a vector: its largest singular value."),
        "norm matrix singular value 노름 행렬 특이값",
    ),
    "nat": Term(
        N_("nat"),
        N_(
            "The unit of a cross-entropy loss with the natural logarithm. Guessing between two equally "
            "likely answers costs 0.69 nats."
        ),
        "nats loss cross-entropy unit 손실 교차 엔트로피 단위 나트",
    ),
    "mase": Term(
        "MASE",
        N_(
            "The mean error of a forecast, divided by that of repeating the last value on the training "
            "part. Below 1 is better than that."
        ),
        "mean absolute scaled error metric 오차 지표",
    ),
    "baseline": Term(
        N_("baseline"),
        N_("A simple forecast that a network should be better than, such as the last value."),
        "naive persistence",
    ),
    "data_leakage": Term(
        N_("data leakage"),
        N_("Values of the test part change what training reads, for example through the scaler."),
        "leak leaks 누출 유출",
    ),
    "ledger": Term(
        N_("memory ledger"),
        N_("For each step: how much it wrote into the memory, and how much of that is left."),
        "contribution 내역",
    ),
    "knockout": Term(
        N_("knockout"),
        N_("The memory of each unit is erased or copied at each step in turn, to see on which unit an answer depends."),
        "ablation 녹아웃",
    ),
    "latch": Term(
        N_("latch"),
        N_("A unit whose forget gate stays near 1, so that it keeps what it has once written."),
        "래치 memory unit",
    ),
    "logit": Term(
        N_("logit"),
        N_("The number that the last layer computes before the sigmoid: above 0 the probability is above 0.5."),
        "로짓 log-odds",
    ),
    "encoder_decoder": Term(
        N_("encoder–decoder"),
        N_("Two recurrent layers: the encoder reads the whole input, then the decoder says the answer step by step."),
        "seq2seq encoder decoder 인코더 디코더",
    ),
    "attention": Term(
        N_("attention"),
        N_("At each of its steps a decoder weights all states of the encoder, and reads their weighted sum."),
        "Luong dot product alignment 루옹 내적 정렬",
    ),
    "context_vector": Term(
        N_("context vector"),
        N_("The sum of the encoder's hidden states, each times its attention weight: what attention returns."),
        "context 문맥 컨텍스트",
    ),
    "attention_weight": Term(
        N_("attention weight"),
        N_(
            "How much a state of the encoder counts at a step of the decoder: the softmax of the attention scores, "
            "which are dot products of the two states."
        ),
        "attention score softmax alignment 어텐션 점수",
    ),
    "teacher_forcing": Term(
        N_("teacher forcing"),
        N_(
            "The decoder reads the right answer to the previous step, whatever it said itself. This is how it is "
            "trained."
        ),
        "교사 강요 티처 포싱",
    ),
    "free_running": Term(
        N_("free running"),
        N_("The decoder reads what it said itself at the previous step. This is how it answers."),
        "inference autoregressive 자유 실행 추론",
    ),
    "greedy_search": Term(
        N_("greedy search"),
        N_("The decoder says the most probable symbol at each step."),
        "greedy decoding 그리디 탐욕",
    ),
    "beam_search": Term(
        N_("beam search"),
        N_("After each step the most probable beginnings of an answer are kept: as many as the beam is wide."),
        "beam width k best 빔 서치 빔 너비",
    ),
    "log_probability": Term(
        N_("log probability"),
        N_("The natural logarithm of a probability. Where probabilities are multiplied, their logarithms are added."),
        "logarithm 로그 확률",
    ),
    "bag_of_words": Term(
        N_("bag of words"),
        N_("A model that only counts which words a text has, and knows nothing of their order."),
        "bow 단어 가방",
    ),
}
