"""Errors around Keras: numpy, pandas, scikit-learn, TensorFlow 1, the installation; and notices that are no errors."""

import re

from lstm_viz.i18n import N_
from lstm_viz.keras_errors.calling import TENSORS_ALONE
from lstm_viz.keras_errors.names import DATASET, EVALUATED
from lstm_viz.keras_errors.program import of_pandas
from lstm_viz.keras_errors.rule import Case, Rule, number, shape, single

LISTED = "shape|rank|reshape|astype|ndim|flatten|ravel|max|min|mean|std|T|tolist|argmax|dtype|size"
OF_A_TABLE = "values|iloc|loc|to_numpy|head|columns|items|drop|index|append|as_matrix|fillna|dropna|tail"
DATA = (
    single(
        N_(
            "The program tried to put windows of unequal length into one array: the last windows of a series are "
            "shorter."
        ),
        N_("Leave out the windows that are too short."),
        "x = np.stack([w for w in windows if len(w) == look_back])",
        (r"[Aa]ll input arrays must have the same shape",),
        "ValueError: all input arrays must have the same shape",
    ),
    single(
        N_("This is a Python list. Only a NumPy array has a shape and methods such as reshape."),
        N_("Make an array of it. All its rows must be equally long."),
        "x = np.array(x)",
        (
            rf"'(?:list|tuple)' object has no attribute '(?:{LISTED})'",
            r"can't multiply sequence by non-int|can only concatenate list \(not '(?:int|float|numpy)",
            r"unsupported operand type\(s\) for \S{1,3}: 'list' and '",
        ),
        "AttributeError: 'list' object has no attribute 'reshape'",
        "AttributeError: 'list' object has no attribute 'astype'",
        "TypeError: can't multiply sequence by non-int of type 'float'",
        'TypeError: can only concatenate list (not "int") to list',
    ),
    single(
        N_("This is a Python list, but it was indexed like a NumPy array or a dict."),
        N_("Make an array of it first. The index of a list is a whole number."),
        "x = np.array(x)\nx[:, 0]",
        (r"list indices must be integers(?: or slices)?, not (?:tuple|str)",),
        "TypeError: list indices must be integers or slices, not tuple",
        "TypeError: list indices must be integers, not str",
    ),
    single(
        N_("This is a single number. Only an array has a shape and methods such as reshape."),
        N_("Make an array of it first."),
        "x = np.array(x).reshape(-1, 1)",
        (rf"'(?:float|int|numpy\.(?:float|int)\d\d)' object has no attribute '(?:{LISTED})'",),
        "AttributeError: 'float' object has no attribute 'reshape'",
        "AttributeError: 'int' object has no attribute 'shape'",
    ),
    single(
        N_("This is a NumPy array already, and has none of the methods of a table or a list."),
        N_("Use the array as it is: rows and columns are taken by x[rows, columns], and joined by np.concatenate."),
        "x[:, 0]\nnp.concatenate([x, x])",
        (rf"'numpy\.ndarray' object has no attribute '(?:{OF_A_TABLE})'", r"'numpy\.ndarray' object is not callable"),
        "AttributeError: 'numpy.ndarray' object has no attribute 'values'",
        "TypeError: 'numpy.ndarray' object is not callable",
    ),
    single(
        N_("A pandas table is not indexed like an array: table[:, 0] looks for a column of that name."),
        N_("Make an array of it first, or index it with iloc."),
        "table.to_numpy()[:, 0]\ntable.iloc[:, 0]",
        (r"slice\((?:None|\d{1,9}), (?:None|\d{1,9}), None\)", r"unhashable type: 'slice'"),
        "TypeError: '(slice(None, None, None), 0)' is an invalid key",
        "pandas.errors.InvalidIndexError: (slice(None, None, None), 0)",
    ),
    single(
        N_("A whole array stands where a single yes or no is needed, such as after if."),
        N_("Say whether all numbers must meet the condition, or any of them."),
        "(x > 0.5).all()\n(x > 0.5).any()",
        (r"truth value of an? (?:array with more than one element|Series|DataFrame) is ambiguous",),
        "ValueError: The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()",
        "ValueError: The truth value of a Series is ambiguous. Use a.empty, a.bool(), a.item(), a.any() or a.all().",
    ),
    single(
        N_("A pandas table has two axes, but was given an array with three."),
        N_("Give it one row for each sample, or the forecast of one timestep."),
        "pd.DataFrame(x.reshape(len(x), -1))",
        (r"Must pass 2-d input",),
        "ValueError: Must pass 2-d input. shape=(100, 1, 5)",
    ),
    single(
        N_("fillna has no method in pandas 3: filling with the value before or behind has a name of its own."),
        N_("Call ffill, or bfill. For forecasts, ffill is the honest one: it uses only what was known before."),
        "table = table.ffill()",
        (r"fillna\(\) got an unexpected keyword argument 'method'",),
        "TypeError: NDFrame.fillna() got an unexpected keyword argument 'method'",
    ),
    single(
        N_("The scores of scikit-learn read tables with two axes, but were given arrays with three."),
        N_("Put all numbers of a forecast into one row."),
        "y = y.reshape(len(y), -1)\nforecast = forecast.reshape(len(forecast), -1)",
        (r"dim 3, while dim <= 2 is required\.",),
        "ValueError: Found array with dim 3, while dim <= 2 is required.",
    ),
    single(
        N_("The mean squared error of scikit-learn 1.6 and later has no argument squared."),
        N_("Take the root of the mean squared error."),
        "error = np.sqrt(np.mean((y - forecast) ** 2))",
        (r"got an unexpected keyword argument 'squared'",),
        "TypeError: got an unexpected keyword argument 'squared'",
    ),
    single(
        N_("The rows of the table are numbered, not dated: resampling needs dates as the names of the rows."),
        N_("Turn the column of dates into dates, and make it the index."),
        'table = table.set_index(pd.to_datetime(table.iloc[:, 0]))\ntable.resample("D").mean()',
        (r"Only valid with DatetimeIndex",),
        "TypeError: Only valid with DatetimeIndex, TimedeltaIndex or PeriodIndex, but got an instance of 'RangeIndex'",
    ),
    single(
        N_("This pandas has no such frequency. Since pandas 2.2 hours are h, minutes min, the ends of months ME."),
        N_("Write the new name, or install the pandas that the program was written for."),
        'pd.date_range("2024-01-01", periods=3, freq="h")',
        (r"Invalid frequency: ",),
        "ValueError: Invalid frequency: H. Failed to parse with error message: ValueError('Invalid frequency: H. Did "
        "you mean h?')",
    ),
    single(
        N_("A scaler that was fitted on a table expects the same columns, with the same names, in the same order."),
        N_("Choose the columns by the names that it was fitted on."),
        "print(scaler.feature_names_in_, table.columns)\nx = table[list(scaler.feature_names_in_)]",
        (r"feature names should match those that were passed during fit",),
        "ValueError: The feature names should match those that were passed during fit.",
    ),
    single(
        N_("A pandas table has no append since pandas 2."),
        N_("Put tables one below the other with concat."),
        "pd.concat([table, table])",
        (r"'(?:DataFrame|Series)' object has no attribute 'append'",),
        "AttributeError: 'DataFrame' object has no attribute 'append'",
    ),
    Rule(
        (
            rf"Length of values \({number('given')}\) does not match length of index \({number('count')}\)",
            rf"Shape of passed values is \({number('given')}, (?P<columns>\d{{1,9}})\), indices imply "
            rf"\({number('count')}, (?P=columns)\)",
        ),
        (
            Case(
                N_(
                    "There are {given} forecasts for a table of {count} rows: the first rows have no whole window "
                    "before them."
                ),
                N_("Leave out the rows without a forecast."),
                "table.iloc[{count} - {given} :]",
                when=lambda m: m.given < m.count,
            ),
            Case(
                N_("A column of {given} numbers was assigned to a table of {count} rows."),
                N_("Compare the lengths of both."),
                "print(len(table))",
            ),
        ),
        ("ValueError: Length of values (97) does not match length of index (100)",),
    ),
    Rule(
        (rf"must have same first dimension, but have shapes {shape('given')} and {shape('wanted')}",),
        (
            Case(
                N_("A line needs as many x as y values, but their shapes are {given} and {wanted}."),
                N_("Forecasts begin after the first window: leave out the rows before it."),
                "print(series[look_back:].shape)",
            ),
        ),
        ("ValueError: x and y must have same first dimension, but have shapes (100,) and (97,)",),
    ),
    Rule(
        (
            rf"must match exactly, but along dimension {number('axis')}, the array at index \d has size "
            rf"{number('given')} and the array at index \d has size {number('wanted')}",
        ),
        (
            Case(
                N_(
                    "The arrays that are joined side by side have a different number of rows: {given} and {wanted}. "
                    "Each row of the one needs a row of the other."
                ),
                N_(
                    "Take the same rows of both. Windows give fewer forecasts than the series has rows: leave out the "
                    "rows that have no forecast, most often the first."
                ),
                "print(x.shape, y.shape)\nrows = min(len(x), len(y))\nnp.concatenate([x[-rows:], y[-rows:]], axis=1)",
                when=lambda m: m.axis == 0,
            ),
            Case(
                N_("The arrays that are joined differ in an axis along which they are not joined: {given}, {wanted}."),
                N_("Bring this axis to the same size, or join the arrays along it."),
                "print(x.shape, y.shape)\nnp.concatenate([first, second], axis={axis})",
            ),
        ),
        (
            "ValueError: all the input array dimensions except for the concatenation axis must match exactly, but "
            "along dimension 0, the array at index 0 has size 95 and the array at index 1 has size 100",
            "ValueError: all the input array dimensions except for the concatenation axis must match exactly, but "
            "along dimension 1, the array at index 0 has size 1 and the array at index 1 has size 4",
        ),
    ),
    Rule(
        (r"Object arrays cannot be loaded when allow_pickle=False",),
        (
            Case(
                N_(
                    "NumPy 1.16.3 and later load arrays of Python objects only if it is allowed, and load_data of an "
                    "older Keras does not allow it."
                ),
                N_("Install a newer Keras or TensorFlow."),
                "pip install --upgrade tensorflow keras",
                when=lambda m: bool(re.search(r"load_data|keras\W{1,2}datasets", m.pasted)),
            ),
            Case(
                N_(
                    "The file holds an array of Python objects, such as sequences of unequal length, which may run "
                    "code when it is read. NumPy 1.16.3 and later read it only if you allow it. load_data of an older "
                    "Keras (imdb, reuters) does not."
                ),
                N_("Allow it for a file that you trust. For load_data, install a newer Keras or TensorFlow."),
                "x = np.load(path, allow_pickle=True)",
            ),
        ),
        (
            "ValueError: Object arrays cannot be loaded when allow_pickle=False",
            'File "/usr/lib/python3/keras/datasets/imdb.py", line 59, in load_data\n    x_train = f["x_train"]\n'
            "ValueError: Object arrays cannot be loaded when allow_pickle=False",
        ),
    ),
    single(
        N_(
            "np.load was given a file that is not an .npy or .npz file: a pickle, a file of another kind, or "
            "an incomplete download."
        ),
        N_(
            "Check what kind of file it is and how large it is; download it again, or read it with the program "
            "that wrote it."
        ),
        'print(os.path.getsize(path))\nwith open(path, "rb") as file:\n    print(file.read(40))',
        (
            r"[Cc]annot load file containing pickled data when allow_pickle=False",
            r"This file contains pickled \(object\) data|Failed to interpret file .{1,200} as a pickle",
        ),
        "ValueError: Cannot load file containing pickled data when allow_pickle=False",
        "UnpicklingError: Failed to interpret file 'x.npy' as a pickle",
    ),
    single(
        N_(
            "The probabilities for the draw contain NaN or a number that is not between 0 and 1: the model "
            "predicts NaN, its last layer has no softmax, or the temperature made a log of 0 or a number too "
            "large."
        ),
        N_(
            "If the prediction holds NaN, the model learned NaN: look at its loss and its data. Otherwise add "
            "a small number before the log, and subtract the largest number before exp."
        ),
        "print(np.isnan(model.predict(x)).any())\n"
        'logits = np.log(model.predict(x)[0].astype("float64") + 1e-8) / 0.5\n'
        "weights = np.exp(logits - logits.max())\nprobabilities = weights / weights.sum()",
        (r"pvals < 0, pvals > 1 or pvals contains NaNs|probabilities (?:contain NaN|are not non-negative)",),
        "ValueError: pvals < 0, pvals > 1 or pvals contains NaNs",
        "ValueError: probabilities contain NaN",
        "ValueError: probabilities are not non-negative",
    ),
    single(
        N_(
            "The probabilities for the draw do not sum to 1. In float32 the numbers of a softmax sum to a "
            "little more or less; without softmax they are not probabilities."
        ),
        N_("Let the last layer have softmax, and divide by the sum in float64."),
        'probabilities = model.predict(x)[0].astype("float64")\nprobabilities = probabilities / probabilities.sum()',
        (r"sum\(pvals\[:-1\].{0,40}\b1\.0|probabilities do not sum to 1",),
        "ValueError: sum(pvals[:-1]) > 1.0",
        "ValueError: probabilities do not sum to 1",
    ),
    single(
        N_("choice draws from a number of entries, but the number of probabilities is different."),
        N_("Draw from as many entries as the model has outputs: the characters or words of the training."),
        'probabilities = model.predict(x)[0].astype("float64").ravel()\n'
        "np.random.choice(len(probabilities), p=probabilities / probabilities.sum())",
        (r"'a' and 'p' must have (?:the )?same size",),
        "ValueError: 'a' and 'p' must have same size",
    ),
    single(
        N_(
            "Theano treats an axis of size 1 as one that may be broadcast, and the axis of a recurrent "
            "layer's loop must not change: the layer has one unit, or the batch one sample."
        ),
        N_(
            "Give the layer more units and a Dense(1) after it; or use TensorFlow, since Theano is no longer developed."
        ),
        "keras.Sequential([keras.Input((timesteps, features)), LSTM(units), Dense(1)])",
        (r"broadcast pattern of the output of scan",),
        "TypeError: The broadcast pattern of the output of scan (TensorType(float32, 3D)) is inconsistent with the one "
        "provided in `output_info` (TensorType(float32, col)).",
    ),
    single(
        N_(
            "Arrays that are joined must have the same number of axes, and the same size in every axis but the "
            "one along which they are joined."
        ),
        N_("Look at both shapes, and give the one with fewer axes another."),
        "print(x.shape, y.shape)\nnp.concatenate([x, x], axis=-1)",
        (
            r"input array dimensions (?:except )?for the concatenation axis",
            r"input arrays must have same number of dimensions",
            r"ConcatOp ?: (?:Dimensions|Ranks) of inputs should match|Dimension \d in both shapes must be equal",
        ),
        "ValueError: all the input array dimensions except for the concatenation axis must match exactly, "
        "but along dimension 1",
        "ValueError: all the input arrays must have same number of dimensions, but the array at index 0 has "
        "3 dimension(s)",
    ),
    Rule(
        (rf"index {number('given')} is out of bounds for axis 1 with size {number('count')}",),
        (
            Case(
                N_(
                    "There is no column {given}: there are {count}, numbered from 0. In to_categorical it is a class "
                    "that num_classes leaves no room for."
                ),
                N_("Set num_classes to the largest class plus 1, or leave it out."),
                "keras.utils.to_categorical(y, num_classes=int(y.max()) + 1)",
            ),
        ),
        ("IndexError: index 5 is out of bounds for axis 1 with size 3",),
    ),
    Rule(
        (rf"index {number('given')} is out of bounds for (?:axis 0 with )?size {number('count')}",),
        (
            Case(
                N_(
                    "There is no row {given}: there are {count}, from 0 to {count_less}. Most often a loop that cuts "
                    "windows goes too far."
                ),
                N_("Let the loop end one window before the end."),
                "for i in range(len(series) - look_back):\n    series[i : i + look_back], series[i + look_back]",
            ),
        ),
        ("IndexError: index 100 is out of bounds for axis 0 with size 100",),
    ),
    single(
        N_("There are no samples: no window was cut, or the array is empty."),
        N_("Check the shape. A look_back longer than the series leaves no window."),
        "print(x.shape)",
        (
            r"attempt to get arg(?:max|min) of an empty sequence|'a' cannot be empty unless no samples",
            r"zero-size array to reduction operation|need at least one array to (?:stack|concatenate)",
            r"'batch_outputs'|Empty training data|'?x'? is empty|with 0 sample\(s\)|PyDataset has length 0",
            r"generator must yield at least one batch|resulting train set will be empty",
        ),
        "ValueError: need at least one array to stack",
        "UnboundLocalError: cannot access local variable 'batch_outputs' where it is not associated with a value",
        "ValueError: zero-size array to reduction operation maximum which has no identity",
        "ValueError: attempt to get argmax of an empty sequence",
        "ValueError: With n_samples=0, test_size=0.2 and train_size=None, the resulting train set will be empty.",
    ),
    single(
        N_(
            "All windows together do not fit into memory: each number of the series is copied into every window "
            "that holds it."
        ),
        N_("Let a dataset cut the windows batch by batch, or take float32 in place of float64."),
        f'{DATASET}\nx = x.astype("float32")',
        (r"Unable to allocate [\d.]{1,12} [GMT]iB", r"(?:^|\W)MemoryError(?:$|\W)"),
        "numpy.core._exceptions.MemoryError: Unable to allocate 24.0 GiB for an array with shape (2000000, 100, 16)",
    ),
    single(
        N_("The dtypes of two arrays differ, such as float64 and float32, or ids are not whole numbers."),
        N_("Turn the numbers into float32, and the ids of an Embedding into int32."),
        'x = x.astype("float32")\nx = x.astype("int32")  # ids',
        (
            r"has type \w{3,10} that does not match (?:expected )?type|Tensor conversion requested dtype",
            r"'x' and 'y' must have the same dtype, got",
            r"was expected to be an? \w{3,10} tensor but is an? \w{3,10} tensor",
            r"Cannot convert \S{1,40} to EagerTensor of dtype|have types \[[\w, ]{1,80}\] that don't all match",
            r"arrays used as indices must be of integer|Cannot cast ufunc '\w{1,20}' (?:in|out)put",
            r"has DataType \w{3,10} not in list of allowed values|Value for attr '\w{1,20}' of \w{3,10} is not in "
            r"the list",
        ),
        "TypeError: Input 'y' of 'Sub' Op has type float32 that does not match type int32 of argument 'x'.",
        "InvalidArgumentError: cannot compute Mul as input #1(zero-based) was expected to be a double tensor but is a "
        "float tensor [Op:Mul]",
        "IndexError: arrays used as indices must be of integer (or boolean) type",
        "TypeError: `x` and `y` must have the same dtype, got tf.float32 != tf.int32.",
        "TypeError: Tensors in list passed to 'values' of 'ConcatV2' Op have types [float32, float64] that don't all "
        "match.",
        "UFuncTypeError: Cannot cast ufunc 'subtract' output from dtype('float64') to dtype('int64') with casting rule "
        "'same_kind'",
        "TypeError: Value passed to parameter 'indices' has DataType float32 not in list of allowed values: "
        "int32, int64",
    ),
    single(
        N_(
            "A name holds None. A function without return gives None, and so do methods of a model such as "
            "compile, summary and load_weights."
        ),
        N_("Call the method on a line of its own, and let a function that builds a model return it."),
        'model.compile(optimizer="adam", loss="mse")  # not model = model.compile(…)',
        (
            r"'NoneType' object (?:has no attribute '|is not (?:iterable|callable|subscriptable))"
            r"|object of type 'NoneType' has no len",
        ),
        "AttributeError: 'NoneType' object has no attribute 'shape'",
        "AttributeError: 'NoneType' object has no attribute 'fit'",
    ),
    single(
        N_("The array has fewer axes than the index or the function asks for; axes are counted from 0."),
        N_("Look at the shape. A table with one column for each timestep lacks the axis of features."),
        "print(x.shape)\nx = x[..., np.newaxis]",
        (
            r"axis \d is out of bounds for array of dimension \d|invalid index to scalar variable",
            r"Invalid reduction dimension|slice index \d{1,9} of dimension 0 out of bounds",
            r"zero-dimensional arrays cannot be concatenated|len\(\) of unsized object|Index out of range using input "
            r"dim",
            r"'(?:numpy\.)?(?:float|int)(?:32|64)?' object is not (?:iterable|subscriptable)|object of type "
            r"'(?:int|float)' has "
            r"no len",
        ),
        "numpy.AxisError: axis 2 is out of bounds for array of dimension 2",
        "IndexError: invalid index to scalar variable.",
        "ValueError: Invalid reduction dimension 2 for input with 2 dimensions. for 'attention/Sum'",
        "TypeError: 'float' object is not subscriptable",
    ),
    Rule(
        (
            rf"operands could not be broadcast together with shapes {shape('given')} {shape('wanted')}",
            rf"shapes {shape('given')} and {shape('wanted')} not aligned",
            rf"Incompatible shapes: {shape('given')} vs\. {shape('wanted')}",
            rf"mismatch in its core dimension .{{0,80}}?\(size {number('wanted')} is different from "
            rf"{number('given')}\)",
            r"y_true and y_pred have different number of output \((?P<given>\d{1,9})!=(?P<wanted>\d{1,9})\)",
        ),
        (
            Case(
                N_(
                    "Two arrays are compared or combined, but their sizes do not match: {given} and {wanted}. "
                    "Often forecasts are compared with the whole series, or have one axis more or less than "
                    "the targets."
                ),
                N_("Bring both to the same shape: leave out the rows before the first window, or the extra axis."),
                "print(y.shape, forecast.shape)\nforecast = forecast.reshape(y.shape[0], -1)",
            ),
        ),
        (
            "ValueError: operands could not be broadcast together with shapes (100,) (97,)",
            "ValueError: shapes (32,10) and (5,10) not aligned: 10 (dim 1) != 5 (dim 0)",
            "InvalidArgumentError: Incompatible shapes: [32,10,64] vs. [32,64]",
            "ValueError: y_true and y_pred have different number of output (1!=60)",
            "ValueError: matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature "
            "(n?,k),(k,m?)->(n?,m?) (size 5 is different from 3)",
        ),
    ),
    single(
        N_(
            "A method or a name of your own was used with the wrong brackets: round ones call it, square ones index it."
        ),
        N_(
            "Write round brackets to call a function, and square ones for an entry. Give no variable a function's name."
        ),
        "x.max()\nx.shape[0]",
        (
            r"'(?:method|function|builtin_function_or_method|type)' object is not (?:subscriptable|iterable)",
            r"'(?:int|float|str|list|tuple|dict|DataFrame|Series)' object is not callable",
        ),
        "TypeError: 'method' object is not subscriptable",
        "TypeError: 'DataFrame' object is not callable",
        "TypeError: 'int' object is not callable",
    ),
    single(
        N_(
            "TensorFlow combines two arrays whose shapes do not match, and does not say which: most often y "
            "and the model's output, or a last batch and the states of a stateful layer."
        ),
        N_("Compare the shapes. For a stateful layer, leave out the samples that do not fill a batch."),
        "print(y.shape, model.output_shape)\n"
        "x, y = x[: len(x) // batch_size * batch_size], y[: len(x) // batch_size * batch_size]",
        (r"required broadcastable shapes",),
        "InvalidArgumentError: required broadcastable shapes at loc(unknown)\n\t [[node categorical_crossentropy/mul]]",
        "InvalidArgumentError: {{function_node __wrapped__AddV2_device_/job:localhost}} required broadcastable shapes "
        "[Op:AddV2]",
    ),
    single(
        N_(
            "A pandas column has one axis, but was given an array with two or more: predict returns the shape "
            "(samples, 1)."
        ),
        N_("Take the one column of the forecast."),
        'pd.DataFrame({{"forecast": np.ravel(forecast)}})',
        (
            r"Data must be 1-dimensional|Per-column arrays must each be 1-dimensional",
            r"Buffer has wrong number of dimensions \(expected 1, got \d",
        ),
        "ValueError: Per-column arrays must each be 1-dimensional",
        "ValueError: Data must be 1-dimensional, got ndarray of shape (100, 1) instead",
        "ValueError: Buffer has wrong number of dimensions (expected 1, got 2)",
    ),
    single(
        N_("The dates in the file are written otherwise than the format says."),
        N_("Give the format that the file has. 05/02/2020 can be read in two ways, so do not leave it to pandas."),
        'pd.to_datetime(pd.Series(["31/01/2020"]), format="%d/%m/%Y")',
        (r"time data .{1,60} (?:does not|doesn't) match format|Unknown (?:datetime )?string format",),
        "ValueError: time data '2020-01-01' does not match format '%d/%m/%Y'",
    ),
    single(
        N_("A table was given more or fewer columns or names than it has."),
        N_("Compare both. A forecast of several steps is a table of its own."),
        "print(table.shape)\npd.DataFrame(forecast)",
        (
            r"Length mismatch: Expected axis has|Columns must be same length as key|Wrong number of items passed",
            r"\d columns passed, passed data had \d|Shape of passed values is",
        ),
        "ValueError: Length mismatch: Expected axis has 5 elements, new values have 6 elements",
        "ValueError: Columns must be same length as key",
    ),
    single(
        N_("The index of a pandas table holds a value twice, so the rows cannot be put in their places."),
        N_("Number the rows again, or keep the first of those that have the same index."),
        "table = table.reset_index(drop=True)\ntable = table[~table.index.duplicated()]",
        (
            r"cannot reindex (?:on|from) an? (?:axis with )?duplicate (?:labels|axis)|"
            r"index must be (?:monotonic|unique)",
        ),
        "ValueError: cannot reindex on an axis with duplicate labels",
    ),
    single(
        N_("A mask of True and False that chooses rows must be as long as the array."),
        N_("Make the mask from the array itself."),
        "x[~np.isnan(x).any(axis=tuple(range(1, x.ndim)))]",
        (r"boolean index did not match indexed array|Item wrong length \d|Boolean index has wrong length",),
        "IndexError: boolean index did not match indexed array along dimension 0; dimension is 100 but corresponding "
        "boolean dimension is 97",
    ),
    single(
        N_(
            "Two columns, or the two axes of a figure, have different lengths: there are fewer forecasts than rows in "
            "the series."
        ),
        N_("Compare both, and leave out the rows before the first whole window."),
        "print(len(series), len(forecast))\nprint(series[look_back:].shape)",
        (
            r"x and y must be the same size|[Aa]ll arrays must be (?:of the )?same length|"
            r"arrays must all be same length|Length of values does not match length of index",
        ),
        "ValueError: x and y must be the same size",
        "ValueError: All arrays must be of the same length",
        "ValueError: Length of values does not match length of index",
    ),
    single(
        N_(
            "A list, an array or a column was used as the key of a dictionary or in a set, where only a fixed value "
            "can stand."
        ),
        N_("Take its single entries, or make a tuple of it."),
        "words = {{word for text in sequences for word in text}}\nkeys = {{tuple(text) for text in sequences}}",
        (r"unhashable type: '(?:list|numpy\.ndarray|Series|dict|set)'",),
        "TypeError: unhashable type: 'list'",
    ),
    single(
        N_("A module was called. The function or the class is inside it, often under the same name."),
        N_("Import the class from the module, or write the module's name before it."),
        "from keras.layers import LSTM, Dense",
        (r"'module' object is not callable",),
        "TypeError: 'module' object is not callable",
    ),
)
SCORES = (
    single(
        N_("The scaler has not seen any data yet."),
        N_("Fit it on the training part first, and keep it for the forecasts: a new one knows nothing."),
        "scaler.fit(x)",
        (r"instance is not fitted yet|NotFittedError",),
        "sklearn.exceptions.NotFittedError: This MinMaxScaler instance is not fitted yet.",
    ),
    single(
        N_(
            "scikit-learn compares classes, but predict returns probabilities, and one-hot targets are not class "
            "numbers."
        ),
        N_("Turn both into class numbers: the most probable class, or with a single output whether it is above 0.5."),
        f"{EVALUATED}\ny = y.argmax(axis=-1)  # one-hot",
        (
            r"(?:Classification metrics can't|\w{1,40} format is not supported|can't) handle a mix of",
            r"(?:continuous|multilabel-indicator|multiclass)(?:-\w{1,20})? (?:format )?is not supported",
        ),
        "ValueError: Classification metrics can't handle a mix of multilabel-indicator and "
        "continuous-multioutput targets",
        "ValueError: Classification metrics can't handle a mix of binary and continuous targets",
        "ValueError: continuous is not supported",
    ),
    Rule(
        (
            rf"Input dimension mis-match\. \(input\[\d\]\.shape\[\d\] = {number('given')}, "
            rf"input\[\d\]\.shape\[\d\] = {number('wanted')}\)",
        ),
        (
            Case(
                N_(
                    "Theano tried to compare two arrays whose sizes are {given} and {wanted}: most often the "
                    "targets and the model's output."
                ),
                N_("Let the last layer return as many numbers as a target has."),
                "print(y.shape, model.output_shape)",
            ),
        ),
        ("ValueError: Input dimension mis-match. (input[0].shape[1] = 1, input[1].shape[1] = 7)",),
    ),
    Rule(
        (
            rf"Input to reshape is a tensor with {number('given')} values, but the requested shape (?:has|requires "
            rf"a multiple of) {number('count')}",
            rf"Cannot reshape a tensor with {number('given')} elements to shape \[[^\]]{{0,80}}\] \({number('count')} ",
        ),
        (
            Case(
                N_(
                    "{given} numbers cannot be brought into a shape of {count}. In a model it is often a Reshape or a "
                    "Flatten after sequences of another length, or a last batch with fewer samples."
                ),
                N_("Look at the shapes, and keep the number of timesteps that the model was built for."),
                "print(x.shape, model.input_shape)",
            ),
        ),
        (
            "InvalidArgumentError: Input to reshape is a tensor with 100 values, but the requested shape has 300",
            "ValueError: Cannot reshape a tensor with 640 elements to shape [10,32] (320 elements) for 'reshape' (op: "
            "'Reshape') with input shapes: [640], [2].",
        ),
    ),
    Rule(
        (r"[Ss]hape must be (?:at least )?rank (?P<count>\d) but is rank (?P<given>\d)",),
        (
            Case(
                N_("A function wanted an array of {count} axes, and this one has {given}."),
                N_(
                    "A recurrent layer reads (samples, timesteps, features). Look at the shape before and after each "
                    "layer."
                ),
                "print(x.shape)\nmodel.summary()",
            ),
        ),
        (
            "ValueError: Shape must be rank 2 but is rank 3 for 'MatMul' (op: 'MatMul') with input shapes: "
            "[?,10,5], [5,3].",
        ),
    ),
    Rule(
        (r"[Ss]hapes must be equal rank, but are (?P<given>\d) and (?P<wanted>\d)",),
        (
            Case(
                N_(
                    "Two arrays with different numbers of axes, {given} and {wanted}, are joined or compared: "
                    "often y and the model's output, or a vector and a sequence."
                ),
                N_("Look at both shapes. One target for each sample has the shape (samples, 1)."),
                "print(y.shape, model.output_shape)\ny = np.asarray(y).reshape(len(y), -1)",
            ),
        ),
        (
            "ValueError: Shapes must be equal rank, but are 2 and 1 for '{{node sub}} = Sub[T=DT_FLOAT](pred, y)' with "
            "input shapes: [?,1], [?].",
        ),
    ),
    single(
        N_("The array has fewer axes than the layer reads."),
        N_("Give a single sample an axis of samples, and a series of numbers an axis of features."),
        "x[np.newaxis]\nx[..., np.newaxis]",
        (
            r"In\[0\] (?:is not a matrix|and In\[1\] has different ndims)",
            r"must be at least 2D|Input tensor must be of rank 3",
        ),
        "InvalidArgumentError: In[0] and In[1] has different ndims: [3] vs. [3,16] [Op:MatMul]",
    ),
    single(
        N_("The dataset does not say which shape its arrays have."),
        N_("Give the shapes where it is made; None stands for an open size."),
        "tf.data.Dataset.from_generator(batches, output_signature=(tf.TensorSpec((None, timesteps, "
        "features)), tf.TensorSpec((None, 1))))",
        (r"unknown TensorShape|[Cc]annot take the length of shape with unknown rank|unknown rank",),
        "ValueError: as_list() is not defined on an unknown TensorShape.",
        "ValueError: Cannot take the length of shape with unknown rank.",
    ),
    single(
        N_(
            "Something in the training is not a number (NaN): the data have missing values, or the numbers grew "
            "without end."
        ),
        N_("Look for NaN in the data, and scale them. Then limit the gradients, or take a smaller learning rate."),
        "print(np.isnan(x).sum())\nkeras.optimizers.Adam(learning_rate=0.0001, clipnorm=1.0)",
        (
            r"loss: nan\b|Invalid loss, terminating training|NaN loss|Nan in summary histogram",
            r"\[predictions must be [<>]= [01]\].{0,300}?\bnan\b",
        ),
        "Epoch 1/10\n12/12 - 1s - 96ms/step - loss: nan",
        "Batch 4: Invalid loss, terminating training",
        "InvalidArgumentError: Nan in summary histogram for: lstm/kernel_0",
        "InvalidArgumentError: assertion failed: [predictions must be >= 0] [x (dense/Sigmoid:0) = ] [[-nan][-nan]...]",
    ),
)
NOTICES = (
    single(
        N_(
            "This is a notice: the gradients of an Embedding are converted to a dense array, which may need much "
            "memory."
        ),
        N_("Nothing has to be done. If the memory gets full, use fewer words, or smaller batches."),
        "model.fit(x, y, batch_size=16)",
        (r"[Cc]onverting sparse '?IndexedSlices",),
        "UserWarning: Converting sparse IndexedSlices to a dense Tensor of unknown shape. This may consume a large "
        "amount of memory.",
    ),
    single(
        N_("This TensorFlow was built with instructions that the processor does not have, such as AVX."),
        N_(
            "Run the program on a newer computer or in a notebook of the cloud, or install a TensorFlow that was "
            "built for this processor."
        ),
        "import platform\nprint(platform.machine(), platform.processor())",
        (r"[Ii]llegal instruction|instructions, but these aren't available on your machine",),
        "Illegal instruction (core dumped)",
        "The TensorFlow library was compiled to use AVX instructions, but these aren't available on your machine.",
    ),
    single(
        N_("The system ended Python without a message: most often because the memory was full."),
        N_("Let a dataset cut the windows batch by batch, and use smaller batches or fewer units."),
        f"{DATASET}\nmodel.fit(x, y, batch_size=16)",
        (
            r"[Kk]ernel (?:died|appears to have died|has died)|exit code 137|\bSIGKILL\b|^\W{0,9}Killed\W{0,9}$",
            r"session crashed after using all available RAM|\(core dumped\)|exit code -1073741",
        ),
        "The kernel appears to have died. It will restart automatically.",
        "Your session crashed after using all available RAM.",
    ),
    single(
        N_("This is a notice, not an error: it tells how Keras would write or save this today."),
        N_("The program goes on. Save new models as .keras."),
        'model.save("model.keras")',
        (
            r"Argument '\w{1,40}' is (?:deprecated|no longer supported and will be ignored)",
            r"is deprecated\. Please use tf\.|is deprecated and will be removed in a future version",
            r"You are saving your model as an HDF5 file|Update your '\w{1,40}' call to the Keras 2 API",
            r"compiled metrics have yet to be built|Found untraced functions such as",
            r"No training configuration found in (?:the )?save file",
        ),
        "WARNING:absl:You are saving your model as an HDF5 file via `model.save()` or "
        "`keras.saving.save_model(model)`.",
        "WARNING:tensorflow:The name tf.keras.backend.set_session is deprecated. Please use tf.compat.v1.keras.backend."
        "set_session instead.",
        "UserWarning: Update your `LSTM` call to the Keras 2 API: `LSTM(units=50, return_sequences=True)`",
        "WARNING:absl:Compiled the loaded model, but the compiled metrics have yet to be built.",
        "WARNING:absl:Found untraced functions such as lstm_cell_layer_call_fn while saving (showing 1 of 1).",
    ),
    single(
        N_(
            "This is a notice: with these settings the layer uses no cuDNN, and is slower on a GPU. The numbers "
            "are right."
        ),
        N_(
            "For cuDNN leave activation at tanh, recurrent_activation at sigmoid and use_bias at True, without "
            "recurrent_dropout and unroll."
        ),
        "LSTM(units)",
        (r"will not use cuDNN kernels?|doesn't meet the (?:cuDNN kernel )?criteria",),
        "WARNING:tensorflow:Layer lstm will not use cuDNN kernels since it doesn't meet the criteria. It will use a "
        "generic GPU kernel as fallback when running on GPU.",
    ),
    single(
        N_(
            "This is a notice: predict or fit is compiled again and again, because shapes change or a model "
            "is made in a loop. It is slow, but not wrong."
        ),
        N_("Predict all samples in one call, or call the model itself for a small batch."),
        "model.predict(x)\nmodel(x)",
        (r"triggered tf\.function retracing",),
        "WARNING:tensorflow:5 out of the last 5 calls to <function Model.make_predict_function> triggered "
        "tf.function retracing.",
    ),
    single(
        N_("CuDNNLSTM and CuDNNGRU run on a GPU only, and this TensorFlow sees none. Keras 3 does not have them."),
        N_("Use LSTM or GRU, which use cuDNN automatically where there is a GPU."),
        "LSTM(units)",
        (
            r"No OpKernel was registered to support Op 'CudnnRNN|CudnnRNN[\s\S]{0,400}Registered devices: \[CPU\]",
            r"Op type not registered 'CudnnRNN|No registered 'CudnnRNN\w{0,9}' OpKernel for '?CPU",
        ),
        "InvalidArgumentError: No OpKernel was registered to support Op 'CudnnRNN' used by {{node "
        "cu_dnnlstm/CudnnRNN}}",
    ),
    single(
        N_(
            "In a graph of TensorFlow 1 an input got no value: the model depends on an Input that was not fed, or that "
            "belongs to another model."
        ),
        N_("Give every input of the model a value, and build the model of all the Inputs that its output depends on."),
        "model.predict([first, second])\nkeras.Model([encoder_input, decoder_input], output)",
        (r"must feed a value for placeholder tensor|Shape \[-1.{0,40}\] has negative dimensions",),
        "InvalidArgumentError: You must feed a value for placeholder tensor 'input_2' with dtype float and shape "
        "[?,10]",
    ),
    single(
        N_(
            "TensorFlow Lite converts a recurrent layer as a loop, and its lists have no fixed size: the batch is open."
        ),
        N_("Fix the batch in the Input, or let the converter use operations of TensorFlow too."),
        "keras.Input(batch_shape=(1, timesteps, features))\n"
        "converter = tf.lite.TFLiteConverter.from_keras_model(model)\n"
        "converter.target_spec.supported_ops = [tf.lite.OpsSet.TFLITE_BUILTINS, tf.lite.OpsSet.SELECT_TF_OPS]\n"
        "converter._experimental_lower_tensor_list_ops = False",
        (
            r"TensorListReserve'? op requires element_shape to be static|Lowering tensor list ops is failed",
            r"failed to legalize operation 'tf\.TensorList",
        ),
        "error: 'tf.TensorListReserve' op requires element_shape to be static during TF Lite transformation pass",
        "error: failed to legalize operation 'tf.TensorListReserve' that was explicitly marked illegal",
    ),
    single(
        N_(
            "The TensorFlow Lite model uses operations of TensorFlow (Flex), and the program that runs it does not "
            "have them."
        ),
        N_(
            "Fix the batch in the Input and convert the model again, so that the recurrent layer needs none of them; "
            "or run it with the interpreter of TensorFlow itself."
        ),
        "keras.Input(batch_shape=(1, timesteps, features))",
        (r"unresolved custom op: Flex|Select TensorFlow op\(s\), included in the given model",),
        "RuntimeError: Encountered unresolved custom op: FlexTensorListReserve.",
        "RuntimeError: Select TensorFlow op(s), included in the given model, is(are) not supported by this "
        "interpreter.",
    ),
    single(
        N_(
            "This is a message of TensorFlow 1, which kept a graph and a session: the model is used in another "
            "graph, session or thread than it was made in."
        ),
        N_(
            "TensorFlow 2 has neither: install it. With TensorFlow 1, load and use the model in the same thread, "
            "with the same session."
        ),
        "pip install --upgrade tensorflow keras",
        (
            r"is not an element of this graph|Graph is finalized and cannot be modified",
            r"must be from the same graph|different from the session's graph|elements from multiple graphs",
            r"Error while reading resource variable|Cannot get session inside",
            r"Attempting to capture an EagerTensor without building a function|Tensor\.graph is "
            r"(?:meaningless|undefined)",
        ),
        'ValueError: Tensor Tensor("dense_2/Sigmoid:0", shape=(?, 1), dtype=float32) is not an element of this graph.',
        "ValueError: Cannot use the given session to evaluate tensor: the tensor's graph is different from the "
        "session's graph.",
    ),
    single(
        N_("plot_model draws with pydot and Graphviz, which are packages of their own."),
        N_("Install pydot; Graphviz is installed with the system's packages."),
        "pip install pydot",
        (r"[Yy]ou must install pydot|Failed to import pydot|No module named '?pydot|Graphviz's executables",),
        "ImportError: You must install pydot (`pip install pydot`) for `plot_model` to work.",
    ),
    single(
        N_("pip finds no TensorFlow for this Python: it is too new, too old, or of 32 bits."),
        N_("Make an environment with a version of Python that TensorFlow has packages for."),
        "python --version\npip install tensorflow keras",
        (r"No matching distribution found for (?:tensorflow|keras)",),
        "ERROR: No matching distribution found for tensorflow",
    ),
    single(
        N_(
            "The name tensorflow or keras leads to something else: a file or a folder of your own with this "
            "name, or a broken or very old installation."
        ),
        N_("Check where it comes from. If it is a file of your own, rename it; otherwise install the package again."),
        "print(tf.__file__, keras.__file__)",
        (
            r"cannot import name '?keras'? from 'tensorflow'",
            r"module 'tensorflow' has no attribute '(?:keras|name_scope|compat|data|python|__version__|constant)'",
            r"No module named '?tensorflow\.(?:keras|python)|'?(?:keras|tensorflow)'? is not a package",
            r"partially initialized module '(?:keras|tensorflow)|module 'keras' has no attribute '(?:models|layers)'",
        ),
        "AttributeError: module 'tensorflow' has no attribute 'keras'",
        "ImportError: cannot import name 'keras' from 'tensorflow' (unknown location)",
        "ModuleNotFoundError: No module named 'tensorflow.keras'",
        "AttributeError: partially initialized module 'keras' has no attribute 'models' (most likely due to "
        "a circular import)",
    ),
    single(
        N_(
            "This is a notice, not an error: TensorFlow finds no GPU and computes on the processor, or it "
            "says which instructions of the processor it uses."
        ),
        N_("Nothing has to be done. If there is a GPU, see whether TensorFlow lists it."),
        'tf.config.list_physical_devices("GPU")',
        (
            r"Could not load dynamic library '|Could not find cuda drivers|failed call to cuInit",
            r"TensorFlow binary (?:is optimized|was not compiled)|oneDNN custom operations are on",
        ),
        "W tensorflow/stream_executor/platform/default/dso_loader.cc:64] Could not load dynamic library "
        "'cudart64_101.dll'",
        "I tensorflow/core/platform/cpu_feature_guard.cc:142] This TensorFlow binary is optimized with oneAPI",
    ),
)
KNOWN = 'known = {{"a": 1, "b": 2}}\nids = [known[each] for each in "abc" if each in known]'
UNKNOWN_WORDS = 'known = {{"a": 1, "b": 2}}\nids = [known.get(each, 3) for each in "abc"]'
UNKNOWN_NAMES = (
    single(
        N_(
            "A string was indexed by a name, as if it were a dictionary. If the line is in pandas_datareader, "
            "Yahoo's answer is not what that package expects."
        ),
        N_("Download prices with yfinance. Otherwise check what the string contains; JSON is read with json.loads."),
        'table = yfinance.download("AAPL", auto_adjust=False, multi_level_index=False)',
        (r"string indices must be integers|RemoteDataError|No data fetched for symbol",),
        "TypeError: string indices must be integers",
        "RemoteDataError: No data fetched for symbol AAPL using YahooDailyReader",
    ),
    single(
        N_(
            "Newer versions of yfinance give Yahoo's prices without this column: they are adjusted already, and a row "
            "with the names of the shares stands above them."
        ),
        N_("Take Close, or ask for the prices as before."),
        'table = yfinance.download("AAPL", auto_adjust=False, multi_level_index=False)',
        (r"KeyError: '?Adj(?:\.|usted)? Close",),
        "KeyError: 'Adj Close'",
    ),
    single(
        N_(
            "The table has no column of that name, or the dictionary no such entry: mistyped, or in another file or "
            "version."
        ),
        N_("Look at the names that there are. A name may have a blank at its end."),
        "print(table.columns.tolist())",
        (
            r"KeyError: '[\w .()/%$-]{2,60}'",
            r"\] not found in axis|are in the \[?columns\b|\] not in index|Usecols do not match columns",
        ),
        "KeyError: 'Close'",
        "KeyError: \"['Date'] not found in axis\"",
        "KeyError: \"None of ['time'] are in the columns\"",
        "KeyError: \"None of [Index(['Open', 'Close'], dtype='object')] are in the [columns]\"",
    ),
    Rule(
        (r"KeyError: -?\d{1,9}\b",),
        (
            Case(
                N_(
                    "A pandas table or column looks a number up among its column names or row labels, not by "
                    "position. After a split the labels do not begin at 0."
                ),
                N_("Turn it into an array before the loop, or take a row by position with iloc."),
                "x = table.to_numpy()\ntable.iloc[0]",
                when=of_pandas,
            ),
        ),
        examples=(
            'File "/usr/lib/python3/pandas/core/indexes/base.py", line 2895, in get_loc\n'
            "    return self._engine.get_loc(casted_key)\nKeyError: 10",
        ),
    ),
    single(
        N_(
            "The list of characters or words has no such entry: the new text holds one that the training text "
            "did not have, or the model answered with 0, which is padding and not a word."
        ),
        N_("Leave out what is not known, or give it an id of its own. Ids of a Tokenizer begin with 1."),
        KNOWN,
        (
            r"KeyError: '(?:\\?[^\w\s']|\w|\s|\\[nrt])'",
            r"KeyError: \d{1,9}\b",
            r"KeyError: '?<?(?:unk|start|end|pad|sos|eos|UNK|eostok|sostok)>?'?",
            r"contains previously unseen labels|Found unknown categories",
        ),
        "KeyError: 0",
        "KeyError: '#'",
        "ValueError: y contains previously unseen labels: 'happy'",
        "KeyError: 'é'",
    ),
    single(
        N_("TensorFlow 2 has no such name: it belongs to TensorFlow 1, or is mistyped."),
        N_("Many old names are still in tf.compat.v1. For a model, use the layers of Keras and keras.ops."),
        "print(dir(tf.compat.v1))",
        (
            r"module 'tensorflow(?!\.(?:python\.)?keras)[\w.]{0,60}' has no attribute '\w",
            r"'module' object has no attribute "
            r"'(?:rnn_cell|seq2seq|GRUCell|\w{1,20}LSTMCell|contrib|placeholder|Session|mul|"
            r"pack|unpack|nn|python|select|sub|neg|concat_v2)'",
        ),
        "AttributeError: module 'tensorflow' has no attribute 'to_float'",
        "AttributeError: module 'tensorflow.nn' has no attribute 'rnn_cell'",
        "AttributeError: 'module' object has no attribute 'rnn_cell'",
    ),
    single(
        N_("Keras 3 has no such name in this module: it was moved, renamed or left out, or is mistyped."),
        N_(
            "Layers are in keras.layers, functions of arrays in keras.ops, the rest in keras.utils, keras.losses "
            "and so on."
        ),
        "print(dir(keras.layers))",
        (
            r"cannot import name '\w{1,60}' from (?:partially initialized module "
            r")?'(?:tensorflow\.(?:python\.)?)?keras[.']",
            r"module '(?:tensorflow\.(?:python\.)?)?keras[\w.]{0,60}' has no attribute '\w",
            r"No module named '?(?:tensorflow\.(?:python\.)?)?keras\.\w",
        ),
        "ImportError: cannot import name 'Maxout' from 'keras.layers' (/usr/lib/python3/keras/layers/__init__.py)",
        "AttributeError: module 'keras.utils' has no attribute 'conv_utils'",
        "ModuleNotFoundError: No module named 'keras.applications.resnext'",
    ),
    single(
        N_(
            "In Keras 3 this model, layer or optimizer has nothing of that name: it belongs to an older Keras, "
            "or is mistyped."
        ),
        N_("Look at the names that it has."),
        "print(dir(model))",
        (
            r"'(?:Sequential|Functional|Model|LSTM|GRU|SimpleRNN|Dense|Embedding|Bidirectional|Adam|SGD|RMSprop|"
            r"RNN)' object has "
            r"no attribute '\w",
        ),
        "AttributeError: 'Sequential' object has no attribute 'metric_names'",
    ),
)
ELSEWHERE = (
    single(
        N_(
            "A value is None where a number is needed: a word that is not in the vocabulary, for which get gives None, "
            "or a missing value."
        ),
        N_("Give unknown words an id of their own, here 3, and leave out or fill what is missing."),
        UNKNOWN_WORDS,
        (r"or a (?:real )?number, not 'NoneType'|must be real number, not NoneType",),
        "TypeError: int() argument must be a string, a bytes-like object or a number, not 'NoneType'",
        "TypeError: float() argument must be a string or a real number, not 'NoneType'",
        "TypeError: must be real number, not NoneType",
    ),
    single(
        N_(
            "Something else stands where a number is needed: a method without its brackets, a map or a generator that "
            "was not made a list, or a dictionary."
        ),
        N_("Call the method, and make a list of a map or a generator."),
        "x.max()\nnp.array(list(map(float, [1, 2])))",
        (r"or a (?:real )?number, not '\w",),
        "TypeError: float() argument must be a string or a number, not 'method'",
        "TypeError: int() argument must be a string, a bytes-like object or a real number, not 'map'",
    ),
    single(
        N_(
            "categorical_crossentropy compares the probabilities of several classes, and the output is a single "
            "number: the loss is 0 whatever it says, so nothing is learned."
        ),
        N_(
            "For yes or no, take one sigmoid output with binary_crossentropy; for several classes, a unit for each "
            "with softmax."
        ),
        'Dense(1, activation="sigmoid")  # loss="binary_crossentropy"\n'
        'Dense(units, activation="softmax")  # loss="categorical_crossentropy"',
        (r"expected y_pred\.shape to be \(batch_size, num_classes\)",),
        "SyntaxWarning: In loss categorical_crossentropy, expected y_pred.shape to be (batch_size, num_classes) with "
        "num_classes > 1. Received: y_pred.shape=(None, 1).",
    ),
    single(
        N_(
            "The model has several inputs, and what was given does not hold them all: one array, or a dataset that "
            "gives a list in place of a tuple."
        ),
        N_("Give a list with an array for each input; in a dataset, all inputs as one tuple: (first, second), y."),
        "model.predict([first, second])",
        (r"Could not compute output (?:Keras)?Tensor\(",),
        'AssertionError: Could not compute output Tensor("dense/Softmax:0", shape=(None, 10), dtype=float32)',
    ),
    single(
        N_("A function was given in place of the data, or of the generator that it makes."),
        N_("Call the function: the brackets after its name are missing."),
        "def batches():\n    while True:\n        yield x, y\nmodel.fit(batches(), steps_per_epoch=10)",
        (r"Unrecognized data type: x=<(?:function|bound method)",),
        "ValueError: Unrecognized data type: x=<function batches at 0x7f> (of type <class 'function'>)",
    ),
    single(
        N_(
            "A text was given where an array is read. A recurrent layer reads numbers, and an Embedding the ids of "
            "words."
        ),
        N_(
            "Turn the text into ids, by the layer or the tokenizer that was used in training. A model that does this "
            "itself reads a tensor of texts."
        ),
        'layer = keras.layers.TextVectorization()\nlayer.adapt(["one text", "another text"])\n'
        'ids = layer(tf.constant(["one text"]))',
        (r"Unrecognized data type: x=.{1,4000}\(of type <class 'str'>\)",),
        "ValueError: Unrecognized data type: x=hello (of type <class 'str'>)",
    ),
    single(
        N_("A dataset or a generator gave a single number where it gives a batch: Python lists are taken to pieces."),
        N_("Give arrays whose first axis is the samples; make an array of a list, and batch a dataset."),
        "def batches():\n    while True:\n        yield np.asarray(x), np.asarray(y)",
        (r"arrays must be at least rank 1\. Received",),
        "ValueError: When passing a dataset to a Keras model, the arrays must be at least rank 1. Received: 0.0 of "
        "rank "
        "0.",
    ),
    single(
        N_("A PyDataset, once Sequence, does not say how many batches it has."),
        N_("Write its __len__, beside __getitem__."),
        "class Batches(keras.utils.PyDataset):\n    def __len__(self):\n        return len(x) // batch_size\n"
        "    def __getitem__(self, i):\n        return x[i * batch_size:(i + 1) * batch_size], "
        "y[i * batch_size:(i + 1) * batch_size]",
        (
            r"need to implement the 'num_batches' property|"
            r"object of type '\w{1,60}(?:Sequence|Generator|Dataset)' has no len",
        ),
        "NotImplementedError: You need to implement the `num_batches` property:",
    ),
    single(
        N_("adapt of a Normalization reads an array, and was given a list."),
        N_("Make an array of the list."),
        'layer = keras.layers.Normalization()\nlayer.adapt(np.asarray(x, dtype="float32"))',
        (r"adapt\(\) expects an iterable that yields arrays",),
        "TypeError: adapt() expects an iterable that yields arrays or tensors with a `.shape` attribute (e.g. numpy "
        "arrays or backend tensors). Got an element of type list.",
    ),
    single(
        N_("This is a plain number or an array of NumPy already. Only tensors of TensorFlow have numpy()."),
        N_("Leave .numpy() out, or use what takes all of them."),
        "value = keras.ops.convert_to_numpy(x)",
        (r"'(?:float|int|list|tuple|(?:numpy\.)?(?:ndarray|float\d\d|int\d\d))' object has no attribute 'numpy'",),
        "AttributeError: 'float' object has no attribute 'numpy'",
        "AttributeError: 'numpy.ndarray' object has no attribute 'numpy'",
    ),
    single(
        N_("Arrays or tensors that are joined must have the same number of axes, and here they have not."),
        N_(
            "Repeat a vector for each timestep, or take the last step of the sequence. A single step gets an axis "
            "of steps."
        ),
        "keras.layers.RepeatVector(timesteps)(vector)\nLSTM(units)  # return_sequences=False\nx[:, np.newaxis]",
        (r"Ranks of all input tensors should match",),
        "InvalidArgumentError: ConcatOp : Ranks of all input tensors should match: shape[0] = [2,4,5] vs. shape[1] "
        "= [2,5]",
    ),
    single(
        N_("A table has fewer rows than the number that iloc asks for. They are counted from 0."),
        N_("Look at the number of rows; where rows were left out, their names are not their numbers."),
        "print(len(table), table.index)\nrow = table.iloc[-1]",
        (r"single positional indexer is out-of-bounds|positional indexers are out-of-bounds",),
        "IndexError: single positional indexer is out-of-bounds",
    ),
    single(
        N_("The layer or the tokenizer does not know the form of its output that was named."),
        N_("Write one of the names that it knows; the message often lists them."),
        'keras.layers.TextVectorization(output_mode="int")\nkeras.layers.TextVectorization(output_mode="tf_idf")',
        (r"Unknown value for 'output_mode'|Unknown vectorization mode",),
        "ValueError: Unknown value for `output_mode` argument of TextVectorization. Allowed values are: ('int', "
        "'one_hot'). "
        "Received: output_mode=ints",
        "ValueError: ('Unknown vectorization mode:', 'tf-idf')",
    ),
    single(
        N_(
            "A dataset cut by window gives datasets, not arrays: each window is a dataset of its own until its "
            "rows are "
            "put together."
        ),
        N_("Make an array of each window with flat_map and batch; or let Keras cut the windows."),
        "windows = tf.data.Dataset.range(10).window(3, shift=1, drop_remainder=True)\n"
        "dataset = windows.flat_map(lambda window: window.batch(3))",
        (r"_VariantDataset|_NestedVariant|DatasetVariantWrapper",),
        "ValueError: Only input tensors may be passed as positional arguments. The following argument value should "
        "be passed "
        "as a keyword argument: <_VariantDataset element_spec=TensorSpec(shape=(), dtype=tf.int64, name=None)>",
    ),
    single(
        N_("Keras cannot read data of this type."),
        N_("Give NumPy arrays, a tf.data.Dataset, a keras.utils.PyDataset, or a generator of pairs."),
        "model.fit(np.asarray(x), np.asarray(y))",
        (r"Unrecognized data type: x=",),
        "ValueError: Unrecognized data type: x=<map object at 0x7f> (of type <class 'map'>)",
    ),
    single(
        N_(
            "The module has no such name: its version is another than the program expects, a file of your own has "
            "the module's name, or two files import each other."
        ),
        N_("Check where the module is and what it contains."),
        "print(np.__file__, dir(np))",
        (r"cannot import name '?\w",),
        "ImportError: cannot import name 'joblib' from 'sklearn.externals'",
        "ImportError: cannot import name Attention",
    ),
    single(
        N_("Python cannot read the program at this line: a bracket, a colon, a comma or the indentation is not right."),
        N_("Look at the line and at the one before it. Arguments with a name come after those without."),
        "LSTM(units, return_sequences=True)",
        # JavaScript has a SyntaxError too.
        (r"(?:Syntax|Indentation|Tab)Error(?!: (?:Unexpected|Invalid or|Identifier|Cannot use import|await is))",),
        "SyntaxError: positional argument follows keyword argument",
        "IndentationError: unexpected indent",
    ),
    single(
        N_(
            "The system does not let the program read or write at this path: it is a folder, the file is open "
            "in another program, or the program lacks the permission."
        ),
        N_("Close the file in the other program, or give the path of a file in a folder that you may write to."),
        "print(os.path.isdir(path), os.access(path, os.W_OK))",
        (r"PermissionError|Errno 13\]|unable to truncate a file which is already open|unable to lock file",),
        "PermissionError: [Errno 13] Permission denied: 'model.keras'",
        "OSError: Unable to synchronously create file (unable to truncate a file which is already open)",
    ),
    single(
        N_(
            "A file could not be read: it is empty or cut off, of another format or encoding, or another "
            "program wrote it."
        ),
        N_(
            "Look at its first bytes and its size. A model is read by load_model, a table by read_csv with its "
            "encoding."
        ),
        'print(open(path, "rb").read(40), os.path.getsize(path))',
        (
            r"UnicodeDecodeError|codec can't decode byte|JSONDecodeError|EOFError: Ran out of input|invalid load key",
            r"Errno 22\]|Error tokenizing data",
        ),
        "UnicodeDecodeError: 'utf-8' codec can't decode byte 0x96 in position 10: invalid start byte",
        "_pickle.UnpicklingError: invalid load key, 'v'.",
        "pandas.errors.ParserError: Error tokenizing data. C error: Expected 1 fields in line 3, saw 2",
    ),
    single(
        N_("A division by 0: a number of samples, of batches or of timesteps is 0."),
        N_("Check the shapes: the data may be empty, or fewer than one batch."),
        "print(x.shape, len(x) // batch_size)",
        (r"ZeroDivisionError|(?<!ERROR: )(?:division|modulo) by zero",),
        "ZeroDivisionError: integer division or modulo by zero",
    ),
    single(
        N_(
            "A function or a class was given an argument that it does not have in this version, too many values, or "
            "not all that it needs."
        ),
        N_("Compare the call with what the installed version takes, and give each argument by its name."),
        "help(LSTM)\nprint(keras.__version__, tf.__version__)",
        (
            r"\w\(\) got an unexpected keyword argument|\w\(\) takes (?:from |exactly |at most )?\d{1,2} "
            r".{0,40}arguments?",
            r"\w\(\) missing \d{1,2} required (?:positional|keyword-only) arguments?|\w\(\) got multiple values for",
        ),
        "TypeError: train_test_split() got an unexpected keyword argument 'split'",
        "TypeError: get_file() takes 1 positional argument but 2 were given",
    ),
    single(
        N_(
            "The object has nothing of this name: it is of another type or version than the program expects, "
            "or mistyped."
        ),
        N_("Check which type it is, and which names it has."),
        "print(type(x), dir(x))",
        (r"'[\w.\[\]]{1,60}' object has no attribute '\w",),
        "AttributeError: 'dict' object has no attribute 'shape'",
        "AttributeError: 'numpy.dtype[float64]' object has no attribute 'base_dtype'",
    ),
    single(
        N_("There is no file at this path. A path without a folder begins where Python was started."),
        N_("Check which files are there, and write the whole path."),
        "print(os.getcwd(), os.listdir())",
        (r"FileNotFoundError|Errno 2\]|No such file or directory(?=[:;'])|does not exist: ",),
        "FileNotFoundError: [Errno 2] No such file or directory: 'AAPL.csv'",
    ),
    single(
        N_("A list has fewer entries than the index asks for. They are counted from 0, and the list may be empty."),
        N_("Check how many entries there are: windows, words, or the tensors that a layer returns."),
        "print(len(sequences), len(windows))",
        (r"(?:[Ll]ist(?: assignment)?|[Ss]tring) index out of range(?!: )|pop from (?:an )?empty list",),
        "IndexError: list index out of range",
        "IndexError: list assignment index out of range",
    ),
    single(
        N_("A name is used that has no value yet: it is mistyped, or a cell above it in the notebook was not run."),
        N_("Run the cells from the top, and import what is used."),
        "import numpy as np\nimport keras",
        (
            r"NameError: (?:global )?name '\w{1,60}' is not defined|local variable '\w{1,60}' referenced before "
            r"assignment",
        ),
        "NameError: name 'X_train' is not defined",
    ),
    single(
        N_(
            "Python finds no package and no file of this name: the package is not installed in the Python that runs "
            "the program, or the file is of the program's own and lies in another folder."
        ),
        N_("Install the package, whose name may differ from the module's; start the program in its own folder."),
        "import sys\nprint(sys.executable, sys.path)",
        (r"No module named '?\w",),
        "ModuleNotFoundError: No module named 'theano_utils'",
        "ImportError: No module named lstm",
    ),
)
# Beginnings of messages whose end, with the sizes, was not pasted.
CUT_OFF = (
    Rule(
        (r"Only input tensors may be passed as positional arguments",),
        (TENSORS_ALONE,),
        ("Only input tensors may be passed as positional arguments. The following argument value",),
    ),
    single(
        N_(
            "The number of the array's axes, or the size of one of them, is not what the layer or model "
            "reads. The end of the message, which is missing here, says which: expected … found …"
        ),
        N_("Paste the whole message, or compare the shapes. A recurrent layer reads (samples, timesteps, features)."),
        "print(x.shape, model.input_shape)",
        (
            r"Input \d.{0,100} is incompatible with (?:the )?layer|is incompatible with the layer: expected",
            r"Error when checking (?:model )?input: expected \w",
        ),
        'ValueError: Input 0 of layer "sequential_3" is incompatible with the layer: expected',
        "Error when checking input: expected lstm_1_input to have",
    ),
    single(
        N_(
            "The targets y and the model's output have different shapes. The end of the message, which is not here, "
            "has both."
        ),
        N_("Paste the whole message, or compare the shapes: the output needs an answer for each target."),
        "print(y.shape, model.output_shape)",
        (
            r"Error when checking (?:model )?target: expected \w|'?logits'? and '?labels'? must (?:have the same|be)",
            r"'?target'? and '?output'? must have the same shape",
        ),
        "ValueError: `logits` and `labels` must have the same shape,",
        "Error when checking target: expected dense_2 to have",
    ),
)
AROUND: tuple[Rule, ...] = (*DATA, *SCORES, *NOTICES, *UNKNOWN_NAMES, *ELSEWHERE, *CUT_OFF)
