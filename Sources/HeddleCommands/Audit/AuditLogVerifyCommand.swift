import ArgumentParser
import AuditTrail
import EngineInterface
import MeshControl
import MeshModel
import PlanFiles

struct AuditLogVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Whether anything in the audit logs was changed, removed, put in or moved.",
        discussion: """
            EXAMPLE
              heddle audit log verify
              heddle audit log verify --cluster eu --head 4711:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08

            Each event states a digest of all events before it, so that those which a later event covers cannot be touched
            unnoticed. What is cut off at the end, or written anew as a whole, is found by a head that was noted before, in a place
            where those who write the log do not write: a head is printed each time, and compared with --head. Heads that
            controllers noted in the cluster are compared too.

            It ends with 1 where a log is not what it was.
            """)

    @Option(help: ArgumentHelp("Only this cluster.", valueName: "name")) var cluster: String?
    @Option(help: ArgumentHelp("A head that was noted; may be repeated. Where there are several clusters, CLUSTER=OFFSET:DIGEST.", valueName: "offset:digest"))
    var head: [String] = []
    @Option(help: "text or json.") var format: TextOrJSON = .text
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let folder = try MeshFolder.containing(common.startingFolder)
        var mesh = try requireClusters(in: folder, options: manifests, console: common.console)
        try mesh.keep(cluster: cluster)
        let heads = try heads(in: mesh)
        let connections = await MeshConnections.open(mesh, in: folder, running: .find(in: folder), logger: common.logger)
        // Noted before the log is read: a head that is newer than the reading would look as if something were cut off.
        var control = ControlReading()
        await control.readOn(mesh.clusters.keys.sorted(), over: connections)
        let readings = await readAuditLogs(of: mesh, over: connections)
        await connections.close()
        var failure: CommandFailure?
        var verified: [VerifiedLog] = []
        for reading in readings {
            switch reading {
            case .success(let log):
                let noted = control.readable[log.cluster]?.auditHead.flatMap { AuditStatement(offset: $0.offset, hexadecimal: $0.digest) }
                let verdict = verifyAuditLog(log.reading, heads: heads[log.cluster, default: []] + (noted.map { [$0] } ?? []))
                verified.append(VerifiedLog(cluster: log.cluster, verdict: verdict, noted: noted))
            case .failure(let problem): failure = failure ?? problem
            }
        }
        switch format {
        case .json:
            let json = JSONValue.record(
                ("formatVersion", .string("1.0")), ("mesh", .string(mesh.name)), ("clusters", .array(verified.map(\.json))))
            common.console.write(String(decoding: json.readableText, as: UTF8.self), to: .output)
        case .text:
            let paint = Paint(isOn: common.console.colours(.output))
            for log in verified { common.console.print(log.text(paint)) }
        }
        if let failure {
            if verified.contains(where: { !$0.verdict.isWhole }) { common.console.error(failure.message, remedy: failure.remedy) } else { throw failure }
        }
        if verified.contains(where: { !$0.verdict.isWhole }) { throw ExitStatus.no.code }
    }

    private func heads(in mesh: DesiredMesh) throws -> [String: [AuditStatement]] {
        var heads: [String: [AuditStatement]] = [:]
        for text in head {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard let statement = AuditStatement(parsing: parts.last ?? "") else {
                throw CommandFailure(.usage, "'--head \(text)' is no head", remedy: "say OFFSET:DIGEST as 'heddle audit log verify' prints it: a number and 64 hexadecimal digits")
            }
            guard let cluster = parts.count == 2 ? parts[0] : mesh.clusters.count == 1 ? mesh.clusters.keys.first : nil else {
                throw CommandFailure(.usage, "'--head \(text)' does not say of which cluster", remedy: "say CLUSTER=OFFSET:DIGEST, or --cluster NAME")
            }
            guard mesh.clusters[cluster] != nil else {
                throw CommandFailure(.usage, "the mesh has no cluster '\(cluster)'", remedy: "there are: \(mesh.clusters.keys.sorted().joined(separator: ", "))")
            }
            heads[cluster, default: []].append(statement)
        }
        return heads
    }
}
