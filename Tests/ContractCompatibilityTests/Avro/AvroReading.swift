import ContractCompatibility
import ContractModel
import Diagnostics
import Testing

func avroSchema(_ text: String, path: String = "schema.avsc") throws -> AvroSchema {
    let (schema, diagnostics) = parseAvroSchema(SourceFile(path: path, text: text))
    return try #require(schema, "\(diagnostics.map(\.message))")
}

/// Differences as `rule path`, in the order told.
func avroDifferences(reader: String, writer: String) throws -> [String] {
    compareAvro(reader: try avroSchema(reader, path: "reader.avsc"), writer: try avroSchema(writer, path: "writer.avsc"))
        .map { "\($0.rule.dropFirst("avro/".count)) \($0.path)" }
}

func avroRecord(_ name: String, _ fields: String) -> String { #"{"type":"record","name":"\#(name)","fields":[\#(fields)]}"# }

func avroField(_ name: String, _ type: String, _ more: String = "") -> String {
    #"{"name":"\#(name)","type":\#(type)\#(more.isEmpty ? "" : ",")\#(more)}"#
}
