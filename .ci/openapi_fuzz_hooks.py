"""What openapi-fuzz.toml cannot say."""

import schemathesis


@schemathesis.hook
def filter_query(context, query):
    # An empty parameter of a query is as good as none, since forms send what nobody has filled in. No schema says so of a number.
    # The first of several values is taken, whatever the others are.
    return not any(is_empty(value) for value in (query or {}).values())


def is_empty(value):
    if isinstance(value, dict):
        return not value or any(is_empty(part) for part in [*value.keys(), *value.values()])
    if isinstance(value, list):
        return not value or any(is_empty(part) for part in value)
    return value is None or value == ""
