import Diagnostics
import MeshModel

let clusterDescription = KindDescription(
    .cluster, summary: "One node of the mesh: a cluster that `heddle mesh up` runs itself, or one that is there already.",
    example: """
        kind: Cluster
        metadata: { name: eu, labels: { region: eu } }
        spec:
          engine: embedded
          listeners:
            - { name: clients, address: "127.0.0.1:9192", security: plaintext }
          storage: { path: .heddle/eu, durability: fsync }
        """,
    spec: ObjectDescription(
        "a cluster",
        [
            FieldDescription(
                "engine",
                .choice([
                    Choice("embedded", "Heddle's own broker, which speaks the Kafka protocol."),
                    Choice("kafka", "An existing cluster that speaks the Kafka protocol."),
                    Choice("nats", "NATS JetStream. Not available yet."),
                    Choice("rabbitmq", "RabbitMQ streams. Not available yet."),
                ]), required: true, example: "embedded", "What runs the cluster."),
            FieldDescription(
                "addresses", .list(of: .text(.hostAndPort), atLeast: 1), example: "[\"kafka.example.com:9092\"]",
                "Where a cluster that is there already is reached. Not for `embedded`, which has `listeners`."),
            FieldDescription(
                "clusterId", .text(.nonEmpty), example: "tK2v0pQbSk6w2b0mXh3f9A",
                "The id that the cluster must say it has. A cluster that answers with another is not touched."),
            FieldDescription(
                "reassignment", .object(reassignmentDescription), example: "{ throttle: 100MiB }", since: "0.3",
                "How replicas are moved when a topic's `replication` changes."),
            FieldDescription("region", .text(.nonEmpty), example: "eu-central-1", "Where it runs. Labels are what selects it."),
            FieldDescription(
                "brokers", .integer(1...3), fallback: "1", example: "1",
                "How many brokers an embedded cluster shows to its clients, each on a port of its own: that of the listener and those after"
                    + " it. All are one process with one copy of the data; replicas are labels, for tests that were written for a small cluster."),
            FieldDescription(
                "autoCreateTopics", .object(autoCreateDescription), example: "{ partitions: 3 }", since: "0.6",
                "Lets an embedded cluster make a topic when a client asks for one that is not there. Without it, asking makes none."),
            FieldDescription(
                "listeners", .list(of: .object(listenerDescription), atLeast: 1),
                example: "[{ name: clients, address: \"127.0.0.1:9192\" }]",
                "Where an embedded cluster is reached. It needs at least one."),
            FieldDescription(
                "storage", .object(storageDescription), fallback: "{ path: .heddle/<name>, durability: fsync }",
                example: "{ path: .heddle/eu, durability: fsync }", "Where an embedded cluster keeps its data."),
            FieldDescription(
                "registry", .object(registryDescription), example: "{ address: \"127.0.0.1:8181\" }",
                "The schema registry beside the cluster."),
            FieldDescription(
                "authentication", .object(authenticationDescription), example: "{ users: [{ name: heddle, password: { fromEnv: HEDDLE_PASSWORD } }] }",
                since: "0.6", "Who may log in to an embedded cluster, beside the SCRAM users that clients make."),
            FieldDescription(
                "authorization", .object(authorizationDescription), fallback: "{ default: allow }", example: "{ default: allow }",
                "What an embedded cluster does with a request that no rule speaks of."),
            FieldDescription(
                "security", .object(securityDescription), fallback: "{ protocol: plaintext }", example: "{ protocol: plaintext }",
                "How Heddle connects: to a cluster that is there already, or to the listeners of an embedded one that ask for the same protocol."),
        ]))

private let securityChoices = [
    Choice("plaintext", "Neither encrypted nor authenticated: every client is `User:ANONYMOUS`."),
    Choice("tls", "Encrypted; every client is `User:ANONYMOUS`. Needs `tls`."),
    Choice("mtls", "Encrypted, and clients show a certificate, which says who they are. Needs `tls` with `clientCa`."),
    Choice("sasl-plaintext", "Clients log in, unencrypted."),
    Choice("sasl-tls", "Clients log in, encrypted. Needs `tls`."),
]

private let listenerDescription = ObjectDescription(
    "a listener",
    [
        FieldDescription("name", .text(.name), required: true, example: "clients", "What it is called in logs."),
        FieldDescription(
            "address", .text(.hostAndPort), required: true, example: "\"127.0.0.1:9192\"",
            "The host and port to listen on. Port 0 takes a free one."),
        FieldDescription(
            "security", .choice(securityChoices), fallback: "plaintext", example: "plaintext", "How clients are let in."),
    ] + listenerSecurityFields)

private let storageDescription = ObjectDescription(
    "a storage",
    [
        FieldDescription(
            "path", .text(.path), fallback: ".heddle/<name>", example: ".heddle/eu",
            "The folder for the data, relative to heddle.yaml's."),
        FieldDescription(
            "durability",
            .choice([
                Choice("fsync", "A record is acknowledged once it is on the disk: it survives a power cut."),
                Choice(
                    "os",
                    "A record is acknowledged once the system has it: it survives a crash of the broker, not of the machine."),
            ]), fallback: "fsync", example: "fsync", "When a record counts as kept."),
    ])

private let autoCreateDescription = ObjectDescription(
    "automatic topics",
    [
        FieldDescription(
            "partitions", .integer(1...10_000), fallback: "1", example: "3", since: "0.6", "How many partitions such a topic has."),
    ])

