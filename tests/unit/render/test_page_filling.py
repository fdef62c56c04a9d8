"""Pieces on pages: the rules of a careful typesetter hold for any pieces."""

from hypothesis import given
from hypothesis import strategies as st

from hetao_map.render.page_filling import Page, Piece, filled

HEIGHT = 100.0
HEAD = Piece(8.0, (), above=2.0, keeps=True)


def foot(numbers: object) -> float:
    return 5.0 + 4.0 * len(list(numbers)) if numbers else 0.0  # type: ignore[call-overload]


pieces_strategy = st.lists(
    st.builds(
        Piece,
        height=st.floats(1, 30),
        lines=st.just(()),
        above=st.floats(0, 12),
        keeps=st.booleans(),
        head=st.sampled_from([None, None, HEAD]),
        notes=st.lists(st.integers(1, 12), max_size=3).map(tuple),
    ),
    max_size=40,
)


def placed(pages: list[Page]) -> list[Piece]:
    return [piece for page in pages for _, piece in page.placed]


@given(pieces_strategy)
def test_every_piece_is_placed_once_and_in_order(pieces: list[Piece]) -> None:
    kept = [piece for piece in placed(filled(pieces, HEIGHT, foot)) if piece is not HEAD]
    assert [id(piece) for piece in kept] == [id(piece) for piece in pieces]


@given(pieces_strategy)
def test_no_piece_is_cut_and_none_lies_on_the_notes(pieces: list[Piece]) -> None:
    for page in filled(pieces, HEIGHT, foot):
        bottom = 0.0
        for top, piece in page.placed:
            assert top >= bottom - 1e-9
            bottom = top + piece.height
        assert bottom + foot(sorted(page.notes)) <= HEIGHT + 1e-9 or len(page.placed) == 1


@given(pieces_strategy)
def test_each_page_has_the_notes_that_it_cites_and_no_others(pieces: list[Piece]) -> None:
    for page in filled(pieces, HEIGHT, foot):
        assert page.notes == {n for _, piece in page.placed for n in piece.notes}


def test_a_heading_is_not_left_behind() -> None:
    pieces = [Piece(80, ()), Piece(10, (), keeps=True), Piece(15, ())]
    pages = filled(pieces, HEIGHT, foot)
    assert [len(page.placed) for page in pages] == [1, 2]


def test_the_head_of_a_table_stands_again_where_it_goes_on() -> None:
    rows = [Piece(30, (), head=HEAD) for _ in range(5)]
    pages = filled([HEAD, *rows], HEIGHT, foot)
    assert [[piece is HEAD for _, piece in page.placed] for page in pages] == [
        [True, False, False, False],
        [True, False, False],
    ]


def test_notes_take_room_from_the_page() -> None:
    pages = filled([Piece(45, (), notes=(1,)), Piece(45, (), notes=(2,))], HEIGHT, foot)
    assert [sorted(page.notes) for page in pages] == [[1], [2]]


def test_what_is_higher_than_a_page_has_one_of_its_own() -> None:
    pages = filled([Piece(20, ()), Piece(300, ()), Piece(20, ())], HEIGHT, foot)
    assert [len(page.placed) for page in pages] == [1, 1, 1]
