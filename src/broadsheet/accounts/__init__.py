"""Who people are.

Everyone who ever spoke, edits, moderates or gives is a `User`; how sure we are of them is its `strength`.
It refuses to know what people do here: comments, articles and gifts belong to the apps above. Doors:
`models`, `commands`, `queries`, and `http.reader_of` for the person behind a request.
"""
