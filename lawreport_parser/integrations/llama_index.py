"""LlamaIndex: `LawReportNodeParser` makes nodes of documents that hold a report's text."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Sequence
from typing import Any

from pydantic import Field, field_serializer, field_validator, model_validator

from lawreport_parser.chunks import chunk_report
from lawreport_parser.integrations import chunk_metadata, require
from lawreport_parser.parsing import parse

__all__ = ["LawReportNodeParser"]

_interface: Any = require("llama_index.core.node_parser.interface", "llama-index-core", "llama-index")
_build_nodes: Any = require(
    "llama_index.core.node_parser.node_utils", "llama-index-core", "llama-index"
).build_nodes_from_splits
_PLAIN: Any = require("llama_index.core.schema", "llama-index-core", "llama-index").MetadataMode.NONE


class LawReportNodeParser(_interface.NodeParser):  # type: ignore[misc]
    """Parses the text of whole reports into nodes along their outline; see `chunk_report` for how.

    `size` measures a text: give a tokenizer's count to have `chunk_size` in tokens. Each node has its exact
    `start_char_idx` and `end_char_idx`, and place, section_id, path and roles in its metadata.

    Written (`to_dict`, the key of a pipeline's cache) `size` is its qualified name: give two counters two names.
    `from_dict` takes `len` by its name, any other counter as an argument: `from_dict(data, size=count)`.
    """

    chunk_size: int = Field(default=1024, gt=0, description="The largest size of a node.")
    chunk_overlap: int = Field(default=0, ge=0, description="How much a node may repeat of the one before it.")
    size: Callable[[str], int] = Field(default=len, description="What measures a text.")

    @field_validator("size", mode="before")
    @classmethod
    def _only_what_can_be_called(cls, size: Any) -> Any:
        # No import by name: what was written may come from anywhere.
        if size == _qualified_name(len):
            return len
        if isinstance(size, str):
            raise ValueError(f"size was {size} when this was written; give it again as an argument")
        return size

    @field_serializer("size")
    def _written_size(self, size: Callable[[str], int]) -> str:
        return _qualified_name(size)

    def __getstate__(self) -> dict[Any, Any]:
        """Return what is pickled; `PicklingError` where `size` cannot be."""
        try:
            pickle.dumps(self.size)
        except Exception as error:
            name = _qualified_name(self.size)
            raise pickle.PicklingError(
                f"size={name} cannot be pickled; give a function that stands at the top of a module"
            ) from error
        # LlamaIndex takes out of the living object what does not pickle.
        living = dict(self.__dict__)
        try:
            state: dict[Any, Any] = super().__getstate__()
            return {**state, "__dict__": dict(state["__dict__"])}
        finally:
            self.__dict__.update(living)

    @model_validator(mode="after")
    def _check_sizes(self) -> LawReportNodeParser:
        chunk_report(parse(""), self.chunk_size, self.size, self.chunk_overlap)
        return self

    @classmethod
    def class_name(cls) -> str:
        """Return the name under which LlamaIndex writes this parser."""
        return "LawReportNodeParser"

    def _parse_nodes(self, nodes: Sequence[Any], show_progress: bool = False, **kwargs: Any) -> list[Any]:  # noqa: ARG002
        made: list[Any] = []
        for node in _interface.get_tqdm_iterable(nodes, show_progress, "Parsing nodes"):
            report = parse(node.get_content(metadata_mode=_PLAIN))
            chunks = chunk_report(report, self.chunk_size, self.size, self.chunk_overlap)
            pieces = _build_nodes([chunk.text for chunk in chunks], node, id_func=self.id_func)
            for piece, chunk in zip(pieces, chunks, strict=True):
                piece.start_char_idx, piece.end_char_idx = chunk.span.start, chunk.span.end
                about = chunk_metadata(chunk)
                piece.metadata = {name: value for name, value in about.items() if not name.endswith("_index")}
            made.extend(pieces)
        return made

    def _postprocess_parsed_nodes(self, nodes: list[Any], parent_doc_map: dict[str, Any]) -> list[Any]:
        """Add what every parser adds, without its search for the text, which takes an earlier repetition for it."""
        spans = [(node.start_char_idx, node.end_char_idx) for node in nodes]
        done: list[Any] = super()._postprocess_parsed_nodes(nodes, parent_doc_map)
        for node, (start, end) in zip(done, spans, strict=True):
            node.start_char_idx, node.end_char_idx = start, end
        return done


def _qualified_name(size: Callable[[str], int]) -> str:
    """Return the name of a counter; for an object that is called, that of its class."""
    named: Any = size if hasattr(size, "__qualname__") else type(size)
    return f"{named.__module__}.{named.__qualname__}"
