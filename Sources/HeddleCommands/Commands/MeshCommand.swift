import ArgumentParser

struct MeshCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mesh", abstract: "The embedded clusters of the manifests: start, look, stop.",
        discussion: """
            EXAMPLE
              heddle mesh up --detach
              heddle mesh status
              heddle mesh down
            """,
        subcommands: [MeshUpCommand.self, MeshStatusCommand.self, MeshDownCommand.self])
}
