/// What `heddle init` writes.
enum StarterMesh {
    static func files(name: String) -> [(path: String, text: String)] {
        [
            (
                "heddle.yaml",
                """
                # The root of the mesh. 'heddle explain Mesh' lists every field.
                apiVersion: heddle.dev/v1
                kind: Mesh
                metadata: { name: \(name) }
                spec:
                  manifests: [manifests/**/*.yaml]
                  defaults:
                    topic: { partitions: 3, retention: { time: 7d } }

                """
            ),
            (
                "manifests/clusters.yaml",
                """
                # A cluster that runs on this machine: 'heddle mesh up'. For one that is there already, say
                # engine: kafka and addresses: ["host:9092"] instead.
                kind: Cluster
                metadata: { name: local }
                spec:
                  engine: embedded
                  listeners: [{ name: clients, address: "127.0.0.1:9092", security: plaintext }]

                """
            ),
            (
                "manifests/greetings.yaml",
                """
                # An event, the topic that carries it, and a service that writes it.
                kind: Contract
                metadata: { name: greeting, owner: team-hello }
                spec:
                  format: avro
                  file: ../contracts/greeting.avsc
                  compatibility: backward
                ---
                kind: Topic
                metadata: { name: greetings, owner: team-hello }
                spec:
                  clusters: [local]
                  value: { contract: greeting }
                ---
                kind: Principal
                metadata: { name: greeter }
                spec: {}
                ---
                # What greeter may do follows from this.
                kind: Application
                metadata: { name: greeter, owner: team-hello }
                spec:
                  principal: greeter
                  produces: [{ topic: greetings }]

                """
            ),
            (
                "contracts/greeting.avsc",
                """
                {
                  "type": "record",
                  "name": "Greeting",
                  "namespace": "hello",
                  "fields": [
                    { "name": "to", "type": "string", "doc": "Whom we greet." },
                    { "name": "at", "type": { "type": "long", "logicalType": "timestamp-millis" } }
                  ]
                }

                """
            ),
            (".gitignore", ".heddle/\n"),
        ]
    }
}
