"""What axe-core finds wrong with a page, as lines that a person can act on."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page

GRAVE = ("serious", "critical")


def findings(page: Page, axe: Path) -> list[str]:
    """The serious and critical findings: rule, what it says, and the first pieces of the page that it is about."""
    page.add_script_tag(path=str(axe))
    result = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{found['impact']}: {found['id']}: {found['help']}: {[node['html'][:160] for node in found['nodes'][:5]]}"
        for found in result["violations"]
        if found["impact"] in GRAVE
    ]
