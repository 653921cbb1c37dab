"""The site put together: which apps there are, under which addresses, with which options and headers.

It knows every app below it and how they meet; it refuses to hold anything of their business, and to know
how it is run (`serve`). Doors: `settings`, `options`, `urls`.
"""
