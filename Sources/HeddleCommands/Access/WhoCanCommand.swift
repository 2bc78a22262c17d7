import AccessAnalysis
import ArgumentParser
import MeshModel

struct WhoCanCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "who-can", abstract: "Who may do this to that, and by which rules.",
        discussion: """
            EXAMPLE
              heddle access who-can read orders.created
              heddle access who-can write 'orders.*' --cluster eu --live
              heddle access who-can read group:checkout
              heddle access who-can alter cluster --format json

            Of a prefix, whoever may reach some of its names is told, with which of them. 'all' asks for who may do everything.
            """)

    @Argument(help: ArgumentHelp("read, write, create, delete, alter, describe, describe-configs, alter-configs, all, …", valueName: "operation"))
    var operation: AccessRule.Operation
    @Argument(help: ArgumentHelp("orders.created, orders.*, group:checkout, cluster, …", valueName: "resource")) var resource: AccessResource
    @Option(help: "text or json.") var format: TextOrJSON = .text
    @OptionGroup var options: AccessOptions

    func run() async throws {
        if let problem = problem(of: operation, on: resource) { throw problem }
        let scene = try await QueriedMesh.read(options)
        let answers = scene.clusters(concerning: resource).map { cluster in
            (cluster: cluster, answer: findHolders(of: operation, on: resource, in: cluster, from: options.question))
        }
        let console = options.common.console
        switch format {
        case .json: console.print(try renderJSON(AccessAnswerJSON(scene, options, WhoCanJSON(scene, operation, resource, answers))))
        case .text:
            let text = AccessText(paint: Paint(isOn: console.colours(.output)), scene: scene)
            console.print(answers.map { text.holders($0.answer, operation, resource, in: $0.cluster) }.joined(separator: "\n\n"))
        }
    }
}
