"""Saves the pages of the invented house as files, for tools that read HTML (docs/security.md).

`python -m scripts.crawl http://127.0.0.1:8000 samira pages/` logs in, follows each link that
only reads, one page for each form of address and up to three of each, and says its cookie.
"""

import getpass
import http.cookiejar
import os
import re
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from html import unescape
from pathlib import Path

EACH, MOST = 3, 600
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
LINK = re.compile(r'<a\b[^>]*\shref="([^"]+)"')
NAMES = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d+")


def log_in(site: str, login: str, passphrase: str) -> tuple[urllib.request.OpenerDirector, str]:
    """Return a browser of `login` and its cookies, as tools take them on their command line."""
    jar = http.cookiejar.CookieJar()
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))
    page = browser.open(f"{site}/connexion/").read().decode()
    typed = {"login": login, "passphrase": passphrase, "next": "/"}
    typed["csrfmiddlewaretoken"] = TOKEN.search(page)[1]
    browser.open(f"{site}/connexion/", urllib.parse.urlencode(typed).encode())
    return browser, "; ".join(f"{one.name}={one.value}" for one in jar)


def links(body: str, address: str) -> list[str]:
    """Return the addresses of this site to which a page leads."""
    found = [urllib.parse.urljoin(address, unescape(one)) for one in LINK.findall(body)]
    site = urllib.parse.urlsplit(address).netloc
    found = [urllib.parse.urldefrag(one).url for one in found]
    return [one for one in found if urllib.parse.urlsplit(one).netloc == site]


def crawl(browser: urllib.request.OpenerDirector, site: str, folder: Path) -> int:
    """Save pages in `folder`; return how many."""
    waiting, seen, forms, saved = [f"{site}/", f"{site}/nulle-part/"], set(), Counter(), 0
    while waiting and saved < MOST:
        address = waiting.pop(0)
        form = NAMES.sub("n", urllib.parse.urlsplit(address).path)
        if address in seen or forms[form] >= EACH:
            continue
        seen.add(address)
        forms[form] += 1
        try:
            answer = browser.open(address)
        except urllib.error.HTTPError as refused:
            answer = refused
        if answer.headers.get_content_type() != "text/html":
            continue
        body = answer.read().decode()
        saved += 1
        (folder / f"{saved:03}{form.replace('/', '_')[:80]}.html").write_text(body)
        waiting += links(body, address)
    return saved


if __name__ == "__main__":
    where, who, to = sys.argv[1].rstrip("/"), sys.argv[2], Path(sys.argv[3])
    to.mkdir(parents=True, exist_ok=True)
    opener, cookies = log_in(where, who, os.environ.get("PASSPHRASE") or getpass.getpass())
    sys.stderr.write(f"{cookies}\n{crawl(opener, where, to)} pages\n")
