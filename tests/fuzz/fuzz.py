"""Coverage-guided fuzzing of one target: `python tests/fuzz/fuzz.py TARGET CORPUS [libFuzzer options]`.

Needs atheris. Only the Python of dispatch_parser is instrumented: parsers written in C (pdfium, libxml2, Pillow's
decoders) run as they are, so coverage leads through our code and only stumbles through theirs.
"""

from __future__ import annotations

import sys
from pathlib import Path

import atheris

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]


def main(arguments: list[str]) -> None:
    """Write the seeds into CORPUS and fuzz; libFuzzer ends the process."""
    name, corpus, *options = arguments
    with atheris.instrument_imports(include=["dispatch_parser"]):
        import targets

        target = targets.TARGETS[name]
        from seeds import seeds

        for seed, data in seeds(name).items():
            target(data)  # loads what the target needs while imports are instrumented
            Path(corpus).mkdir(parents=True, exist_ok=True)
            Path(corpus, seed).write_bytes(data)
    words = Path(__file__).with_name("words").joinpath(f"{name}.txt")
    if words.exists():
        options.append(f"-dict={_dictionary(words, Path(corpus))}")
    atheris.Setup([sys.argv[0], *options, corpus], target)
    atheris.Fuzz()


def _dictionary(words: Path, corpus: Path) -> Path:
    """A list of words, one a line (`\\n` is a line break), as libFuzzer reads it."""
    lines = words.read_text(encoding="utf-8").splitlines()
    escaped = ("".join(f"\\x{byte:02x}" for byte in line.replace("\\n", "\n").encode()) for line in lines)
    made = corpus.with_suffix(".dict")
    made.write_text("".join(f'"{word}"\n' for word in escaped), encoding="ascii")
    return made


if __name__ == "__main__":
    main(sys.argv[1:])
