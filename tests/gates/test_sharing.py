"""The foot of a text in Chromium: the address is copied, and what became of it is said."""

from playwright.sync_api import Browser, expect

URL = "actualites/sauvegardes-trois-copies/"
COPIED, FAILED = "Adresse copiée.", "La copie n’a pas réussi ; l’adresse est dans la barre du navigateur."
BUTTON = "Copier l’adresse"
REFUSING = "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))"
WITHOUT = "Object.defineProperty(navigator, 'clipboard', {value: undefined})"


def test_the_address_of_the_page_is_copied(browser: Browser, host: str) -> None:
    """The one the site has for it, whatever it was opened with; told aloud, also a second time."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{host}/{URL}?utm_source=lettre")
    page.get_by_role("button", name=BUTTON).click()
    expect(page.locator(".fix [role=status]")).to_have_text(COPIED)
    page.get_by_role("button", name=BUTTON).press("Enter")

    expect(page.locator(".fix [role=status]")).to_have_text(COPIED)
    assert f"https://tactic.example/{URL}" == page.evaluate("navigator.clipboard.readText()")
    context.close()


def test_a_copy_that_is_refused_is_told(browser: Browser, host: str) -> None:
    """With where the address is."""
    page = browser.new_page()
    page.add_init_script(REFUSING)
    page.goto(f"{host}/{URL}")
    page.get_by_role("button", name=BUTTON).click()

    expect(page.locator(".fix [role=status]")).to_have_text(FAILED)
    page.close()


def test_where_a_page_may_not_copy_there_is_no_button(browser: Browser, host: str) -> None:
    """The links beside it stay."""
    page = browser.new_page()
    page.add_init_script(WITHOUT)
    page.goto(f"{host}/{URL}")
    page.wait_for_load_state("networkidle")

    expect(page.get_by_role("button", name=BUTTON)).to_have_count(0)
    expect(page.get_by_role("link", name="Partager par courriel")).to_be_visible()
    page.close()
