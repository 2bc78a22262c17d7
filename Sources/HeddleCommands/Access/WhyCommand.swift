import AccessAnalysis
import ArgumentParser
import MeshModel

struct WhyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "why", abstract: "Why somebody may do something, or may not: the rule that decides, and the line that asks for it.",
        discussion: """
            EXAMPLE
              heddle access why checkout write orders.created
              heddle access why analytics read payments.settled --live
              heddle access why checkout read 'orders.*' --format json

            Exits with 0 where it is allowed, on every cluster that is asked, and with 1 where it is denied. A topic is asked of the
            clusters that have it.
            """)

    @Argument(help: ArgumentHelp("checkout, User:checkout, an Application's name, or everybody.", valueName: "principal")) var principal: String
    @Argument(help: ArgumentHelp("read, write, create, delete, alter, describe, …", valueName: "operation")) var operation: AccessRule.Operation
    @Argument(help: ArgumentHelp("orders.created, orders.*, group:checkout, cluster, …", valueName: "resource")) var resource: AccessResource
    @Option(help: "text or json.") var format: TextOrJSON = .text
    @OptionGroup var options: AccessOptions

    func run() async throws {
        if let problem = problem(of: operation, on: resource) { throw problem }
        let console = options.common.console
        let scene = try await QueriedMesh.read(options)
        let named = try scene.principal(principal, console)
        let answers = scene.clusters(concerning: resource).map { cluster in
            (cluster: cluster, answer: explainAccess(of: named.principal, to: operation, resource, in: cluster, from: options.host))
        }
        switch format {
        case .json: console.print(try renderJSON(AccessAnswerJSON(scene, options, WhyJSON(scene, named, operation, resource, answers))))
        case .text:
            let text = AccessText(paint: Paint(isOn: console.colours(.output)), scene: scene)
            console.print(answers.map { text.explanation($0.answer, of: named, operation, resource, in: $0.cluster) }.joined(separator: "\n\n"))
        }
        if answers.contains(where: { !$0.answer.isAllowed }) { throw ExitStatus.no.code }
    }
}
