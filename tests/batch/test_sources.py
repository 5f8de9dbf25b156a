"""What SOURCE… means: files, directories, patterns, lists, archives in archives, addresses."""

import bz2
import gzip
import io
import lzma
import os
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from dispatch_parser.batch.limits import ArchiveLimits, Bounds
from dispatch_parser.batch.sources import Item, LeftOut, Loader, Refused, in_shard, inputs
from dispatch_parser.errors import InputNotFoundError, TooLargeError
from dispatch_parser.limits import Limits

BOUNDS = Bounds()


def zipped(*members, **named):
    """The bytes of a zip; members are `(name or ZipInfo, content)`."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (*members, *named.items()):
            archive.writestr(name, content)
    return stream.getvalue()


def tarred(*members, format=tarfile.PAX_FORMAT):
    """The bytes of a tar; members are `(name, content)` or TarInfo."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w", format=format) as archive:
        for member in members:
            if isinstance(member, tarfile.TarInfo):
                archive.addfile(member)
            else:
                info = tarfile.TarInfo(member[0])
                info.size = len(member[1])
                archive.addfile(info, io.BytesIO(member[1]))
    return stream.getvalue()


def told(entries):
    """Names of documents; `(name, code, detail)` of what was refused; `-name` of what was left out."""
    found = []
    for entry in entries:
        if isinstance(entry, Item):
            found.append(entry.name)
        elif isinstance(entry, LeftOut):
            found.append(f"-{entry.name}")
        else:
            found.append((entry.item.name, entry.error.code, entry.error.detail))
    return found


def read(entries, bounds=BOUNDS):
    """The bytes of every document, by name."""
    loader = Loader(bounds)
    found = {}
    for item in entries:
        if isinstance(item, Item):
            source = loader.source(item)
            found[item.name] = source if isinstance(source, bytes) else Path(source).read_bytes()
    return found


def test_a_directory(folder):
    directory = folder("b.pdf", "a/z.DOCX", "a/scan.tif", "notes.md", ".hidden.pdf", ".git/x.pdf", "mau")
    assert told(inputs([directory], BOUNDS)) == ["a/scan.tif", "a/z.DOCX", "b.pdf", "-mau", "-notes.md"]


def test_several_sources_keep_their_names_apart(folder, tmp_path):
    directory = folder("x/a.pdf", "y/a.pdf", "z.note")
    sources = [f"{directory}/y/", f"{directory}/x", f"{directory}/z.note"]
    assert told(inputs(sources, BOUNDS)) == [f"{directory}/y/a.pdf", f"{directory}/x/a.pdf", f"{directory}/z.note"]


def test_patterns(folder):
    directory = folder("b.pdf", "a/c.pdf", "a.docx", "[1].pdf")
    assert told(inputs([f"{directory}/**/*.pdf"], BOUNDS)) == [f"{directory}/{n}" for n in ("[1].pdf", "a/c.pdf", "b.pdf")]
    assert told(inputs([f"{directory}/[1].pdf"], BOUNDS)) == [f"{directory}/[1].pdf"]
    assert told(inputs([f"{directory}/*.odt"], BOUNDS)) == []


@pytest.mark.parametrize("list_of", ["{0}/b.pdf\r\n\n{0}/gone.pdf\n{0}/sub", "{0}/b.pdf\0{0}/gone.pdf\0{0}/sub\0"])
def test_lists(folder, list_of):
    directory = folder("b.pdf", "sub/c.pdf")
    stream = io.BytesIO(list_of.format(directory).encode())
    assert told(inputs(["-"], BOUNDS, listed=stream)) == [
        f"{directory}/b.pdf", (f"{directory}/gone.pdf", "not_found", "missing"), f"{directory}/sub/c.pdf",
    ]  # fmt: skip


def test_a_source_that_is_not_there(tmp_path):
    with pytest.raises(InputNotFoundError):
        list(inputs([str(tmp_path / "gone")], BOUNDS))


def test_what_cannot_be_opened_gets_an_answer(folder, tmp_path):
    directory = folder("a.pdf", "x.rar")
    os.symlink(tmp_path / "gone", f"{directory}/dangling.pdf")
    assert told(inputs([directory], BOUNDS)) == [
        "a.pdf", ("dangling.pdf", "not_found", "missing"), ("x.rar", "unknown_type", "zip"),
    ]  # fmt: skip


