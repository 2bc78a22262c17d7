import ArgumentParser

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "What was done, by whom, and whether the record of it is whole.",
        discussion: """
            EXAMPLE
              heddle audit log --since 24h
              heddle audit log verify
            """,
        subcommands: [AuditLogCommand.self])
}
