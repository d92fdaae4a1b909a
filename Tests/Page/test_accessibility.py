"""An accessibility checker (axe-core) finds no fault: WCAG 2.2 A and AA, wide and narrow, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.mark.parametrize("scheme, width", [("dark", 390), ("light", 1440)])
def test_no_fault(open_report, scheme, width):
    page = open_report("ferry.md", viewport={"width": width, "height": 900}, color_scheme=scheme)
    page.keyboard.press("j")
    page.keyboard.press("x")
    faults = Axe().run(page, options=RULES).response["violations"]
    said = [(fault["id"], fault["impact"], [node["html"] for node in fault["nodes"]][:3]) for fault in faults]
    assert said == []


def test_several_drafts(open_report):
    page = open_report("ferry.md", "saved/harbour-log.txt")
    faults = Axe().run(page, options={"runOnly": ["best-practice"]}).response["violations"]
    assert [fault["id"] for fault in faults] == []
    names = page.get_by_role("region").evaluate_all("all => all.map(one => one.getAttribute('aria-labelledby'))")
    assert len(set(names)) == len(names)


def test_headings_follow_one_another(open_report):
    page = open_report("ferry.md")
    levels = page.locator("h1, h2, h3, h4").evaluate_all("all => all.map(one => Number(one.tagName[1]))")
    assert levels[0] == 1 and all(after <= before + 1 for before, after in zip(levels, levels[1:]))
