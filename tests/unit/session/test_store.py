from hetao_map.geometry.viewport import Viewport
from hetao_map.model.state import MapState
from hetao_map.session.store import Store
from hetao_map.text.language import Language


def told(store: Store) -> list[tuple[MapState, MapState]]:
    changes: list[tuple[MapState, MapState]] = []
    store.changed.connect(lambda old, new: changes.append((old, new)))
    return changes


def test_a_change_is_told_with_the_state_before_and_after(qapp) -> None:
    store = Store(MapState())
    changes = told(store)
    store.update(language=Language.ZH_HANT, theme="dark")
    ((old, new),) = changes
    assert (old.language, new.language, new.theme) == (Language.EN, Language.ZH_HANT, "dark")
    assert store.state is new


def test_a_change_to_the_same_is_not_told(qapp) -> None:
    store = Store(MapState(viewport=Viewport(center=(1, 2))))
    changes = told(store)
    store.update(viewport=Viewport(center=(1, 2)), theme="auto")
    assert changes == []


def test_who_is_told_may_change_the_state_again(qapp) -> None:
    store = Store(MapState())
    store.changed.connect(
        lambda _old, new: store.update(theme="dark") if new.theme != "dark" else None
    )
    store.update(tool="measure")
    assert (store.state.tool, store.state.theme) == ("measure", "dark")
