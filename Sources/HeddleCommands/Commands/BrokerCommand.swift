import ArgumentParser
import BrokerServer
import Foundation
import MeshModel

struct BrokerCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "broker", abstract: "One embedded broker.",
        discussion: "EXAMPLE\n  heddle broker run --listen 127.0.0.1:9092 --data .heddle/broker",
        subcommands: [BrokerRunCommand.self])
}

struct BrokerRunCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Runs one embedded broker, with or without manifests.",
        discussion: """
            EXAMPLE
              heddle broker run                                       # 127.0.0.1:9092, records in .heddle/broker
              heddle broker run --listen 127.0.0.1:0 --data /tmp/b    # a free port, printed
              heddle broker run --registry 127.0.0.1:8081             # with a schema registry beside it
              heddle broker run --cluster eu                          # the cluster of that name in the manifests
            """)

    @Option(help: ArgumentHelp("Run this cluster of the manifests.", valueName: "name")) var cluster: String?
    @Option(help: ArgumentHelp("Where to listen; port 0 takes a free one.", valueName: "host:port")) var listen: String?
    @Option(help: ArgumentHelp("Serve a schema registry here; port 0 takes a free one.", valueName: "host:port")) var registry: String?
    @Option(help: ArgumentHelp("Where the records are kept.", valueName: "dir")) var data: String?
    @Option(help: "fsync: what was acknowledged survives a power cut; os: it survives a crash of the broker.")
    var durability: ClusterSpec.Durability?
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        var logger = common.logger
        if !common.verbose, !common.quiet { logger.logLevel = .notice }
        let signals = await StopSignals.trap()
        let hosted = try await HostedClusters.start([try configuration()], logger: logger)
        let addresses = hosted.descriptions.flatMap(\.bootstrap)
        let registry = hosted.descriptions.compactMap(\.registry).first.map { "\n  schema.registry.url=\($0)" } ?? ""
        common.console.print(
            "broker is up, process \(ProcessInfo.processInfo.processIdentifier)\n  bootstrap.servers=\(addresses.joined(separator: ","))" + registry)
        if let failure = await hosted.run(until: signals) { throw stoppedByItself(failure) }
        common.console.say("stopped")
    }

    private func configuration() throws -> HostedCluster {
        if let cluster {
            guard listen == nil, registry == nil, data == nil, durability == nil else {
                throw CommandFailure(
                    .usage, "--cluster takes everything from the manifests", remedy: "leave out --listen, --registry, --data and --durability")
            }
            let folder = try MeshFolder.containing(common.startingFolder)
            let mesh = try requireMesh(in: folder, options: manifests, console: common.console)
            guard let found = mesh.clusters[cluster], found.spec.engine.value == .embedded else {
                let names = mesh.clusters.values.filter { $0.spec.engine.value == .embedded }.map(\.name).sorted()
                throw CommandFailure(.usage, "there is no embedded cluster '\(cluster)'", remedy: "there are: \(names.joined(separator: ", "))")
            }
            return try hostedCluster(found, in: folder)
        }
        let broker = brokerConfiguration(
            name: "broker", listeners: [("clients", try address(listen ?? "127.0.0.1:9092"))],
            data: URL(fileURLWithPath: data ?? ".heddle/broker", relativeTo: common.startingFolder), durability: durability ?? .fsync)
        return HostedCluster(broker: broker, registry: try registry.map(address))
    }

    private func address(_ text: String) throws -> HostAndPort {
        guard let address = HostAndPort(parsing: text) else {
            throw CommandFailure(.usage, "'\(text)' is not an address", remedy: "addresses read HOST:PORT, such as 127.0.0.1:9092")
        }
        return address
    }
}

extension ClusterSpec.Durability: ExpressibleByArgument {}
