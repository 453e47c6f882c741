"""Pages and articles of invented news for the benches, in English and Spanish: the same for one seed."""

from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from constancia.model import Text

ARTICLE_BYTES = 2800
SEED = 20250310

# Words for pages that tell of nothing: sentences are drawn from these, so that no text of anyone's is needed.
WHO = [
    *("The council", "A local baker", "The museum", "The river authority"),
    *("A retired teacher", "The choir", "The library"),
]
DID = ["opened", "repainted", "described", "measured", "welcomed", "photographed", "restored", "discussed", "moved"]
WHAT = ["the old clock", "a new reading room", "the spring timetable", "a collection of maps", "the harbour lights"]
WHERE = ["in Granada", "near the station", "on the north bank", "at the school", "in the old town", "by the lake"]
WHEN = ["on Tuesday", "last month", "in the morning", "before the holidays", "in 2019", "after lunch"]
TOWNS = ["Tela", "Choloma", "La Ceiba", "Tegucigalpa", "Danlí", "Comayagua", "Juticalpa", "Choluteca", "Siguatepeque"]


def general_page(rng: random.Random) -> bytes:
    """Make a page of general news of about 180 KB: an article of 4 KB among menus, teasers, comments and scripts."""
    paragraphs = "".join(f"<p>{' '.join(_sentence(rng) for _ in range(rng.randint(3, 6)))}</p>" for _ in range(10))
    page = (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{_sentence(rng)}</title>{_script(rng, 2200)}"
        f'<meta property="article:published_time" content="2025-03-1{rng.randint(0, 9)}T08:00:00Z"></head><body>'
        f"<header><nav>{_menu(rng, 120)}</nav></header>"
        f"<main><article><h1>{_sentence(rng)}</h1>{paragraphs}</article></main>"
        f"<aside>{_teasers(rng, 420)}</aside><footer>{_menu(rng, 60)}All rights reserved</footer></body></html>"
    )
    return page.encode()


def _script(rng: random.Random, numbers: int) -> str:
    return "<script>var settings=" + str([rng.random() for _ in range(numbers)]) + ";</script>"


def _menu(rng: random.Random, entries: int) -> str:
    links = (f'<li class="menu-{index}"><a href="/s/{index}">{rng.choice(WHAT)}</a></li>' for index in range(entries))
    return f"<ul>{''.join(links)}</ul>"


def _teasers(rng: random.Random, count: int) -> str:
    return "".join(
        f'<div class="card"><a href="/a/{index}"><img src="/i/{index}.jpg" alt="">'
        f'<span class="t">{_sentence(rng)}</span></a>'
        f'<div class="meta"><span class="by">Staff</span> <time datetime="2025-03-01">1 March</time></div></div>'
        for index in range(count)
    )


def _sentence(rng: random.Random) -> str:
    return f"{rng.choice(WHO)} {rng.choice(DID)} {rng.choice(WHAT)} {rng.choice(WHERE)} {rng.choice(WHEN)}."


def protest_page(rng: random.Random) -> bytes:
    """Make a small page of protest news in English or Spanish: about 3 KB of story in 25 KB of markup."""
    day = dt.date(2025, 3, 1) + dt.timedelta(days=rng.randint(0, 300))
    language = "en" if rng.random() < 0.5 else "es"
    title, body = _protest_story(rng, language)
    filler = [" ".join(_sentence(rng) for _ in range(4)) for _ in range(5)]
    text = "".join(f"<p>{paragraph}</p>" for paragraph in body + filler)
    return (
        f"<!doctype html><html lang={language}><head><meta charset=utf-8><title>{title}</title>"
        f'<meta property="article:published_time" content="{day.isoformat()}"></head>'
        f"{_script(rng, 300)}<body><nav>{_menu(rng, 40)}</nav><article><h1>{title}</h1>{text}</article>"
        f"<aside>{_teasers(rng, 25)}</aside></body></html>"
    ).encode()


def _protest_story(rng: random.Random, language: str) -> tuple[str, list[str]]:
    town, other = rng.sample(TOWNS, 2)
    count, police = rng.randint(2, 90) * 100, rng.randint(1, 40) * 50
    hurt, dead = rng.randint(2, 30), rng.randint(2, 30)
    if language == "en":
        title = f"Thousands march in {town}"
        body = [
            f"About {count:,} people marched in {town} on Tuesday, organisers said. Police counted {police:,}.",
            f"Officers fired tear gas and arrested {hurt} people near the square, according to the ombudsman.",
            f"A strike has been called in {other} for Friday. Since 10 March at least {dead} people have been killed.",
        ]
    else:
        title = f"Miles marchan en {town}"
        body = [
            f"Unas {count} personas marcharon el martes en {town}, según los organizadores. La Policía contó {police}.",
            f"Los agentes lanzaron gases y detuvieron a {hurt} personas cerca del parque, informó la Defensoría.",
            f"El sindicato convocó a un paro en {other} el viernes. Desde el 10 de marzo murieron {dead} personas.",
        ]
    return title, body


def articles(rng: random.Random, count: int, *, is_protest: bool) -> list[Text]:
    """Make articles of 2.8 KB: of protest news, half its sentences on protests, in both languages; or of no deed."""
    from constancia.model import Text

    made = []
    for number in range(count):
        language = ("en", "es")[number % 2] if is_protest else "en"
        sentences: list[str] = []
        while sum(map(len, sentences)) < ARTICLE_BYTES:
            sentences += _protest_story(rng, language)[1] if is_protest else []
            sentences += [_sentence(rng) for _ in range(4)]
        text = " ".join(sentences)[:ARTICLE_BYTES]
        made.append(Text(f"a{number}", text, language, published=dt.date(2025, 6, 10)))
    return made
