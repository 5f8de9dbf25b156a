"""The models of PP-OCR whose weights lie in rapidocr's wheel (extra `[ocr]`), run offline."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt


class Network:
    """One model with one input and one output, run by one thread."""

    def __init__(self, weights: Path) -> None:
        """Load the weights (about 0.1 s)."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session: Any = onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
        self._input: str = self._session.get_inputs()[0].name

    @property
    def characters(self) -> list[str]:
        """The characters a recogniser knows, in the order of its output."""
        known: str = self._session.get_modelmeta().custom_metadata_map["character"]
        return known.splitlines()

    def run(self, pictures: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """The output for pictures by channels by rows by columns."""
        found: npt.NDArray[np.float32] = self._session.run(None, {self._input: pictures})[0]
        return found


def network(file: str) -> Network | None:
    """The model of a file of rapidocr's wheel; None where it or onnxruntime is not installed."""
    package = find_spec("rapidocr")
    if package is None or not package.submodule_search_locations or find_spec("onnxruntime") is None:
        return None
    weights = Path(package.submodule_search_locations[0]) / "models" / file
    return Network(weights) if weights.is_file() else None
