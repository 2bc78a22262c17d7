import Determinism
import Diagnostics
import ManifestLoading
import MeshModel
import Testing

struct AuditSettingsTests {
    @Test func `what a mesh says of audits is read, with where it stands`() throws {
        let (loaded, diagnostics) = load(
            mesh(
                """
                audit:
                  topicsPerRule: 50
                  classifications: [secret, confidential]
                  domains: { stock: { topics: [stock.], principals: [clerk], owners: [team-stock] } }
                  separations:
                    - name: refunds
                      first: { operation: write, type: topic, prefix: payments. }
                      second: { operation: delete, type: topic, any: true }
                  suppressions:
                    - { code: broad-prefix, principal: analytics, resource: "topic*", owner: me, reason: why, expires: 2027-03-31 }
                """))
        #expect(diagnostics == [])
        let audit = try #require(loaded?.mesh.spec.audit)
        #expect(audit.topicsPerRule == 50 && audit.classifications == [.secret, .confidential])
        #expect(audit.domains.map(\.name.value) == ["stock"] && audit.domains[0].owners.map(\.value) == ["team-stock"])
        #expect(audit.separations.map(\.second.pattern) == [.any] && audit.separations[0].first.operation == .write)
        let suppression = try #require(audit.suppressions.first)
        #expect(suppression.code.value == .broadPrefix && suppression.expires.value == CalendarDate(parsing: "2027-03-31"))
        #expect(suppression.range?.start.line == 14)
    }

    @Test func `a mesh that says nothing watches personal data and secrets`() throws {
        let audit = try #require(load(mesh("")).mesh?.mesh.spec.audit)
        #expect(audit.topicsPerRule == 20 && audit.classifications == [.pii, .secret] && audit.suppressions.isEmpty)
    }

    @Test(arguments: [
        ("suppressions: [{ code: broad-prefix, owner: me, reason: why }]", "manifest/missing-field"),
        ("suppressions: [{ code: broad-prefix, reason: why, expires: 2027-03-31 }]", "manifest/missing-field"),
        ("suppressions: [{ code: broad-prefix, owner: me, expires: 2027-03-31 }]", "manifest/missing-field"),
        ("suppressions: [{ code: broad, owner: me, reason: why, expires: 2027-03-31 }]", "manifest/unknown-value"),
        ("suppressions: [{ code: broad-prefix, owner: me, reason: why, expires: soon }]", "manifest/invalid-value"),
        ("topicsPerRule: 0", "manifest/out-of-range"),
        ("separations: [{ name: x, first: { operation: write, type: topic, any: false }, second: { operation: write, type: topic, any: true } }]", "manifest/invalid-value"),
        ("separations: [{ name: x, first: { operation: write, type: topic }, second: { operation: write, type: topic, any: true } }]", "manifest/missing-field"),
    ])
    func `what is missing or wrong is said`(text: String, code: String) {
        let codes = load(mesh("audit: { \(text) }")).diagnostics.map(\.code)
        #expect(codes == [code], "\(codes)")
    }
}
