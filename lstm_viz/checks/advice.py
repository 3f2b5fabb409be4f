"""What stands beside the findings of each check: why it matters, what to change, and the change in Keras code."""

from lstm_viz.checks.finding import Advice
from lstm_viz.i18n import N_

ADVICE = {
    "not_a_number": Advice(
        N_("Only finite numbers"),
        N_("NaN or infinite numbers"),
        N_("One NaN makes every number after it NaN, and the weights too as soon as the model is trained on it."),
        N_(
            "Fill or leave out what is missing before training. If the weights are NaN, train again from the "
            "start with a smaller learning rate and with clipped gradients."
        ),
        "x = np.nan_to_num(x, nan=0.0)  # or interpolate\n"
        'model.compile(keras.optimizers.Adam(1e-3, clipnorm=1.0), loss="mse")',
    ),
    "ids_beyond_embedding": Advice(
        N_("Every id has a row in the Embedding"),
        N_("Ids without a row in the Embedding"),
        N_("On the processor TensorFlow stops with an error; on a graphics card it silently reads zeros."),
        N_("Give the Embedding as many rows as there are ids, counted from 0, with padding and unknown words."),
        "keras.layers.Embedding(input_dim=int(x.max()) + 1, output_dim=32, mask_zero=True)",
    ),
    "unscaled_features": Advice(
        N_("Features of size 1"),
        N_("Features that are not scaled"),
        N_(
            "The gates see the features multiplied by weights of about the same size. Large features saturate "
            "the gates, small ones do not move them."
        ),
        N_(
            "Scale each feature with the mean and the standard deviation of the training part, inside of the "
            "model or before it."
        ),
        "scale = keras.layers.Normalization()\n"
        "scale.adapt(x_train)\n"
        "model = keras.Sequential([keras.Input(x_train.shape[1:]), scale, LAYER(32), head])",
    ),
    "constant_features": Advice(
        N_("Every feature varies"),
        N_("A feature that never changes"),
        N_(
            "A feature that never changes acts as a second bias and holds no information. Often a column was read "
            "wrongly."
        ),
        N_("Leave the feature out, or look where its values were lost."),
        "varies = np.ptp(x_train, axis=(0, 1)) > 0\nx_train = x_train[:, :, varies]",
    ),
    "padding_read_last": Advice(
        N_("The last step is not padding"),
        N_("Padding is read last"),
        N_(
            "Only the state after the last step goes on. If it has read padding for many steps, it has forgotten "
            "the data."
        ),
        N_("Mask the padding, or put it before the data."),
        "keras.layers.Embedding(words, 32, mask_zero=True)  # numbers: keras.layers.Masking(mask_value=0.0)\n"
        'x = keras.utils.pad_sequences(x, padding="pre")',
    ),
    "mask_lost": Advice(
        N_("The mask reaches the recurrent layers"),
        N_("A mask is lost on the way"),
        N_(
            "A layer that does not know masks drops it, and the recurrent layer after it reads padding as if it "
            "were data."
        ),
        N_("Hand the mask on yourself, or mask again after the layer that dropped it."),
        "mask = embedding.compute_mask(ids)\noutput = LAYER(32)(hidden, mask=mask)",
    ),
    "saturated_gates": Advice(
        N_("Gates that move"),
        N_("Saturated gates"),
        N_(
            "A saturated gate has almost no slope, so training hardly changes it, and it no longer reacts to what "
            "is read."
        ),
        N_("Scale the inputs, keep the weights small, and train with a smaller learning rate."),
        "LAYER(32, kernel_regularizer=keras.regularizers.L2(1e-4))\n"
        'model.compile(keras.optimizers.Adam(1e-3, clipnorm=1.0), loss="mse")',
    ),
    "candidates_at_one": Advice(
        N_("Candidates between −1 and 1"),
        N_("Candidates at −1 and 1"),
        N_("At −1 and 1, tanh has almost no slope: the layer tells apart two values only, and hardly learns."),
        N_("Scale the inputs, keep the weights small, and train with a smaller learning rate."),
        "LAYER(32, kernel_regularizer=keras.regularizers.L2(1e-4))\n"
        'model.compile(keras.optimizers.Adam(1e-3, clipnorm=1.0), loss="mse")',
    ),
    "forgets_at_once": Advice(
        N_("Memory that lasts more than a step"),
        N_("Memory that is erased at once"),
        N_("A layer that erases its memory at each step reads every step by itself, as a Dense would."),
        N_("Start with a forget bias of 1 or more, and train again. If only the last step matters, a Dense is enough."),
        "keras.layers.LSTM(32, unit_forget_bias=True)",
    ),
    "forgets_never": Advice(
        N_("Memory that can be erased"),
        N_("Memory that is never erased"),
        N_(
            "Units that never forget add up everything they read. In long sequences the memory grows until tanh "
            "saturates."
        ),
        N_("Start with a forget bias of 1, and train again."),
        "keras.layers.LSTM(32, unit_forget_bias=True)",
    ),
    "memory_length": Advice(
        N_("Memory as long as the task needs"),
        N_("Memory that is too short"),
        N_("What a unit has written is multiplied by its gate at every step. Once the product is near 0, it is gone."),
        N_("Raise the forget bias, or give shorter sequences: what is older than the memory only costs time."),
        "bias = np.zeros(4 * units)\n"
        "bias[units : 2 * units] = np.log(steps)  # the forget gate: about as many steps\n"
        "layer = keras.layers.LSTM(units, unit_forget_bias=False)\n"
        "layer.build((None, steps, features))\n"
        "layer.cell.bias.assign(bias)",
    ),
    "dead_units": Advice(
        N_("Every unit reacts"),
        N_("Units that never change"),
        N_("A unit that stays the same costs as much as the others and says nothing."),
        N_(
            "Use fewer units, or train again from other initial weights. If the activation is ReLU, use tanh "
            "or a smaller learning rate."
        ),
        'LAYER(16, activation="tanh", kernel_initializer="glorot_uniform")',
    ),
    "copies": Advice(
        N_("Every unit is different"),
        N_("Units that do the same"),
        N_("Units that start equal, here and in the next layer, get equal gradients and stay so: many work as one."),
        N_("Start from random weights, not from constants. If copies are left after training, fewer units are enough."),
        'LAYER(32, kernel_initializer="glorot_uniform", recurrent_initializer="orthogonal")',
    ),
    "vanishing": Advice(
        N_("Gradients that reach back"),
        N_("The gradient vanishes"),
        N_("If the gradient is gone halfway, no training can find out that something early in the sequence matters."),
        N_("Use an LSTM with a forget bias of 1 or more instead of a SimpleRNN, or shorter sequences."),
        "keras.layers.LSTM(32, unit_forget_bias=True)\nx = x[:, -50:]",
    ),
    "exploding": Advice(
        N_("Gradients that do not grow too large"),
        N_("The gradient explodes"),
        N_("If a small change becomes huge, so do the updates: the loss jumps, and may become NaN."),
        N_(
            "Clip the gradients, and keep the recurrent kernel small. If its weights are already too large, train "
            "again."
        ),
        'LAYER(32, recurrent_initializer="orthogonal", recurrent_regularizer=keras.regularizers.L2(1e-4))\n'
        'model.compile(keras.optimizers.Adam(1e-3, clipnorm=1.0), loss="mse")',
    ),
    "dominated_kernel": Advice(
        N_("No feature drowns the others"),
        N_("One feature drowns the others"),
        N_("If one feature has far larger weights, the gates follow it alone."),
        N_(
            "Scale all features alike, and hold the weights down with a regularizer. If the feature is enough, "
            "leave the others out."
        ),
        "LAYER(32, kernel_regularizer=keras.regularizers.L2(1e-3))",
    ),
    "never_trained": Advice(
        N_("Trained weights"),
        N_("Weights as they were before any training"),
        N_(
            "Weights as an initialiser makes them have learned nothing: often the wrong file was saved, or the "
            "layer was frozen."
        ),
        N_("Train the layer before you save the model, and check that it is trainable."),
        "layer.trainable = True\n"
        'model.compile("adam", "mse")  # after every change of trainable\n'
        "model.fit(x, y)\n"
        'model.save("model.keras")',
    ),
    "forget_bias": Advice(
        N_("A forget gate that starts open"),
        N_("A forget gate that starts half shut"),
        N_("With a bias of 0 the gate halves the memory at each step, so that the gradient is gone after a few steps."),
        N_("Start with a forget bias of 1, which is Keras's default."),
        "keras.layers.LSTM(32, unit_forget_bias=True)",
    ),
    "constant_answer": Advice(
        N_("Answers that depend on the input"),
        N_("The same answer to everything"),
        N_("A model that gives one answer to everything has learned the mean of the targets at best."),
        N_(
            "Look at the layer in which the variation is lost: dead ReLUs, saturated gates or weights near 0. "
            "Scale the targets, and train again with a smaller learning rate."
        ),
        'keras.layers.Dense(32, activation="tanh")  # before the last Dense, instead of "relu"\n'
        'model.compile(keras.optimizers.Adam(1e-3), loss="mse")',
    ),
    "echo": Advice(
        N_("More than the last value"),
        N_("The forecast repeats the last value"),
        N_("A forecast that repeats the last value looks right in a chart and is a step late: nobody can use it."),
        N_(
            "Forecast the change instead of the value, and compare with repeating the last value. In a random "
            "walk nothing else can be learned."
        ),
        "y_change = y - x[:, -1, 0]\nmodel.fit(x, y_change)\nforecast = x[:, -1, 0] + model.predict(x)[:, 0]",
    ),
    "softmax_of_one": Advice(
        N_("A softmax over several classes"),
        N_("A softmax over a single unit"),
        N_("The numbers of a softmax add up to 1, so a single one is always 1, and its gradient is 0."),
        N_("Use a sigmoid for one number, or a unit for each class."),
        'keras.layers.Dense(1, activation="sigmoid")\nmodel.compile("adam", "binary_crossentropy")',
    ),
    "sigmoid_of_many": Advice(
        N_("Class probabilities that add up to 1"),
        N_("A sigmoid for each class"),
        N_("Sigmoids know nothing of each other: several classes can be probable at once, or none."),
        N_("Use a softmax, and the loss that belongs to it."),
        'keras.layers.Dense(classes, activation="softmax")\nmodel.compile("adam", "sparse_categorical_crossentropy")',
    ),
    "missing_classes": Advice(
        N_("A unit for each class"),
        N_("Fewer units than classes"),
        N_("The model can never answer with a class that has no unit, and the loss is NaN or Keras raises an error."),
        N_("Give the last Dense a unit for each class, and count classes from 0."),
        'classes = int(y.max()) + 1\nkeras.layers.Dense(classes, activation="softmax")',
    ),
    "stateful_without_batch_size": Advice(
        N_("A batch size for stateful layers"),
        N_("A stateful layer without a batch size"),
        N_("A stateful layer keeps one state for each sample of a batch, so it must know how many there are."),
        N_("Fix the batch size of the input, and give whole batches."),
        "keras.Input(batch_shape=(1, None, features))\nkeras.layers.LSTM(32, stateful=True)",
    ),
    "one_step_left": Advice(
        N_("Sequences between recurrent layers"),
        N_("A recurrent layer that reads one step"),
        N_(
            "Without return_sequences=True, a layer returns its last output alone: the next one has nothing to "
            "read step by step."
        ),
        N_("Return sequences from every recurrent layer but the last one."),
        "LAYER(32, return_sequences=True)\nLAYER(32)",
    ),
    "sequences_for_one_answer": Advice(
        N_("As many answers as targets"),
        N_("Sequences where one answer is wanted"),
        N_(
            "If there is an answer for each step but only one target, the two are still compared, by "
            "broadcasting as in NumPy, and the loss measures something else. A Flatten ties the model to one "
            "length and gives it many more parameters."
        ),
        N_("Return only the last output where one answer is wanted, and sequences where each step has a target."),
        "LAYER(32)  # one answer\nLAYER(32, return_sequences=True)  # an answer at each step",
    ),
    "states_not_passed": Advice(
        N_("The decoder starts where the encoder ended"),
        N_("The encoder's states are not passed on"),
        N_("A decoder that starts from zeros knows nothing of what the encoder has read."),
        N_("Return the encoder's states, and let the decoder start from them."),
        "_, *states = keras.layers.LSTM(32, return_state=True)(source)\n"
        "output = keras.layers.LSTM(32, return_sequences=True)(target, initial_state=states)",
    ),
}
"""Check → its advice."""
