import AccessAnalysis
import ArgumentParser
import MeshModel

struct MatrixCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "matrix", abstract: "Principals and topics side by side, with what each may do to each.",
        discussion: """
            EXAMPLE
              heddle access matrix
              heddle access matrix --cluster eu --resource 'orders.*' --resource group:checkout
              heddle access matrix --live --format html > access.html
              heddle access matrix --format csv > access.csv

            r read, w write, d describe, m manage: create, delete, alter or alter its configs. A ~ behind a letter: some of the
            names only, or from some hosts only. Without --resource: the topics that are there, and the groups that rules name.
            """)

    @Option(help: ArgumentHelp("A row: a name, or a prefix with a star; may be repeated.", valueName: "resource")) var resource: [AccessResource] = []
    @Option(help: ArgumentHelp("A column; may be repeated. All whom rules name when left out.", valueName: "principal")) var principal: [String] = []
    @Option(help: "text, json, csv or html.") var format: MatrixFormat = .text
    @OptionGroup var options: AccessOptions

    func run() async throws {
        let console = options.common.console
        let scene = try await QueriedMesh.read(options)
        let chosen = try principal.isEmpty ? nil : principal.map { try scene.principal($0, console).principal ?? AccessAsker.everybody }
        let tables = scene.clusters.map { cluster in
            (
                cluster: cluster,
                table: tabulateAccess(resource.isEmpty ? rows(of: cluster) : resource, in: cluster, principals: chosen, from: options.question)
            )
        }
        switch format {
        case .text:
            let text = AccessText(paint: Paint(isOn: console.colours(.output)), scene: scene)
            console.print(tables.map { text.matrix($0.table, in: $0.cluster) }.joined(separator: "\n\n"))
        case .json: console.print(try renderJSON(AccessAnswerJSON(scene, options, MatrixJSON(scene, tables))))
        case .csv: console.write(renderMatrixCSV(tables), to: .output)
        case .html: console.write(renderMatrixHTML(scene, tables), to: .output)
        }
    }

    private func rows(of cluster: ClusterAccess) -> [AccessResource] {
        cluster.topics.names.map { AccessResource(.topic, .literal($0)) } + cluster.groups.names.map { AccessResource(.group, .literal($0)) }
    }
}