private let registryDescription = ObjectDescription(
    "a registry", exactlyOneOf: [["address", "url"]], atMostOneOf: [["auth", "token"]],
    [
        FieldDescription(
            "address", .text(.hostAndPort), example: "\"127.0.0.1:8181\"",
            "Where an embedded cluster serves its registry, over Confluent's REST interface. Port 0 takes a free one."),
        FieldDescription(
            "url", .text(.url), example: "\"https://registry.example.com\"", "Where an existing registry is reached."),
        FieldDescription(
            "auth",
            .object(
                ObjectDescription(
                    "a registry login",
                    [
                        FieldDescription("username", .text(.nonEmpty), required: true, example: "heddle", "The user."),
                        FieldDescription(
                            "password", .secret, required: true, example: "{ fromEnv: REGISTRY_PASSWORD }",
                            "Where the password is."),
                    ])), example: "{ username: heddle, password: { fromEnv: REGISTRY_PASSWORD } }",
            "How to log in to an existing registry."),
        FieldDescription(
            "token", .secret, example: "{ fromEnv: REGISTRY_TOKEN }", since: "0.2",
            "Where the bearer token for an existing registry is, instead of a login."),
    ])

private let reassignmentDescription = ObjectDescription(
    "reassignment settings",
    [
        FieldDescription(
            "throttle", .size(allowsUnlimited: false), fallback: "50MiB", example: "100MiB", since: "0.3",
            "What copying replicas may take, in bytes a second and broker.")
    ])

private let authorizationDescription = ObjectDescription(
    "an authorization",
    [
        FieldDescription(
            "default",
            .choice([
                Choice("allow", "It is let through: only what a rule denies is refused."),
                Choice("deny", "It is refused: only what a rule allows is let through."),
            ]), fallback: "allow", example: "allow", "What happens where no rule applies."),
        FieldDescription(
            "superPrincipals", .list(of: .text(principalText), atLeast: 0), example: "[heddle]",
            "Principals that no rule applies to: a name, or `User:` and a name as clients have it, such as `User:ANONYMOUS`."),
    ])

/// Kafka's names of principals begin with their kind; what is known by a certificate has a subject for a name.
private let principalText = TextForm("a principal", pattern: "^(User:\\S.*|[a-z0-9]([a-z0-9._-]*[a-z0-9])?)$") { text in
    guard text.hasPrefix("User:") else { return TextForm.name.problem(text) }
    return text.dropFirst("User:".count).allSatisfy(\.isWhitespace)
        ? TextForm.Problem("names no principal", suggestion: "write 'User:ANONYMOUS', or a name alone") : nil
}

func decodeCluster(
    _ spec: ManifestValue?, named name: String, at range: SourceRange, diagnostics: inout [Diagnostic]
) -> ClusterSpec? {
    guard let spec, let engine: Located<ClusterSpec.Engine> = spec.choice("engine") else { return nil }
    let listeners = (spec["listeners"]?.list ?? []).compactMap(decodeListener)
    var cluster = ClusterSpec(
        engine: engine,
        addresses: spec.texts("addresses").compactMap { text in
            HostAndPort(parsing: text.value).map { Located($0, at: text.range) }
        },
        clusterId: spec.text("clusterId"), listeners: listeners,
        storage: engine.value == .embedded ? decodeStorage(spec["storage"], cluster: name) : nil,
        authorization: spec["authorization"]?.choice("default"),
        superPrincipals: spec["authorization"]?.texts("superPrincipals") ?? [],
        region: spec.text("region"), brokers: spec.integer("brokers"), registryAddress: spec["registry"]?.hostAndPort("address"),
        registryURL: spec["registry"]?.text("url"), registryLogin: spec["registry"].flatMap(decodeRegistryLogin),
        moveThrottle: spec["reassignment"]?.size("throttle"),
        security: spec["security"].flatMap(decodeConnectionSecurity), authentication: spec["authentication"].map(decodeAuthentication))
    checkCluster(cluster, spec, at: range, &diagnostics)
    cluster.autoCreateTopics = spec["autoCreateTopics"].map { .init(partitions: $0.integer("partitions") ?? Located(1)) }
    return cluster
}

private func decodeListener(_ value: ManifestValue) -> ClusterSpec.Listener? {
    guard let name = value.text("name"), let address = value.hostAndPort("address") else { return nil }
    let security: Located<ClusterSpec.Listener.Security> = value.choice("security") ?? Located(.plaintext)
    return ClusterSpec.Listener(
        name: name, address: address, security: security, advertised: value.hostAndPort("advertised"), tls: value["tls"].flatMap(decodeListenerTLS),
        mechanisms: decodeMechanisms(value, security.value))
}

private func decodeStorage(_ value: ManifestValue?, cluster: String) -> ClusterSpec.Storage {
    ClusterSpec.Storage(
        path: value?.text("path") ?? Located(".heddle/\(cluster)"), durability: value?.choice("durability") ?? Located(.fsync))
}

private func decodeRegistryLogin(_ registry: ManifestValue) -> ClusterSpec.RegistryLogin? {
    if let token = registry["token"].flatMap(decodeSecret) { return .bearer(token: token) }
    guard let auth = registry["auth"], let username = auth.text("username"), let password = auth["password"].flatMap(decodeSecret)
    else { return nil }
    return .basic(username: username.value, password: password)
}
