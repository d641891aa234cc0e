"""Citations of documents in any text: normalise → tokens → find → resolve → annotate, one module each.

`find` needs no database and no Django; `resolve` looks into a unit's register; `annotate` makes the page's text.
"""
