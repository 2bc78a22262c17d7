import Diagnostics
import ManifestLoading
import Testing

/// A secret that somebody wrote down is shown nowhere, whatever else is wrong round it.
struct SecretTests {
    private static let secret = "hunter2-correct-horse"

    @Test(arguments: [
        "spec: { scram: { mechanism: SCRAM-SHA-512, password: hunter2-correct-horse } }",
        "spec: { scram: { mechanism: SCRAM-SHA-1, password: \"hunter2-correct-horse\" } }",
        "spec: { scram: { password: 'hunter2-correct-horse', pasword: x } }",
        "spec: { scram: { mechanism: SCRAM-SHA-512, password: { value: hunter2-correct-horse } } }",
        "spec: { scram: { mechanism: SCRAM-SHA-512, password: [hunter2-correct-horse] } }",
        "spec: { token: hunter2-correct-horse, scram: 5 }",
        "spec:\n  scram:\n    mechanism: SCRAM-SHA-512\n    password: |\n      hunter2-correct-horse\n  oauth: {}",
        "spec: { scram: { mechanism: SCRAM-SHA-512, password: &x hunter2-correct-horse }, oauth: { subject: *x, y: 1 } }",
    ])
    func `a principal's secret is crossed out`(_ spec: String) {
        let (_, diagnostics) = load(mesh("", "kind: Principal\nmetadata: { name: p }\n\(spec)\n"))
        #expect(diagnostics.contains { $0.severity == .error })
        expectHidden(diagnostics)
    }

    @Test func `so is one in a patch, and in a registry's login`() {
        let patch =
            "environments: { prod: { patches: [{ target: { kind: Principal }, set: { spec.scram.password: hunter2-correct-horse, spec.x: 1 } }] } }"
        expectHidden(
            load(
                mesh(patch, "kind: Principal\nmetadata: { name: p }\nspec: { scram: { mechanism: SCRAM-SHA-512 } }"),
                environment: "prod"
            ).diagnostics)
        let cluster =
            "kind: Cluster\nmetadata: { name: c }\nspec: { engine: kafka, addresses: ['k:1'], registry: { url: 'http://r', auth: { username: u, password: hunter2-correct-horse } } }"
        let (_, diagnostics) = load(mesh("", cluster))
        #expect(diagnostics.map(\.code) == ["principal/secret-in-manifest"])
        expectHidden(diagnostics)
    }

    @Test func `a variable's value is a secret in the manifest, too`() {
        let (_, diagnostics) = load(
            mesh(
                "variables: { pw: { default: hunter2-correct-horse } }",
                "kind: Principal\nmetadata: { name: p }\nspec: { scram: { mechanism: SCRAM-SHA-512, password: $(pw) } }"))
        #expect(diagnostics.map(\.code) == ["principal/secret-in-manifest"])
        expectHidden(diagnostics)
    }

    @Test func `a reference to a secret is none`() {
        let (loaded, diagnostics) = load(
            mesh(
                "",
                "kind: Principal\nmetadata: { name: p }\nspec: { scram: { mechanism: SCRAM-SHA-512, password: { fromFile: /run/secrets/p } } }"
            ))
        #expect(diagnostics.isEmpty)
        #expect(
            loaded?.principals.first?.spec.identity?.value
                == .scram(mechanism: "SCRAM-SHA-512", password: .file("/run/secrets/p")))
    }

    private func expectHidden(_ diagnostics: [Diagnostic]) {
        let report = DiagnosticReport(diagnostics)
        for format in DiagnosticFormat.allCases {
            #expect(!format.render(report, toolVersion: "1").contains(Self.secret), "\(format)")
        }
    }
}
