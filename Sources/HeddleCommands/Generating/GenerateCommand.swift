import ArgumentParser

struct GenerateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate", abstract: "Code from contracts: types that encode and decode themselves.",
        discussion: """
            EXAMPLE
              heddle generate swift order-created.avsc --output Sources/Orders/Generated
            """,
        subcommands: [GenerateSwiftCommand.self])
}
