import ContractModel
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Our descriptors against protoc's, over everything in the corpus that both take: the first protoc on the PATH, or the one
/// that HEDDLE_PROTOC names.
struct ProtobufDescriptorTests {
    private static let corpus = ProtobufCorpus()
    private static let protoc = Protoc()

    @Test(.enabled("there is no corpus or no protoc") { corpus != nil && protoc != nil })
    func `descriptors are protoc's, byte for byte but for the order of custom options`() throws {
        let corpus = try #require(Self.corpus)
        let protoc = try #require(Self.protoc)
        let root = FileManager.default.temporaryDirectory.appending(path: "heddle-protoc-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: root) }
        var failing: [String: String] = [:]
        var compared = 0
        for path in corpus.realFiles {
            let result = loadProtobuf([path]) { corpus.realFile($0) }
            let inputs = result.schema.files.filter { !$0.isWellKnown }.map(\.source.file)
            guard let problem = try compare(result, path, inputs, with: protoc, in: root, &compared) else { continue }
            failing["protoc/" + path] = problem
        }
        for labelled in corpus.cases {
            let file = try #require(corpus.file(at: labelled.file, named: labelled.file))
            guard let problem = try compare(loadProtobuf(file), labelled.file, [file], with: protoc, in: root, &compared)
            else { continue }
            failing["protoc/" + labelled.file] = problem
        }
        #expect(compared > 80)
        try expectKnownProtobufFailures(failing, view: "protoc/", isWhole: false)
    }

    /// Nil where both agree, or protoc refuses: older ones do not know all editions.
    private func compare(
        _ result: ProtobufResult, _ path: String, _ inputs: [SourceFile], with protoc: Protoc, in root: URL, _ compared: inout Int
    ) throws -> String? {
        guard let theirs = try protoc.descriptor(of: path, among: inputs, in: root) else { return nil }
        guard !result.hasErrors, let file = result.schema.file(at: path) else {
            return "protoc takes it, and we do not: \(result.diagnostics.first { $0.severity == .error }?.message ?? "")"
        }
        compared += 1
        let ours = result.schema.descriptor(of: file)
        if ours == theirs { return nil }
        let schema = result.schema
        guard let type = schema.message(named: "google.protobuf.FileDescriptorProto") else { return "there is no descriptor.proto" }
        let isSame = ordered(ours, as: type, in: schema) == ordered(theirs, as: type, in: schema)
        return isSame ? nil : "the descriptors differ"
    }
}

/// The compiler as a program.
private struct Protoc: Sendable {
    let program: URL

    init?() {
        let environment = ProcessInfo.processInfo.environment
        let folders = (environment["PATH"] ?? "").split(separator: ":").map { String($0) + "/protoc" }
        guard let path = ([environment["HEDDLE_PROTOC"]].compactMap { $0 } + folders).first(where: FileManager.default.isExecutableFile)
        else { return nil }
        program = URL(fileURLWithPath: path)
    }

    /// The FileDescriptorProto of a file; nil where protoc refuses it.
    func descriptor(of path: String, among inputs: [SourceFile], in root: URL) throws -> [UInt8]? {
        try? FileManager.default.removeItem(at: root)
        for input in inputs {
            let file = root.appending(path: input.path)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(input.bytes).write(to: file)
        }
        let output = root.appending(path: "descriptor-set")
        let process = Process()
        process.executableURL = program
        process.arguments = ["-I", root.path, "--descriptor_set_out=\(output.path)", path]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { return nil }
        let set = Array(try Data(contentsOf: output))
        // FileDescriptorSet { repeated FileDescriptorProto file = 1; } with one file.
        return fields(of: set).first.map { Array($0.payload) }
    }
}

private struct WireField {
    var number: Int
    /// With the tag.
    var bytes: ArraySlice<UInt8>
    /// Of a length-delimited field, what it holds.
    var payload: ArraySlice<UInt8>
    var isDelimited: Bool
}

/// The fields of well-formed bytes, as compilers write them.
private func fields(of bytes: [UInt8]) -> [WireField] {
    var found: [WireField] = []
    var index = 0
    func varint() -> Int {
        var value = 0
        var shift = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            value |= Int(byte & 0x7F) << min(shift, 56)
            shift += 7
            if byte < 0x80 { break }
        }
        return value
    }
    while index < bytes.count {
        let start = index
        let tag = varint()
        var payload = bytes[0..<0]
        switch tag & 7 {
        case 0: _ = varint()
        case 1: index += 8
        case 2:
            let length = varint()
            payload = bytes[index..<min(index + length, bytes.count)]
            index += length
        case 5: index += 4
        default: break
        }
        found.append(WireField(number: tag >> 3, bytes: bytes[start..<min(index, bytes.count)], payload: payload, isDelimited: tag & 7 == 2))
    }
    return found
}

/// With fields by number, in the messages that a type has as well.
private func ordered(_ bytes: [UInt8], as message: ProtobufMessage, in schema: ProtobufSchema) -> [[UInt8]] {
    let found = fields(of: bytes).enumerated().sorted { ($0.element.number, $0.offset) < ($1.element.number, $1.offset) }
    return found.flatMap { _, field -> [[UInt8]] in
        guard field.isDelimited, let known = schema.field(Int32(truncatingIfNeeded: field.number), of: message), !known.isExtension,
            case .message(let inner) = known.type
        else { return [Array(field.bytes)] }
        return [[UInt8(truncatingIfNeeded: field.number)]] + ordered(Array(field.payload), as: schema[inner], in: schema) + [[0]]
    }
}
