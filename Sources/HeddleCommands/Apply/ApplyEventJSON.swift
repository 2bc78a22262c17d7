import Determinism
import Foundation
import MeshApplying
import MeshPlanning

/// One line of `--format events`. The shape is Specs/apply/v1/event.schema.json; it changes only by adding.
struct ApplyEventJSON: Encodable {
    var formatVersion = "1.0"
    /// `plan-started`, `lease-acquired`, `stage-started`, `change-started`, `change-done`, `change-failed`, `change-unknown`,
    /// `change-not-done` or `finished`.
    var event: String
    /// UTC, RFC 3339.
    var at = utc(Instant.present)
    var mesh: String?
    var environment: String?
    var cluster: String?
    /// The number of the apply in the cluster's history.
    var apply: Int?
    var holder: String?
    var until: String?
    var stage: String?
    var changes: Int?
    var address: String?
    var subject: String?
    var action: String?
    var code: String?
    var message: String?
    var summary: ApplyJSON.Summary?

    init(_ event: String, _ fill: (inout ApplyEventJSON) -> Void) {
        self.event = event
        fill(&self)
    }

    var line: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }
}

extension ApplyEventJSON {
    init(_ event: ApplyEvent, on cluster: String) {
        switch event {
        case .stageStarted(let stage, let changes):
            self.init("stage-started") {
                $0.stage = stage.words
                $0.changes = changes
            }
        case .changeStarted(let change): self.init("change-started") { $0.fill(change) }
        case .changeEnded(let result):
            let entry = ApplyJSON.Entry(result)
            self.init("change-\(entry.status)") {
                $0.fill(result.change)
                $0.code = entry.code
                $0.message = entry.message
            }
        }
        self.cluster = cluster
    }

    private mutating func fill(_ change: Change) {
        address = change.address.description
        subject = change.subject
        action = change.action.rawValue
        stage = change.stage.words
    }
}

extension Change.Stage {
    /// `create-topics`.
    var words: String {
        String(describing: self).reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : "\($1)" }
    }
}
