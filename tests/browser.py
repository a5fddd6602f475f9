#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""tests/browser.py MENTOR [FOLDER]: opens what `export html` writes in Debian's chromium, by hand, and fails where it asks for
anything, says anything on the console, is wider than the screen, or has words that are hard to read. Into FOLDER go
pictures of it. Needs chromium and chromium-driver."""

import base64
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.request

SOURCE = pathlib.Path(__file__).resolve().parent.parent
WIDTHS = (320, 600, 1024, 1920)
SCHEMES = ("light", "dark")
PORT = 9515
LONG = """name = "Wolfeschlegelsteinhausenbergerdorff%s"
role = "peer"
through = "Somebody with a name of very many words, none of whom knows the others at all"
learn = ["%s"]
[contact]
link = "https://example.org/%s"
[[goal]]
id = "g1"
title = "%s"
set = 2026-01-01
why = "%s"
[[log]]
on = 2026-11-02
kind = "coffee"
minutes = 30
wins = ["%s"]
[[commitment]]
id = "c1"
owner = "me"
what = "%s"
made = 2026-11-02
done = 2026-11-03
""".replace("%s", "unbroken" * 30)

GENERATIONS = 30  # each introduced by the one before

# The ratio of WCAG 2.1 (1.4.3) between each text and the ground behind it, and where it is below what AA asks for.
PALE = r"""
const channels = c => c.match(/[\d.]+/g).map(Number);
const light = c => { const [r, g, b] = channels(c).slice(0, 3).map(v => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
                     return .2126 * r + .7152 * g + .0722 * b; };
const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
                      if ((channels(c)[3] ?? 1) === 1) return c; } return 'rgb(255, 255, 255)'; };
