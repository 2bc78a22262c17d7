import ArgumentParser
import AuditTrail
import Determinism
import EngineInterface
import MeshControl
import MeshModel

struct ResumeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Lets controllers go on with what was suspended.",
        discussion: """
            EXAMPLE
              heddle resume topic/eu/orders.created
              heddle resume --cluster eu
              heddle resume --all

            Each suspension is lifted by what it was made with: --cluster lifts that of the cluster as a whole, and resources that
            were suspended by themselves stay so. --all lifts whatever there is, in every cluster.
            """)

    @OptionGroup var options: SuspensionOptions

    func run() async throws {
        let (format, reason, console) = (options.format, options.reason, options.common.console)
        try await options.decide { mesh, subject, decisions in
            let states = try await decisions.states(of: subject.clusters)
            let author = ApplyAuthor.present().name
            let now = Instant.present
            var report = DecisionJSON(mesh: mesh.name, action: "resumed", decisions: [])
            for cluster in subject.clusters {
                let suspensions = states[cluster]?.suspensions ?? [:]
                let subjects: [ResourceAddress?] = options.target.all && !suspensions.isEmpty ? suspensions.keys.sorted { ($0?.description ?? "") < ($1?.description ?? "") } : [subject.address]
                for address in subjects {
                    let what = address?.description ?? "cluster '\(cluster)'"
                    guard suspensions[address] != nil else {
                        report.decisions.append(.init(cluster: cluster, address: address?.description, changed: false, by: author, at: utc(now)))
                        if format == .text { console.print("\(what) is not suspended") }
                        continue
                    }
                    let event = AuditEvent(
                        .resumed, at: now, mesh: mesh.name, cluster: cluster, actor: author, message: reason ?? "resumed",
                        changes: address.map { [.init(address: $0, action: "resume")] } ?? [])
                    try await decisions.write(.resumption(address), to: cluster, audit: event)
                    report.decisions.append(.init(cluster: cluster, address: address?.description, changed: true, by: author, at: utc(now), reason: reason))
                    if format == .text { console.print("resumed \(what)\(address?.kind == .contract ? " on cluster '\(cluster)'" : "")") }
                }
                sayWhatRemains(in: suspensions, without: subjects, of: cluster, console: console)
            }
            if format == .json { console.print(try renderJSON(report)) }
        }
    }

    private func sayWhatRemains(in suspensions: [ResourceAddress?: Suspension], without lifted: [ResourceAddress?], of cluster: String, console: Console) {
        let left = suspensions.values.filter { !lifted.contains($0.address) }
        if left.contains(where: { $0.address == nil }) {
            console.say("cluster '\(cluster)' is still suspended as a whole: heddle resume --cluster \(cluster)")
        } else if options.target.cluster != nil, !left.isEmpty {
            console.say("\(left.count) of its resources \(left.count == 1 ? "is" : "are") still suspended: 'heddle status' tells which")
        }
    }
}
