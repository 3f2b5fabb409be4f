"""What deploy/Dockerfile puts into the image, read from its text: no Docker runs here."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from tests.support.server import ROOT

DOCKERFILE = ROOT / "deploy" / "Dockerfile"
Instruction = tuple[str, str]


def stages() -> list[list[Instruction]]:
    """The instructions of each stage, with their arguments; the last stage is the image."""
    text = re.sub(r"^#.*\n", "", DOCKERFILE.read_text("utf-8"), flags=re.MULTILINE).replace("\\\n", " ")
    instructions = [
        (name, rest.strip()) for line in text.splitlines() for name, _, rest in [line.partition(" ")] if name
    ]
    starts = [at for at, (name, _) in enumerate(instructions) if name == "FROM"]
    return [instructions[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]


def arguments(stage: list[Instruction], wanted: str) -> list[str]:
    """The arguments of all instructions of a kind."""
    return [rest for name, rest in stage if name == wanted]


def copies() -> list[tuple[Path, str]]:
    """What the image has of this repository: where it is here, and in the image."""
    pairs = [rest.split() for rest in arguments(stages()[-1], "COPY") if not rest.startswith("--from")]
    return [(ROOT / source, target) for source, target in pairs]


def lay_out(folder: Path) -> Path:
    """Puts into a folder what is in the image's folder of the app."""
    for source, target in copies():
        if not target.startswith("/"):
            copy = shutil.copytree if source.is_dir() else shutil.copy
            copy(source, folder / target.removesuffix("./") / (source.name if target == "./" else ""))
    return folder
