"""The logit of a sentence, of which each word has a part."""

from lstm_viz.lessons.text.model import review_model
from lstm_viz.lessons.text.sentence import Sentence
from lstm_viz.model_files.answer import Answer, answer_of_graph
from lstm_viz.model_files.graph import Graph, Layer, Node
from lstm_viz.model_files.numpy_layers import Value
from lstm_viz.model_files.recurrent_layer import stacked


def logit_of(sentence: Sentence) -> Answer:
    """The logit of a sentence, by the LSTM, as a function of the vectors of its words.

    Its sigmoid, the probability, would hide how sure words make the model: near 0 and 1 it hardly changes.
    """
    model = review_model(sentence.language)
    rest = stacked([model.weights], model.head_kernel, model.head_bias)
    embedding = Layer("embedding", "Embedding", "embedding", {"mask_zero": True}, {"embeddings": model.embedding})
    layers = [rest.layers[0], embedding, *rest.layers[1:]]
    nodes = [Node(place, ((place - 1, 0),) if place else ()) for place in range(len(layers))]
    graph = Graph(layers, nodes, (0,), ((len(nodes) - 1, 0),))
    return answer_of_graph(graph, {0: Value(sentence.ids[None])}, index=(0,))
