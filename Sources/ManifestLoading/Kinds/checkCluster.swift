import Diagnostics
import MeshModel

/// What can be said of one cluster without looking at the others.
func checkCluster(_ cluster: ClusterSpec, _ spec: ManifestValue, at range: SourceRange, _ diagnostics: inout [Diagnostic]) {
    switch cluster.engine.value {
    case .embedded:
        refuseFields(
            ["addresses"], of: spec, for: "embedded", why: "an embedded cluster is reached at its 'listeners'",
            &diagnostics)
        if spec.field("listeners") == nil {
            diagnostics.append(
                Diagnostic(
                    code: "cluster/missing-listeners", "an embedded cluster needs a listener", at: cluster.engine.range,
                    suggestion: "add listeners: [{ name: clients, address: \"127.0.0.1:9092\" }]"))
        }
        checkBrokerPorts(cluster, &diagnostics)
    case .kafka:
        refuseFields(
            ["brokers", "autoCreateTopics", "listeners", "storage", "authentication", "authorization"], of: spec, for: "kafka",
            why: "an existing cluster is set up where it runs, not here", &diagnostics)
        if spec.field("addresses") == nil {
            diagnostics.append(
                Diagnostic(
                    code: "cluster/missing-addresses", "a kafka cluster needs 'addresses', to be reached",
                    at: cluster.engine.range,
                    suggestion: "add addresses: [\"kafka.example.com:9092\"]"))
        }
    case .nats, .rabbitmq:
        diagnostics.append(
            Diagnostic(
                code: "cluster/engine-not-available",
                "the engine '\(cluster.engine.value.rawValue)' is not available in this version",
                at: cluster.engine.range, suggestion: "use 'embedded', or 'kafka' for anything that speaks the Kafka protocol"))
    }
    if let security = spec["security"] {
        let addresses = cluster.engine.value == .kafka ? cluster.addresses.map(\.value) : cluster.listeners.map(\.address.value)
        checkConnectionSecurity(security, addresses: addresses, &diagnostics)
    }
    if cluster.engine.value == .embedded { checkListenerSecurity(cluster, spec, &diagnostics) }
    checkListeners(cluster, &diagnostics)
    checkRegistry(cluster, spec, &diagnostics)
}

private func checkListeners(_ cluster: ClusterSpec, _ diagnostics: inout [Diagnostic]) {
    var names: [String: Located<String>] = [:]
    for listener in cluster.listeners {
        if let first = names.updateValue(listener.name, forKey: listener.name.value) {
            diagnostics.append(
                Diagnostic(
                    code: "cluster/duplicate-listener", "two listeners are called '\(listener.name.value)'",
                    at: listener.name.range,
                    secondary: first.range.map { [.init("the first", at: $0)] } ?? []))
        }
        if !listener.address.value.isLoopback, !listener.security.value.authenticates {
            diagnostics.append(
                Diagnostic(
                    .warning, code: "cluster/listener-not-loopback",
                    "whoever can reach '\(listener.address.value)' is User:ANONYMOUS there: the listener asks nobody who they are",
                    at: listener.address.range, suggestion: "say security: sasl-tls or mtls, or listen on 127.0.0.1:\(listener.address.value.port)"))
        }
    }
}

private func checkRegistry(_ cluster: ClusterSpec, _ spec: ManifestValue, _ diagnostics: inout [Diagnostic]) {
    guard let registry = spec["registry"] else { return }
    if let address = registry.field("address"), cluster.engine.value == .kafka {
        diagnostics.append(
            Diagnostic(
                code: "cluster/field-not-for-engine",
                "a kafka cluster has no registry of Heddle's: 'address' is for embedded ones",
                at: address.nameRange, suggestion: "give the existing registry's 'url'"))
    }
    if let address = cluster.registryAddress, cluster.engine.value == .embedded, !address.value.isLoopback {
        diagnostics.append(
            Diagnostic(
                .warning, code: "cluster/listener-not-loopback",
                "the registry on '\(address.value)' can be reached from other machines, and asks nobody who they are",
                at: address.range, suggestion: "listen on 127.0.0.1:\(address.value.port)"))
    }
    guard registry["address"] != nil else { return }
    for login in registry.fields where ["auth", "token"].contains(login.name) {
        diagnostics.append(
            Diagnostic(
                code: "cluster/field-not-for-engine",
                "'\(login.name)' is for a registry that is there already: the cluster's own asks for no login", at: login.nameRange,
                suggestion: "remove it"))
    }
}

private func refuseFields(
    _ names: [String], of spec: ManifestValue, for engine: String, why: String, _ diagnostics: inout [Diagnostic]
) {
    for field in spec.fields where names.contains(field.name) {
        diagnostics.append(
            Diagnostic(
                code: "cluster/field-not-for-engine", "'\(field.name)' means nothing for the engine '\(engine)': \(why)",
                at: field.nameRange,
                suggestion: "remove it"))
    }
}
