import ArgumentParser
import AuditTrail
import Determinism
import EngineInterface
import MeshControl
import MeshModel

struct SuspendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suspend", abstract: "Makes controllers keep their hands off: of a resource, a cluster, or everything.",
        discussion: """
            EXAMPLE
              heddle suspend topic/eu/orders.created --reason "load test until noon"
              heddle suspend --cluster eu
              heddle suspend --all

            Controllers go on looking and telling, and change nothing of it until 'heddle resume'. 'heddle apply' still does what
            it is told.
            """)

    @OptionGroup var options: SuspensionOptions

    func run() async throws {
        let (format, reason, console) = (options.format, options.reason, options.common.console)
        try await options.decide { mesh, subject, decisions in
            let states = try await decisions.states(of: subject.clusters)
            if let address = subject.address, !mesh.declares(address), !states.values.contains(where: { $0.lastWord(on: address) != nil }) {
                console.say("no manifest declares \(address), and no controller knows it: it is suspended all the same")
            }
            let author = ApplyAuthor.present().name
            var report = DecisionJSON(mesh: mesh.name, action: "suspended", decisions: [])
            for cluster in subject.clusters {
                let what = subject.address?.description ?? "cluster '\(cluster)'"
                if let already = states[cluster]?.suspensions[subject.address] {
                    report.decisions.append(.init(
                        cluster: cluster, address: subject.address?.description, changed: false, by: already.by, at: utc(already.at), reason: already.reason))
                    if format == .text { console.print("\(what) is suspended already, by \(printable(already.by)) since \(utc(already.at))") }
                    continue
                }
                let suspension = Suspension(address: subject.address, by: author, at: .present, reason: reason)
                let event = AuditEvent(
                    .suspended, at: suspension.at, mesh: mesh.name, cluster: cluster, actor: author, message: reason ?? "suspended",
                    changes: subject.address.map { [.init(address: $0, action: "suspend")] } ?? [])
                try await decisions.write(.suspension(suspension), to: cluster, audit: event)
                report.decisions.append(
                    .init(cluster: cluster, address: subject.address?.description, changed: true, by: author, at: utc(suspension.at), reason: reason))
                if format == .text { console.print("suspended \(what)\(subject.address?.kind == .contract ? " on cluster '\(cluster)'" : "")") }
            }
            if format == .json { console.print(try renderJSON(report)) }
        }
    }
}
