"""One visitor of a served Unknot: keeps its cookies, opens pages, answers the short gate."""

import re
import urllib.parse
import urllib.request
from http.cookiejar import CookieJar

HIDDEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
NONE = re.compile(r'<input type="checkbox" name="([^"]+)" value="([^"]+)" data-none')


class Visitor:
    """Somebody at this address, such as http://127.0.0.1:8000."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.jar = CookieJar()
        self._open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar)).open

    def get(self, path: str) -> str:
        """Return the page at this path, redirects followed. Raises HTTPError."""
        with self._open(self.address + path, timeout=30) as answer:
            return str(answer.read().decode())

    def passes_the_gate(self, path: str) -> str:
        """Answer each checklist of the page with "none of these"; return the page after it."""
        html = self.get(path)
        fields = [*NONE.findall(html), ("csrfmiddlewaretoken", HIDDEN.findall(html)[0])]
        sent = urllib.parse.urlencode(fields).encode()
        with self._open(self.address + path, sent, timeout=30) as answer:
            return str(answer.read().decode())

    @property
    def cookies(self) -> str:
        """Return what the Cookie header of this visitor says."""
        return "; ".join(f"{each.name}={each.value}" for each in self.jar)
