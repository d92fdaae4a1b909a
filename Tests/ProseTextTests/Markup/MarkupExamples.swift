import ProseText

/// A draft in each format that uses much of what the format has.
enum MarkupExamples {
  static let drafts: [DraftFormat: String] = [
    .html: """
    <!DOCTYPE html><html><head><title>Dues</title><style>p { margin: 4px }</style></head><body>
    <!-- hearsay-ignore HS101: counted -->
    <h1>Harbour &amp; dues</h1><p>Dues rose to <b>40</b>&nbsp;crowns<sup><a href="#n1">1</a></sup>, the
    <a href='https://a.example/x?y=1'>port <em>log</em></a> says.<br>Use <code>dues --all 5</code>.</p>
    <ul><li>One é<li>Two<ol><li>Three</ol></ul><blockquote><p>We saw <cite>The Gull</cite>.</p></blockquote>
    <table><caption>Dues</caption><tr><th>Port<td>5</table><pre>x = 5</pre><script>if (a < b) { c() }</script>
    <figure><img src="a.png" alt="5 boats"><figcaption>Boats</figcaption></figure></body></html>
    """,
    .latex: #"""
    \documentclass[12pt]{article} % preamble
    \title{Harbour dues}\date{3 May 2031}
    \begin{document}
    % hearsay-ignore HS101: counted
    \section*{Dues}\label{sec:dues}
    Dues rose to \textbf{40}~crowns \cite[p.~5]{log,ledger}, or 12\% \footnote{See \url{https://a.example/b%20c}.}.
    A formula $x^2 + 5$ and \(y\), é \verb|5 % 6|, \href{https://a.example}{the log}.

    \begin{itemize}\item One \item[b] Two \begin{quote}Quoted.\end{quote}\end{itemize}
    \begin{table}\caption{Dues of \emph{all}}\begin{tabular}{lr} Port & 5 \\ North & 6 \\ \end{tabular}\end{table}
    \begin{equation} a = 5 \end{equation}\begin{verbatim}5 % x\end{verbatim}
    \begin{thebibliography}{9}\bibitem{log} The log, 2031.\end{thebibliography}
    \end{document} tail
    """#,
    .asciidoc: """
    = Harbour dues
    Ida Moss
    v1.0, 2031-05-03
    :toc:

    // hearsay-ignore HS101: counted
    == Dues [[dues]]

    .A title
    Dues rose to *40* crowns <<log>>, __so__ the https://a.example/x[port `log`] says.footnote:[See page 5.] é
    Use `dues 5`, {product} and link:a.html[the log^].

    * One
    ** Two
    . Three

    Term:: Meaning

    [quote, Ida Moss]
    ____
    We counted.
    ____

    NOTE: Mind this.

    [source,swift]
    ----
    let a = 5
    ----

    |===
    |Port |Dues
    |North 2+|5
    |===

    image::a.png[5 boats]

    [bibliography]
    == Sources
    * [[[log]]] The log.
    """,
    .reStructuredText: """
    ============
    Harbour dues
    ============

    :Date: 2031-05-03

    .. hearsay-ignore HS101: counted

    Dues rose to **40** crowns [1]_, the `port log`_ and `another <https://a.example/b>`_ say [Moss]_.
    Use ``dues 5`` and :code:`x`, see :ref:`dues` é::

       let a = 5

    Tolls
    -----

    * One
      more

      #. Two

    Term
       Meaning

    | Line one
    | Line two

    .. note:: Mind this,
       and that.

    .. figure:: a.png
       :width: 50

       A caption.

    === ====
    A   B
    === ====
    1   two
    === ====

    +---+----+
    | a | b  |
    +---+----+

    .. [1] The log.
    .. [Moss] Moss, 2031.
    .. _port log: https://a.example
    """,
    .org: """
    #+TITLE: Harbour dues
    #+DATE: 2031-05-03
    # hearsay-ignore HS101: counted
    * TODO [#A] Dues :port:
    :PROPERTIES:
    :ID: 5
    :END:
    Dues rose to *40* crowns[fn:1], the [[https://a.example][port /log/]] says [cite:@moss]. é
    Use =dues 5= and ~x~, $y$ and \\(z\\), {{{macro(5)}}} @@html:<b>@@.

    - [ ] One
      - Two
    1. Three
    - Term :: meaning

    #+BEGIN_QUOTE
    We counted.
    #+END_QUOTE

    #+BEGIN_SRC sh
    echo 5
    #+END_SRC

    #+CAPTION: Dues
    | Port  | 5 |
    |-------+---|
    | North | 6 |

    [fn:1] The log.
    """,
  ]
}
