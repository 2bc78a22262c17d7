import ContractCodegen
import Diagnostics
import Foundation
import TestSupport
import Testing

/// `Generated/Shipment.swift` is what the generator makes of `shipment`, and is compiled into these tests.
@Suite struct AvroGoldenTests {
    private static let golden = packageRoot.appending(path: "Tests/ContractCodegenTests/Avro/Generated/Shipment.swift")

    @Test func `the golden file is what the generator makes`() throws {
        let file = SourceFile(path: "shipment.avsc", text: shipment)
        let (files, diagnostics) = generateSwift([ContractInput(format: .avro, file: file, outputName: "Shipment")])
        #expect(diagnostics.isEmpty)
        let text = try #require(files.first?.text)
        if ProcessInfo.processInfo.environment["HEDDLE_UPDATE_GOLDENS"] == "1" { try text.write(to: Self.golden, atomically: true, encoding: .utf8) }
        #expect(try String(contentsOf: Self.golden, encoding: .utf8) == text, "HEDDLE_UPDATE_GOLDENS=1 writes it anew")
    }
}

/// Something of all that Avro has: keywords for names, a map and a null in the middle, arrays within arrays, unions, recursion, and every
/// logical type.
let shipment = """
    {
      "type": "record", "name": "Shipment", "namespace": "shop.depot", "doc": "What leaves a depot.",
      "fields": [
        {"name": "id", "type": {"type": "string", "logicalType": "uuid"}},
        {"name": "class", "type": {"type": "enum", "name": "Class", "symbols": ["DEFAULT", "self", "none", "allCases"], "default": "DEFAULT"}, "default": "self"},
        {"name": "labels", "type": {"type": "map", "values": "string"}, "default": {}},
        {"name": "note", "type": ["null", "string"], "default": null},
        {"name": "grid", "type": {"type": "array", "items": {"type": "array", "items": "int"}}, "default": []},
        {"name": "switch", "type": "boolean", "default": true},
        {"name": "init", "type": "int", "default": -1},
        {"name": "payload", "type": ["null", "string", "long", {"type": "record", "name": "Crate", "fields": [
          {"name": "seal", "type": {"type": "fixed", "name": "Seal", "size": 4}},
          {"name": "crates", "type": {"type": "array", "items": "Crate"}, "default": []},
          {"name": "within", "type": ["null", "Crate"], "default": null}]}], "default": null},
        {"name": "weight", "type": ["double", "null"], "default": 2.5},
        {"name": "price", "type": {"type": "bytes", "logicalType": "decimal", "precision": 40, "scale": 2}},
        {"name": "fee", "type": {"type": "fixed", "name": "Fee", "size": 5, "logicalType": "decimal", "precision": 9, "scale": 3}},
        {"name": "day", "type": {"type": "int", "logicalType": "date"}, "default": 0},
        {"name": "opens", "type": {"type": "int", "logicalType": "time-millis"}, "default": 1000},
        {"name": "closes", "type": {"type": "long", "logicalType": "time-micros"}, "default": 2000},
        {"name": "packed", "type": {"type": "long", "logicalType": "timestamp-millis"}},
        {"name": "sent", "type": {"type": "long", "logicalType": "timestamp-micros"}},
        {"name": "seen", "type": {"type": "long", "logicalType": "timestamp-nanos"}},
        {"name": "local", "type": {"type": "long", "logicalType": "local-timestamp-millis"}},
        {"name": "term", "type": {"type": "fixed", "name": "Term", "size": 12, "logicalType": "duration"}},
        {"name": "raw", "type": "bytes", "default": "\\u00ff\\u0000"},
        {"name": "ratio", "type": "float", "default": 0.25},
        {"name": "nothing", "type": "null", "default": null}
      ]
    }
    """
