import Diagnostics
import Foundation
import LocatedYAML
import ManifestWriting
import TestSupport
import Testing

func formatted(_ text: String) -> String {
    switch formatManifests(SourceFile(path: "test.yaml", text: text)) {
    case .text(let bytes): String(decoding: bytes, as: UTF8.self)
    case .unreadable(let diagnostics): "unreadable: \(diagnostics.map(\.message))"
    case .leftAlone: "left alone"
    }
}

func expectFormatted(_ text: String, _ wanted: String, _ location: Testing.SourceLocation = #_sourceLocation) {
    let once = formatted(text)
    #expect(once == wanted, sourceLocation: location)
    #expect(formatted(once) == once, "formatting again changes nothing", sourceLocation: location)
}

struct FormattingTests {
    @Test func `fields come in the table's order, with their comments`() {
        expectFormatted(
            """
            # What team-checkout answers for.

            spec:
                # how long
                retention:   {size: 10GiB,   time: 7d}   # a week
                clusters: [ eu,us ]


                # what is in it
                value:
                    contract: 'order-created'
                # the end of spec
            metadata: {owner: "team-checkout", name: orders.created}
            kind: Topic
            """,
            """
            # What team-checkout answers for.

            kind: Topic
            metadata: { name: orders.created, owner: team-checkout }
            spec:
              clusters: [eu, us]

              # what is in it
              value:
                contract: order-created
              # how long
              retention: { time: 7d, size: 10GiB } # a week
              # the end of spec

            """)
    }

    @Test func `items stand below their key, two columns in`() {
        expectFormatted(
            """
            kind: Application
            spec:
              consumes:
              # first
              - topic: a   # of orders
                group: b
              -   group: d
                  # why
                  topic: c
              # after the items
              principal: x
            """,
            """
            kind: Application
            spec:
              # after the items
              principal: x
              consumes:
                # first
                - topic: a # of orders
                  group: b
                # why
                - topic: c
                  group: d

            """)
    }

    @Test func `block scalars keep their lines`() {
        expectFormatted(
            "kind: Contract\nspec:\n    schema: |   # inline\n            {\n              \"a\": 1  \n            }\n\n    format: avro\n    message: >2+\n        x\n\n      y\n\n",
            "kind: Contract\nspec:\n  format: avro\n  schema: | # inline\n    {\n      \"a\": 1  \n    }\n  message: >2+\n      x\n\n    y\n\n")
    }

    @Test func `documents are parted by one line each`() {
        expectFormatted(
            "---\n# one\na: 1\n\n\n---   # two\n\nb: 2\n...\n---\n---\n'text'\n# end\n",
            "# one\na: 1\n\n---\n# two\n\nb: 2\n---\n---\ntext\n# end\n")
        expectFormatted("# nothing\n", "# nothing\n")
        expectFormatted("", "")
        expectFormatted("a: 1\n...\n%TAG !e! tag:x,2026:\n--- !e!t\nb: 1\n", "a: 1\n...\n%TAG !e! tag:x,2026:\n---\n!e!t\nb: 1\n")
    }

    @Test func `quotes stay where they are needed`() {
        expectFormatted(
            "a: \"yes\"\nb: 'it''s'\nc: '7d'\nd: \"1\"\ne: \"a\\tb\"\nf: ['x, y', \"x\"]\n\"g\": 'a: b'\n'h i': !!str '1'\n",
            "a: \"yes\"\nb: it's\nc: 7d\nd: \"1\"\ne: \"a\\tb\"\nf: [\"x, y\", x]\ng: \"a: b\"\nh i: !!str \"1\"\n")
    }

    @Test func `anchors, aliases and tags stay`() {
        expectFormatted(
            "base:  &b\n   x: 1\nuse:\n   <<:  *b\n   y:   !t  &c  [1,2]\n   *c : z\n",
            "base: &b\n  x: 1\nuse:\n  <<: *b\n  y: !t &c [1, 2]\n  *c : z\n")
        // Another order would put the alias before its anchor.
        expectFormatted(
            "spec: { retention: &r {time: 7d}, key: *r }\nkind: Topic\n", "spec: { retention: &r { time: 7d }, key: *r }\nkind: Topic\n")
    }

    @Test func `collections in brackets over several lines become blocks`() {
        expectFormatted(
            "a: [ # all\n  x,  # first\n\n  # the second\n  {k: v,\n   l: \"w\n     z\"},\n  # last\n] # done\nb: {\n}\n",
            "a: # all\n  - x # first\n\n  # the second\n  - k: v\n    l: \"w\n      z\"\n  # last\n  # done\nb: {}\n")
    }

    @Test func `a kind that is not served yet keeps its spec's order`() {
        expectFormatted(
            "spec:\n  z: 1\n  a: 2\nkind: Route\nmetadata:\n  owner: x\n  name: y\n",
            "kind: Route\nmetadata:\n  name: y\n  owner: x\nspec:\n  z: 1\n  a: 2\n")
    }

    @Test func `what is no YAML is told and left`() {
        guard case .unreadable(let diagnostics) = formatManifests(SourceFile(path: "x", text: "a: [1\nb: 2\n")) else {
            Issue.record("formatted")
            return
        }
        #expect(!diagnostics.isEmpty)
    }

    @Test func `examples and fixtures are formatted once for all`() throws {
        var count = 0
        for folder in ["Examples", "Fixtures"] {
            let root = packageRoot.appending(path: folder)
            for case let file as URL in try #require(FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)) {
                guard file.pathExtension == "yaml" else { continue }
                let bytes = Array(try Data(contentsOf: file))
                guard case .text(let once) = formatManifests(SourceFile(path: file.path, bytes: bytes)) else {
                    #expect(!parseYAML(SourceFile(path: "x", bytes: bytes)).diagnostics.isEmpty, "\(file.path) is left alone")
                    continue
                }
                guard case .text(let twice) = formatManifests(SourceFile(path: file.path, bytes: once)) else {
                    Issue.record("\(file.path) is not formatted again")
                    continue
                }
                #expect(once == twice, "\(file.path)")
                count += 1
            }
        }
        #expect(count > 10)
    }
}
