"""What a layered Vega-Lite specification encodes."""


def mark_of(layer):
    return layer["mark"]["type"] if isinstance(layer["mark"], dict) else layer["mark"]


def layer(spec, mark, number=0):
    return [each for each in spec["layer"] if mark_of(each) == mark][number]


def channel(spec, mark, name, number=0):
    return layer(spec, mark, number)["encoding"][name]


def values_of(spec, mark, number=0):
    data = layer(spec, mark, number).get("data", spec.get("data", {}))
    return data["values"] if "values" in data else spec["datasets"][data["name"]]
