import Determinism
import Diagnostics
import ExpressionLanguage
import MeshModel

extension Shapes {
    static let access = ObjectShape<Resource<AccessSpec>>(
        "Access",
        metadataFields() + [
            .init("permission", .string) { .string($0.spec.permission.rawValue) },
            .init("principals", .list(.string)) { .strings($0.spec.principals.map(\.value)) },
            .init("operations", .list(.string)) { .strings(operations($0.spec)) },
            .init("role", .string) { .string(role($0.spec)) },
            .init("resources", .list(.object("AccessTarget"))) { .list($0.spec.resources.map { accessTarget.value(of: $0.value) }) },
            .init("hosts", .list(.string)) { .strings($0.spec.hosts.map(\.value)) },
            .init("expires", .nullable(.timestamp)) { moment($0.spec.expires?.value) },
        ])

    static let accessTarget = ObjectShape<AccessSpec.Target>(
        "AccessTarget",
        [
            .init("type", .string) { .string($0.typeWord) },
            .init("pattern", .string) { .string($0.patternWord) },
            .init("name", .string) { .string($0.nameText) },
        ])

    private static func operations(_ spec: AccessSpec) -> [String] {
        if case .operations(let operations) = spec.rights { operations.map(\.value.rawValue) } else { [] }
    }

    private static func role(_ spec: AccessSpec) -> String {
        if case .role(let role) = spec.rights { role.value.rawValue } else { "" }
    }

    private static func moment(_ instant: Instant?) -> ExpressionValue {
        instant.flatMap { ExpressionTimestamp($0) }.map { .timestamp($0) } ?? .null
    }
}

extension AccessSpec.Target {
    fileprivate var typeWord: String {
        switch self {
        case .resources(let type, _): type.rawValue
        case .topics: "topic"
        case .application: "application"
        case .everything: "any"
        }
    }

    fileprivate var patternWord: String {
        switch self {
        case .resources(_, .literal): "literal"
        case .resources(_, .prefix): "prefix"
        case .resources(_, .any), .everything: "any"
        case .topics: "labels"
        case .application: "application"
        }
    }

    fileprivate var nameText: String {
        switch self {
        case .resources(_, .literal(let name)), .resources(_, .prefix(let name)): name
        case .resources(_, .any), .everything: "*"
        case .topics(let labels): labels.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.value)" }.joined(separator: ",")
        case .application(let name): name.value
        }
    }
}
