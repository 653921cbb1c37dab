"""What the newspaper's templates ask the queries for."""

from django import template

from broadsheet.publishing import queries

register = template.Library()


@register.simple_tag
def masthead() -> queries.Masthead:
    """`{% masthead as paper %}`: the newspaper's name and the ways into it. Two queries."""
    return queries.masthead()
