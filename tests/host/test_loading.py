"""How a site is loaded, whatever is in it."""

import gc

import pytest

from association.host.loading import keeping_all


@pytest.mark.parametrize("is_enabled", [True, False])
def test_the_collector_of_cycles_is_left_as_it_was_found(is_enabled: bool) -> None:
    """Also when the site cannot be published; meanwhile it rests."""
    before = gc.isenabled()
    try:
        (gc.enable if is_enabled else gc.disable)()
        with pytest.raises(ValueError, match="no site"), keeping_all():
            while_loading = gc.isenabled()
            raise ValueError("no site")

        assert (False, is_enabled) == (while_loading, gc.isenabled())
    finally:
        (gc.enable if before else gc.disable)()