const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
const pale = [];
for (const e of document.body.querySelectorAll('*')) {
  if (![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
  const style = getComputedStyle(e), size = parseFloat(style.fontSize);
  const wanted = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
  const found = ratio(style.color, ground(e));
  if (found < wanted) pale.push(`${e.tagName} '${e.textContent.trim().slice(0, 30)}': ${found.toFixed(2)}`);
}
for (const e of document.querySelectorAll('rect:not(.track)')) {
  const found = ratio(getComputedStyle(e).fill, ground(e));
  if (found < 3) pale.push(`a bar: ${found.toFixed(2)}`);
}
return [...new Set(pale)];
"""
WIDE = r"""
const wide = [...document.body.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth + .5 || e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline' && e.clientWidth);
return document.documentElement.scrollWidth > innerWidth || wide.length ? wide.map(e => `${e.tagName}.${e.className.baseVal ?? e.className}`) : [];
"""
UNSOUND = r"""
const faults = [], levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(h => +h.tagName[1]);
if (levels.filter(l => l === 1).length !== 1 || levels[0] !== 1) faults.push('not one h1 first');
levels.forEach((l, i) => { if (i && l > levels[i - 1] + 1) faults.push(`h${l} below h${levels[i - 1]}`); });
for (const tag of ['header', 'main', 'nav']) if (document.querySelectorAll('body > ' + tag).length !== 1) faults.push('not one ' + tag);
for (const e of document.querySelectorAll('svg')) if (e.getAttribute('role') !== 'img' || !e.getAttribute('aria-label')) faults.push('an svg without words');
for (const e of document.querySelectorAll('a')) if (!/^(#s\d+|https?:\/\/.+)$/.test(e.getAttribute('href'))) faults.push('a link to ' + e.getAttribute('href'));
for (const e of document.querySelectorAll('a[href^="#"]')) if (!document.querySelector(e.getAttribute('href'))) faults.push('a link to nowhere');
const ids = [...document.querySelectorAll('[id]')].map(e => e.id);
if (new Set(ids).size !== ids.length) faults.push('an id twice');
if (!document.title || document.documentElement.lang !== 'en') faults.push('no title or language');
return faults;
"""


class Browser:
    def __init__(self):
        self.driver = subprocess.Popen(["chromedriver", f"--port={PORT}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for _ in range(100):
            try:
                self.call("GET", "/status")
                break
            except OSError:
                time.sleep(0.1)
        options = {"args": ["--headless=new", "--no-sandbox", "--hide-scrollbars", "--disable-gpu", "--disable-dev-shm-usage"]}
        session = self.call("POST", "/session", {"capabilities": {"alwaysMatch": {
            "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"}}}})
        self.session = f"/session/{session['sessionId']}"

    def call(self, method, path, body=None):
        request = urllib.request.Request(f"http://127.0.0.1:{PORT}{path}", method=method,
                                         data=None if body is None else json.dumps(body).encode())
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def do(self, path, **body):
        return self.call("POST", self.session + path, body)

    def tell(self, command, **parameters):
        return self.do("/goog/cdp/execute", cmd=command, params=parameters)

    def ask(self, script):
        return self.do("/execute/sync", script=script, args=[])

    def logged(self, kind):
        return self.do("/se/log", type=kind)

    def close(self):
        try:
            self.call("DELETE", self.session)
        finally:
            self.driver.terminate()
            self.driver.wait()


def exported(mentor, home):
    """The pages: of the example's journal, of one person, of names and words without end, of a long line of introductions, and of nobody."""
    journal = home / "journal"
    journal.mkdir()
    environment = {"HOME": str(home), "PATH": os.environ["PATH"], "MENTOR_DIR": str(journal), "MENTOR_TODAY": "2026-11-20"}

    def export(name, *words):
        page = home / f"{name}.html"
        subprocess.run([mentor, "export", "html", *words, "-o", page], env=environment, check=True, capture_output=True)
        return page

    pages = [export("nobody")]
    for file in (SOURCE / "examples" / "journal").glob("*.toml"):
        (journal / file.name).write_text(file.read_text())
    pages += [export("example", "--all"), export("one", "zoe-angstrom", "--all")]
    (journal / "long.toml").write_text(LONG)
    pages.append(export("long", "--all"))
    for i in range(GENERATIONS):
        (journal / f"heir-{i}.toml").write_text(f'name = "Heir Number {i}"\nrole = "peer"\nthrough = "heir-{i - 1}"\n')
    return pages + [export("generations", "--all")]


def check(browser, page, pictures):
    faults = []
    for scheme in SCHEMES:
        browser.tell("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        for width in WIDTHS:
            where = f"{page.stem}, {scheme}, {width} pixels"
            browser.tell("Emulation.setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=False)
            browser.logged("performance")
            browser.do("/url", url=page.as_uri())
            asked = [json.loads(entry["message"])["message"] for entry in browser.logged("performance")]
            asked = {one["params"]["request"]["url"] for one in asked if one["method"] == "Network.requestWillBeSent"}
            faults += [f"{where}: asks for {address}" for address in asked - {page.as_uri()}]
            faults += [f"{where}: says {entry['message']}" for entry in browser.logged("browser")]
            faults += [f"{where}: too wide: {element}" for element in browser.ask(WIDE)]
            faults += [f"{where}: pale: {element}" for element in browser.ask(PALE)]
            if page.stem != "nobody":
                faults += [f"{where}: {fault}" for fault in browser.ask(UNSOUND)]
            if pictures:
                picture = browser.tell("Page.captureScreenshot", captureBeyondViewport=True)["data"]
                (pictures / f"{page.stem}-{scheme}-{width}.png").write_bytes(base64.b64decode(picture))
    return faults


def main():
    mentor = pathlib.Path(sys.argv[1]).resolve()
    pictures = pathlib.Path(sys.argv[2]) if len(sys.argv) > 2 else None
    if pictures:
        pictures.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        pages = exported(mentor, pathlib.Path(home))
        browser = Browser()
        try:
            faults = [fault for page in pages for fault in check(browser, page, pictures)]
        finally:
            browser.close()
    print("\n".join(faults) or f"{len(pages)} pages, {len(WIDTHS)} widths, light and dark: nothing found")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
