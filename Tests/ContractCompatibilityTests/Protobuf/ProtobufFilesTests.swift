import ContractCompatibility
import ContractModel
import Diagnostics
import Testing

/// Contracts of several files.
struct ProtobufFilesTests {
    private let order =
        "syntax = \"proto3\"; package shop; import \"item.proto\"; message Order { Item item = 1; }"
    private let item = "syntax = \"proto3\"; package shop; message Item { string name = 1; }"
    private let lone =
        "syntax = \"proto3\"; package shop; message Order { reserved 1; reserved \"item\"; }"

    private func load(_ files: [String: String]) -> ProtobufSchema {
        loadProtobuf(files.keys.sorted()) { path in files[path].map { SourceFile(path: path, text: $0) }
        }.schema
    }

    @Test func `a deleted file breaks those who import it`() {
        let old = load(["order.proto": order, "item.proto": item])
        let new = load(["order.proto": lone])
        #expect(
            compareProtobuf(old: old, new: new, level: .source).map(protobufLine).contains(
                "file-deleted item.proto"))
        #expect(
            compareProtobuf(old: old, new: new, level: .wire).map(protobufLine) == [
                "(file-deleted) item.proto", "(message-deleted) shop.Item",
            ])
    }

    @Test func `a file that the contract imports no more is not deleted`() {
        let old = load(["order.proto": order, "item.proto": item])
        let new = load(["order.proto": lone])
        let found = compareProtobuf(
            old: old, new: new, level: .wire, roots: ("order.proto", "order.proto"))
        #expect(found.map(protobufLine) == [])
    }

    @Test func `what an imported file changes is found`() {
        let old = load(["order.proto": order, "item.proto": item])
        let new = load(["order.proto": order, "item.proto": item.replacing("string", with: "double")])
        #expect(
            compareProtobuf(old: old, new: new, level: .wire).map(protobufLine) == [
                "field-wire-type-changed shop.Item.name"
            ])
    }

    @Test func `a message may move to another file, but at source`() {
        let old = load(["order.proto": item + " message Order { Item item = 1; }"])
        let new = load(["order.proto": order, "item.proto": item])
        #expect(compareProtobuf(old: old, new: new, level: .wireJSON).map(protobufLine) == [])
        #expect(
            compareProtobuf(old: old, new: new, level: .source).map(protobufLine) == ["message-deleted shop.Item"]
        )
    }

    @Test func `the contract's own file may be called something else`() {
        let (old, new) = (
            load(["v1.proto": item]),
            load(["v2.proto": item.replacing("package shop", with: "package store")])
        )
        let found = compareProtobuf(old: old, new: new, level: .wire, roots: ("v1.proto", "v2.proto"))
        #expect(found.map(protobufLine) == ["package-changed v1.proto"])
    }

    @Test func `another package is told once, and not as all its messages`() {
        let (old, new) = (
            load(["a.proto": item]), load(["a.proto": item.replacing("package shop;", with: "")])
        )
        #expect(
            compareProtobuf(old: old, new: new, level: .source).map(protobufLine) == ["package-changed a.proto"])
    }
}