TAR = tarred(("b/1.pdf", b"one"), ("b/2.txt", b"two"), ("b/readme", b"-"))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("x.zip", zipped(("b/1.pdf", b"one"), ("b/2.txt", b"two"), ("b/readme", b"-"), ("__MACOSX/b/._1.pdf", b"?"))),
        ("x.zip", zipped(("b\\1.pdf", b"one"), ("b\\2.txt", b"two"), ("b/readme", b"-"), ("b/.3.pdf", b"?"))),
        ("x.tar", TAR), ("x.TGZ", gzip.compress(TAR)), ("x.tar.gz", gzip.compress(TAR)),
        ("x.tar.bz2", bz2.compress(TAR)), ("x.tar.xz", lzma.compress(TAR)),
        ("x.tar", tarred(("b/1.pdf", b"one"), ("b/2.txt", b"two"), ("b/readme", b"-"), format=tarfile.GNU_FORMAT)),
    ],
)  # fmt: skip
def test_archives(folder, name, data):
    directory = folder(**{name: data, "z.pdf": b"z"})
    entries = list(inputs([directory], BOUNDS))
    assert told(entries) == [f"{name}/b/1.pdf", f"{name}/b/2.txt", f"-{name}/b/readme", "z.pdf"]
    assert read(entries) == {f"{name}/b/1.pdf": b"one", f"{name}/b/2.txt": b"two", "z.pdf": b"z"}
    assert read(entries[::-1])[f"{name}/b/1.pdf"] == b"one"  # backwards too


def test_items_go_through_json(folder):
    directory = folder(**{"x.zip": zipped(("in.tar", TAR))})
    for item in inputs([directory], BOUNDS):
        if isinstance(item, Item):
            assert Item.from_json(item.as_json()) == item
            assert len(item.steps) == 2


def test_vietnamese_names_in_a_zip_without_the_flag(folder):
    data = zipped(("văn bản.pdf", b"x")).replace(b"\x00\x08\x08\x00", b"\x00\x00\x08\x00")
    names = told(inputs([folder(**{"x.zip": data})], BOUNDS))
    assert names == ["x.zip/văn bản.pdf"]


def test_archives_in_archives(folder):
    inner = zipped(("c.pdf", b"deep"))
    directory = folder(**{"x.tar.gz": gzip.compress(tarred(("y.zip", inner), ("a.pdf", b"a"), ("z.zip", b"broken")))})
    entries = list(inputs([directory], BOUNDS))
    assert told(entries) == [
        "x.tar.gz/y.zip/c.pdf", "x.tar.gz/a.pdf", ("x.tar.gz/z.zip", "damaged", "archive"),
    ]  # fmt: skip
    assert read(entries) == {"x.tar.gz/y.zip/c.pdf": b"deep", "x.tar.gz/a.pdf": b"a"}


def nested(levels):
    data = zipped(("a.pdf", b"bottom"))
    for _ in range(levels - 1):
        data = zipped(("n.zip", data))
    return data


@pytest.mark.parametrize(("levels", "answer"), [(1, "x.zip/a.pdf"), (3, "x.zip/n.zip/n.zip/a.pdf"),
                                                (4, ("x.zip/n.zip/n.zip/n.zip", "too_large", "nesting"))])  # fmt: skip
def test_nesting_is_bounded(folder, levels, answer):
    assert told(inputs([folder(**{"x.zip": nested(levels)})], BOUNDS)) == [answer]


def link(name, target, kind=tarfile.SYMTYPE):
    info = tarfile.TarInfo(name)
    info.type, info.linkname = kind, target
    return info


def zip_link(name):
    info = zipfile.ZipInfo(name)
    info.create_system, info.external_attr = 3, 0o120777 << 16
    return info


@pytest.mark.parametrize(
    ("name", "data", "answer"),
    [
        ("x.zip", zipped(("../../up.pdf", b"")), ("x.zip/_/_/up.pdf", "hostile", "traversal")),
        ("x.zip", zipped(("/etc/root.pdf", b"")), ("x.zip/_/etc/root.pdf", "hostile", "traversal")),
        ("x.zip", zipped(("C:\\drive.pdf", b"")), ("x.zip/C:/drive.pdf", "hostile", "traversal")),
        ("x.zip", zipped((zip_link("link.pdf"), b"/etc/passwd")), ("x.zip/link.pdf", "hostile", "link")),
        ("x.zip", zipped(("bomb.txt", bytes(20_000_000))), ("x.zip/bomb.txt", "hostile", "zip_bomb")),
        ("x.tar", tarred(("../up.pdf", b"")), ("x.tar/_/up.pdf", "hostile", "traversal")),
        ("x.tar", tarred(link("link.pdf", "/etc/passwd")), ("x.tar/link.pdf", "hostile", "link")),
        ("x.tar", tarred(link("hard.pdf", "a", tarfile.LNKTYPE)), ("x.tar/hard.pdf", "hostile", "link")),
        ("x.tar", tarred(link("pipe.pdf", "", tarfile.FIFOTYPE)), ("x.tar/pipe.pdf", "hostile", "link")),
        ("x.tgz", gzip.compress(tarred(("bomb.txt", bytes(20_000_000)))), ("x.tgz", "hostile", "zip_bomb")),
        ("x.tar.xz", lzma.compress(tarred(("bomb.txt", bytes(20_000_000)))), ("x.tar.xz", "hostile", "zip_bomb")),
        ("x.zip", b"PK\3\4 nothing", ("x.zip", "damaged", "archive")),
        ("x.tar", b"nothing" * 200, ("x.tar", "damaged", "archive")),
        ("x.tar.gz", gzip.compress(TAR)[:-20], ("x.tar.gz", "damaged", "archive")),
    ],
)  # fmt: skip
def test_hostile_and_broken_archives_are_refused_in_words(folder, name, data, answer):
    entries = told(inputs([folder(**{name: data, "fine.pdf": b"x"})], BOUNDS))
    assert answer in entries
    assert entries[0] == "fine.pdf"


