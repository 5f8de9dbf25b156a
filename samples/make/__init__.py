"""Makes the sample dispatches: content as plain data in `content/`, layout code beside it.

Run from the root of the project: `python -m samples.make` (needs python-docx, reportlab and, for PDF, the
font Liberation Serif). Everything it writes is checked in, so neither users nor tests need to run it.
"""
