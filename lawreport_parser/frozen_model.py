"""Models: frozen, slotted dataclasses, and what pydantic does for them.

A parse makes hundreds of them from values that it knows to be right, so making one checks nothing. What comes from
outside is checked by pydantic, which reads the same annotations: `model_validate`, `model_validate_json`, the schema,
and any field of a user's own pydantic model.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any, ClassVar, Final, NoReturn, Self, TypeVar, cast, dataclass_transform

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import SchemaSerializer

__all__ = ["FrozenModel", "model"]

Model = TypeVar("Model", bound="FrozenModel")


class FrozenModel:
    """Base of all models: what pydantic offers under these names. Readers ignore fields they do not know."""

    __slots__ = ()

    #: What pydantic reads, where it validates or writes.
    __pydantic_config__: ClassVar[Any] = {"extra": "ignore", "ser_json_inf_nan": "null"}
    #: The fields by name, in their order.
    model_fields: ClassVar[Mapping[str, dataclasses.Field[Any]]] = {}

    def __setattr__(self, name: str, value: object) -> NoReturn:
        self.__delattr__(name)

    def __delattr__(self, name: str) -> NoReturn:
        kind = type(self).__name__
        raise dataclasses.FrozenInstanceError(f"{kind} is frozen: {name!r} cannot be changed; see model_copy")

    @property
    def __pydantic_serializer__(self) -> SchemaSerializer:
        # By this, pydantic knows how to write a model where no annotation tells it what it is.
        return adapter(type(self)).serializer

    @classmethod
    def model_validate(cls, value: Any, **options: Any) -> Self:
        """Return the model that a dictionary holds; `pydantic.ValidationError` where it holds none."""
        made: Self = adapter(cls).validate_python(value, **options)
        return made

    @classmethod
    def model_validate_json(cls, value: str | bytes, **options: Any) -> Self:
        """Return the model that JSON holds; `pydantic.ValidationError` where it holds none."""
        made: Self = adapter(cls).validate_json(value, **options)
        return made

    @classmethod
    def model_json_schema(cls, **options: Any) -> dict[str, Any]:
        """Return the JSON Schema of the model; the options are those of `pydantic.TypeAdapter.json_schema`."""
        return adapter(cls).json_schema(**options)

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """Return the model as a dictionary; the options are those of `pydantic.TypeAdapter.dump_python`."""
        dump: dict[str, Any] = adapter(type(self)).dump_python(self, **options)
        return dump

    def model_dump_json(self, **options: Any) -> str:
        """Return the model as JSON; the options are those of `pydantic.TypeAdapter.dump_json`."""
        return adapter(type(self)).dump_json(self, **options).decode()

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """Return a copy with the fields of `update` instead of its own, which are not validated."""
        values = {name: getattr(self, name) for name in self.model_fields}
        return type(self)(**{**(deepcopy(values) if deep else values), **(update or {})})


_ADAPTERS: Final[dict[type[FrozenModel], TypeAdapter[Any]]] = {}


def adapter(of: type[FrozenModel]) -> TypeAdapter[Any]:
    """Return what validates and writes a model: made when it is first asked for, for it takes milliseconds."""
    if of not in _ADAPTERS:
        from pydantic import ConfigDict, TypeAdapter

        config = None if dataclasses.is_dataclass(of) else ConfigDict(title=of.__name__)
        _ADAPTERS[of] = TypeAdapter(of, config=config)
    return _ADAPTERS[of]


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def model(cls: type[Model]) -> type[Model]:
    """Make a frozen dataclass with slots of a class whose annotations are its fields."""
    made = dataclasses.dataclass(frozen=True, slots=True)(cls)
    made.model_fields = {each.name: each for each in dataclasses.fields(cast("type[Any]", made))}
    # Those that dataclasses make for a class with slots fail for a name that is no field.
    del made.__setattr__, made.__delattr__
    return made
