import Diagnostics
import LocatedYAML
import ManifestLoading
import ManifestWriting
import Testing

struct WritingTests {
    @Test func `small leaves stand in braces, the rest in blocks`() {
        let draft: YAMLDraft = .mapping([
            ("clusters", .sequence([.string("eu"), .string("us")])),
            ("retention", .mapping([("time", .string("7d")), ("size", .string("10GiB"))])),
            (
                "consumes",
                .sequence([
                    .mapping([
                        ("topic", .string("payments.settled")),
                        (
                            "retry",
                            .mapping([("attempts", .integer(5)), ("backoff", .mapping([("initial", .string("1s")), ("max", .string("5m"))]))])
                        ),
                    ])
                ])
            ),
            ("config", .mapping([])), ("hosts", .sequence([])),
        ])
        #expect(
            writeYAML(draft) == """
                clusters: [eu, us]
                retention: { time: 7d, size: 10GiB }
                consumes:
                  - topic: payments.settled
                    retry: { attempts: 5, backoff: { initial: 1s, max: 5m } }
                config: {}
                hosts: []

                """)
    }

    @Test func `texts that other readers would take for something else are quoted`() {
        for text in [
            "", " a", "a ", "yes", "No", "on", "OFF", "y", "null", "~", "true", "12", "1_000", "0x1F", "0b11", "0o17", "1e3", ".5", ".inf", "12:30",
            "190:20:30.15", "2026-12-31", "2026-12-31T10:00:00Z", "- a", "? a", "# a", "a # b", "a: b", "a:", "*a", "&a", "!a", "@a", "`a", "%a", "|",
            ">", "=", "<<", "---", "...", "[a", "{a", "'a", "\"a", "a\tb", "a\u{85}b", "\u{FEFF}a", "a\u{2028}b", "a\u{202E}b",
        ] {
            let written = writeYAML(.mapping([("key", .string(text))]))
            #expect(written == "key: \(doubleQuoted(text))\n")
        }
        for text in ["7d", "orders.created", "$(region)", "Every order, once it is placed.", "User:checkout", "http://a/b?c", "日本", "a#b", "/x", "_x", "x y"] {
            #expect(writeYAML(.mapping([("key", .string(text))])) == "key: \(text)\n")
        }
    }

    @Test func `texts of several lines are literal blocks`() {
        let draft: YAMLDraft = .mapping([
            ("a", .string("one\n\n  two\n")), ("b", .string("one\ntwo")), ("c", .string("one\n\n\n")), ("d", .string("  one\ntwo\n")),
            ("e", .string("one\n \ntwo")), ("f", .sequence([.string("x\ny\n")])),
        ])
        #expect(
            writeYAML(draft) == """
                a: |
                  one

                    two
                b: |-
                  one
                  two
                c: |+
                  one


                d: |2
                    one
                  two
                e: "one\\n \\ntwo"
                f:
                  - |
                    x
                    y

                """)
    }

    @Test func `comments stand above, remarks behind, and both keep a collection from braces`() {
        let draft: YAMLDraft = .mapping([
            ("retention", .mapping([("time", .string("7d").remarked("why"))]).commented("how long", "it stays").remarked("here")),
            ("items", .sequence([.mapping([("a", .integer(1).commented("first"))]), .integer(2).remarked("second\nline")])),
        ])
        #expect(
            writeYAML(draft) == """
                # how long
                # it stays
                retention: # here
                  time: 7d # why
                items:
                  -
                    # first
                    a: 1
                  - 2 # second line

                """)
    }

    @Test func `a manifest's fields come in the order of its kind's table`() {
        let written = writeManifests([
            ManifestDraft(
                kind: .topic, metadata: .mapping([("owner", .string("team")), ("name", .string("orders.created"))]),
                spec: .mapping([
                    ("strange", .integer(1)), ("retention", .mapping([("size", .string("1GiB")), ("time", .string("7d"))])),
                    ("value", .mapping([("subject", .string("record-name")), ("contract", .string("order"))])),
                    ("clusters", .sequence([.string("eu")])), ("config", .mapping([("b", .integer(1)), ("a", .integer(2))])),
                ]), comments: ["found on eu"]),
            ManifestDraft(kind: .principal, metadata: .mapping([("name", .string("checkout"))]), spec: nil),
        ])
        #expect(
            written == """
                # found on eu
                apiVersion: heddle.dev/v1
                kind: Topic
                metadata: { name: orders.created, owner: team }
                spec:
                  clusters: [eu]
                  value: { contract: order, subject: record-name }
                  retention: { time: 7d, size: 1GiB }
                  config: { b: 1, a: 2 }
                  strange: 1
                ---
                apiVersion: heddle.dev/v1
                kind: Principal
                metadata: { name: checkout }

                """)
    }
}
