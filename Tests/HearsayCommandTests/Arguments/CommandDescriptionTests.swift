import Testing

@testable import HearsayCommand

@Suite struct CommandDescriptionTests {
  @Test(arguments: Command.all.map(\.name))
  func namesAreUniqueAndDescribed(_ name: String) throws {
    let command = try Command.named(name)
    let options = command.allOptions
    #expect(Set(options.map(\.name)).count == options.count)
    let letters = options.compactMap(\.short)
    #expect(Set(letters).count == letters.count)
    #expect(options.allSatisfy { !$0.summary.isEmpty && !$0.summary.hasSuffix(".") })
    #expect(!command.summary.isEmpty && !command.summary.hasSuffix("."))
  }

  @Test(arguments: Command.all.map(\.name))
  func helpNamesEveryOptionWithinTheWidth(_ name: String) throws {
    let command = try Command.named(name)
    let help = helpText(for: command)
    for option in command.allOptions { #expect(help.contains("--\(option.name)")) }
    #expect(help.split(separator: "\n").allSatisfy { displayWidth(of: String($0)) <= 100 })
  }

  @Test func overviewNamesEveryCommand() {
    let help = helpText(for: Command.all)
    for command in Command.all { #expect(help.contains("\n  \(command.name) ")) }
  }

  @Test func wordsAreWrapped() {
    #expect(wrapped("one two three", width: 7) == ["one two", "three"])
    #expect(wrapped("overlong", width: 3) == ["overlong"])
    #expect(wrapped("", width: 3) == [""])
  }
}
