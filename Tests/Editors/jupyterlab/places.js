// Given to the page: where the words of an editor stand, and which of them are marked.
window.hearsay = {
  lines: root => [...document.querySelectorAll(`${root} .cm-line`)],

  // The words under each mark, in order. A mark that the colours of the text cut into pieces is one.
  marks(root) {
    const found = [];
    this.lines(root).forEach((line, number) => {
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let last;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const mark = node.parentElement.closest('.cm-lintRange');
        if (mark && last && last.className === mark.className) last.text += node.data;
        else if (mark) found.push(last = { line: number, className: mark.className, text: node.data });
        if (!mark) last = undefined;
      }
    });
    return found.map(({ line, text }) => ({ line, text }));
  },

  // The middle of the first place where these words stand.
  place(root, words) {
    for (const line of this.lines(root)) {
      const start = line.textContent.indexOf(words);
      if (start < 0) continue;
      const range = document.createRange();
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      let offset = 0, begun = false;
      for (let node = walker.nextNode(); node; offset += node.data.length, node = walker.nextNode()) {
        if (!begun && start < offset + node.data.length) { range.setStart(node, start - offset); begun = true; }
        if (begun && start + words.length <= offset + node.data.length) { range.setEnd(node, start + words.length - offset); break; }
      }
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
    throw new Error(`there is no “${words}”`);
  },
};
