import AccessAnalysis
import ArgumentParser
import MeshModel

struct WhatCanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "what-can", abstract: "All that somebody may do.",
        discussion: """
            EXAMPLE
              heddle access what-can checkout
              heddle access what-can User:checkout --live --host 10.0.0.7
              heddle access what-can everybody       # whom no rule names

            Names are told as sets, since also those count that do not exist yet: orders.* except orders.secret.
            """)

    @Argument(help: ArgumentHelp("checkout, User:checkout, an Application's name, or everybody.", valueName: "principal")) var principal: String
    @Option(help: "text or json.") var format: TextOrJSON = .text
    @OptionGroup var options: AccessOptions

    func run() async throws {
        let console = options.common.console
        let scene = try await QueriedMesh.read(options)
        let named = try scene.principal(principal, console)
        let answers = scene.clusters.map { (cluster: $0, answer: findAbilities(of: named.principal, in: $0, from: options.question)) }
        switch format {
        case .json: console.print(try renderJSON(AccessAnswerJSON(scene, options, WhatCanJSON(scene, named, answers))))
        case .text:
            let text = AccessText(paint: Paint(isOn: console.colours(.output)), scene: scene)
            console.print(answers.map { text.abilities($0.answer, of: named, in: $0.cluster) }.joined(separator: "\n\n"))
        }
    }
}
