import Foundation
import Testing

@Suite(.serialized, .timeLimit(.minutes(5)), .enabled(if: Program.hasClients, "needs the clients that 'make test' installs"))
struct `Told sessions` {
    static let folder = Program.root.appendingPathComponent("Fixtures/transcripts")

    static var stories: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".txt") }.sorted()
    }

    @Test func `there are some`() { #expect(Self.stories.count >= 3) }

    @Test(arguments: stories) func `the program says what was told`(story: String) async throws {
        let file = Self.folder.appendingPathComponent(story)
        let golden = try String(contentsOf: file, encoding: .utf8)
        let transcript = Transcript(golden)
        try await TemporaryMesh.copying(example: transcript.mesh) { mesh in
            let told = try await transcript.retold(in: mesh.folder)
            if ProcessInfo.processInfo.environment["HEDDLE_UPDATE_GOLDENS"] == "1" {
                try told.write(to: file, atomically: true, encoding: .utf8)
            } else {
                #expect(told == golden, "\(story) is told differently now; HEDDLE_UPDATE_GOLDENS=1 rewrites it")
            }
        }
    }
}
