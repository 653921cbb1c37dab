"""Broadsheet under fire: real processes, many clients, and somebody who breaks things meanwhile.

Knows how to start a Broadsheet of its own, to ask it things over plain sockets and to write down every answer, to
kill, fill and cut what it stands on, and to compare afterwards what was acknowledged with what is there. Knows
nothing of how Broadsheet is made inside, except the names of its tables and processes. See
`docs/developing/faults.md`.
"""
