"""How fast Broadsheet is, always as a ratio inside one run: against its own server's limit, and against peers.

Knows Broadsheet from outside, by its command, its addresses and its database; nothing of it imports this.
Each module here is one command (`python -m benchmarks.reading`); `python -m benchmarks` runs all of them.
`frame` is what they share, `peers` the other comment systems they measure. README.md says what is fair.
"""
