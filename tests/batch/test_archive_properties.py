"""Whatever the bytes of an archive are: documents or words of refusal, and never a name that leads out."""

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from dispatch_parser.batch.limits import ArchiveLimits, Bounds
from dispatch_parser.batch.sources import Item, LeftOut, Loader, inputs
from dispatch_parser.errors import DispatchError
from dispatch_parser.limits import Limits

BOUNDS = Bounds(reader=Limits(input_bytes=2_000_000), archive=ArchiveLimits(members=50, unpacked_bytes=3_000_000))
names = st.text(st.sampled_from("ab./\\…ệ:\n\u202e"), min_size=1, max_size=12).map(lambda stem: f"{stem}.pdf")
contents = st.binary(max_size=60)
members = st.lists(st.tuples(names, contents), max_size=5, unique_by=lambda member: member[0])
packings = st.sampled_from([bytes, gzip.compress, bz2.compress, lzma.compress])


def zip_of(entries):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(zipfile.ZipInfo(name), content)
    return stream.getvalue()


def tar_of(entries):
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", encoding="utf-8") as archive:
        for name, content in entries:
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return stream.getvalue()


def read_all(tmp_path_factory, suffix, data):
    """List an archive and read its documents; what was found."""
    path = tmp_path_factory.mktemp("archive") / f"x{suffix}"
    path.write_bytes(data)
    loader = Loader(BOUNDS)
    found = []
    for entry in inputs([str(path)], BOUNDS):
        if isinstance(entry, LeftOut):
            continue
        item = entry if isinstance(entry, Item) else entry.item
        inside = item.name.removeprefix(str(path))
        assert all(part not in (".", "..") for part in inside.split("/"))
        assert inside == "" or inside.replace("\u202e", "").isprintable()
        if isinstance(entry, Item):
            with suppress(DispatchError):
                found.append(loader.source(entry))
        else:
            assert str(entry.error)
    return found


@settings(max_examples=60, deadline=None)
@given(entries=members, kind=st.sampled_from([".zip", ".tar"]), pack=packings)
def test_what_was_put_in_comes_out(tmp_path_factory, entries, kind, pack):
    data = zip_of(entries) if kind == ".zip" else pack(tar_of(entries))
    found = read_all(tmp_path_factory, kind, data)
    assert all(any(content == data for _, content in entries) for data in found)


@settings(max_examples=150, deadline=None)
@given(
    entries=members, kind=st.sampled_from([".zip", ".tar"]), pack=packings, cut=st.integers(0, 12_000),
    damage=st.lists(st.tuples(st.integers(0, 12_000), st.integers(0, 255)), max_size=6),
)  # fmt: skip
def test_damaged_archives_are_told_in_words(tmp_path_factory, entries, kind, pack, cut, damage):
    whole = bytearray(zip_of(entries) if kind == ".zip" else tar_of(entries))
    for at, value in damage:
        whole[at % len(whole)] = value
    data = bytes(whole) if kind == ".zip" else pack(bytes(whole))
    read_all(tmp_path_factory, kind, data[: max(1, len(data) - cut % len(data))])
