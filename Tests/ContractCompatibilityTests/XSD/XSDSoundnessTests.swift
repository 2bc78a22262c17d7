import ContractCompatibility
import Diagnostics
import TestSupport
import Testing
import XSDModel

/// Random pairs of schemas, and documents that libxml2 judges: where nothing is said to break, no document of the old schema
/// is refused by the new one.
struct XSDSoundnessTests {
    @Test func `a document is never refused where nothing was said to break`() throws {
        var random = SeededGenerator(seed: 0x4EDD1E)
        var (compatible, breaking, shown, documents) = (0, 0, 0, 0)
        for seed in 0..<700 as Range<UInt64> {
            var first = XSDRandomSchema(seed: seed)
            let oldText = first.text()
            guard let old = loadXSD(file: SourceFile(path: "old.xsd", text: oldText)).schema else { continue }
            for _ in 0..<4 {
                var second = first.changed(&random)
                let newText = second.text()
                guard newText != oldText, let new = loadXSD(file: SourceFile(path: "new.xsd", text: newText)).schema else { continue }
                let found = compareXSD(old: old, new: new)
                let isBreaking = found.contains(where: \.isBreaking)
                if isBreaking { breaking += 1 } else { compatible += 1 }
                if let example = findXSDCounterExample(old: old, new: new, attempts: isBreaking ? 4 : 25, using: &random) {
                    shown += 1
                    guard isBreaking else {
                        Issue.record("\(example.document)\nis refused: \(example.reason)\nOLD \(oldText)\nNEW \(newText)\n\(found.map(\.message))")
                        return
                    }
                    #expect(old.isValid(Array(example.document.utf8)) && !new.isValid(Array(example.document.utf8)))
                }
                documents += isBreaking ? 4 : 25
            }
        }
        #expect(compatible > 200 && breaking > 200 && shown > 50, "\(compatible) \(breaking) \(shown) \(documents)")
    }

    @Test func `a schema takes all that it took`() throws {
        var loaded = 0
        for seed in 10_000..<10_400 as Range<UInt64> {
            var made = XSDRandomSchema(seed: seed)
            let text = made.text()
            let (schema, _) = loadXSD(file: SourceFile(path: "a.xsd", text: text))
            guard let schema else { continue }
            loaded += 1
            let found = compareXSD(old: schema, new: schema)
            #expect(found.isEmpty, "\(found.map { ($0.path, $0.message) })\n\(text)")
        }
        #expect(loaded > 150, "\(loaded)")
    }
}
