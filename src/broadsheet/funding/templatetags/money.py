"""Amounts, as pages show them."""

from django import template
from django.utils.translation import get_language

from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text

register = template.Library()


@register.filter
def money(amount: Money) -> str:
    """Answer `amount` as the page's language writes it: {{ line.spent|money }}."""
    return money_text(amount, get_language() or "en")
