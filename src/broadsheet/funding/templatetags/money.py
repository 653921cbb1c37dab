"""Amounts, as pages show them."""

from collections.abc import Mapping
from typing import Any

from django import template
from django.utils.translation import get_language

from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text
from broadsheet.funding.queries import account_in_words, kind_in_words

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
def transfer_kind(kind: str) -> str:
    """Answer what a transfer of this kind is called: {{ line.kind|transfer_kind }}."""
    return kind_in_words(kind)


@register.filter
def account_name(code: str) -> str:
    """Answer what the ledger's account of this code is called: {{ line.debit|account_name }}."""
    return account_in_words(code)


@register.filter
def at_key(found: Mapping[str, Any], key: str) -> Any:
    """Answer what `found` has under `key`, or None: {{ page.flows_before|at_key:flow.currency }}."""
    return found.get(key)
