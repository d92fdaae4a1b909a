#!/usr/bin/env python3
"""Drives Kate with the settings as they are shipped: what it shows at a mark and at a figure, what its fixes do to the file.

HEARSAY_PROGRAM names the program. Exits 1 where something failed.
"""
import pathlib
import shutil
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
from desktop import SIZE, Desktop, wait
from session import CLIENTS, Session, letters

# Without it Kate asks in a dialog whether the server may be started.
SETTINGS = """[General]
Show welcome view for new window=false
Startup Session=new
[Kate Plugins]
lspclientplugin=true
[lspclient]
AllowedServerCommandLines={program} server
[KTextEditor View]
Dynamic Word Wrap=false
"""


def is_ink(red, green, blue):
    return min(red, green, blue) < 120


def is_tint(red, green, blue):
    """The colour behind a line with a warning."""
    return red == blue == 229 and green == 255


def is_under(red, green, blue):
    """What is neither behind a line nor beside it."""
    return not is_tint(red, green, blue) and min(red, green, blue) < 225


def go_to(desktop, session, line, words):
    """Puts the cursor into these words. The dialog takes lines alone."""
    desktop.key("ctrl+g")
    desktop.xdotool("type", line + 1)
    desktop.key("Return")
    desktop.key("Home")
    desktop.xdotool("key", "--repeat", session.lines[line].index(words) + 1, "--delay", 5, "Right")
    wait(lambda: False, 0.5)


def check_marks(desktop, session):
    """The marks on the screen. The last paragraph, which has none, tells where lines begin and how wide a letter is."""
    picture = desktop.picture()
    columns = range(82, SIZE[0] - 100)
    bands = picture.lines(range(128, SIZE[1] // 2), columns, is_ink)
    if not session.check(len(bands) == 4, f"the draft is shown, lines with words: {len(bands)}"):
        return
    left, right = picture.edges(bands[3], columns, is_ink)
    cell = (right - left) / (len(session.lines[6]) - 0.5)
    tinted = picture.lines(range(128, SIZE[1] // 2), range(columns.stop - 9, columns.stop), is_tint)
    session.check(len(tinted) == 2, "the lines with findings are tinted")
    # No wide letters stand before “the Ellery Courier”, the first that is marked on its line.
    under = [run for row in tinted[1][-3:] for run in picture.runs(row, columns, is_under, gap=4) if run[1] - run[0] > 4 * cell]
    start, end = min(under, default=(0, 0))
    wanted = left + len("According to ") * cell
    session.check(abs(start - wanted) < cell / 2, f"a line begins under its word: pixel {start}, the word at {wanted:.0f}")
    session.check(round((end - start) / cell) == len("the Ellery Courier"), f"and is as long as it: {(end - start) / cell:.1f} letters")


def check_hover(desktop, session):
    hover = next(one for one in session.expected["hovers"] if one["at"] == "310")
    go_to(desktop, session, hover["line"], hover["at"])
    desktop.key("alt+l")
    desktop.key("y", pause=1)
    desktop.save("kate-hover.png")
    read = []

    def is_shown():
        read[:] = [desktop.read_place(400, 200, 1400, 400)]
        # What does not fit has to be scrolled to.
        return all(letters(one) in letters(read[0]) for one in hover["says"][:-1])

    is_found = wait(is_shown, 8)
    session.check(is_found, "a figure says who answers for it" if is_found else f"a figure says who answers for it: {read}")
    desktop.key("Escape")


def apply_fix(desktop, session, fix):
    go_to(desktop, session, fix["line"], fix["at"])
    changes = len(session.messages("client", "textDocument/didChange"))
    desktop.key("ctrl+period")
    wait(lambda: len(session.messages("client", "textDocument/didChange")) > changes, 5)
    # Kate asks for the whole draft, and says which mark it means.
    marks = session.messages("client", "textDocument/codeAction")[-1]["params"]["context"]["diagnostics"]
    words = [session.words(mark["range"]) for mark in marks]
    session.check(words == [fix["at"]], f"a fix is asked for at its words: {words}")


def main():
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        session = Session(folder, "kate")
        with Desktop(folder, session.programs) as desktop:
            settings = pathlib.Path(desktop.environment["XDG_CONFIG_HOME"])
            (settings / "kate/lspclient").mkdir(parents=True)
            shutil.copy(CLIENTS / "kate/settings.json", settings / "kate/lspclient")
            (settings / "katerc").write_text(SETTINGS.format(program=session.programs / "hearsay"))
            desktop.start("dbus-run-session", "--", "kate", "-n", str(session.draft))
            if session.check(wait(lambda: session.messages("server", "textDocument/publishDiagnostics")), "starts the server, and findings arrive"):
                desktop.fill_screen(desktop.windows("kate")[-1])
                desktop.key("ctrl+Home", pause=2)
                desktop.save("kate-marks.png")
                check_marks(desktop, session)
                check_hover(desktop, session)
                # From the end: a fix moves what stands behind it.
                for fix in (session.expected["fixes"][number] for number in (2, 1, 0)):
                    apply_fix(desktop, session, fix)
                desktop.key("ctrl+s", pause=1)
                session.check(session.draft.read_text(encoding="utf-8") == session.fixed(0, 1, 2), "the saved file holds these fixes and nothing else")
                desktop.save("kate-fixed.png")
                desktop.key("ctrl+q")
                # Kate says `shutdown` without waiting for an answer, and may end the server itself.
                session.check(wait(lambda: session.messages("client", "exit"), 10), "the server is told to end")
        return session.close()


if __name__ == "__main__":
    sys.exit(bool(main()))
