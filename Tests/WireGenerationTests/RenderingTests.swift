import Foundation
import Testing
@testable import WireGeneration

/// The Swift that comes of a description; that it compiles and does what it should is shown by KafkaWireTests.
@Suite struct RenderingTests {
    private func render(_ fields: String) throws -> String {
        let files = try GeneratedFiles(
            apis: ["Ping.json": description(requestFields: fields)], errors: Data(minimalErrors.utf8))
        return try #require(files.textByPath["Sources/KafkaWire/Generated/PingRequest.swift"])
    }

    @Test func `a field of all versions is read without a condition`() throws {
        let text = try render(#"{"name": "count", "type": "int32", "default": 5, "about": "How many."}"#)
        #expect(text.contains("    /// How many.\n    package var count: Int32\n"))
        #expect(text.contains("    package init(count: Int32 = 5) {\n        self.count = count\n    }\n"))
        #expect(text.contains("        count = try reader.readInt32()\n"))
        #expect(text.contains("        writer.writeInt32(count)\n"))
    }

    @Test func `a field of some versions is read, written or refused by version`() throws {
        let text = try render(#"{"name": "count", "type": "int32", "versions": "1-2", "default": -1, "about": "How many."}"#)
        #expect(text.contains("/// How many. Versions 1 to 2.\n"))
        #expect(text.contains("count = try version >= 1 && version <= 2 ? reader.readInt32() : -1\n"))
        #expect(text.contains("} else if count != -1 {\n            throw .fieldNotInVersion(field: \"PingRequest.count\", version: version)"))
    }

    @Test func `an ignorable field is dropped`() throws {
        let text = try render(
            #"{"name": "count", "type": "int32", "versions": "1+", "ignorable": true, "about": "How many."}"#)
        #expect(!text.contains("fieldNotInVersion"))
    }

    @Test func `a Swift keyword is quoted`() throws {
        let text = try render(#"{"name": "default", "type": "bool", "about": "Whether."}"#)
        #expect(text.contains("package var `default`: Bool"))
        #expect(text.contains("        `default` = try reader.readBool()"))
    }

    @Test func `a structure that may be null is preceded by its presence`() throws {
        let text = try render(
            #"{"name": "cursor", "type": "Cursor", "nullable": "0+", "default": null, "about": "Where.", "fields": []}"#)
        #expect(text.contains("cursor = try (reader.readPresence() ? Cursor(from: &reader, version: version) : nil)"))
        #expect(text.contains("writer.writePresence(cursor != nil)\n        try cursor?.write(to: &writer, version: version)"))
    }

    @Test func `text in a literal is escaped`() throws {
        let text = try render(#"{"name": "word", "type": "string", "default": "a\"b\\c", "about": "Any."}"#)
        #expect(text.contains(#"word: String = "a\"b\\c""#))
    }
}
