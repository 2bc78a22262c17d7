import Diagnostics
import Foundation
import MeshModel
import TestSupport
import Testing

@testable import AccessAnalysis

struct FindingFixtureTests {
    @Test(arguments: AuditCode.allCases)
    func `each finding is made of a mesh that has it, with all that a reader needs`(_ code: AuditCode) throws {
        let audit = try AuditFixture(code, "with").audit()
        let found = audit.findings.filter { $0.code == code }
        let finding = try #require(found.first, "found instead: \(audit.findings.map(\.code.rawValue))")
        #expect(!finding.message.isEmpty && !finding.message.hasSuffix("."))
        #expect(!finding.fix.text.isEmpty)
        #expect(finding.diagnostic.code == "access-audit/\(code.rawValue)")
        // What no manifest declares has no line there, nor has a log.
        if ![.undeclaredRule, .undeclaredPrincipal, .inapplicableOperation, .shortEvidence].contains(code) { #expect(finding.range != nil, "\(finding.message)") }
    }

    @Test(arguments: AuditCode.allCases)
    func `and not of one that does not`(_ code: AuditCode) throws {
        let audit = try AuditFixture(code, "without").audit()
        #expect(audit.findings.filter { $0.code == code }.map(\.message) == [])
    }

    @Test(arguments: AuditCode.allCases)
    func `each has a page, whose example is the fixture`(_ code: AuditCode) throws {
        let page = try #require(DiagnosticCatalogue.page(for: code.diagnosticCode), "no page in Specs/diagnostics")
        guard let fence = page.example.firstMatch(of: /```yaml\n([\s\S]*?)```/) else {
            #expect(page.example.contains("```text"))
            return
        }
        let fixture = try String(contentsOf: AuditFixture.folder.appending(path: "\(code.rawValue)/with.yaml"), encoding: .utf8)
        #expect(String(fence.1) == fixture)
    }

    @Test func `every fixture and every page is of a code that is still given`() throws {
        let codes = Set(AuditCode.allCases.map(\.rawValue))
        let folders = try FileManager.default.contentsOfDirectory(atPath: AuditFixture.folder.path).filter { !$0.hasSuffix(".yaml") }
        #expect(Set(folders) == codes)
        let pages = DiagnosticCatalogue.allCodes.filter { $0.hasPrefix("access-audit/") }
        #expect(Set(pages) == Set(AuditCode.allCases.map(\.diagnosticCode)))
    }

    @Test func `a fix that is YAML is YAML that manifests take`() throws {
        // The one for a rule that nobody declares is a whole document.
        let audit = try AuditFixture(.undeclaredRule, "with").audit([.undeclaredRule])
        let yaml = try #require(audit.findings.first?.fix.yaml)
        let again = try AuditFixture("kind: Principal\nmetadata: { name: visitor }\n---\n" + yaml + "\n", live: "allow User:visitor read topic literal orders.created\n").audit([.undeclaredRule])
        #expect(again.findings.isEmpty)
    }
}
