import ManifestWriting
import MeshModel

/// A contract that a topic's keys or values follow.
struct ImportedPayload {
    var contract: String
    var strategy: SubjectNameStrategy
    var subject: String

    var draft: YAMLDraft {
        var entries: [(String, YAMLDraft)] = [("contract", text(contract))]
        if strategy != .topicName { entries.append(("subject", text(strategy.rawValue))) }
        return .mapping(entries)
    }
}

struct ImportedSubjects {
    /// Topic → side.
    var payloads: [String: [RecordSide: ImportedPayload]] = [:]
    var documents: [ImportedDocument] = []
}
