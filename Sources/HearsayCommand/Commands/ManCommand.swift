extension Command {
  static let man = Command(
    name: "man", summary: "print the manual page",
    discussion: "Read it with `\(program) man | man -l -`, or put it where man looks: man1/\(program).1.", options: []
  ) { _ in printed(manualPage(of: Command.all)) }
}
