import ContractCodegen
import Diagnostics
import Testing

/// Names that meet are errors that name both; none comes out as code that does not compile.
@Suite struct AvroClashTests {
    private func messages(_ texts: String..., change: (inout CodegenOptions) -> Void = { _ in }) -> [String] {
        var options = CodegenOptions()
        change(&options)
        let inputs = texts.enumerated().map { number, text in
            ContractInput(format: .avro, file: SourceFile(path: "c\(number).avsc", text: text), outputName: "C\(number)", options: options)
        }
        return generateSwift(inputs).diagnostics.map { "\($0.code): \($0.message)" }
    }

    private func record(_ name: String, _ fields: String) -> String {
        #"{"type":"record","name":"\#(name)","fields":[\#(fields)]}"#
    }

    private func field(_ name: String, _ type: String = #""int""#) -> String { #"{"name":"\#(name)","type":\#(type)}"# }

    @Test func `two fields of one Swift name`() {
        let text = record("n.R", field("order_id") + "," + field("orderId"))
        #expect(messages(text) == ["codegen/name-clash: 'orderId' and 'order_id' of 'n.R' would both be 'orderId'"])
        #expect(messages(text) { $0.names = ["n.R.order_id": "order"] }.isEmpty)
    }

    @Test func `two symbols of one Swift name`() {
        let text = #"{"type":"enum","name":"n.E","symbols":["IN_TIME","in_time"]}"#
        #expect(messages(text) == ["codegen/name-clash: 'in_time' and 'IN_TIME' of 'n.E' would both be 'inTime'"])
        #expect(messages(text) { $0.names = ["n.E.in_time": "late"] }.isEmpty)
    }

    @Test func `a symbol that is called as the enum's contract gets another name`() throws {
        let text = #"{"type":"enum","name":"n.E","symbols":["contract","A"]}"#
        let input = ContractInput(format: .avro, file: SourceFile(path: "e.avsc", text: text), outputName: "E")
        #expect(try #require(generateSwift([input]).files.first).text.contains("case contract_ = \"contract\""))
    }

    @Test func `a nested type that hides the namespace round it`() {
        let text = record("shop.Shop", field("item", record("shop.Item", field("x"))))
        #expect(messages(text) { $0.namespaces = .nested } == [
            "codegen/name-clash: 'shop.Shop' would be the Swift type 'Shop.Shop', whose inner 'Shop' hides the outer one"
        ])
        #expect(messages(text) { $0.namespaces = .flat }.isEmpty)
    }

    @Test func `two types of one Swift name, in one contract and in two`() {
        let both = record("a.R", field("x", record("b.R", field("y"))))
        #expect(messages(both) == ["codegen/name-clash: 'b.R' and 'a.R' would both be the Swift type 'R'"])
        for namespaces in [CodegenOptions.Namespaces.nested, .flat] { #expect(messages(both) { $0.namespaces = namespaces }.isEmpty) }
        #expect(messages(both) { $0.names = ["b.R": "Other"] }.isEmpty)
        #expect(messages(record("a.R", field("x")), record("b.R", field("x"))).count == 1)
    }

    @Test func `a type that two contracts share is one, unless they define it in two ways`() {
        func order(_ name: String, _ type: String) -> String { record("n.\(name)", field("item", record("n.Item", field("count", type)))) }
        #expect(messages(order("A", #""int""#), order("B", #""int""#)).isEmpty)
        let told = messages(order("A", #""int""#), order("B", #""long""#))
        #expect(told == ["codegen/name-clash: 'n.Item' is defined in two ways, which one Swift type 'Item' cannot be"])
    }

    @Test func `a record whose values have no end is refused`() {
        #expect(messages(record("n.R", field("r", #""R""#))).contains { $0.hasPrefix("codegen/endless-type") })
        #expect(messages(record("n.R", field("r", #"["null","R"]"#))).isEmpty)
        #expect(messages(record("n.R", field("r", #"{"type":"array","items":"R"}"#))).isEmpty)
    }
}

/// What bounds the number of elements: of types within each other it must not depend on which is met first.
@Suite struct AvroElementSizeTests {
    @Test func `a record within a circle takes as many bytes as it holds`() throws {
        // An A is met first, and a B within it holds an A again: a B takes ten bytes or more.
        let text = """
            {"type":"record","name":"A","fields":[
              {"name":"number","type":"double"},
              {"name":"b","type":["null",{"type":"record","name":"B","fields":[{"name":"a","type":"A"}]}]},
              {"name":"all","type":{"type":"array","items":"B"}}]}
            """
        let input = ContractInput(format: .avro, file: SourceFile(path: "a.avsc", text: text), outputName: "A")
        let file = try #require(generateSwift([input]).files.first)
        #expect(file.text.contains("reader.readAvroArray(minimum: 10)"))
        #expect(!file.text.contains("minimum: 0"))
    }
}
