"""How to reach somebody."""

from association.views.members import website_label


def test_a_site_is_called_by_its_name() -> None:
    """Nobody says https."""
    assert "kernel.example/offre" == website_label("https://www.kernel.example/offre/")
