import ArgumentParser

struct ControllerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "controller", abstract: "GitOps: keeps the mesh as the manifests say.",
        discussion: "EXAMPLE\n  heddle controller run",
        subcommands: [ControllerRunCommand.self])
}
