import ContractCompatibility
import ContractModel
import LocatedJSON
import TestSupport
import Testing

/// Real schemas through their versions, from https://github.com/snowplow/iglu-central. The authors' bump of a version is a
/// claim, so that it is only told how ours and theirs go together.
struct JSONSchemaEvolutionTests {
    @Test(.enabled("the corpus is not there: set HEDDLE_CONFORMANCE") { conformanceFolder("iglu-central-evolution") != nil })
    func `real schemas get a verdict for each step, and none for standing still`() throws {
        let folder = try #require(conformanceFolder("iglu-central-evolution"))
        let lineages = try readJSON(folder.appending(path: "lineages.json")).array ?? []
        var counts: [String: Int] = [:]
        var unjustified: [String] = []
        // Avro and JSON Paths lie among them.
        for lineage in lineages where lineage["name"]?.string?.hasSuffix("/jsonschema") == true {
            var versions: [String: JSONSchema] = [:]
            for version in lineage["versions"]?.array ?? [] {
                guard let name = version["version"]?.string, let written = version["schema"] else { continue }
                let compiled: JSONSchema = try #require(compile(written), "\(lineage["name"]?.string ?? "") \(name)")
                versions[name] = compiled
            }
            for step in lineage["transitions"]?.array ?? [] {
                guard let from = step["from"]?.string, let to = step["to"]?.string, let bump = step["schemaver_bump"]?.string,
                    let old = versions[from], let new = versions[to]
                else { continue }
                let found = compareJSONSchema(old: old, new: new)
                #expect(!found.contains { $0.rule == "json-schema/compatibility-undecided" })
                let breaking = found.filter(\.isBreaking)
                counts["\(bump) \(breaking.isEmpty ? "compatible" : "breaking")", default: 0] += 1
                if bump == "ADDITION", !breaking.isEmpty {
                    unjustified.append("\(lineage["name"]?.string ?? "") \(from) \(to): \(breaking.map { "\($0.rule) \($0.path)" })")
                }
                for same in [old, new] { #expect(compareJSONSchema(old: same, new: same).isEmpty) }
            }
        }
        print("Iglu Central: \(counts.sorted { $0.key < $1.key })")
        for line in unjustified { print("  an addition that breaks: \(line)") }
        #expect(counts["MODEL breaking", default: 0] > 0 && counts["ADDITION compatible", default: 0] > 0)
    }

    /// Their `$schema` names a meta-schema of their own, which is draft-04 with a word added.
    private func compile(_ written: JSONNode) -> JSONSchema? {
        guard let members = written.object else { return nil }
        var options = JSONSchemaOptions()
        options.defaultDraft = .draft4
        let plain = JSONNode(.object(members.filter { $0.key != "$schema" }), at: written.range)
        return compileJSONSchema(plain, options: options).schema
    }
}
