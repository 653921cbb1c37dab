"""Signed visits: a site of the newsroom's own vouches for its member, by a token that works once.

`token` decides whether a token is one; `commands.redeem_visit` what it is good for.
"""
