import Diagnostics
import Foundation
import TestSupport
import Testing
import XSDModel

struct XSDSamplingTests {
    @Test func `documents are made that are valid`() throws {
        let schema = try #require(load(orderSchema).schema)
        var random = SeededGenerator(seed: 1)
        var made: Set<String> = []
        for _ in 0..<100 {
            let document = try #require(sampleXSD(schema, using: &random))
            #expect(schema.isValid(Array(document.utf8)))
            made.insert(document)
        }
        #expect(made.count > 40)
    }

    private static let xmllint = ["/usr/bin/xmllint", "/usr/local/bin/xmllint"].first(where: FileManager.default.isExecutableFile)

    @Test(.enabled("xmllint is not there") { xmllint != nil })
    func `mutated documents are judged as xmllint judges them`() throws {
        let schema = try #require(load(orderSchema).schema)
        let folder = FileManager.default.temporaryDirectory.appending(path: "xsd-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let schemaFile = folder.appending(path: "s.xsd")
        try Data(orderSchema.utf8).write(to: schemaFile)

        var random = SeededGenerator(seed: 3)
        var ours: [String: Bool] = [:]
        for number in 0..<300 {
            var bytes = Array(try #require(sampleXSD(schema, using: &random)).utf8)
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                if Bool.random(using: &random) { bytes[place] = UInt8.random(in: 0x30...0x7A, using: &random) } else { bytes.remove(at: place) }
            }
            let file = folder.appending(path: "\(number).xml")
            try Data(bytes).write(to: file)
            ours[file.path] = schema.isValid(bytes)
        }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try #require(Self.xmllint))
        process.arguments = ["--noout", "--nonet", "--schema", schemaFile.path] + ours.keys.sorted()
        let pipe = Pipe()
        process.standardError = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let valid = Set(output.split(separator: "\n").filter { $0.hasSuffix(" validates") }.map { String($0.dropLast(" validates".count)) })
        for (path, isValid) in ours { #expect(isValid == valid.contains(path), "\(path)") }
        #expect(valid.count > 50 && valid.count < 280)
    }
}
