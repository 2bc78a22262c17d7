import Diagnostics
import Foundation
import LocatedYAML
import ManifestWriting
import TestSupport
import Testing

/// The YAML test suite, formatted: whatever style it is written in, once is enough.
struct FormattingTests {
    private static let cases = try? YAMLCase.load()

    @Test(.enabled("the corpus is not there: set HEDDLE_CONFORMANCE") { cases != nil })
    func `the suite is formatted, and formatting it again changes nothing`() throws {
        let cases = try #require(Self.cases)
        var formatted = 0
        var left: [String] = []
        for suiteCase in cases {
            let file = SourceFile(path: suiteCase.id, text: suiteCase.text)
            switch formatManifests(file) {
            case .unreadable: #expect(parseYAML(file).diagnostics.contains { $0.severity == .error })
            case .leftAlone: left.append(suiteCase.id)
            case .text(let bytes):
                formatted += 1
                guard case .text(let again) = formatManifests(SourceFile(path: suiteCase.id, bytes: bytes)) else {
                    Issue.record("\(suiteCase.id): \(show(bytes)) is not formatted again")
                    continue
                }
                if again != bytes { Issue.record("\(suiteCase.id): \(show(Array(suiteCase.text.utf8))) → \(show(bytes)) → \(show(again))") }
            }
        }
        #expect(formatted > 250)
        // It ends amid a line of blanks that belongs to a block scalar: no line break can follow that is not part of it.
        #expect(left == ["L24T/01"])
    }

    private func show(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self).debugDescription }
}
