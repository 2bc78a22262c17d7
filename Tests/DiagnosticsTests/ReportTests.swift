import Diagnostics
import TestSupport
import Testing

struct ReportTests {
    private let source = MarkedSource("⟦a⟧: ⟦b⟧\n⟦c⟧: ⟦d⟧\n", path: "b.yaml")
    private let earlier = MarkedSource("⟦x⟧", path: "a.yaml")

    @Test func `diagnostics are sorted by file and place, errors first, what has no place before all`() {
        let diagnostics = [
            Diagnostic(code: "t/5", "m", at: source.ranges[3]),
            Diagnostic(.note, code: "t/3", "m", at: source.ranges[0]),
            Diagnostic(code: "t/4", "m", at: source.ranges[2]),
            Diagnostic(.error, code: "t/2", "m", at: source.ranges[0]),
            Diagnostic(code: "t/1", "m", at: earlier.ranges[0]),
            Diagnostic(.warning, code: "t/0", "m"),
        ]
        let order = ["t/0", "t/1", "t/2", "t/3", "t/4", "t/5"]
        #expect(inDisplayOrder(diagnostics).map(\.code) == order)
        #expect(inDisplayOrder(diagnostics.reversed()).map(\.code) == order)
    }

    @Test func `equal diagnostics are shown once`() {
        let one = Diagnostic(code: "t/1", "m", at: source.ranges[0], notes: ["n"])
        var other = one
        other.notes = []
        #expect(DiagnosticReport([one, one, other, one]).diagnostics.count == 2)
    }

    @Test func `the summary counts`() {
        let error = Diagnostic(code: "t/1", "m", at: source.ranges[0])
        let second = Diagnostic(code: "t/1", "m", at: source.ranges[1])
        let warning = Diagnostic(.warning, code: "t/2", "m")
        let files = (1...12).map { "\($0).yaml" }
        #expect(DiagnosticReport([error, second, warning], files: files).summary == "2 errors, 1 warning in 12 files")
        #expect(DiagnosticReport([], files: ["a"]).summary == "no problems in 1 file")
        #expect(DiagnosticReport([Diagnostic(.note, code: "t/3", "m")]).summary == "1 note")
        #expect(DiagnosticReport([warning]).hasErrors == false && DiagnosticReport([error]).hasErrors)
    }
}
