import ArgumentParser

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "What is wrong with who may do what.",
        subcommands: [
            AuditAccessCommand.self,
        ])
}
