from hetao_map.render.pdf_objects import parsed, written

HEADER = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"


def small_pdf(bodies: dict[int, bytes], root: int, info: int) -> bytes:
    """A PDF whose objects lie in the order given."""
    content, offsets = HEADER, {}
    for number, body in bodies.items():
        offsets[number] = len(content)
        content += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    start = len(content)
    content += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    content += b"".join(b"%010d 00000 n \n" % offsets[n] for n in sorted(offsets))
    content += b"trailer\n<<\n/Size %d\n/Info %d 0 R\n/Root %d 0 R\n>>\n" % (
        len(bodies) + 1, info, root,
    )  # fmt: skip
    content += b"startxref\n%d\n%%%%EOF\n" % start
    return content


STREAM = b"<</Length 9>>\nstream\n1 0 R 2 0\n\nendstream"


def test_objects_are_numbered_by_who_names_them() -> None:
    one = small_pdf({1: b"<</Pages 3 0 R>>", 2: b"<<>>", 3: STREAM}, 1, 2)
    other = small_pdf({3: b"<</Pages 1 0 R>>", 2: b"<<>>", 1: STREAM}, 3, 2)
    files = [parsed(one), parsed(other)]
    assert all(files)
    assert len({written(file) for file in files if file}) == 1


def test_a_written_file_can_be_read_again_and_is_the_same() -> None:
    file = parsed(small_pdf({1: b"<</Pages 3 0 R>>", 2: b"<<>>", 3: STREAM}, 1, 2))
    assert file is not None
    content = written(file)
    again = parsed(content)
    assert again is not None
    assert written(again) == content
    assert STREAM in content


def test_what_nothing_names_is_left_out() -> None:
    file = parsed(small_pdf({1: b"<<>>", 2: b"<<>>", 3: b"(lost)"}, 1, 2))
    assert file is not None
    assert b"lost" not in written(file)


def test_a_file_of_another_build_is_left_alone() -> None:
    assert parsed(b"") is None
    assert parsed(HEADER + b"startxref\n3\n%%EOF\n") is None
