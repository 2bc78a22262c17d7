/// A message of descriptor.proto as its fields, by number, in the order in which they came.
///
/// Bytes stay where they are: what is nested is a slice, read when it is looked at.
struct ProtobufDescriptorFields {
    private enum Value {
        case integer(UInt64)
        case bytes(ArraySlice<UInt8>)
    }

    private var values: [Int32: [Value]] = [:]

    init(_ bytes: ArraySlice<UInt8>) throws(ProtobufDescriptorProblem) {
        do {
            values = try Self.read(bytes)
        } catch {
            throw ProtobufDescriptorProblem("these bytes are not a Protobuf message")
        }
    }

    private static func read(_ bytes: ArraySlice<UInt8>) throws(ProtobufWireReader.Failure) -> [Int32: [Value]] {
        var values: [Int32: [Value]] = [:]
        var failure: ProtobufWireReader.Failure?
        bytes.withUnsafeBytes { buffer in
            var reader = ProtobufWireReader(buffer)
            do throws(ProtobufWireReader.Failure) {
                while !reader.isAtEnd {
                    let (number, wireType) = try reader.tag()
                    switch wireType {
                    case 0: values[number, default: []].append(.integer(try reader.varint()))
                    case 2:
                        let end = try reader.length()
                        values[number, default: []].append(
                            .bytes(bytes[(bytes.startIndex + reader.offset)..<(bytes.startIndex + end)]))
                        reader.offset = end
                    default: try reader.skip(number, wireType, depth: 32)
                    }
                }
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return values
    }

    func bytes(_ number: Int32) -> ArraySlice<UInt8>? {
        if case .bytes(let bytes)? = values[number]?.last { bytes } else { nil }
    }

    func all(_ number: Int32) -> [ArraySlice<UInt8>] {
        (values[number] ?? []).compactMap { if case .bytes(let bytes) = $0 { bytes } else { nil } }
    }

    func string(_ number: Int32) -> String? { bytes(number).map { String(decoding: $0, as: UTF8.self) } }

    func strings(_ number: Int32) -> [String] { all(number).map { String(decoding: $0, as: UTF8.self) } }

    func integer(_ number: Int32) -> Int64? {
        if case .integer(let value)? = values[number]?.last { Int64(bitPattern: value) } else { nil }
    }

    /// Of int32, packed or not.
    func integers(_ number: Int32) -> [Int64] {
        (values[number] ?? []).flatMap { value -> [Int64] in
            switch value {
            case .integer(let value): return [Int64(bitPattern: value)]
            case .bytes(let bytes):
                return bytes.withUnsafeBytes { buffer in
                    var reader = ProtobufWireReader(buffer)
                    var found: [Int64] = []
                    while !reader.isAtEnd, let next = try? reader.varint() { found.append(Int64(bitPattern: next)) }
                    return found
                }
            }
        }
    }

    func bool(_ number: Int32) -> Bool { integer(number) ?? 0 != 0 }

    func message(_ number: Int32) throws(ProtobufDescriptorProblem) -> ProtobufDescriptorFields? {
        guard let bytes = bytes(number) else { return nil }
        return try ProtobufDescriptorFields(bytes)
    }

    func messages(_ number: Int32) throws(ProtobufDescriptorProblem) -> [ProtobufDescriptorFields] {
        var found: [ProtobufDescriptorFields] = []
        for bytes in all(number) { found.append(try ProtobufDescriptorFields(bytes)) }
        return found
    }
}

/// Why bytes are no descriptor of a file, in one sentence.
package struct ProtobufDescriptorProblem: Error, Sendable, Hashable {
    package var message: String

    init(_ message: String) { self.message = message }
}
