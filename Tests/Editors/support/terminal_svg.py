#!/usr/bin/env python3
"""Draws a screen of a terminal, as `tmux capture-pane -p -e` prints it, as SVG.

usage: terminal_svg.py SCREEN PICTURE TITLE
"""
import html
import re
import sys
import unicodedata
from dataclasses import dataclass, replace

CELL_WIDTH, LINE_HEIGHT, FONT_SIZE, MARGIN, BAR = 8.4, 19, 14, 14, 34
# Neighbouring cells meet without a seam.
CRISP = 'shape-rendering="crispEdges"'
BACKGROUND, FOREGROUND = "#14161b", "#e0e2ea"
PALETTE = [
    "#07080d", "#ffc0b9", "#b3f6c0", "#fce094", "#a6dbff", "#ffcaff", "#8cf8f7", "#eef1f8",
    "#4f5258", "#ffc0b9", "#b3f6c0", "#fce094", "#a6dbff", "#ffcaff", "#8cf8f7", "#eef1f8",
]  # fmt: skip

# The signs that frames are made of, drawn from the upper left corner of a cell.
LINES = {
    "─": "m0 {y}h{w}",
    "│": "m{x} 0v{h}",
    "╭": "m{w} {y}q-{x} 0 -{x} {y}",
    "╮": "m0 {y}q{x} 0 {x} {y}",
    "╰": "m{w} {y}q-{x} 0 -{x} -{y}",
    "╯": "m0 {y}q{x} 0 {x} -{y}",
}


@dataclass(frozen=True)
class Style:
    foreground: str | None = None
    background: str | None = None
    bold: bool = False
    italic: bool = False
    dim: bool = False
    reverse: bool = False
    # None, "plain" or "curly", and its colour.
    underline: str | None = None
    underline_color: str | None = None

    def colors(self):
        pair = (self.foreground or FOREGROUND, self.background or BACKGROUND)
        return pair[::-1] if self.reverse else pair


