import Diagnostics
import Foundation
import ManifestLoading
import Testing
import TestSupport

/// The example, spoilt: what still loads must resolve, or say why not.
struct MeshFuzzTests {
    @Test func `a spoilt mesh is answered`() throws {
        let whole = try files(in: packageRoot.appending(path: "Examples/orders")).contents
        let names = whole.keys.sorted()
        var generator = SeededGenerator(seed: 7_117)
        for _ in 0..<400 {
            var contents = whole
            for _ in 0...Int.random(in: 0..<3, using: &generator) {
                guard let name = names.randomElement(using: &generator), var text = contents[name], !text.isEmpty else { continue }
                // Words are exchanged for other words of the same mesh: what comes out is likely to be well-formed, and wrong.
                let place = Int.random(in: 0..<text.count, using: &generator)
                let donor = Array(whole[names.randomElement(using: &generator) ?? name] ?? [])
                let from = Int.random(in: 0..<donor.count, using: &generator)
                let piece = donor[from..<min(donor.count, from + Int.random(in: 0..<30, using: &generator))]
                text.replaceSubrange(place..<min(text.count, place + Int.random(in: 0..<30, using: &generator)), with: piece)
                contents[name] = text
            }
            let verdict = Verdict(InMemoryManifestSource(bytes: contents), environment: "prod")
            #expect((verdict.mesh == nil) == verdict.report.hasErrors)
        }
    }

    @Test func `what once went wrong is answered`() throws {
        let folder = packageRoot.appending(path: "Fixtures/regressions/fuzz/manifest")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
            let source = InMemoryManifestSource(bytes: ["heddle.yaml": bytes, "schema.avsc": bytes])
            let verdict = Verdict(source, environment: "prod")
            #expect((verdict.mesh == nil) == (verdict.loaded == nil || verdict.report.hasErrors), "\(name)")
        }
    }
}
