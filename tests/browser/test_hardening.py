"""What Chromium itself refuses in our pages, and what it forgets when a session ends."""

from tests.browser.steps import log_in


def test_no_text_becomes_a_page_and_no_script_is_run(cast, make_page, watch):
    page = make_page()
    log_in(page, "samira")
    tried = page.evaluate(
        """() => {
            const told = {};
            const attempts = {
                html: () => { document.body.innerHTML = "<p>"; },
                parser: () => new DOMParser().parseFromString("<p>", "text/html"),
                policy: () => trustedTypes.createPolicy("ours", { createHTML: (text) => text }),
                script: () => { document.createElement("script").text = "1"; },
            };
            for (const [name, act] of Object.entries(attempts)) {
                try { act(); told[name] = "done"; } catch (error) { told[name] = error.name; }
            }
            return told;
        }"""
    )
    assert tried == dict.fromkeys(("html", "parser", "policy", "script"), "TypeError")
    page.goto("/cahiers/")
    assert watch.errors  # those that were asked for
    watch.errors.clear()


def test_a_page_is_alone_in_its_window(cast, make_page):
    page = make_page()
    log_in(page, "samira")
    assert page.evaluate("crossOriginIsolated") is True
    kept = "[localStorage.length, sessionStorage.length, document.cookie]"
    assert page.evaluate(kept) == [0, 0, ""]


def test_going_back_after_good_bye_shows_nothing(cast, make_page):
    page = make_page()
    log_in(page, "samira")
    page.goto(f"/cahiers/{cast.amina.pk}/")
    page.get_by_role("button", name="Au revoir").click()
    page.wait_for_url("**/connexion/**")
    page.go_back()
    page.wait_for_url("**/connexion/**")
    assert "Amina" not in page.content()
