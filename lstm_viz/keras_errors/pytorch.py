"""Errors of PyTorch's nn.LSTM and of what is around it: shapes, states, packing, losses, numbers, devices."""

from lstm_viz.i18n import N_
from lstm_viz.keras_errors.rule import Case, Facts, Rule, number, shape, single

STATE = N_(
    "The state has the shape {given}, and {wanted} is needed: the first axis counts the layers, twice with "
    "bidirectional=True, the second the samples of the batch, the third the units."
)


def _differs_only(axis: int):
    """The condition that two shapes differ in this axis and in no other."""

    def differs(m: Facts) -> bool:
        both = list(zip(m.given, m.wanted, strict=False))
        return m.given_axes == m.wanted_axes and [at for at, (a, b) in enumerate(both) if a != b] == [axis]

    return differs


INPUTS = (
    Rule(
        (rf"input\.size\(-1\) must be equal to input_size\. Expected {number('wanted')}, got {number('given')}",),
        (
            Case(
                N_(
                    "The layer was made with input_size={wanted}, but the last axis of the input, the features, has "
                    "size {given}. input_size counts the features, not the timesteps."
                ),
                N_(
                    "Set input_size to the number of features. The input has the axes (batch, timesteps, features) "
                    "with batch_first=True; without it, the timesteps come first."
                ),
                "torch.nn.LSTM({given}, hidden_size, batch_first=True)\nprint(x.shape)",
            ),
        ),
        ("RuntimeError: input.size(-1) must be equal to input_size. Expected 10, got 1",),
    ),
    Rule(
        (
            rf"Expected input to be 2D or 3D, got {number('found')}D",
            rf"input must have 3 dimensions, got {number('found')}",
        ),
        (
            Case(
                N_(
                    "A recurrent layer of PyTorch reads the axes (batch, timesteps, features) with batch_first=True. "
                    "This input has {found} axes."
                ),
                N_("Put all features of a timestep into one axis."),
                "x = x.flatten(2)",
                when=lambda m: m.found > 3,
            ),
            Case(
                N_(
                    "A recurrent layer of PyTorch reads the axes (batch, timesteps, features) with batch_first=True. "
                    "This input has {found} axes."
                ),
                N_("A series with one value at each timestep still needs the axis of features, with size 1."),
                "x = x.reshape(1, -1, 1)\nx = x.unsqueeze(-1)",
            ),
        ),
        (
            "ValueError: LSTM: Expected input to be 2D or 3D, got 4D instead",
            "ValueError: LSTM: Expected input to be 2D or 3D, got 1D instead",
            "RuntimeError: input must have 3 dimensions, got 2",
        ),
    ),
    single(
        N_("An array of NumPy was given where PyTorch needs a tensor."),
        N_("Make a tensor of it, with float32 as the weights have."),
        "x = torch.tensor(x, dtype=torch.float32)",
        (
            r"'numpy\.ndarray' object has no attribute '(?:dim|to|unsqueeze|squeeze_|cuda|cpu|float|long|permute|"
            r"detach|is_cuda|backward)'",
            r"argument 'input' \(position 1\) must be Tensor, not numpy\.ndarray",
        ),
        "AttributeError: 'numpy.ndarray' object has no attribute 'dim'",
        "TypeError: linear(): argument 'input' (position 1) must be Tensor, not numpy.ndarray",
    ),
    single(
        N_(
            "The numbers of the input or of the targets have another type than the weights, which are float32. "
            "NumPy and pandas hold float64, which PyTorch calls Double; ids are Long."
        ),
        N_("Turn them into float32. Ids of words go through an Embedding first."),
        "x, y = x.float(), y.float()",
        (
            r"mat1 and mat2 must have the same dtype, but got (?:Double|Long|Int|Float and Double)",
            r"expected m1 and m2 to have the same dtype, but got: (?:double|long|float != double)",
            r"expected scalar type (?:Double but found Float|Float but found (?:Double|Long))",
            r"Found dtype (?:Double|Long) but expected Float|RNN input dtype \(torch\.(?:float64|u?int\d\d?)\)",
            r"Expected object of (?:scalar )?type (?:torch\.)?(?:Float|Double)\w{0,6} but (?:got|found) "
            r"(?:scalar )?type (?:torch\.)?(?:Float|Double|Long)",
            r"input must have the type torch\.float32, got type torch\.(?:float64|int)",
        ),
        "RuntimeError: mat1 and mat2 must have the same dtype, but got Double and Float",
        "RuntimeError: expected scalar type Double but found Float",
        "RuntimeError: Found dtype Double but expected Float",
        "ValueError: RNN input dtype (torch.float64) does not match weight dtype (torch.float32). Convert input: "
        "input.to(torch.float32), or convert model: model.to(torch.float64)",
    ),
    single(
        N_(
            "Some of the tensors are on the GPU, and some are not. One computation needs all of them in "
            "the same place: the weights, the batch and the states."
        ),
        N_("Move each batch to the device of the model, and make the states there too."),
        "device = next(model.parameters()).device\nx, y = x.to(device), y.to(device)\n"
        "h = torch.zeros(num_layers, x.size(0), hidden_size, device=device)",
        (
            r"(?:tensors are not|to be) (?:at|on) the same device",
            r"Input type \(torch\.(?:cuda\.)?\w{1,20}\) and weight type \(torch\.(?:cuda\.)?\w{1,20}\) should be",
        ),
        "RuntimeError: Input and hidden tensors are not at the same device, found input tensor at cuda:0 and hidden "
        "tensor at cpu",
        "RuntimeError: Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!",
    ),
)
HIDDEN = (
    Rule(
        (rf"Expected hidden(?:\[[01]\])? size {shape('wanted')}, got {shape('given')}",),
        (
            Case(
                STATE,
                N_("Swap the first two axes. batch_first=True changes the input and the output, but not the states."),
                "h, c = h.transpose(0, 1).contiguous(), c.transpose(0, 1).contiguous()",
                when=lambda m: (
                    m.given_axes == m.wanted_axes == 3
                    and m.given[0] != m.given[1]
                    and (m.given[1], m.given[0], m.given[2]) == m.wanted
                ),
            ),
            Case(
                N_(
                    "The state has rows for {given[1]} samples, but the input has {wanted[1]}. Either this batch has "
                    "another size than the states were made for, such as a last batch that is not full, or "
                    "batch_first=True is missing and the timesteps are taken for the samples."
                ),
                N_(
                    "Make the states from the batch that is read, or leave them out: then they are zeros. Set "
                    "batch_first=True if the first axis of the input is the batch."
                ),
                "h = torch.zeros({wanted[0]}, x.size(0), hidden_size, device=x.device)\n"
                "lstm = torch.nn.LSTM(input_size, hidden_size, batch_first=True)\n"
                "output, (h, c) = lstm(x)",
                when=_differs_only(1),
            ),
            Case(
                STATE,
                N_("Give the states this shape, or leave them out: then they are zeros."),
                "h = torch.zeros({wanted[0]}, x.size(0), {wanted_last})\noutput, (h, c) = lstm(x)",
                when=lambda m: m.wanted_axes == 3,
            ),
        ),
        (
            "RuntimeError: Expected hidden[0] size (2, 17, 128), got [2, 64, 128]",
            "RuntimeError: Expected hidden size (2, 17, 4), got [2, 64, 4]",
            "RuntimeError: Expected hidden[0] size (2, 17, 4), got [17, 2, 4]",
            "RuntimeError: Expected hidden[0] size (4, 17, 4), got [2, 17, 4]",
        ),
    ),
    Rule(
        (r"For (?P<without>un)?batched \d-D input, hx (?:and cx )?should also be \d-D",),
        (
            Case(
                N_(
                    "The input has two axes, which PyTorch reads as a single sample without a batch, but the states "
                    "have an axis for the batch."
                ),
                N_(
                    "Give the input its third axis: the batch in front for a single sample, the features at the end "
                    "for windows of one value at each timestep."
                ),
                "x = x.unsqueeze(0)\nx = x.unsqueeze(-1)",
                when=lambda m: bool(m.without),
            ),
            Case(
                N_(
                    "The input has three axes, and so has each state: in front of batch and units comes an axis that "
                    "counts the layers. It is missing here."
                ),
                N_("For one layer, add an axis of size 1 in front; or leave the states out: then they are zeros."),
                "h, c = h.unsqueeze(0), c.unsqueeze(0)\noutput, (h, c) = lstm(x)",
            ),
        ),
        (
            "RuntimeError: For batched 3-D input, hx and cx should also be 3-D but got (2-D, 2-D) tensors",
            "RuntimeError: For batched 3-D input, hx should also be 3-D but got 2-D tensor",
            "RuntimeError: For unbatched 2-D input, hx and cx should also be 2-D but got (3-D, 3-D) tensors",
        ),
    ),
    single(
        N_("The state of an LSTM is a tuple of two tensors, h and c. The tuple itself has no methods of a tensor."),
        N_("Detach both."),
        "h, c = h.detach(), c.detach()",
        (r"'tuple' object has no attribute '(?:detach_?|data|repackage)'",),
        "AttributeError: 'tuple' object has no attribute 'detach'",
    ),
    single(
        N_(
            "nn.LSTM and nn.GRU return a tuple: the outputs and the last state. The whole tuple was given where one "
            "tensor is needed, as nn.Sequential does."
        ),
        N_("Take the outputs out of the tuple. In place of nn.Sequential, write the steps into forward."),
        "output, state = lstm(x)\noutput = linear(output[:, -1])",
        (
            r"argument 'input' \(position 1\) must be Tensor, not tuple",
            r"'tuple' object has no attribute '(?:dim|view|permute|contiguous|squeeze|unsqueeze|is_cuda)'",
        ),
        "TypeError: linear(): argument 'input' (position 1) must be Tensor, not tuple",
        "AttributeError: 'tuple' object has no attribute 'dim'",
    ),
    single(
        N_(
            "backward was called again for a computation that it had finished. Most often the state of the last "
            "batch was given to the next one, and still belongs to the computation of the last batch."
        ),
        N_(
            "Detach the states between two batches. retain_graph=True does not help: the computation grows with "
            "each batch, and optimizer.step changes weights that it needs."
        ),
        "h, c = h.detach(), c.detach()",
        (r"Trying to backward through the graph a second time",),
        "RuntimeError: Trying to backward through the graph a second time (or directly access saved tensors after "
        "they have already been freed).",
    ),
)
PACKING = (
    single(
        N_("pack_padded_sequence reads the lengths in the computer's memory, as one row of whole numbers."),
        N_("Move the lengths to the CPU. The sequences can stay on the GPU."),
        "torch.nn.utils.rnn.pack_padded_sequence(x, lengths.cpu(), batch_first=True, enforce_sorted=False)",
        (r"'lengths' argument should be a 1D CPU int64 tensor",),
        "RuntimeError: 'lengths' argument should be a 1D CPU int64 tensor, but got 1D cuda:0 Long tensor",
    ),
    single(
        N_("pack_padded_sequence expects the longest sequence first, unless it is told otherwise."),
        N_("Set enforce_sorted=False. Outputs and states then come back in the order of the input."),
        "torch.nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)",
        (r"'lengths' array (?:must|has to) be sorted in decreasing order",),
        "RuntimeError: `lengths` array must be sorted in decreasing order when `enforce_sorted` is True.",
    ),
    single(
        N_("A sequence has length 0: it holds nothing but padding, and cannot be packed."),
        N_("Leave such samples out, with their targets."),
        "keep = lengths > 0\nx, y, lengths = x[keep], y[keep], lengths[keep]",
        (r"Length of all samples has to be greater than 0",),
        "RuntimeError: Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0",
    ),
    single(
        N_("The DataLoader puts samples into one batch, but the samples are not equally long."),
        N_("Pad them in a function for collate_fn, and keep the lengths."),
        "x = torch.nn.utils.rnn.pad_sequence(sequences, batch_first=True)\n"
        "lengths = torch.tensor([len(each) for each in sequences])\n"
        "torch.utils.data.DataLoader(data, batch_size=32, collate_fn=collate)",
        (r"stack expects each tensor to be equal size",),
        "RuntimeError: stack expects each tensor to be equal size, but got [24] at entry 0 and [31] at entry 1",
    ),
)
LOSSES = (
    Rule(
        (
            rf"[Tt]arget size \({shape('target')}\) (?:that is different (?:to|from)|must be the same as) "
            rf"(?:the )?input size \({shape('output')}\)",
        ),
        (
            Case(
                N_(
                    "The output has the shape {output}, the targets {target}: an axis of size 1 is missing in one of "
                    "them. MSELoss then compares every output with every target, and the network learns their mean."
                ),
                N_("Give both the same shape before the loss is computed."),
                "output = output.squeeze(-1)\ny = y.unsqueeze(-1)",
                when=lambda m: m.output == (*m.target, 1),
            ),
            Case(
                N_(
                    "The output has the shape {output}, the targets {target}: an axis of size 1 is missing in one of "
                    "them. MSELoss then compares every output with every target, and the network learns their mean."
                ),
                N_("Give both the same shape before the loss is computed."),
                "y = y.squeeze(-1)",
                when=lambda m: m.target == (*m.output, 1),
            ),
            Case(
                N_("The loss compares outputs and targets number by number, but the shapes are {output} and {target}."),
                N_(
                    "Let the last layer give as many numbers as a target has. For one answer per sample, use the "
                    "output of the last timestep."
                ),
                "print(output.shape, y.shape)\noutput = linear(output[:, -1])",
            ),
        ),
        (
            "UserWarning: Using a target size (torch.Size([64])) that is different to the input size (torch.Size([64, "
            "1])). This will likely lead to incorrect results due to broadcasting.",
            "ValueError: Target size (torch.Size([64, 1])) must be the same as input size (torch.Size([64]))",
            "UserWarning: Using a target size (torch.Size([64, 12])) that is different to the input size "
            "(torch.Size([64, 24])).",
        ),
    ),
    Rule(
        (rf"Expected target size {shape('wanted')}, got {shape('given')}",),
        (
            Case(
                N_(
                    "nn.CrossEntropyLoss expects the classes in the second axis of the output. An LSTM with "
                    "batch_first=True gives the axes (batch, timesteps, classes), so the timesteps were taken for "
                    "classes."
                ),
                N_("Move the classes to the second axis, or put all timesteps below each other."),
                "loss = criterion(output.transpose(1, 2), y)\nloss = criterion(output.flatten(0, 1), y.flatten())",
                when=lambda m: m.given_axes > 1,
            ),
            Case(
                N_("The output has an answer for each timestep, but there is one target for each sample."),
                N_("Use the output of the last timestep."),
                "output = linear(output[:, -1])",
            ),
        ),
        (
            "RuntimeError: Expected target size [32, 5000], got [32, 20]",
            "RuntimeError: Expected target size [32, 50], got [32]",
        ),
    ),
    Rule(
        (rf"Expected input batch_size \({number('given')}\) to match target batch_size \({number('wanted')}\)",),
        (
            Case(
                N_(
                    "The output has {given} rows, the targets {wanted}. Each target needs one row: often the output "
                    "holds all timesteps, or batch_first=True is missing and the axes are confused."
                ),
                N_(
                    "For one answer per sample, use the output of the last timestep. For one per timestep, give a "
                    "target for each."
                ),
                "print(output.shape, y.shape)\noutput = linear(output[:, -1])",
            ),
        ),
        ("ValueError: Expected input batch_size (640) to match target batch_size (32).",),
    ),
    single(
        N_("nn.CrossEntropyLoss takes one class number for each sample. The targets have an axis too many."),
        N_("Leave out the axis of size 1; of one-hot targets, take the class numbers."),
        "y = y.squeeze(-1)\ny = y.argmax(-1)",
        (r"multi-target not supported",),
        "RuntimeError: 0D or 1D target tensor expected, multi-target not supported",
    ),
    single(
        N_("Class numbers and ids of words must be whole numbers, which PyTorch calls Long. These are decimals."),
        N_("Turn them into whole numbers. To predict a quantity, use MSELoss in place of CrossEntropyLoss."),
        "y = y.long()\nx = x.long()",
        (
            r"expected target dtype to be Long|expected scalar type Long but found (?:Float|Double)",
            r"Expected object of (?:scalar )?type (?:torch\.)?Long\w{0,6} but (?:got|found)",
            r"Expected tensor for argument #1 'indices' to have (?:one of the following )?scalar types?:? Long",
        ),
        "RuntimeError: expected target dtype to be Long or Byte, but got Float",
        "RuntimeError: expected scalar type Long but found Float",
        "RuntimeError: Expected tensor for argument #1 'indices' to have one of the following scalar types: Long, Int; "
        "but got torch.FloatTensor instead (while checking arguments for embedding)",
    ),
    Rule(
        (rf"Target {number('given')} is out of bounds",),
        (
            Case(
                N_("The targets hold class {given}. Class numbers begin at 0."),
                N_("Number the classes from 0."),
                "classes, y = np.unique(y, return_inverse=True)",
                when=lambda m: m.given < 0,
            ),
            Case(
                N_(
                    "The targets hold class {given}, but the output has room only for smaller ones: classes begin at 0."
                ),
                N_("Give the last layer a unit for each class: the largest class number plus 1."),
                "torch.nn.Linear(hidden_size, {given_more})\nDense({given_more})",
            ),
        ),
        ("IndexError: Target 5 is out of bounds.", "IndexError: Target -1 is out of bounds."),
    ),
    single(
        N_("An Embedding was given an id that it has no row for. Its ids go from 0 to the number of rows minus 1."),
        N_("Make as many rows as the largest id plus 1."),
        "torch.nn.Embedding(int(x.max()) + 1, features)\nkeras.layers.Embedding(int(x.max()) + 1, features)",
        (r"index out of range in self",),
        "IndexError: index out of range in self",
    ),
    single(
        N_(
            "The loss does not depend on any weight. argmax, round, detach, item, float or no_grad cut it off from the "
            "model."
        ),
        N_("Compute the loss from the model's output itself, with functions of torch, or in Keras with keras.ops."),
        "loss = torch.nn.functional.mse_loss(output, y)",
        (r"does not require grad and does not have a grad_fn",),
        "RuntimeError: element 0 of tensors does not require grad and does not have a grad_fn",
    ),
    single(
        N_(
            "A whole tensor stands where a single yes or no is needed, as after if. Often a loss is not made before "
            "it is called: nn.MSELoss(output, y)."
        ),
        N_("Make the loss first, then call it. For a condition, say whether all numbers must meet it, or any."),
        "criterion = torch.nn.MSELoss()\nloss = criterion(output, y)\n(x > 0.5).all()",
        (r"Boolean value of Tensor with more than one value is ambiguous",),
        "RuntimeError: Boolean value of Tensor with more than one value is ambiguous",
    ),
)
SIZES_AND_FILES = (
    Rule(
        (
            rf"size of tensor a \({number('given')}\) must match the size of tensor b \({number('wanted')}\) at "
            r"non-singleton dimension",
        ),
        (
            Case(
                N_(
                    "Two tensors are combined number by number, but they differ in an axis: {given} and {wanted}. In a "
                    "loss they are the output and the targets; otherwise often timesteps and units, or two batches."
                ),
                N_("Compare both shapes. For one answer per sample, use the output of the last timestep."),
                "print(output.shape, y.shape)\noutput = linear(output[:, -1])",
            ),
        ),
        ("RuntimeError: The size of tensor a (24) must match the size of tensor b (12) at non-singleton dimension 1",),
    ),
    Rule(
        (rf"shape '\[(?P<first>\d{{1,12}})[\d, ]{{0,100}}\]' is invalid for input of size {number('count')}",),
        (
            Case(
                N_(
                    "view and reshape keep every number, but the shape does not have room for just {count}. Often the "
                    "batch size is written as a number, and the last batch is not full."
                ),
                N_("Take the batch from the tensor itself, and leave one other size open with −1."),
                "x = x.reshape(x.size(0), -1)",
            ),
        ),
        ("RuntimeError: shape '[32, 640]' is invalid for input of size 10880",),
    ),
    single(
        N_("The numbers of the tensor are not in the order that view needs, for example after transpose."),
        N_("Use reshape, which copies them where it must."),
        "x = x.reshape(x.size(0), -1)",
        (r"view size is not compatible with input tensor's size and stride",),
        "RuntimeError: view size is not compatible with input tensor's size and stride (at least one dimension spans "
        "across two contiguous subspaces). Use .reshape(...) instead.",
    ),
    single(
        N_("On a GPU, a recurrent layer keeps what backward needs only in training mode."),
        N_("Call train before the forward pass; or do without cuDNN where gradients are needed in evaluation mode."),
        "model.train()\nwith torch.backends.cudnn.flags(enabled=False):\n    output, state = lstm(x)",
        (r"cudnn RNN backward can only be called in training mode",),
        "RuntimeError: cudnn RNN backward can only be called in training mode",
    ),
    single(
        N_("On a GPU, an index was out of range: most often a class number in the targets, or an id for an Embedding."),
        N_("Look at the smallest and the largest. On the CPU the same error names the place; then restart Python."),
        "print(int(y.min()), int(y.max()))",
        (r"device-side assert triggered",),
        "RuntimeError: CUDA error: device-side assert triggered",
    ),
    single(
        N_(
            "Since PyTorch 2.6, torch.load reads nothing but weights unless you allow more. The file holds a whole "
            "model or other objects, which can run code when they are read."
        ),
        N_("Save the weights alone. If you trust the file because you made it yourself, allow it."),
        'torch.save(model.state_dict(), "model.pt")\nmodel = torch.load("model.pt", weights_only=False)',
        (r"Weights only load failed",),
        "_pickle.UnpicklingError: Weights only load failed. This file can still be loaded, to do so you have two "
        "options",
    ),
    Rule(
        (
            rf"mat1 and mat2 shapes cannot be multiplied \(\d{{1,12}}x{number('given')} and {number('wanted')}x"
            rf"{number('columns')}\)",
            rf"size mismatch, m1: \[\d{{1,12}} x {number('given')}\], m2: \[{number('wanted')} x {number('columns')}\]",
        ),
        (
            Case(
                N_(
                    "A Linear layer was made with in_features={wanted}, but the last axis of its input has size "
                    "{given}. After an LSTM it is hidden_size, twice as much with bidirectional=True; after flatten, "
                    "it is timesteps × hidden_size."
                ),
                N_("Give Linear this size, or the output of the last timestep alone in place of flatten."),
                "torch.nn.Linear({given}, {columns})\noutput = linear(output[:, -1])",
            ),
        ),
        (
            "RuntimeError: mat1 and mat2 shapes cannot be multiplied (32x640 and 64x1)",
            "RuntimeError: size mismatch, m1: [32 x 640], m2: [64 x 1]",
        ),
    ),
    single(
        N_(
            "The weights in the file belong to a model with other sizes or names: hidden_size, num_layers, "
            "bidirectional or the name of a layer differ."
        ),
        N_("Build the model as it was when it was saved. The shapes in the file tell its sizes."),
        'weights = torch.load("model.pt", weights_only=True)\n'
        "print([(name, tuple(weight.shape)) for name, weight in weights.items()])",
        (r"Error\(s\) in loading state_dict for",),
        "RuntimeError: Error(s) in loading state_dict for LSTM:\n\tsize mismatch for weight_ih_l0: copying a param "
        "with shape torch.Size([32, 3]) from checkpoint, the shape in current model is torch.Size([16, 3]).",
    ),
    single(
        N_(
            "The tensor belongs to a computation on the GPU, or to one whose gradients are kept. NumPy, "
            "matplotlib and scikit-learn read arrays in the computer's memory."
        ),
        N_(
            "Outside the model, turn the tensor into an array, or use predict. In a layer, a loss or a metric, use "
            "keras.ops or torch in place of NumPy, so that the gradients are kept."
        ),
        "array = x.detach().cpu().numpy()\narray = keras.ops.convert_to_numpy(x)\narray = model.predict(x)",
        (
            r"can't convert \S{1,20} device type tensor to numpy",
            r"[Cc]an't call numpy\(\) on (?:Tensor|Variable) that requires grad",
        ),
        "TypeError: can't convert cuda:0 device type tensor to numpy. Use Tensor.cpu() to copy the tensor to host "
        "memory first.",
        "RuntimeError: Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.",
    ),
)
PYTORCH: tuple[Rule, ...] = (*INPUTS, *HIDDEN, *PACKING, *LOSSES, *SIZES_AND_FILES)
