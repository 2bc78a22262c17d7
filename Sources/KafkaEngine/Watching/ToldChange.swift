import KafkaWire
import MeshModel
import NIOCore

/// What one record says was changed: of an embedded broker's change stream (docs/reference/change-stream.md), or of the log in
/// which a schema registry keeps its schemas.
enum ToldChange: Equatable {
    case topic(String)
    case access
    case subject(String)
    case everything
    /// Something that no mesh speaks of.
    case nothing

    /// A record of `__heddle.changes`. The key says what to read again; one that is not known stands for everything.
    init(changeStream record: Record) {
        let key = record.key.map { String(buffer: $0) } ?? ""
        guard key != "acl" else { self = .access; return }
        guard let colon = key.firstIndex(of: ":") else { self = .everything; return }
        let name = String(key[key.index(after: colon)...])
        switch key[..<colon] {
        case "topic", "config": self = reservedTopicProblem(name) == nil ? .topic(name) : .nothing
        default: self = .everything
        }
    }

    /// A record of `_schemas`, whose key is JSON: `{"keytype":"SCHEMA","subject":"orders-value","version":1,"magic":1}`. Without
    /// a subject, a config is the default of all.
    init(schemas record: Record) {
        let json = record.key.flatMap { JSONText(parsing: Array($0.readableBytesView)) }
        switch (json?["keytype"]?.string, json?["subject"]?.string) {
        case ("NOOP", _), ("CONTEXT", _): self = .nothing
        case (_?, let subject?): self = .subject(subject)
        default: self = .everything
        }
    }
}
