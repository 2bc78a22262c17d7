import Foundation
import Testing
@testable import WireGeneration

@Suite struct GeneratedFilesTests {
    private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    @Test func `the generated files are what the descriptions say`() throws {
        let (outdated, leftOver) = try GeneratedFiles.described(at: Self.root).differences(at: Self.root)
        #expect(outdated.isEmpty, "run `swift run heddle-dev generate`")
        #expect(leftOver.isEmpty, "run `swift run heddle-dev generate`")
    }

    @Test func `writing leaves no difference, and finds what was changed or left over`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("generated-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let files = try GeneratedFiles.described(at: Self.root)
        #expect(files.differences(at: folder).outdated.count == files.textByPath.count)
        try files.write(to: folder)
        #expect(files.differences(at: folder) == ([], []))

        let changed = "\(GeneratedFiles.sources)/FetchRequest.swift"
        let extra = "\(GeneratedFiles.sources)/Gone.swift"
        for path in [changed, extra] {
            try Data("// mine".utf8).write(to: folder.appendingPathComponent(path))
        }
        #expect(files.differences(at: folder) == ([changed], [extra]))
        try files.write(to: folder)
        #expect(files.differences(at: folder) == ([], []))
    }

    @Test func `two APIs cannot share a key, nor a file bear another name`() {
        let fetch = Data(minimalDescription.utf8)
        #expect(throws: DescriptionError(place: "Other.json", reason: "Ping belongs in Ping.json")) {
            try GeneratedFiles(apis: ["Other.json": fetch], errors: Data(minimalErrors.utf8))
        }
        let other = Data(minimalDescription.replacing("Ping", with: "Pong").utf8)
        #expect(throws: DescriptionError(place: "Pong.json", reason: "key 7 is already that of Ping")) {
            try GeneratedFiles(apis: ["Ping.json": fetch, "Pong.json": other], errors: Data(minimalErrors.utf8))
        }
    }
}

let minimalErrors = #"{"errors": [{"code": 0, "name": "NONE", "message": "Success."}]}"#

let minimalDescription = """
    {"name": "Ping", "key": 7, "about": "Asks.", "versions": "0-3", "flexible": "2+",
     "request": {"about": "Who asks.", "fields": [FIELDS]},
     "response": {"about": "The answer.", "fields": []}}
    """.replacing("FIELDS", with: "")

/// A description whose request has these fields.
func description(requestFields: String) -> Data {
    Data(
        minimalDescription.replacing(
            #""about": "Who asks.", "fields": []"#, with: #""about": "Who asks.", "fields": [\#(requestFields)]"#).utf8)
}
