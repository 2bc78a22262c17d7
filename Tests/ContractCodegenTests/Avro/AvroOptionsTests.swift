import CompiledCodecs
import ContractCodegen
import Diagnostics
import HeddleRuntime
import Testing

/// The golden contract under every option, compiled together: all of them read the golden type's bytes, and write the same ones.
@Suite struct AvroOptionsTests {
    private static let variants: [(suffix: String, root: String, change: @Sendable (inout CodegenOptions) -> Void)] = [
        ("A", "ShipmentA", { _ in }),
        ("B", "ShipmentB", { $0.codable = true }),
        ("C", "ShipmentC", { $0.dates = .foundation; $0.codable = true }),
        ("D", "ShipmentD", { $0.access = .public; $0.codable = true }),
        ("E", "Shop.Depot.ShipmentE", { $0.namespaces = .nested; $0.codable = true; $0.access = .public }),
        ("F", "ShopDepotShipmentF", { $0.namespaces = .flat }),
        ("G", "ShipmentG", { $0.maps = .pairs; $0.codable = true }),
        ("H", "Consignment", {
            $0.names = ["shop.depot.ShipmentH": "Consignment", "shop.depot.ShipmentH.class": "kind", "shop.depot.ClassH.self": "own"]
            $0.codable = true
        }),
        ("I", "ShipmentI", { $0.views = false; $0.dates = .foundation }),
    ]

    @Test func `every option compiles, and changes nothing on the wire`() throws {
        let inputs = Self.variants.map { variant in
            var options = CodegenOptions()
            variant.change(&options)
            var text = shipment
            for name in ["Shipment", "Class", "Crate", "Seal", "Fee", "Term"] {
                text = text.replacing("\"\(name)\"", with: "\"\(name)\(variant.suffix)\"")
            }
            return ContractInput(
                format: .avro, file: SourceFile(path: "\(variant.suffix).avsc", text: text), outputName: "Shipment\(variant.suffix)", options: options)
        }
        let (files, diagnostics) = generateSwift(inputs)
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.message))")
        var sources = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0.text) })
        var main = Self.main
        var asked = 0
        for (variant, input) in zip(Self.variants, inputs) {
            main += "\nprint(answer(\(variant.root).self, bytes))"
            asked += 1
            guard input.options.codable else { continue }
            main += "\nprint(codedAnswer(\(variant.root).self, bytes))"
            asked += 1
        }
        sources["main.swift"] = main
        let program = try CompiledProgram(sources: sources)
        defer { program.remove() }
        let bytes = try fullShipment().encoded()
        let lines = try program.run(lines: ["[\(bytes.map(String.init).joined(separator: ","))]"])
        #expect(lines.first == "f81d4fae 3 note 1,2,3 7 0 1 crate 1 weight 0.5 raw 2")
        #expect(Array(lines.dropFirst()) == [String](repeating: "same", count: asked))
    }

    private static let main = """
        import Foundation
        import HeddleRuntime

        func answer<Value: ContractCodable>(_: Value.Type, _ bytes: [UInt8]) -> String {
            do throws(CodecError) {
                return try Value(decoding: bytes).encoded() == bytes ? "same" : "\\(Value.self) differs"
            } catch { return "\\(Value.self): \\(error)" }
        }

        func codedAnswer<Value: ContractCodable & Codable>(_: Value.Type, _ bytes: [UInt8]) -> String {
            do {
                let value = try Value(decoding: bytes)
                let data = try JSONEncoder().encode(value)
                let members = try JSONSerialization.jsonObject(with: data) as? [String: Any]
                guard members?["class"] != nil, members?["switch"] != nil, members?["init"] != nil else { return "other keys than the contract's" }
                return try JSONDecoder().decode(Value.self, from: data).encoded() == bytes ? "same" : "\\(Value.self) differs"
            } catch { return "\\(Value.self): \\(error)" }
        }

        /// What the view finds.
        func viewed(_ bytes: [UInt8]) throws(CodecError) -> String {
            let view = try ShipmentA.View(bytes.span.bytes)
            var text = try view.id.uuidString.lowercased().prefix(8) + " "
            var labels = view.labels
            while let entry = labels.next() { text += "\\(entry.value.byteCount) " }
            if let note = view.note { text += try note.string + " " }
            var numbers: [String] = []
            var rows = view.grid
            while let row = rows.next() {
                var rest = row
                while let number = rest.next() { numbers.append("\\(number)") }
            }
            text += numbers.joined(separator: ",")
            text += " \\(view.init_) \\(view.day.rawValue) "
            switch view.payload {
            case .crateA(let crate):
                var crates = crate.crates
                text += "\\(crates.next() == nil ? 0 : 1) crate "
                text += "\\(crates.next() == nil ? 1 : 2) "
            default: text += "another branch "
            }
            if let weight = view.weight { text += "weight \\(weight) " }
            return text + "raw \\(view.raw.byteCount)"
        }

        let bytes = readLine()!.dropFirst().dropLast().split(separator: ",").map { UInt8($0)! }
        do throws(CodecError) { print(try viewed(bytes)) } catch { print(error) }
        """
}
