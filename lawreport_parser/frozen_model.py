"""Models: frozen, slotted values that are made in a third of a microsecond, and what pydantic does for them.

A parse makes hundreds of them from values that it knows to be right, so making one checks nothing. What comes from
outside is checked by pydantic, which reads the same annotations: `model_validate`, `model_validate_json`, the schema,
and any field of a user's own pydantic model.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from copy import deepcopy
from typing import TYPE_CHECKING, Any, ClassVar, Final, Self, TypeVar, cast, dataclass_transform

if TYPE_CHECKING:
    from pydantic import TypeAdapter

__all__ = ["FrozenModel", "model"]

Model = TypeVar("Model", bound="FrozenModel")
_set: Final = object.__setattr__


class FrozenModel:
    """Base of all models: what pydantic offers under these names. Readers ignore fields they do not know."""

    __slots__ = ()

    #: What pydantic reads, where it validates or writes.
    __pydantic_config__: ClassVar[Any] = {"extra": "ignore", "ser_json_inf_nan": "null"}
    #: The fields by name, in their order.
    model_fields: ClassVar[Mapping[str, dataclasses.Field[Any]]] = {}

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
        from pydantic import TypeAdapter

        _ADAPTERS[of] = TypeAdapter(of)
    return _ADAPTERS[of]


@dataclass_transform(frozen_default=True, field_specifiers=(dataclasses.field,))
def model(cls: type[Model]) -> type[Model]:
    """Make a frozen dataclass with slots of a class whose annotations are its fields.

    The `__init__` of a frozen dataclass sets each field past the lock, 0.12 µs a field. This one takes the lock off
    while it sets them: until it is filled, an instance is of a class of the same slots without lock.
    """
    made = dataclasses.dataclass(init=False, frozen=True, slots=True)(cls)
    fields = dataclasses.fields(cast("type[Any]", made))
    made.model_fields = {each.name: each for each in fields}
    slots = made.__dict__["__slots__"]
    unlocked = type(f"Unlocked{made.__name__}", made.__bases__, {"__slots__": slots, "__setattr__": _set})
    known: dict[str, Any] = {"set_past_lock": _set, "unlocked": unlocked, "locked": made}
    parameters = ["self"]
    body = ["set_past_lock(self, '__class__', unlocked)"]
    for each in sorted(fields, key=lambda each: each.kw_only is True):
        name, value, default = each.name, each.name, ""
        if each.default is not dataclasses.MISSING:
            known[f"default_{name}"] = each.default
            default = f"=default_{name}"
        elif each.default_factory is not dataclasses.MISSING:
            known[f"make_{name}"] = each.default_factory
            default, value = "=None", f"make_{name}() if {name} is None else {name}"
        if each.kw_only and "*" not in parameters:
            parameters.append("*")
        parameters.append(name + default)
        body.append(f"self.{name} = {value}")
    body.append("self.__class__ = locked")
    written = "\n    ".join([f"def __init__({', '.join(parameters)}):", *body])
    exec(written, known)
    made.__init__ = known["__init__"]  # type: ignore[method-assign]
    return made