def indexed(number):
    """The colour of xterm's table with a number."""
    if number < 16:
        return PALETTE[number]
    if number >= 232:
        return "#" + f"{8 + 10 * (number - 232):02x}" * 3
    number -= 16
    return "#" + "".join(f"{0 if part == 0 else 55 + 40 * part:02x}" for part in (number // 36, number // 6 % 6, number % 6))


def color(numbers):
    """Takes a colour off the front of a list of parameters: 5;N or 2;R;G;B."""
    if numbers[0] == 5:
        return indexed(numbers[1]), numbers[2:]
    return "#%02x%02x%02x" % tuple(numbers[1:4]), numbers[4:]


def restyled(style, parameters):
    """The style after a "select graphic rendition" sequence (ECMA-48, 8.3.117; colons as xterm and kitty use them)."""
    for part in parameters.split(";") if ":" in parameters else ():
        if part.startswith("4:"):
            style = replace(style, underline={"0": None, "3": "curly"}.get(part[2:], "plain"))
        elif part.startswith("58:"):
            numbers = [int(number) for number in part.split(":")[1:] if number]
            style = replace(style, underline_color=color(numbers)[0])
    numbers = [int(part or 0) for part in parameters.split(";") if ":" not in part]
    while numbers:
        code, *numbers = numbers
        if code == 0:
            style = Style()
        elif code in (1, 2, 3, 7):
            style = replace(style, **{{1: "bold", 2: "dim", 3: "italic", 7: "reverse"}[code]: True})
        elif code == 4:
            style = replace(style, underline="plain")
        elif code in (22, 23, 24, 27):
            off = {22: {"bold": False, "dim": False}, 23: {"italic": False}, 24: {"underline": None}, 27: {"reverse": False}}
            style = replace(style, **off[code])
        elif code in (38, 48, 58):
            value, numbers = color(numbers)
            style = replace(style, **{{38: "foreground", 48: "background", 58: "underline_color"}[code]: value})
        elif code in (39, 49, 59):
            style = replace(style, **{{39: "foreground", 49: "background", 59: "underline_color"}[code]: None})
        elif 30 <= code <= 37 or 90 <= code <= 97:
            style = replace(style, foreground=PALETTE[code - 30 if code < 40 else code - 82])
        elif 40 <= code <= 47 or 100 <= code <= 107:
            style = replace(style, background=PALETTE[code - 40 if code < 50 else code - 92])
    return style


def cells(text):
    """How many columns a terminal gives to a text."""
    return sum(
        0 if unicodedata.combining(letter) or letter in "\u200d\ufe0f"
        else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def runs(line, style):
    """Yields (style, text) for the runs of a line, and the style at its end last."""
    for piece in re.split(r"(\x1b\[[\d;:]*m)", line):
        if piece.startswith("\x1b"):
            style = restyled(style, piece[2:-1])
        elif piece:
            yield style, piece
    yield style, ""


def wave(x, y, width, color):
    steps = max(1, round(width / 4.2))
    step = width / steps
    path = f"M{x:.1f} {y}" + "".join(f"q{step / 2:.2f} {2.6 if i % 2 else -2.6} {step:.2f} 0" for i in range(steps))
    return f'<path d="{path}" fill="none" stroke="{color}" stroke-width="1.2"/>'


def draw_run(style, text, x, top, parts):
    foreground, background = style.colors()
    width = cells(text) * CELL_WIDTH
    if background != BACKGROUND:
        parts.append(f'<rect x="{x:.1f}" y="{top}" width="{width:.1f}" height="{LINE_HEIGHT}" fill="{background}" {CRISP}/>')
    if style.underline == "curly":
        parts.append(wave(x, top + LINE_HEIGHT - 3, width, style.underline_color or foreground))
    elif style.underline:
        y = top + LINE_HEIGHT - 3
        line = f'<path d="M{x:.1f} {y}h{width:.1f}" stroke="{style.underline_color or foreground}"/>'
        parts.append(line)
    looks = ' font-weight="bold"' * style.bold + ' font-style="italic"' * style.italic + ' opacity="0.6"' * style.dim
    for piece in re.finditer(f"[{''.join(LINES)}]+|(?:(?! {{2}}|[{''.join(LINES)}]).)*[^ {''.join(LINES)}]", text):
        words = piece.group().lstrip(" ")
        if not words:
            continue
        left = x + cells(text[: piece.end() - len(words)]) * CELL_WIDTH
        if words[0] in LINES:
            parts.append(ruled(words, left, top, foreground))
            continue
        parts.append(
            f'<text x="{left:.1f}" y="{top + 14}" fill="{foreground}"{looks}'
            f' textLength="{cells(words) * CELL_WIDTH:.1f}" lengthAdjust="spacingAndGlyphs">{html.escape(words)}</text>'
        )


def ruled(signs, x, top, color):
    """Lines of a frame as paths, which meet whatever the font is."""
    half, middle = CELL_WIDTH / 2, LINE_HEIGHT / 2
    path = "".join(
        f"M{x + index * CELL_WIDTH:.1f} {top}" + LINES[sign].format(w=CELL_WIDTH, h=LINE_HEIGHT, x=half, y=middle)
        for index, sign in enumerate(signs)
    )
    return f'<path d="{path}" fill="none" stroke="{color}"/>'


def draw(lines, title):
    parts, style, columns = [], Style(), 0
    for number, line in enumerate(lines):
        x = 0
        for style, text in runs(line, style):
            if text:
                draw_run(style, text, MARGIN + x * CELL_WIDTH, BAR + MARGIN / 2 + number * LINE_HEIGHT, parts)
            x += cells(text)
        columns = max(columns, x)
    width = columns * CELL_WIDTH + 2 * MARGIN
    height = len(lines) * LINE_HEIGHT + BAR + MARGIN
    dots = "".join(
        f'<circle cx="{20 + 20 * index}" cy="{BAR / 2}" r="6" fill="{fill}"/>'
        for index, fill in enumerate(("#ff5f57", "#febc2e", "#28c840"))
    )
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" role="img"'
            f' font-family="ui-monospace, Menlo, Consolas, \'DejaVu Sans Mono\', monospace" font-size="{FONT_SIZE}"'
            f' xml:space="preserve">',
            f"<title>{html.escape(title)}</title>",
            f'<rect width="100%" height="100%" rx="9" fill="{BACKGROUND}"/>',
            dots,
            f'<text x="50%" y="{BAR / 2 + 5}" fill="#9b9ea4" text-anchor="middle" font-family="sans-serif">'
            f"{html.escape(title)}</text>",
            *parts,
            "</svg>\n",
        ]
    )


def main():
    screen, picture, title = sys.argv[1:]
    with open(screen, encoding="utf-8") as file:
        lines = file.read().rstrip("\n").split("\n")
    with open(picture, "w", encoding="utf-8") as file:
        file.write(draw(lines, title))


main()
