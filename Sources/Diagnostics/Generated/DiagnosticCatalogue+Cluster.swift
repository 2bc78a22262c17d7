// Generated from Specs/diagnostics/cluster by `swift run heddle-dev generate`. Do not edit.

extension DiagnosticCatalogue {
    static let clusterPages: [DiagnosticPage] = [
        DiagnosticPage(
            code: #"cluster/brokers-lack-ports"#,
            title: #"The brokers of a cluster have not enough ports"#,
            meaning: #"""
                With `brokers: 3` each listener takes three ports: that of its `address` for the first broker and the next two for the
                others. Two of them would meet on one port, or there is no such port.
                """#,
            example: #"""
                ```yaml
                kind: Cluster
                metadata: { name: eu }
                spec:
                  engine: embedded
                  brokers: 3
                  listeners:
                    - { name: clients, address: "127.0.0.1:9192" }
                    - { name: tools, address: "127.0.0.1:9194" }
                ```
                """#,
            remedy: #"Leave room behind each listener's port, or say port 0, which takes free ones."#),
        DiagnosticPage(
            code: #"cluster/duplicate-address"#,
            title: #"Two listeners want the same address"#,
            meaning: #"Only one program can listen on a port of an address. A wildcard, `0.0.0.0`, takes the port on all of them."#,
            example: #"""
                ```yaml
                kind: Cluster
                metadata: { name: us }
                spec:
                  engine: embedded
                  listeners: [{ name: clients, address: "localhost:9192" }]
                ```
                """#,
            remedy: #"Give one of them another port."#),
        DiagnosticPage(
            code: #"cluster/duplicate-listener"#,
            title: #"Two listeners have the same name"#,
            meaning: #"A listener's name is how logs and clients tell it from the others of its cluster."#,
            example: #"""
                ```yaml
                kind: Cluster
                metadata: { name: eu }
                spec:
                  engine: embedded
                  listeners:
                    - { name: clients, address: "127.0.0.1:9192" }
                    - { name: clients, address: "127.0.0.1:9194" }
                ```
                """#,
            remedy: #"Rename one of them."#),
        DiagnosticPage(
            code: #"cluster/duplicate-storage-path"#,
            title: #"Two clusters keep their data in the same folder"#,
            meaning: #"Each embedded cluster needs a folder of its own, and none inside another's: it would take the other's files for its own."#,
            example: #"""
                ```yaml
                kind: Cluster
                metadata: { name: us }
                spec:
                  engine: embedded
                  listeners: [{ name: clients, address: "127.0.0.1:9193" }]
                  storage: { path: .heddle/eu }
                ```
                """#,
            remedy: #"Give each its own folder. Without a `storage`, a cluster uses `.heddle/<name>`."#),
        DiagnosticPage(
            code: #"cluster/engine-not-available"#,
            title: #"The engine is not available in this version"#,
            meaning: #"The manifest language has engines that this version of Heddle does not serve yet."#,
            example: #"""
                ```yaml
                kind: Cluster
                metadata: { name: eu }
                spec: { engine: nats, addresses: ["nats.example.com:4222"] }
                ```
                """#,
            remedy: #"Use `embedded`, or `kafka` for anything that speaks the Kafka protocol."#),
        DiagnosticPage(
            code: #"cluster/everyone-locked-out"#,
            title: #"Denying by default locks out everyone"#,
            meaning: #"""
                With `authorization: { default: deny }`, an embedded cluster refuses everything that no rule allows, Heddle's own requests too.
                In a cluster that has no rules yet, nobody could ever apply any. On plaintext listeners every client is `User:ANONYMOUS`; where
                `security` gives Heddle a login, it comes as that user.
                """#,
            example: #"""
                ```yaml
                kind: Cluster
                metadata: { name: eu }
                spec:
                  engine: embedded
                  listeners: [{ name: clients, address: "127.0.0.1:9192" }]
                  authorization: { default: deny }
                ```
                """#,
            remedy: #"""
                Let Heddle log in, and name its user a super principal, which no rule binds: `superPrincipals: [heddle]`. On plaintext listeners that
                is `superPrincipals: ["User:ANONYMOUS"]`, which then goes for everybody there. Or use `default: allow`: then everything may be done but
                what a rule denies.

                Where rules that let Heddle in are in the cluster already, because they were applied under `allow`, this warning may be let be.
                """#),
        DiagnosticPage(
            code: #"cluster/field-not-for-engine"#,
            title: #"A field means nothing for this engine"#,
            meaning: #"""
                Listeners, storage, brokers and authorization are settings of clusters that Heddle runs; addresses and security are how it
                reaches others. A field that could not be honoured is an error, and is not dropped.
                """#,
            example: #"""
                ```yaml
                kind: Cluster
                metadata: { name: eu }
                spec:
                  engine: kafka
                  addresses: ["kafka.example.com:9092"]
                  storage: { path: .heddle/eu }
                ```
                """#,
            remedy: #"Remove the field, or correct `engine`."#),
        DiagnosticPage(
            code: #"cluster/listener-not-loopback"#,
            title: #"A listener can be reached from other machines"#,
            meaning: #"""
                Listeners with the security `plaintext` or `tls` ask nobody who they are: all clients are `User:ANONYMOUS`. On an address that is not
                this machine's loopback, whoever can reach the port may do what that user may: without rules, read, write and delete everything.
                """#,
            example: #"""
                ```yaml
                kind: Cluster
                metadata: { name: eu }
                spec:
                  engine: embedded
                  listeners: [{ name: clients, address: "0.0.0.0:9192" }]
                ```
                """#,
            remedy: #"Let clients log in (`security: sasl-tls`) or show a certificate (`mtls`), or listen on `127.0.0.1`. If others must reach the cluster, let a firewall or a tunnel decide who."#),
        DiagnosticPage(
            code: #"cluster/missing-addresses"#,
            title: #"An existing cluster has no address"#,
            meaning: #"A cluster of engine `kafka` runs somewhere already; `addresses` says where Heddle reaches it."#,
            example: #"""
                ```yaml
                kind: Cluster
                metadata: { name: eu }
                spec: { engine: kafka }
                ```
                """#,
            remedy: #"Add one or more bootstrap addresses."#),
        DiagnosticPage(
            code: #"cluster/missing-listeners"#,
            title: #"An embedded cluster has no listener"#,
            meaning: #"An embedded cluster is run by Heddle, so its manifest says where it is to be reached. Heddle chooses no port by itself."#,
            example: #"""
                ```yaml
                kind: Cluster
                metadata: { name: eu }
                spec: { engine: embedded }
                ```
                """#,
            remedy: #"Add a listener."#),
        DiagnosticPage(
            code: #"cluster/password-unencrypted"#,
            title: #"A password goes over an unencrypted connection"#,
            meaning: #"""
                The mechanisms `plain` and `oauthbearer` send the password or token as it is. Over `sasl-plaintext` whoever sees the
                connection reads it, and can log in with it.
                """#,
            example: #"""
                ```yaml
                kind: Cluster
                metadata: { name: eu }
                spec:
                  engine: kafka
                  addresses: ["kafka.example.com:9092"]
                  security:
                    protocol: sasl-plaintext
                    sasl: { mechanism: plain, username: heddle, password: { fromEnv: KAFKA_PASSWORD } }
                ```
                """#,
            remedy: #"Connect by `sasl-tls`. Where the cluster has no TLS, use a SCRAM mechanism, which proves the password and does not send it."#),
        DiagnosticPage(
            code: #"cluster/security-mismatch"#,
            title: #"Parts of the security do not go together"#,
            meaning: #"""
                `protocol` says whether the connection is encrypted (`tls`) and whether Heddle logs in (`sasl`). What it calls for must be
                there, and what it has no use for must not: a login that is never sent, or a certificate that is never shown, would only seem
                to protect. The same holds for the `security` of an embedded cluster's listeners, their `tls`, `mechanisms` and `authentication`, and
                Heddle itself must have a way in. A certificate goes with its key, and each mechanism with what it proves.
                """#,
            example: #"""
                ```yaml
                kind: Cluster
                metadata: { name: eu }
                spec:
                  engine: kafka
                  addresses: ["kafka.example.com:9093"]
                  security:
                    protocol: tls
                    sasl: { mechanism: scram-sha-512, username: heddle, password: { fromEnv: KAFKA_PASSWORD } }
                ```
                """#,
            remedy: #"""
                Choose the protocol that the listener speaks: `sasl-tls` for a login over TLS. Then give what it needs: `sasl` with `username`
                and `password`, or `token` for `oauthbearer`; `certificate` and `key` for `mtls`.
                """#),
        DiagnosticPage(
            code: #"cluster/server-not-verified"#,
            title: #"The server's certificate is not verified"#,
            meaning: #"""
                With `insecureSkipVerify: true` any server is taken for the right one. Whoever stands between can read and change
                everything, the login included.
                """#,
            example: #"""
                ```yaml
                kind: Cluster
                metadata: { name: eu }
                spec:
                  engine: kafka
                  addresses: ["kafka.example.com:9093"]
                  security: { protocol: tls, tls: { insecureSkipVerify: true } }
                ```
                """#,
            remedy: #"""
                Give the certificate of the authority that issued the brokers' certificates as `ca`. If the certificates carry another name
                than the address, give it as `serverName`.
                """#),
        DiagnosticPage(
            code: #"cluster/tokens-not-verified"#,
            title: #"Tokens are taken on trust"#,
            meaning: #"""
                A token says who a client is because its issuer signed it. With `insecureAcceptUnsigned` tokens that nobody signed are taken
                too, and with keys that come over plain `http` somebody between could put his own in their place. Either way anybody can be
                anybody.
                """#,
            example: #"""
                ```yaml
                kind: Cluster
                metadata: { name: eu }
                spec:
                  engine: embedded
                  listeners:
                    - { name: clients, address: "127.0.0.1:9192" }
                    - { name: tokens, address: "127.0.0.1:9193", security: sasl-plaintext, mechanisms: [oauthbearer] }
                  authentication: { oauth: { insecureAcceptUnsigned: true } }
                ```
                """#,
            remedy: #"Give the issuer's keys: `jwks: { url: "https://…" }`, or a file of yours. For tests alone, this warning may be let be."#),
    ]
}
