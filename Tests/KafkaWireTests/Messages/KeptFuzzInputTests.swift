import Foundation
import KafkaWire
import NIOCore
import Testing

/// The hostile messages that Fixtures/regressions/fuzz/wire/messages.txt keeps.
@Suite struct KeptFuzzInputTests {
    @Test func `kept hostile messages are refused`() throws {
        let file = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Fixtures/regressions/fuzz/wire/messages.txt")
        let kinds = Dictionary(uniqueKeysWithValues: MessageKind.all.map { ("\($0.type)", $0.type) })
        for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") where !line.hasPrefix("#") {
            let words = line.prefix { $0 != "#" }.split(separator: " ")
            try #require(words.count == 3, "\(line)")
            let type = try #require(kinds[String(words[0])], "\(line)")
            let version = try #require(Int16(words[1]), "\(line)")
            #expect(throws: WireError.self, "\(line)") {
                try decode(type, ByteBuffer(hex: String(words[2])), version: version)
            }
        }
    }
}
