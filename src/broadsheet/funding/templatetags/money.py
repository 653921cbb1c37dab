"""Amounts, as pages show them."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import get_language

from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text

register = template.Library()


@register.filter
def money(amount: Money) -> str:
    """Answer `amount` as the page's language writes it: {{ line.spent|money }}."""
    return money_text(amount, get_language() or "en")


@register.filter
def owed(amount: Money) -> Money:
    """Answer `amount` with the other sign, as accounts show what goes out: {{ flow.fees|owed|money }}."""
    return -amount


@register.filter
def at_key(found: Mapping[str, Any], key: str) -> Any:
    """Answer what `found` has under `key`, or None: {{ page.flows_before|at_key:flow.currency }}."""
    return found.get(key)
