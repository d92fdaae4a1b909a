"""A screen that nobody sees, with a window manager, keys, a mouse, and pictures that can be measured and read."""
import os
import pathlib
import subprocess
import time

SIZE = (2000, 900)


def wait(holds, seconds=30):
    """The first answer that is not empty, or the last one when the time is over."""
    end = time.monotonic() + seconds
    while not (answer := holds()) and time.monotonic() < end:
        time.sleep(0.1)
    return answer


class Picture:
    """The pixels of a screen."""

    def __init__(self, ppm):
        _, size, depth, self.pixels = ppm.split(b"\n", 3)
        assert depth == b"255", depth
        self.width, self.height = map(int, size.split())

    def runs(self, row, columns, is_wanted, gap=1):
        """Where on a row of pixels wanted colours stand, as half-open ranges; gaps smaller than `gap` are passed over."""
        found = []
        for x in columns:
            at = 3 * (row * self.width + x)
            if not is_wanted(*self.pixels[at : at + 3]):
                continue
            if found and x < found[-1][1] + gap:
                found[-1][1] = x + 1
            else:
                found.append([x, x + 1])
        return found

    def lines(self, rows, columns, is_ink):
        """The rows of pixels with ink in these columns, those of one line of text together; thinner ones are frames and dots."""
        bands = []
        for row in rows:
            if not self.runs(row, columns, is_ink):
                continue
            if bands and row <= bands[-1][-1] + 2:
                bands[-1].append(row)
            else:
                bands.append([row])
        return bands

    def edges(self, band, columns, is_ink):
        """Where on these rows the ink begins and where it ends."""
        ink = [run for row in band for run in self.runs(row, columns, is_ink)]
        return min(start for start, _ in ink), max(end for _, end in ink)


class Desktop:
    """Starts with `with`; what was started on it ends with it."""

    def __init__(self, folder, path):
        self.folder = pathlib.Path(folder)
        self.processes = []
        home, runtime = self.folder / "home", self.folder / "runtime"
        home.mkdir()
        runtime.mkdir(mode=0o700)
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("WAYLAND_", "XDG_", "QT_", "LC_"))}
        self.environment = {
            **kept, "HOME": str(home), "XDG_CONFIG_HOME": str(home / ".config"), "XDG_RUNTIME_DIR": str(runtime), "LANG": "C.UTF-8",
            "PATH": f"{path}:{kept['PATH']}",
        }

    def __enter__(self):
        reading, writing = os.pipe()
        self.start("Xvfb", "-displayfd", str(writing), "-screen", "0", "%dx%dx24" % SIZE, "-nolisten", "tcp", pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as pipe:
            self.environment["DISPLAY"] = f":{pipe.readline().strip()}"
        self.start("openbox")
        return self

    def __exit__(self, *_):
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(5)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def start(self, *command, **options):
        log = open(self.folder / f"{pathlib.Path(command[0]).name}.txt", "ab")
        process = subprocess.Popen(command, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd=self.folder, **options)
        self.processes.append(process)
        return process

    def run(self, *command, **options):
        return subprocess.run([*map(str, command)], env=self.environment, capture_output=True, timeout=20, **options).stdout

    def xdotool(self, *arguments):
        return self.run("xdotool", *arguments).decode()

    def windows(self, kind):
        """The visible windows of a program, the topmost last."""
        return self.xdotool("search", "--onlyvisible", "--class", kind).split()

    def fill_screen(self, window):
        self.xdotool("windowmove", window, 0, 0, "windowsize", window, *SIZE, "windowactivate", "--sync", window)

    def key(self, *keys, pause=0.4):
        self.xdotool("key", "--clearmodifiers", *keys)
        time.sleep(pause)

    def point(self, x, y):
        """Moves the mouse there, as a hand does: a step beside it first."""
        self.xdotool("mousemove", int(x) - 2, int(y), "sleep", 0.1, "mousemove", int(x), int(y))

    def click(self, x, y, pause=0.4):
        self.point(x, y)
        self.xdotool("click", 1)
        time.sleep(pause)

    def picture(self):
        return Picture(self.run("import", "-window", "root", "-depth", "8", "ppm:-"))

    def save(self, name):
        """Keeps a picture in the folder HEARSAY_SCREENSHOTS, where one is named."""
        if folder := os.environ.get("HEARSAY_SCREENSHOTS"):
            os.makedirs(folder, exist_ok=True)
            self.run("import", "-window", "root", os.path.join(folder, name))

    def read(self, window):
        """The words that stand in a window, on one line. Taken from the whole screen: a tooltip may be gone any moment."""
        said = self.xdotool("getwindowgeometry", "--shell", window)
        place = dict(line.split("=") for line in said.split())
        return self.read_place(*(int(place[name]) for name in ("X", "Y", "WIDTH", "HEIGHT"))) if "WIDTH" in place else ""

    def read_place(self, x, y, width, height):
        large = self.run(
            "import", "-window", "root", "-crop", f"{width}x{height}+{x}+{y}", "+repage", "-resize", "300%", "-colorspace", "Gray", "png:-")
        return " ".join(self.run("tesseract", "-", "-", "--psm", "6", input=large).decode().split())
