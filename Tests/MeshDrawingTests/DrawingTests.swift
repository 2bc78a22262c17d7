import Foundation
import MeshDrawing
import Testing

struct DrawingTests {
    private let graph = MeshGraph(
        nodes: [
            .init(.topic, "orders", on: "eu"), .init(.topic, "orders.g.dlq", on: "eu", isDerived: true), .init(.cluster, "eu"), .init(.cluster, "us"),
            .init(.topic, "orders", on: "us"), .init(.application, "shop \"#1\" <b>\\n"), .init(.contract, "order"), .init(.contract, "address"),
        ],
        edges: [
            .init(.produces, from: "application/shop \"#1\" <b>\\n", to: "topic/eu/orders"), .init(.value, from: "topic/eu/orders", to: "contract/order"),
            .init(.references, from: "contract/order", to: "contract/address"), .init(.consumes, from: "topic/eu/nowhere", to: "contract/order"),
            .init(.deadLetter, from: "application/shop \"#1\" <b>\\n", to: "topic/eu/orders.g.dlq"),
        ])

    @Test func `Mermaid has a subgraph for each cluster, and escaped names`() {
        #expect(
            graph.mermaid() == """
                flowchart LR
                  subgraph n0["eu"]
                    n5[("orders")]
                    n6(["orders.g.dlq"])
                  end
                  subgraph n1["us"]
                    n7[("orders")]
                  end
                  n2[/"address"/]
                  n3[/"order"/]
                  n4["shop #34;#35;1#34; #60;b#62;#92;n"]
                  n4 -->|produces| n5
                  n4 -->|dead-letter| n6
                  n3 -.->|references| n2
                  n5 -.->|value| n3

                """)
    }

    @Test func `DOT has a cluster for each cluster, and escaped names`() {
        let text = graph.dot()
        #expect(text.contains(##"n4 [label="shop \"#1\" <b>\\n", shape=box];"##))
        #expect(text.contains("subgraph cluster_n0 {\n    label=\"eu\";\n    n5 [label=\"orders\", shape=cylinder];"))
        #expect(text.contains("n5 -> n3 [label=\"value\", style=dashed];"))
    }

    @Test(.enabled(if: Graphviz.program != nil, "needs graphviz")) func `Graphviz takes it`() throws {
        #expect(try Graphviz.accepts(graph.dot()))
        #expect(try Graphviz.accepts(MeshGraph(nodes: [.init(.cluster, "empty")], edges: []).dot()))
    }

    @Test func `a focus keeps what is one step away, inside of its cluster`() throws {
        let focused = try #require(graph.focused(on: "Contract/order"))
        #expect(focused.nodes.map(\.id) == ["cluster/eu", "contract/address", "contract/order", "topic/eu/orders"])
        #expect(focused.edges.map(\.kind) == [.references, .value])
        #expect(graph.focused(on: "topic/us/orders")?.nodes.map(\.id) == ["cluster/us", "topic/us/orders"])
        #expect(graph.focused(on: "topic/orders")?.nodes.count == 6)
        #expect(graph.focused(on: "cluster/eu")?.nodes.map(\.id) == ["cluster/eu", "topic/eu/orders", "topic/eu/orders.g.dlq"])
        #expect(graph.focused(on: "topic/orderz") == nil)
        #expect(graph.focused(on: "orders") == nil)
    }

    @Test func `the order of what comes in means nothing`() {
        #expect(MeshGraph(nodes: graph.nodes.reversed(), edges: graph.edges.reversed()) == graph)
    }
}

private enum Graphviz {
    static let program = ["/usr/bin/dot", "/usr/local/bin/dot", "/opt/homebrew/bin/dot"].first { FileManager.default.isExecutableFile(atPath: $0) }

    static func accepts(_ text: String) throws -> Bool {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program ?? "")
        process.arguments = ["-Tcanon"]
        let input = Pipe()
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        input.fileHandleForWriting.write(Data(text.utf8))
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
