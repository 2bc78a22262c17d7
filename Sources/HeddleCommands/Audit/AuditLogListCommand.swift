import ArgumentParser
import AuditTrail
import Determinism
import EngineInterface
import MeshModel
import PlanFiles

struct AuditLogListCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The events, oldest first.",
        discussion: """
            EXAMPLE
              heddle audit log list --since 2026-11-01 --type drift

            With --format json each line is the CloudEvent as it stands in the log.
            """)

    @Option(help: ArgumentHelp("Only this cluster.", valueName: "name")) var cluster: String?
    @Option(help: ArgumentHelp("Only events of this time or later: 24h (ago), 2026-11-23 or 2026-11-23T15:04:05Z.", valueName: "time"))
    var since: String?
    @Option(help: ArgumentHelp("Only events whose type begins so: apply.ended, drift, plan; may be repeated.", valueName: "type"))
    var type: [String] = []
    @Option(help: "text, or json: a CloudEvent a line.") var format: TextOrJSON = .text
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    func run() async throws {
        let first = try since.map(moment)
        let folder = try MeshFolder.containing(common.startingFolder)
        var mesh = try requireClusters(in: folder, options: manifests, console: common.console)
        try mesh.keep(cluster: cluster)
        let connections = await MeshConnections.open(mesh, in: folder, running: .find(in: folder), logger: common.logger)
        let readings = await readAuditLogs(of: mesh, over: connections)
        await connections.close()
        var failure: CommandFailure?
        var listed: [ListedEvent] = []
        for reading in readings {
            switch reading {
            case .success(let reading): listed += events(in: reading, since: first)
            case .failure(let problem): failure = failure ?? problem
            }
        }
        // Of events of one moment each cluster's own order holds.
        listed = listed.enumerated().sorted { ($0.element.archived.time, $0.offset) < ($1.element.archived.time, $1.offset) }.map(\.element)
        let text = AuditLogText(paint: Paint(isOn: common.console.colours(.output)))
        for event in listed { common.console.print(format == .json ? event.json : text.render(event)) }
        if let failure { throw failure }
        if listed.isEmpty { common.console.say("no such event") }
    }

    private func events(in log: AuditReading, since first: Instant?) -> [ListedEvent] {
        var strangers = 0
        let events = log.reading.entries.compactMap { entry -> ListedEvent? in
            guard let archived = try? ArchivedEvent(entry.record), let value = entry.record.value, let json = try? readJSON(value).compactText else {
                strangers += 1
                return nil
            }
            let isAsked = type.isEmpty || type.contains { archived.type.hasPrefix(AuditEvent.typePrefix + $0) || archived.type.hasPrefix($0) }
            guard isAsked, first.map({ archived.time >= $0 }) ?? true else { return nil }
            return ListedEvent(cluster: log.cluster, offset: entry.offset, archived: archived, json: json)
        }
        if strangers > 0 {
            common.console.say("cluster '\(log.cluster)': \(strangers) record\(strangers == 1 ? " is no event" : "s are no events") that can be read; 'heddle audit log verify' tells which")
        }
        return events
    }

    private func moment(_ text: String) throws -> Instant {
        if let ago = Milliseconds(parsing: text) { return .present - .milliseconds(ago.count) }
        // A day begins at midnight, UTC.
        for whole in [text, text + "T00:00:00.000Z", String(text.dropLast()) + ".000Z"] {
            if let moment = instant(fromUTC: whole) { return moment }
        }
        throw CommandFailure(.usage, "'--since \(text)' is no time", remedy: "say 24h, 2026-11-23 or 2026-11-23T15:04:05Z")
    }
}

/// An event that is shown, and where it stands.
struct ListedEvent: Sendable {
    var cluster: String
    var offset: Int64
    var archived: ArchivedEvent
    /// On one line.
    var json: String
}
