"""Readers of lines and pages that say what a test tells them."""

from dispatch_parser.readers.ocr.engine import Recognition, Word
from dispatch_parser.readers.ocr.lines import Line


class Lines:
    """A reader that says the next of its readings, over and over."""

    name = "lines"

    def __init__(self, *readings):
        self.readings, self.count = readings, 0

    def recognise(self, picture, *, dpi, seconds, sparse=False):
        return Recognition(())

    def read_line(self, picture, *, dpi, digits=False):
        self.count += 1
        return Line(self.readings[self.count % len(self.readings)], 0.9)


class Told:
    """An engine that reads one line, whatever the picture, and counts how often it was asked for a page."""

    name = "told"
    line = "Kính gửi: Sở Nội vụ tỉnh Hà Giang và các cơ quan thuộc tỉnh để biết, thực hiện"
    asked = 0

    def recognise(self, picture, *, dpi, seconds, sparse=False):
        Told.asked += not sparse
        at, found = 100.0, []
        for text in self.line.split():
            found.append(Word(text, at, 100.0, at + 15 * len(text), 130.0, 130.0, 1, 0.95))
            at += 15 * len(text) + 12
        return Recognition(tuple(found))
