import Diagnostics
import Foundation
import LocatedYAML
import ManifestWriting
import MeshModel

/// Resolved manifests as machines read them. The shape is Specs/render/v1/render.schema.json; it changes only by adding.
struct RenderJSON: Encodable {
    var formatVersion = "1.0"
    var mesh: String
    var environment: String?
    var documents: [Document]
    var derived: Derived

    struct Document: Encodable {
        var kind: String
        var name: String
        var file: String
        var line: Int
        var content: Node
    }

    struct Derived: Encodable {
        var topics: [Topic]
        var access: [Rule]
    }

    struct Topic: Encodable {
        var address: String
        var partitions: Int
        var replication: Int?
        var config: [String: String]
        var origin: PlaceJSON
    }

    struct Rule: Encodable {
        var address: String
        var origins: [PlaceJSON]
        /// RFC 3339, UTC; absent where it has no end.
        var expires: String?
    }

    init(_ selection: RenderSelection, mesh: String, environment: String?) {
        self.mesh = mesh
        self.environment = environment
        documents = selection.documents.map {
            Document(
                kind: $0.kind.rawValue, name: $0.name, file: $0.range.file.path, line: Int($0.range.start.line), content: Node(node: $0.root))
        }
        derived = Derived(
            topics: selection.derived.topics.map { entry in
                let config = entry.topic.config.compactMapValues { if case .value(let value) = $0 { value } else { nil } }
                return Topic(
                    address: entry.address.description, partitions: entry.topic.partitions, replication: entry.topic.replication, config: config,
                    origin: .init(entry.topic.origin))
            },
            access: selection.derived.rules.map { Rule(address: $0.address.description, origins: $0.origins.map(PlaceJSON.init), expires: $0.expires.map(utc)) })
    }

    /// `{ "value", "origin" }` for a scalar, `{ "items": […] }` for a list, `{ "fields": {…} }` for a mapping.
    struct Node: Encodable {
        var node: RenderedNode

        private enum Key: String, CodingKey { case value, origin, items, fields }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            switch node.content {
            case .scalar(let text, let isPlain):
                switch isPlain ? coreValue(of: text) : .string(text) {
                case .null: try container.encodeNil(forKey: .value)
                case .boolean(let value): try container.encode(value, forKey: .value)
                case .integer(let value): try container.encode(value, forKey: .value)
                // JSON has no infinities.
                case .float(let value): if value.isFinite { try container.encode(value, forKey: .value) } else { try container.encode(text, forKey: .value) }
                case .string(let value): try container.encode(value, forKey: .value)
                }
                try container.encode(OriginJSON(node.origin), forKey: .origin)
            case .sequence(let items): try container.encode(items.map(Node.init), forKey: .items)
            case .mapping(let entries):
                let fields = Dictionary(entries.map { ($0.key, Node(node: $0.value)) }, uniquingKeysWith: { first, _ in first })
                try container.encode(fields, forKey: .fields)
            }
        }
    }
}

private struct OriginJSON: Encodable {
    /// `manifest`, `patch`, `variable`, `mesh-default` or `language`.
    var source: String
    var file: String?
    var line: Int?
    var column: Int?
    var environment: String?
    var variables: [Variable]?

    struct Variable: Encodable {
        var name: String
        /// None for a value of the command line.
        var file: String?
        var line: Int?
    }

    init(_ origin: ValueOrigin?) {
        var place: SourceRange?
        switch origin {
        case nil: source = "language"
        case .manifest(let range): (source, place) = ("manifest", range)
        case .meshDefault(let range): (source, place) = ("mesh-default", range)
        case .patch(let name, let range): (source, place, environment) = ("patch", range, name)
        case .variables(let names):
            source = "variable"
            variables = names.map { Variable(name: $0.name, file: $0.range?.file.path, line: ($0.range?.start.line).map(Int.init)) }
        }
        file = place?.file.path
        line = (place?.start.line).map(Int.init)
        column = (place?.start.column).map(Int.init)
    }
}
