import HeddleRuntime
import NIOCore
import Synchronization

/// Values of a type as records hold them: framed with the registry's id of the schema that wrote them, or bare where there is no registry.
final class ValueCodec<Value: ContractCodable>: Sendable {
    private let schemas: SchemaCache?
    private let subject: String
    private let role: ConfluentFrame.Role
    private let frame = Mutex<ConfluentFrame?>(nil)
    private let decoders = Mutex<[UInt32: ContractDecoder<Value>]>([:])
    private let hasIndexes = Value.contract.format == .protobuf

    /// - Parameter topic: whose subject is `TOPIC-value` or `TOPIC-key` (TopicNameStrategy).
    init(_ schemas: SchemaCache?, topic: String, role: ConfluentFrame.Role = .value) {
        self.schemas = schemas
        self.role = role
        subject = topic + (role == .value ? "-value" : "-key")
    }

    func encode(_ value: Value) async throws(HeddleClientError) -> ByteBuffer {
        let frame = try await ownFrame()
        var writer = ByteWriter()
        frame?.write(into: &writer)
        do {
            try value.encode(into: &writer)
        } catch {
            throw HeddleClientError(.value, "the value cannot be written as '\(Value.contract.name)': \(error)")
        }
        return writer.bytes.withUnsafeBytes { ByteBuffer(bytes: $0) }
    }

    private func ownFrame() async throws(HeddleClientError) -> ConfluentFrame? {
        guard let schemas else { return nil }
        if let known = frame.withLock({ $0 }) { return known }
        let id = try await schemas.id(of: Value.contract, under: subject)
        let made = ConfluentFrame(.id(id), messageIndexes: hasIndexes ? (Value.contract.messageIndexes.isEmpty ? [0] : Value.contract.messageIndexes) : [])
        frame.withLock { $0 = made }
        return made
    }

    func decode(_ bytes: ByteBuffer, headers: [RecordHeader]) async throws(HeddleClientError) -> Value {
        guard schemas != nil else { return try decodeBare(bytes) }
        let (found, start) = try readFrame(of: bytes, headers)
        guard case .id(let id) = found.schema else {
            throw HeddleClientError(.contract, "the record names its schema by a GUID, by which registries are not asked yet")
        }
        let decoder = try await decoder(for: id)
        do {
            var reader = ByteReader(bytes.readableBytesSpan)
            _ = try reader.readBytes(start)
            let value = try decoder.decode(from: &reader)
            try reader.expectEnd()
            return value
        } catch {
            throw HeddleClientError(.value, "the record's \(role) is no '\(Value.contract.name)': \(error)")
        }
    }

    private func decodeBare(_ bytes: ByteBuffer) throws(HeddleClientError) -> Value {
        do {
            var reader = ByteReader(bytes.readableBytesSpan)
            let value = try Value(from: &reader)
            try reader.expectEnd()
            return value
        } catch {
            throw HeddleClientError(.value, "the record's \(role) is no '\(Value.contract.name)': \(error)")
        }
    }

    private func readFrame(of bytes: ByteBuffer, _ headers: [RecordHeader]) throws(HeddleClientError) -> (ConfluentFrame, Int) {
        do {
            var reader = ByteReader(bytes.readableBytesSpan)
            let frame = try ConfluentFrame(headers: headers, role: role, from: &reader, hasMessageIndexes: hasIndexes)
            return (frame, reader.offset)
        } catch {
            throw HeddleClientError(.value, "the record's \(role) is not framed: \(error)")
        }
    }

    private func decoder(for id: UInt32) async throws(HeddleClientError) -> ContractDecoder<Value> {
        if let known = decoders.withLock({ $0[id] }) { return known }
        guard let schemas else { throw HeddleClientError(.configuration, "there is no registry") }
        let written = try await schemas.schema(id)
        guard written.format == Value.contract.format else {
            throw HeddleClientError(
                .contract, "schema \(id), which wrote the record, is \(written.format?.rawValue ?? "of an unknown format"), and '\(Value.contract.name)' is \(Value.contract.format.rawValue)")
        }
        let made: ContractDecoder<Value>
        do {
            made =
                written.schema == Value.contract.schema
                ? ContractDecoder { (reader: inout ByteReader) throws(CodecError) -> Value in try Value(from: &reader) }
                : try Value.decoder(writtenBy: written.schema, references: written.references)
        } catch {
            throw HeddleClientError(.contract, "what schema \(id) wrote cannot be read as '\(Value.contract.name)': \(error)")
        }
        decoders.withLock { $0[id] = made }
        return made
    }
}
