import Diagnostics
import ExpressionLanguage
import MeshModel

/// What expressions may ask of each kind of resource. docs/reference/policies.md is written from these tables.
enum Shapes {
    static let texts = ExpressionType.map(.string, .string)

    static let topic = ObjectShape<PolicyTopic>(
        "Topic",
        [
            .init("name", .string) { .string($0.desired.name) },
            .init("owner", .string) { .string($0.desired.owner ?? "") },
            .init("description", .string) { .string($0.manifest?.metadata.description ?? "") },
            .init("labels", texts) { map($0.manifest?.metadata.labels) },
            .init("annotations", texts) { map($0.manifest?.metadata.annotations) },
            .init("clusters", .list(.string)) { .strings($0.clusters) },
            .init("regions", .list(.string)) { .strings($0.regions) },
            .init("partitions", .int) { .int(Int64($0.desired.partitions)) },
            .init("replication", .nullable(.int)) { $0.desired.replication.map { .int(Int64($0)) } ?? .null },
            .init("retention", .object("Retention")) { retention.value(of: $0.desired) },
            .init("cleanup", .list(.string)) { .strings(cleanup($0.desired)) },
            .init("config", texts) { topic in
                .map(ExpressionMap(topic.desired.config.sorted { $0.key < $1.key }.compactMap { key, setting in
                    if case .value(let value) = setting { (key, .string(value)) } else { nil }
                }))
            },
            .init("contracts", .list(.string)) { .strings($0.contracts) },
            .init("classifications", .list(.string)) { .strings($0.classifications) },
            .init("producers", .list(.string)) { .strings($0.writers) },
            .init("consumers", .list(.string)) { .strings($0.readers) },
            .init("validation", .string) { .string($0.manifest?.spec.settings.validation?.value.rawValue ?? "none") },
            .init("deletionProtection", .bool) { .bool($0.desired.deletionProtection) },
            .init("derived", .bool) { .bool($0.desired.isDerived) },
        ])

    static let retention = ObjectShape<DesiredTopic>(
        "Retention",
        [
            .init("time", .nullable(.duration)) { topic in
                guard let time = number("retention.ms", topic), time >= 0 else { return .null }
                return .duration(.milliseconds(time))
            },
            .init("size", .nullable(.int)) { topic in
                guard let size = number("retention.bytes", topic), size >= 0 else { return .null }
                return .int(size)
            },
            .init("unlimited", .bool) { .bool(number("retention.ms", $0).map { $0 < 0 } ?? false) },
        ])

    static let contract = ObjectShape<PolicyContract>(
        "Contract",
        [
            .init("name", .string) { .string($0.resource.name) },
            .init("owner", .string) { .string($0.resource.metadata.owner?.value ?? "") },
            .init("description", .string) { .string($0.resource.metadata.description ?? "") },
            .init("labels", texts) { map($0.resource.metadata.labels) },
            .init("annotations", texts) { map($0.resource.metadata.annotations) },
            .init("format", .string) { .string($0.resource.spec.format.value.rawValue) },
            .init("compatibility", .string) { .string(($0.resource.spec.compatibility?.value ?? .backward).rawValue) },
            .init("classification", texts) { contract in
                .map(ExpressionMap(contract.resource.spec.classification.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value.value.rawValue)) }))
            },
            .init("references", .list(.string)) { .strings($0.resource.spec.references.map(\.contract.value)) },
            .init("deprecated", .bool) { .bool($0.resource.spec.deprecation != nil) },
            .init("topics", .list(.string)) { .strings($0.topics) },
        ])

    static let application = ObjectShape<Resource<ApplicationSpec>>(
        "Application",
        metadataFields() + [
            .init("principal", .string) { .string($0.spec.principal.value) },
            .init("produces", .list(.string)) { .strings($0.spec.produces.map(\.topic.value)) },
            .init("consumes", .list(.object("Consumption"))) { .list($0.spec.consumes.map(consumption.value)) },
        ])

    static let consumption = ObjectShape<ApplicationSpec.Consumption>(
        "Consumption",
        [
            .init("topic", .string) { .string($0.topic.value) },
            .init("group", .string) { .string($0.group.value) },
            .init("retries", .bool) { .bool($0.retry != nil) },
            .init("deadLetters", .bool) { .bool($0.deadLetter != nil) },
        ])

    static let principal = ObjectShape<Resource<PrincipalSpec>>(
        "Principal",
        metadataFields() + [
            .init("identity", .string) { principal in
                switch principal.spec.identity?.value {
                case .scram: "scram"
                case .mtls: "mtls"
                case .oauth: "oauth"
                case nil: ""
                }
            },
            .init("members", .list(.string)) { .strings(($0.spec.members ?? []).map(\.value)) },
        ])

    static let cluster = ObjectShape<Resource<ClusterSpec>>(
        "Cluster",
        metadataFields() + [
            .init("engine", .string) { .string($0.spec.engine.value.rawValue) },
            .init("region", .string) { .string($0.spec.region?.value ?? $0.metadata.labels["region"]?.value ?? "") },
            .init("brokers", .int) { .int(Int64($0.spec.brokers?.value ?? 1)) },
            .init("registry", .bool) { .bool($0.spec.registryAddress != nil || $0.spec.registryURL != nil) },
            .init("authorization", .string) { .string($0.spec.authorization?.value.rawValue ?? "allow") },
        ])

    static let mesh = ObjectShape<PolicyMesh>(
        "Mesh",
        [
            .init("name", .string) { .string($0.name) },
            .init("environment", .string) { .string($0.environment) },
            .init("clusters", .list(.object("Cluster"))) { .list($0.clusters.map(cluster.value)) },
            .init("contracts", .list(.object("Contract"))) { .list($0.contracts.map(contract.value)) },
            .init("topics", .list(.object("Topic"))) { .list($0.topics.map(topic.value)) },
            .init("principals", .list(.object("Principal"))) { .list($0.principals.map(principal.value)) },
            .init("applications", .list(.object("Application"))) { .list($0.applications.map(application.value)) },
            .init("access", .list(.object("Access"))) { .list($0.access.map(access.value)) },
        ])

    static let types: [ExpressionObjectType] = [
        topic.type, retention.type, contract.type, application.type, consumption.type, access.type, accessTarget.type, principal.type,
        cluster.type, mesh.type, ChangeShapes.change.type, ChangeShapes.field.type,
    ]

    static func metadataFields<Spec>() -> [ObjectShape<Resource<Spec>>.Field] {
        [
            .init("name", .string) { .string($0.name) },
            .init("owner", .string) { .string($0.metadata.owner?.value ?? "") },
            .init("description", .string) { .string($0.metadata.description ?? "") },
            .init("labels", texts) { map($0.metadata.labels) },
            .init("annotations", texts) { map($0.metadata.annotations) },
        ]
    }

    private static func map(_ texts: [String: Located<String>]?) -> ExpressionValue {
        .map(ExpressionMap((texts ?? [:]).sorted { $0.key < $1.key }.map { ($0.key, .string($0.value.value)) }))
    }

    private static func number(_ key: String, _ topic: DesiredTopic) -> Int64? {
        if case .value(let text)? = topic.config[key] { Int64(text) } else { nil }
    }

    private static func cleanup(_ topic: DesiredTopic) -> [String] {
        guard case .value(let text)? = topic.config["cleanup.policy"] else { return ["delete"] }
        return text.split { $0 == "," || $0 == " " }.map(String.init).sorted()
    }
}
