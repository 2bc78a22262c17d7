import ContractModel
import ContractPayloads
import Diagnostics
import LocatedJSON
import Testing

func avroSchema(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> AvroSchema {
    let (schema, diagnostics) = parseAvroSchema(SourceFile(path: "s", text: text))
    return try #require(schema, "\(diagnostics.map(\.message))", sourceLocation: sourceLocation)
}

func json(_ text: String) throws -> JSONNode { try parseJSONPayload(Array(text.utf8)) }

/// A value written as JSON with the writer's schema, then as bytes, then read as the reader has it, as JSON again.
func resolved(_ text: String, writer: String, reader: String) throws -> String {
    let (writer, reader) = (try avroSchema(writer), try avroSchema(reader))
    let bytes = try encodeAvro(try AvroValue(json: json(text), schema: writer), writer)
    return try decodeAvro(bytes, writer: writer, reader: reader).json(reader).compactText
}

/// What a reader has against it, with the path.
func refusal(_ text: String, writer: String, reader: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    do {
        let read = try resolved(text, writer: writer, reader: reader)
        Issue.record("it is read as \(read)", sourceLocation: sourceLocation)
        return ""
    } catch let error as PayloadError {
        #expect(error.kind == .refused, sourceLocation: sourceLocation)
        return error.message
    }
}

func problem(_ bytes: [UInt8], _ schema: String) throws -> PayloadError? {
    do {
        _ = try decodeAvro(bytes, writer: try avroSchema(schema))
        return nil
    } catch let error as PayloadError {
        return error
    }
}

func protobufSchema(_ text: String) throws -> ProtobufSchema {
    let result = loadProtobuf(SourceFile(path: "main.proto", text: text))
    try #require(!result.hasErrors, "\(result.diagnostics.map(\.message))")
    return result.schema
}
