import Diagnostics
import Foundation
import ManifestLoading
import MeshResolution
import Testing
import TestSupport

/// Fixtures/diagnostics/<area>/<name>/ holds a small mesh that gives the diagnostic, and in expected.txt all that is said
/// of it. HEDDLE_UPDATE_GOLDENS=1 rewrites those; review the difference like code.
struct DiagnosticFixtureTests {
    static let folders: [String] = {
        let root = packageRoot.appending(path: "Fixtures/diagnostics")
        let areas = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return areas.flatMap { area in
            ((try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: area).path)) ?? []).map {
                "\(area)/\($0)"
            }
        }.filter { FileManager.default.fileExists(atPath: root.appending(path: "\($0)/heddle.yaml").path) }.sorted()
    }()

    @Test(arguments: folders)
    func `what is said of each fixture is as expected`(_ name: String) throws {
        let folder = packageRoot.appending(path: "Fixtures/diagnostics/\(name)")
        let settings = try Settings(folder)
        let source = GuardedSource(source: try files(in: folder), guarded: settings.guarded)
        let verdict = Verdict(
            source, environment: settings.environment, variables: settings.variables, limits: settings.limits,
            resolutionLimits: settings.resolutionLimits)
        let text = TextRenderer().render(verdict.report)
        let golden = folder.appending(path: "expected.txt")
        if ProcessInfo.processInfo.environment["HEDDLE_UPDATE_GOLDENS"] != nil {
            try Data(text.utf8).write(to: golden)
        }
        let expected = try String(decoding: Data(contentsOf: golden), as: UTF8.self)
        #expect(text == expected, "HEDDLE_UPDATE_GOLDENS=1 swift test rewrites it")
        #expect(verdict.codes.contains(name), "the fixture is to give its own code")
        let onlyErrors = verdict.report.diagnostics.filter { $0.severity == .error }
        #expect(onlyErrors.isEmpty == (verdict.mesh != nil), "there is a mesh just when there is no error")
    }

    @Test func `each code in the sources has a page and a fixture`() throws {
        let codes = try codesInSources()
        let pages = Set(DiagnosticCatalogue.allCodes)
        #expect(
            codes.subtracting(pages).sorted() == [], "these want a page in Specs/diagnostics, and `swift run heddle-dev generate`"
        )
        #expect(codes.subtracting(Self.folders).sorted() == [], "these want a folder in Fixtures/diagnostics")
    }

    @Test func `each fixture and each page is of a code that is still given`() throws {
        let codes = try codesInSources()
        let pages = DiagnosticCatalogue.allCodes.filter { $0.wholeMatch(of: codePattern) != nil }
        #expect(Set(Self.folders).subtracting(codes).sorted() == [])
        #expect(Set(pages).subtracting(codes).subtracting(try compatibilityRules()).sorted() == [])
    }

    /// Codes are written out where they are given.
    private func codesInSources() throws -> Set<String> {
        var codes: Set<String> = []
        for module in ["ManifestLoading", "MeshResolution", "ContractModel/Formats/Avro"] {
            let folder = packageRoot.appending(path: "Sources/\(module)")
            for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix(".swift") {
                let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
                for literal in text.split(separator: "\"") where literal.wholeMatch(of: codePattern) != nil {
                    codes.insert(String(literal))
                }
            }
        }
        // Rules of compatibility are named in examples here, and are given elsewhere.
        return codes.subtracting(try compatibilityRules())
    }
}

private var codePattern: Regex<(Substring, Substring)> {
    /(manifest|mesh|cluster|contract|topic|principal|application|access|policy|avro)\/[a-z0-9-]+/
}

/// `environment: prod`, `variable: name=value`, `limit: name=count` and `guarded: path` lines of settings.txt.
private struct Settings {
    var environment: String?
    var variables: [String: String] = [:]
    var limits = LoadingLimits()
    var resolutionLimits = ResolutionLimits()
    var guarded: Set<String> = []

    init(_ folder: URL) throws {
        guard let text = try? String(contentsOf: folder.appending(path: "settings.txt"), encoding: .utf8) else { return }
        for line in text.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
            guard parts.count == 2 else { continue }
            if parts[0] == "guarded" { guarded.insert(parts[1]) }
            if parts[0] == "environment" { environment = parts[1] }
            let assignment = parts[1].split(separator: "=", maxSplits: 1)
            guard assignment.count == 2 else { continue }
            if parts[0] == "variable" { variables[String(assignment[0])] = String(assignment[1]) }
            guard parts[0] == "limit", let limit = Int(assignment[1]) else { continue }
            switch assignment[0] {
            case "totalBytes": limits.maximumTotalBytes = limit
            case "schemaBytes": limits.maximumSchemaBytes = limit
            case "rules": resolutionLimits.maximumRules = limit
            case "diagnostics": limits.maximumDiagnostics = limit
            default: continue
            }
        }
    }
}
