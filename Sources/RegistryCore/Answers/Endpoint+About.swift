extension Endpoint {
    static let about: [Endpoint] = [
        Endpoint("GET", "/") { _, _ in RegistryAnswer(.object([])) },
        Endpoint("GET", "/v1/metadata/id") { registry, _ in
            RegistryAnswer(
                .object([
                    (
                        "scope",
                        .object([
                            ("path", .array([])),
                            (
                                "clusters",
                                .object([
                                    ("kafka-cluster", .string(registry.about.clusterID)),
                                    ("schema-registry-cluster", .string("schema-registry")),
                                ])
                            ),
                        ])
                    ), ("id", .string("")),
                ]))
        },
        Endpoint("GET", "/v1/metadata/version") { registry, _ in
            RegistryAnswer(.object([("version", .string(registry.about.version)), ("commitId", .string(""))]))
        },
        Endpoint("GET", "/contexts") { registry, call in
            RegistryAnswer(.strings(call.page(registry.state.contextNames)))
        },
    ]
}
