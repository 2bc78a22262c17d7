import Diagnostics
import TestSupport
import Testing

struct FindingFingerprintTests {
    private func fingerprints(_ marked: String, code: String = "a/b", path: String = "a.yaml") throws -> [JSONTree] {
        let report = DiagnosticReport(MarkedSource(marked, path: path).ranges.map { Diagnostic(code: code, "m", at: $0) })
        let results = try JSONTree(parsing: renderSARIF(report, toolVersion: "1"))["runs"][0]["results"]
        return results.elements.map { $0["partialFingerprints"]["heddleFinding/v1"] }
    }

    @Test func `a finding is known again when lines are put in above it, or it is indented otherwise`() throws {
        #expect(try fingerprints("a: 1\n⟦b⟧: 2\n") == fingerprints("a: 1\nx: 0\n\n   ⟦b⟧: 2\n"))
    }

    @Test func `another line, code or file is another finding`() throws {
        let first = try fingerprints("⟦b⟧: 2")
        #expect(try first != fingerprints("⟦b⟧: 3"))
        #expect(try first != fingerprints("⟦b⟧: 2", code: "a/c"))
        #expect(try first != fingerprints("⟦b⟧: 2", path: "b.yaml"))
    }

    @Test func `equal lines are told apart by their order`() throws {
        let both = try fingerprints("⟦b⟧: 2\n⟦b⟧: 2\n")
        #expect(both.count == 2 && both[0] != both[1])
    }
}
