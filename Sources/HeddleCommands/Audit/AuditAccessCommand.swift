import AccessAnalysis
import ArgumentParser
import Determinism
import Diagnostics
import EngineInterface
import Foundation
import MeshModel

struct AuditAccessCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "access", abstract: "Access rights that are too wide, without effect, unused, nobody's, or a way to more.",
        discussion: """
            EXAMPLE
              heddle audit access
              heddle audit access --live --fail-on medium        # the rules that clusters hold, not those of the manifests
              heddle audit access --authorizer-log kafka-authorizer.log.gz --unused-for 90d
              heddle audit access --format sarif > access.sarif

            Each finding has a stable code ('heddle explain access-audit/CODE'), what shows it, the line of the manifest, and how to
            mend it. What is accepted is written into heddle.yaml, with an owner and an end: spec.audit.suppressions.
            Exits with 1 where there is a finding as bad as --fail-on, or worse.
            """)

    @Flag(help: "Audit the rules that the clusters hold, instead of those that the manifests ask for.")
    var live = false
    @Option(help: ArgumentHelp("Only this cluster; may be repeated.", valueName: "name"))
    var cluster: [String] = []
    @Option(help: ArgumentHelp("Only findings with this code; may be repeated.", valueName: "code"))
    var code: [String] = []
    @Option(help: ArgumentHelp("From which severity on the answer is no: critical, high, medium, low, info, or none.", valueName: "severity"))
    var failOn: FailOn = .high
    @Option(help: ArgumentHelp(
        "A log of Kafka's authorizer, gzipped or not; may be repeated. CLUSTER=FILE where it is of one cluster of several.", valueName: "[cluster=]file"))
    var authorizerLog: [String] = []
    @Option(help: ArgumentHelp("How long a grant must be without use; 30d where nothing is said. Needs --authorizer-log.", valueName: "duration"))
    var unusedFor: String?
    @Option(help: "text, json, sarif, markdown, html or csv.") var format: AuditFormat = .text
    @Option(help: .hidden) var today: String?
    @OptionGroup var manifests: ManifestOptions
    @OptionGroup var common: CommonOptions

    enum FailOn: String, ExpressibleByArgument, CaseIterable { case critical, high, medium, low, info, none }

    func run() async throws {
        let console = common.console
        let codes = try wantedCodes()
        let unused = try wantedDuration()
        let day = try wantedDay()
        let folder = try MeshFolder.containing(common.startingFolder)
        let (loaded, desired) = try requireLoadedMesh(in: folder, options: manifests, console: console)
        for name in cluster where desired.clusters[name] == nil {
            throw CommandFailure(.usage, "the mesh has no cluster '\(name)'", remedy: "there are: \(desired.clusters.keys.sorted().joined(separator: ", "))")
        }
        let only = cluster.isEmpty ? nil : Set(cluster)
        let usage = try readAuthorizerLogs(authorizerLog, clusters: Set(desired.clusters.keys), common)
        let observed = live ? try await observeRules(desired, only: only, in: folder) : [:]
        let scene = AccessScene(loaded, desired, at: today == nil ? .present : day.end, observed: observed, only: only, usage: usage)
        let audit = auditAccess(scene, codes: codes, unusedFor: unused, today: day)
        try show(audit, files: loaded.files.map(\.path), console)
        if let least = AuditSeverity(rawValue: failOn.rawValue), audit.hasFindings(atLeast: least) { throw ExitStatus.no.code }
    }

    private func show(_ audit: AccessAudit, files: [String], _ console: Console) throws {
        switch format {
        case .text: console.write(renderAuditText(audit, Paint(isOn: console.colours(.output)), isQuiet: common.quiet), to: .output)
        case .json: console.print(try renderJSON(AccessAuditJSON(audit)))
        case .sarif: console.answer(DiagnosticReport(audit.findings.map(\.diagnostic), files: files), as: .sarif)
        case .markdown: console.write(renderAuditMarkdown(audit), to: .output)
        case .html: console.write(renderAuditHTML(audit), to: .output)
        case .csv: console.write(renderAuditCSV(audit), to: .output)
        }
    }

    private func wantedCodes() throws -> Set<AuditCode>? {
        guard !code.isEmpty else { return nil }
        return Set(
            try code.map { text in
                if let known = AuditCode(naming: text) { return known }
                let near = closestMatch(to: text, among: AuditCode.allCases.flatMap { [$0.rawValue, $0.diagnosticCode] })
                throw CommandFailure(
                    .usage, "no finding has the code '\(text)'",
                    remedy: near.map { "did you mean '\($0)'?" } ?? "there are: \(AuditCode.allCases.map(\.rawValue).joined(separator: ", "))")
            })
    }

    private func wantedDuration() throws -> Milliseconds? {
        guard let unusedFor else { return nil }
        guard !authorizerLog.isEmpty else {
            throw CommandFailure(.usage, "'--unused-for' needs a log to look into", remedy: "say --authorizer-log FILE")
        }
        guard let duration = Milliseconds(parsing: unusedFor), duration.count > 0 else {
            throw CommandFailure(.usage, "'--unused-for \(unusedFor)' is no length of time", remedy: "say it as 90d, 12h or 2w")
        }
        return duration
    }

    private func wantedDay() throws -> CalendarDate {
        guard let today else { return CalendarDate(Instant.present) }
        guard let date = CalendarDate(parsing: today) else {
            throw CommandFailure(.usage, "'--today \(today)' is no day", remedy: "say it as 2026-11-23")
        }
        return date
    }
}

enum AuditFormat: String, ExpressibleByArgument, CaseIterable { case text, json, sarif, markdown, html, csv }
