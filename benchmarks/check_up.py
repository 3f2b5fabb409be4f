"""How many seeded faults the check-up finds, and how often it raises an alarm where nothing is wrong."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from benchmarks.faults import FAULTS, Fault, saved
from benchmarks.row import Row
from benchmarks.sound_models import GROUPS, Case, cases
from lstm_viz import Finding, ModelFile, check_up
from lstm_viz.checks import THRESHOLDS
from lstm_viz.model_files import child

# The thresholds were set with the seeds from 0; these models were made afterwards.
SEEDS = range(200, 208)
MODELS = 10
MOST_MISSED, MOST_FALSE = 0.1, 0.05
DOCUMENT = Path(__file__).resolve().parents[1] / "docs" / "check-up.md"


def rows() -> list[Row]:
    """A row for what was missed, one for false alarms, one for alarms that stay after the change; and the document."""
    sound = list(cases(SEEDS))
    clean = {(case.group, case.seed): [one for one in findings(case) if one.status != "unknown"] for case in sound}
    seeded = {name: list(_tried(name, fault, sound)) for name, fault in FAULTS.items()}
    tries = [one for each in seeded.values() for one in each]
    alarmed = sum(any(one.is_alarm for one in found) for found in clean.values())
    missed, left = (sum(one[place] for one in tries) for place in (0, 1))
    result = [
        Row("faults that the check-up misses", "faults", missed / len(tries), MOST_MISSED, f"{missed} of {len(tries)}"),
        Row("sound models with an alarm", "models", alarmed / len(sound), MOST_FALSE, f"{alarmed} of {len(sound)}"),
        Row("alarms left after the change", "faults", left / len(tries), MOST_MISSED, f"{left} of {len(tries)}"),
    ]
    DOCUMENT.write_text(_document(result, seeded, clean), "utf-8")
    return result


def findings(case: Case) -> list[Finding]:
    """The check-up of a case, from its file."""
    file = ModelFile(child.described(case.content or saved(case.model)))
    inputs = case.inputs if len(case.inputs) > 1 else case.inputs[0]
    return check_up(file, inputs, targets=case.targets)


def _tried(name: str, fault: Fault, sound: list[Case]) -> Iterator[tuple[bool, bool]]:
    """For each model with the fault: whether it is missed, and whether the alarm is still there after the change."""
    check = name.split(",")[0]
    for case, cured in _chosen(name, fault, sound):
        faulty = fault.seed(case, np.random.default_rng(case.seed))
        missed = not _alarms(check, faulty)
        left = _alarms(check, cured if fault.change is None else fault.change(faulty, case))
        if missed or left:
            print(f"{name}: {case.group}, seed {case.seed}: {'missed' if missed else 'stays after the change'}")
        yield missed, left


def _alarms(check: str, case: Case) -> bool:
    return any(one.is_alarm and one.check == check for one in findings(case))


def _chosen(name: str, fault: Fault, sound: list[Case]) -> list[tuple[Case, Case]]:
    """The models that the fault is seeded into, of as many groups as there are; or those that are trained so.

    Beside each stands what it is after the change: the sound model, or one that is trained otherwise.
    """
    if fault.trained is not None:
        seeds = range(SEEDS[0], SEEDS[0] + MODELS)
        pairs = [cases(seeds, {name: group}) for group in (fault.trained, fault.cured or fault.trained)]
        return list(zip(*pairs, strict=True))
    fitting = [case for case in sound if re.search(fault.groups, case.group)]
    fitting.sort(key=lambda case: (case.seed, list(GROUPS).index(case.group)))
    every = max(len(fitting) // MODELS, 1)
    return [(case, case) for case in fitting[::every][:MODELS]]


def _document(result: list[Row], seeded: dict, clean: dict) -> str:
    """The page docs/check-up.md."""
    faults = "".join(
        f"| `{name}` | {FAULTS[name].said} | {len(each)} | {sum(not one[0] for one in each)} | "
        f"{sum(not one[1] for one in each)} |\n"
        for name, each in seeded.items()
    )
    wrong = Counter(one.check for found in clean.values() for one in found if one.is_alarm)
    which = ", ".join(f"`{name}` {count}" for name, count in wrong.most_common()) or "none"
    summary = "\n".join(f"- {row.what}: {row.detail} ({row.ratio:.1%}, at most {row.budget:.0%})" for row in result)
    return f"""# The check-up, measured

`lstm_viz.check_up` says what ails a model. `python -m benchmarks check_up` makes and trains the models below,
seeds faults into them, and writes this page. Every model goes through its file, as on the page. The thresholds are in
`lstm_viz/checks/thresholds.py`, each with its reason; they were set on models of other seeds.

{summary}

## Faults

"After the change" counts the models whose alarm is gone when what the finding proposes has been done. Where that is to
train again, it is the sound model that the fault was seeded into, or one that is trained from other initial weights.

| check | what was done | models | found | gone after the change |
|---|---|---|---|---|
{faults}
## Sound models

A model counts if any check raises an alarm. False alarms: {which}.

| models | trained | checks that apply | with an alarm |
|---|---|---|---|
{_groups(clean)}
{_thresholds()}"""


def _groups(clean: dict) -> str:
    """A line for each kind of sound model."""
    counts: dict[str, Counter] = {group: Counter() for group in GROUPS}
    for (group, _), found in clean.items():
        counts[group]["models"] += 1
        counts[group]["checks"] += len(found)
        counts[group]["alarms"] += any(one.is_alarm for one in found)
    return "".join(
        f"| {group} | {count['models']} | {count['checks']} | {count['alarms']} |\n" for group, count in counts.items()
    )


def _thresholds() -> str:
    """The table of all thresholds, with their reasons."""
    lines = "".join(
        f"| `{name}` | {'above' if one.above else 'below'} {one.text(one.value)} | {one.reason} |\n"
        for name, one in THRESHOLDS.items()
    )
    return f"## Thresholds\n\n| name | alarm | why |\n|---|---|---|\n{lines}"