def test_an_encrypted_member_is_told(folder):
    data = bytearray(zipped(("a.pdf", b"secret")))
    data[6] |= 1
    data[data.rindex(b"PK\1\2") + 8] |= 1
    assert told(inputs([folder(**{"x.zip": bytes(data)})], BOUNDS)) == [("x.zip/a.pdf", "encrypted", "")]


@pytest.mark.parametrize(
    ("limits", "detail"),
    [(ArchiveLimits(members=2), "members"), (ArchiveLimits(unpacked_bytes=5), "bytes")],
)
@pytest.mark.parametrize("name", ["x.zip", "x.tar"])
def test_members_and_bytes_of_an_archive_are_bounded(folder, name, limits, detail):
    data = zipped(("1.pdf", b"one"), ("2.pdf", b"two"), ("3.pdf", b"3")) if name == "x.zip" else TAR
    entries = told(inputs([folder(**{name: data})], replace(BOUNDS, archive=limits)))
    assert entries[-1] == (name, "too_large", detail)


def test_a_directory_of_a_zip_is_not_read_when_it_is_too_long(folder):
    data = zipped(*((f"{'long' * 60}{i}.pdf", b"") for i in range(30)))
    entries = told(inputs([folder(**{"x.zip": data})], replace(BOUNDS, archive=ArchiveLimits(members=20))))
    assert entries == [("x.zip", "too_large", "members")]


def test_a_header_that_asks_for_more_than_any_header_is_refused(folder):
    info = tarfile.TarInfo("x.pdf")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 8_000_000_000
    data = info.tobuf(tarfile.GNU_FORMAT) + bytes(10_240)
    assert told(inputs([folder(**{"x.tar": data})], BOUNDS)) == [("x.tar", "hostile", "zip_bomb")]


def test_a_member_longer_than_a_document_may_be(folder):
    bounds = replace(BOUNDS, reader=replace(Limits(), input_bytes=10))
    (item,) = inputs([folder(**{"x.zip": zipped(("a.pdf", b"x" * 11))})], bounds)
    with pytest.raises(TooLargeError):
        Loader(bounds).source(item)


def test_addresses_of_fsspec(folder):
    pytest.importorskip("fsspec")
    directory = folder(**{"a.pdf": b"a", "sub/b.txt": b"b", "x.zip": zipped(("c.pdf", b"c")), "n.md": b"-"})
    entries = list(inputs([f"file://{directory}"], BOUNDS))
    assert told(entries) == ["a.pdf", "-n.md", "sub/b.txt", "x.zip/c.pdf"]
    assert read(entries) == {"a.pdf": b"a", "sub/b.txt": b"b", "x.zip/c.pdf": b"c"}
    assert told(inputs([f"file://{directory}/*.pdf"], BOUNDS)) == ["a.pdf"]
    assert told(inputs([f"file://{directory}/a.pdf", directory], BOUNDS))[0] == f"file://{directory}/a.pdf"
    assert told(inputs([f"file://{directory}/a.pdf"], BOUNDS)) == ["a.pdf"]
    assert all(item.modified > 0 for item in entries if isinstance(item, Item))


def test_an_address_nobody_can_open(folder):
    pytest.importorskip("fsspec")
    with pytest.raises(InputNotFoundError):
        list(inputs(["nosuch://bucket/x"], BOUNDS))


def test_shards_are_by_name_alone():
    names = [f"{number}.pdf" for number in range(1000)]
    sizes = [sum(in_shard(name, (index, 4)) for name in names) for index in (1, 2, 3, 4)]
    assert sum(sizes) == 1000
    assert min(sizes) > 200


def test_refused_inputs_know_their_error(folder):
    (entry,) = inputs([folder(**{"x.zip": b"PK"})], BOUNDS)
    assert isinstance(entry, Refused)
    assert "x.zip" in str(entry.error)
