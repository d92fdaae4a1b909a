#!/usr/bin/env python3
"""Drives Qt Creator with the settings as they are shipped: what it underlines, what it shows under the mouse, what its fixes do to the file.

HEARSAY_PROGRAM names the program. Exits 1 where something failed.
"""
import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from desktop import SIZE, Desktop, wait
from session import CLIENTS, Session, letters


def is_white(red, green, blue):
    return red == green == blue == 255


def is_ink(red, green, blue):
    return max(red, green, blue) < 150


def is_mark(red, green, blue):
    """The colour under a warning: orange."""
    return red > 200 and 120 < green < 230 and blue < 110


class Page:
    """Where the lines of the draft and their marks stand on the screen, in pixels."""

    def __init__(self, picture, lines):
        # Below the draft the margin ends and the page begins.
        margin_end = picture.runs(SIZE[1] // 2, range(330, SIZE[0]), is_white)[0][0]
        columns = range(margin_end + 1, SIZE[0] - 40)
        bands = picture.lines(range(66, SIZE[1] // 2), columns, is_ink)
        written = [number for number, line in enumerate(lines) if line]
        self.bands = dict(zip(written, bands))
        # The last paragraph is plain and has no mark: it tells where lines begin and how wide a letter is. Its last letter, a full stop, stands in
        # the middle of its place.
        self.left, right = picture.edges(self.bands[6], columns, is_ink)
        self.cell = (right - self.left) / (len(lines[6]) - 0.5)
        self.marks = {}
        for line, band in self.bands.items():
            rows = [[run for run in picture.runs(row, columns, is_mark, gap=7) if run[1] - run[0] > 20] for row in (*band, band[-1] + 1, band[-1] + 2)]
            self.marks[line] = max(rows, key=lambda runs: sum(end - start for start, end in runs))

    def middle(self, line):
        return sum(self.bands[line]) / len(self.bands[line])

    def word(self, session, line, words):
        """The place of marked words."""
        start, end = self.marks[line][session.expected_words(line).index(words)]
        return (start + end) / 2, self.middle(line)


def check_shown(desktop, session, words, what, point=None):
    """Whether a window beside the main one says all these words, in the end. A mouse that is there already shows nothing: it comes anew now and then."""
    read = []

    def is_shown():
        read[:] = [desktop.read(window) for window in desktop.windows("qtcreator") if window != session.window]
        return any(all(letters(one) in letters(text) for one in words) for text in read)

    is_found = False
    for _ in range(3):
        if point:
            desktop.point(point[0], SIZE[1] // 2)
            desktop.point(*point)
        if is_found := wait(is_shown, 6):
            break
    session.check(is_found, what if is_found else f"{what}: {words}, and there is {read}")


def check_marks(session, page):
    held = wait(lambda: session.held("textDocument/codeAction", lambda params: params["context"]["diagnostics"]))
    session.check(held == session.expected_words(), f"marks lie on their words: {held}")
    found = {line: len(marks) for line, marks in page.marks.items() if marks}
    if not session.check(found == {2: 3, 4: 4}, f"all are underlined: {found}"):
        return False
    # No wide letters stand before this one.
    start, _ = page.marks[4][0]
    wanted = page.left + len("According to ") * page.cell
    session.check(abs(start - wanted) < page.cell / 2, f"the line begins under its word: pixel {start}, the word at {wanted:.0f}")
    widths = [round((end - start) / page.cell) for line in (2, 4) for start, end in page.marks[line]]
    session.check(widths == [len(words) for words in session.expected_words()], f"and is as long as it: {widths}")
    return True


def check_hovers(desktop, session, page):
    check_shown(desktop, session, ["No source is given for"], "under the mouse a mark says what is wrong", page.word(session, 2, "4,200"))
    hover = next(one for one in session.expected["hovers"] if one["at"] == "12")
    figure = page.left + (session.lines[6].index("12") + 1) * page.cell, page.middle(6)
    check_shown(desktop, session, hover["says"], "and a figure who answers for it", figure)
    desktop.save("qt-creator-hover.png")
    desktop.point(page.left, SIZE[1] // 2)


def apply_fix(desktop, session, page, number):
    fix = session.expected["fixes"][number]
    desktop.click(*page.word(session, fix["line"], fix["at"]))
    asked = len(session.answers("textDocument/codeAction"))
    desktop.key("alt+Return")
    if not session.check(wait(lambda: len(session.answers("textDocument/codeAction")) > asked), f"fixes are asked for at “{fix['at']}”"):
        return
    titles = sorted(action["title"] for action in session.answers("textDocument/codeAction")[-1])
    if session.check(fix["title"] in titles, f"and offered: {titles}"):
        check_shown(desktop, session, [fix["title"]], "the menu shows them")
        desktop.save(f"qt-creator-fixes-{fix['at']}.png")
        changes = len(session.messages("client", "textDocument/didChange"))
        desktop.key(*["Down"] * titles.index(fix["title"]), "Return")
        wait(lambda: len(session.messages("client", "textDocument/didChange")) > changes, 5)
    desktop.key("Escape")


def main():
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        session = Session(folder, "qt-creator")
        settings = session.folder / "settings/QtProject"
        settings.mkdir(parents=True)
        shutil.copy(CLIENTS / "qt-creator/QtCreator.ini", settings)
        with Desktop(folder, session.programs) as desktop:
            desktop.start("qtcreator", "-settingspath", str(settings.parent), "-noload", "Welcome", str(session.draft))
            if session.check(wait(lambda: session.messages("server", "textDocument/publishDiagnostics")), "starts the server, and findings arrive"):
                session.window = desktop.windows("qtcreator")[-1]
                desktop.fill_screen(session.window)
                desktop.key("ctrl+Home", pause=2)
                desktop.save("qt-creator-marks.png")
                page = Page(desktop.picture(), session.lines)
                if check_marks(session, page):
                    check_hovers(desktop, session, page)
                    apply_fix(desktop, session, page, 2)
                    apply_fix(desktop, session, page, 0)
                    desktop.key("ctrl+s", pause=1)
                    session.check(session.draft.read_text(encoding="utf-8") == session.fixed(0, 2), "the saved file holds these fixes and nothing else")
                desktop.key("ctrl+q")
                session.check(wait(session.ended_well, 10), "the server ends when the editor does")
        return session.close()


if __name__ == "__main__":
    sys.exit(bool(main()))
