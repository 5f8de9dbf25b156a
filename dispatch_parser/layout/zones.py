"""The zones of a dispatch: what each line is, by where it stands and what it opens with.

Sources: Nghị định 30/2020/NĐ-CP, Phụ lục I (cells 1-14); Hướng dẫn 36-HD/VPTW and 05-HD/VPTW for Party documents.
"""

from __future__ import annotations

ISSUER = "issuer"  # cell 2: the body above and the issuing body
MOTTO = "motto"  # cell 1: Quốc hiệu, Tiêu ngữ, or the Party's header
NUMBER = "number"  # cell 3
DATE = "date"  # cell 4
TITLE = "title"  # cells 5a, 5b: type name and trích yếu, or the V/v under the number
AUTHORITY = "authority"  # the body or office that decides, in capitals above the grounds of a decision
GROUNDS = "grounds"  # Căn cứ …, Theo đề nghị …
ADDRESSEES = "addressees"  # cell 9a
BODY = "body"  # cell 6
SIGNATURE = "signature"  # cells 7a-7c
RECIPIENTS = "recipients"  # cell 9b
ANNEX = "annex"
FOOTNOTE = "footnote"
STAMP = "stamp"  # cells 8, 10, 11, 14, arrival stamp, digital-signature caption
ANOTHER = "another"  # another dispatch in the same file: a letterhead behind the foot, with a number of its own
COPY = "copy"  # the block of a sao y, sao lục, trích sao
FURNITURE = "furniture"  # page numbers, rule lines, running heads, a portal's navigation
HEADLINE = "headline"  # title and dateline of a page that reports a dispatch
