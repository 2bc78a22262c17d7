import ArgumentParser

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "What is wrong with who may do what.",
        discussion: "EXAMPLE\n  heddle audit access",
        subcommands: [
            AuditAccessCommand.self,
        ])
}
