"""Where letters go while a newspaper is tried out: to a page of this machine's own, and nowhere else.

A process beside the others, `python -m broadsheet.serve.postbox`: a mail server and a small web server, both on
the loopback only, which keep the latest letters in memory. It loads no Django.
"""
