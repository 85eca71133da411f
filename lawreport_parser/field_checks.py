"""What pydantic is told of a field beside its type, as metadata of `Annotated`.

pydantic asks these objects when it validates or writes a model, so that a parse, which does neither,
need not import it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

__all__ = ["After", "AtLeast", "Before", "Computed", "WrittenAs"]


class AtLeast:
    """The field is a whole number, and no less than `least`."""

    def __init__(self, least: int) -> None:
        self.least = least

    def __get_pydantic_core_schema__(self, _source: Any, _handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.int_schema(ge=self.least)


class Before:
    """`change` makes of what is given what is then validated; `ValueError` where it cannot."""

    def __init__(self, change: Callable[[Any], Any]) -> None:
        self.change = change

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_before_validator_function(self.change, handler(source))


class After:
    """`change` makes of the validated value the value of the field."""

    def __init__(self, change: Callable[[Any], Any]) -> None:
        self.change = change

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        return core_schema.no_info_after_validator_function(self.change, handler(source))


class WrittenAs:
    """In JSON the field is what `form` makes of it, a value of type `form_type`; null stays null."""

    def __init__(self, form: Callable[[Any], Any], form_type: Any) -> None:
        self.form = form
        self.form_type = form_type

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema

        schema: Any = handler(source)
        schema["serialization"] = core_schema.plain_serializer_function_ser_schema(
            self.form, return_schema=handler.generate_schema(self.form_type), when_used="json-unless-none"
        )
        written: CoreSchema = schema
        return written


class Computed:
    """The field is computed from the others: read only, says the schema, which describes it."""

    def __init__(self, description: str) -> None:
        self.description = description

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "description": self.description, "readOnly": True}
