import ArgumentParser

struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "What is wrong with who may do what; what was done, by whom, and whether the record of it is whole.",
        discussion: """
            EXAMPLE
              heddle audit access --fail-on high
              heddle audit log --since 24h
              heddle audit log verify
            """,
        subcommands: [AuditAccessCommand.self, AuditLogCommand.self])
}
