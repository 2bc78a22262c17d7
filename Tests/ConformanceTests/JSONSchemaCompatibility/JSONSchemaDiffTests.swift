import ContractCompatibility
import ContractModel
import Foundation
import LocatedJSON
import TestSupport
import Testing

/// The cases of Confluent's schema registry: verdict and kinds of change. What differs is listed with its reason in
/// known-failures/json-schema-diff.txt.
struct JSONSchemaDiffTests {
    struct Case: Sendable {
        /// `file#index`.
        var id: String
        var description: String
        var old: JSONNode
        var new: JSONNode
        var changes: Set<String>
        var isCompatible: Bool
        var isCompatibleLenient: Bool
    }

    private static let cases = (try? loadCases()) ?? []

    private static func loadCases() throws -> [Case] {
        guard let folder = conformanceFolder("confluent-json-diff") else { return [] }
        return try jsonFiles(below: folder).flatMap { file in
            (try readJSON(file.url).array ?? []).map { entry in
                let isCompatible = entry["compatible"]?.bool ?? false
                return Case(
                    id: "\(file.name.dropLast(5))#\(entry["index"]?.int64 ?? -1)", description: entry["description"]?.string ?? "",
                    old: entry["original_schema"] ?? entry, new: entry["update_schema"] ?? entry,
                    changes: Set((entry["changes"]?.array ?? []).compactMap(\.string)), isCompatible: isCompatible,
                    isCompatibleLenient: entry["compatible_lenient"]?.bool ?? isCompatible)
            }
        }
    }

    @Test(.enabled("the corpus is not there: set HEDDLE_CONFORMANCE") { !cases.isEmpty })
    func `verdicts and changes are the registry's but for the differences known and explained`() throws {
        let known = try knownFailures("json-schema-diff")
        var failing: [String: String] = [:]
        for each in Self.cases {
            var options = JSONSchemaOptions()
            options.defaultDraft = .draft7
            let old = try #require(compileJSONSchema(each.old, options: options).schema, "\(each.id)")
            let new = try #require(compileJSONSchema(each.new, options: options).schema, "\(each.id)")
            let found = compareJSONSchema(old: old, new: new)
            let told = found.map { "\($0.rule) \($0.path)\($0.isBreaking ? " !" : "")" }
            if found.contains(where: \.isBreaking) == each.isCompatible {
                failing["\(each.id)/verdict"] = "\(each.description): is compatible: \(each.isCompatible), found \(told)"
            }
            let lenient = compareJSONSchema(old: old, new: new, policy: .lenient)
            if lenient.contains(where: \.isBreaking) == each.isCompatibleLenient {
                failing["\(each.id)/lenient"] =
                    "\(each.description): is compatible: \(each.isCompatibleLenient), found \(told)"
            }
            let names = Set(found.map { inTheirWords($0) })
            let missing = each.changes.map(plain).filter { !names.contains($0) }
            if !missing.isEmpty { failing["\(each.id)/changes"] = "\(each.description): not told \(missing), found \(told)" }
            if each.isCompatible {
                let extra = names.subtracting(each.changes.map(plain))
                if !extra.isEmpty { failing["\(each.id)/extra"] = "\(each.description): told beyond theirs \(extra)" }
            }
        }
        print("Confluent's JSON Schema cases: \(Self.cases.count), differing views: \(failing.keys.sorted())")
        for (id, problem) in failing.sorted(by: { $0.key < $1.key }) where known[id] == nil { Issue.record("\(id): \(problem)") }
        for id in known.keys.sorted() where failing[id] == nil {
            Issue.record("\(id) agrees: take it out of known-failures/json-schema-diff.txt")
        }
    }

    @Test(.enabled("the corpus is not there: set HEDDLE_CONFORMANCE") { !cases.isEmpty })
    func `a schema does not differ from itself`() throws {
        for each in Self.cases {
            for node in [each.old, each.new] {
                var options = JSONSchemaOptions()
                options.defaultDraft = .draft7
                let one = try #require(compileJSONSchema(node, options: options).schema)
                // An annotation more keeps the two from being one text.
                guard let members = node.object else { continue }
                let marked = JSONNode(
                    .object(members + [JSONMember(key: "$comment", at: node.range, value: JSONNode(.string("x"), at: node.range))]),
                    at: node.range)
                let other = try #require(compileJSONSchema(marked, options: options).schema)
                #expect(compareJSONSchema(old: one, new: other) == [], "\(each.id)")
            }
        }
    }

    /// `MAX_LENGTH_INCREASED #/maxLength`, as the corpus writes it.
    private func inTheirWords(_ difference: Difference) -> String {
        let name = difference.rule.dropFirst("json-schema/".count).uppercased().replacing("-", with: "_")
        return plain("\(name) \(difference.path)")
    }

    /// Later drafts' names for the same keywords are left aside, as the registry does.
    private func plain(_ change: String) -> String {
        var text = change.replacing("prefixItems", with: "items").replacing("dependentSchemas", with: "dependencies")
        if text.contains("ADDITIONAL_ITEMS_") { text = text.replacing("additionalItems", with: "items") }
        return text.hasSuffix("#") ? text + "/" : text
    }
}
