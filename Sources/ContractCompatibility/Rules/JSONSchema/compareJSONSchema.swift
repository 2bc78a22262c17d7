import ContractModel
import LocatedJSON

/// What differs between two versions of a JSON Schema, and whether the new one refuses what the old one allows. For the other
/// direction, whether readers with the old schema can take what is written by the new one, swap the two.
///
/// What cannot be told counts as breaking. The rules are those of Confluent's schema registry, with what it passes over
/// added: docs/decisions/0006-json-schema-compatibility.md.
///
/// - Returns: compatible differences too. The path of each leads from the root of the schema to where both versions stand,
///   references followed. A difference in a schema that several places share is told for each, up to a limit.
package func compareJSONSchema(
    old: JSONSchema, new: JSONSchema, policy: JSONSchemaPolicy = .strict, limits: SchemaComparisonLimits = .init()
) -> [Difference] {
    if isSameText(old, new) { return [] }
    var comparison = SchemaComparison(old: old, new: new, policy: policy, limits: limits)
    return comparison.run()
}

package struct SchemaComparisonLimits: Sendable, Hashable {
    /// About one for each pair of schemas compared and each property looked at.
    package var maximumWork = 1_000_000
    /// Schemas within schemas.
    package var maximumDepth = 200
    package var maximumDifferences = 2_000

    package init() {}
}

private func isSameText(_ old: JSONSchema, _ new: JSONSchema) -> Bool {
    old.documents.count == new.documents.count
        && zip(old.documents, new.documents).allSatisfy { left, right in
            left.root == right.root && left.resources.map(\.dialect) == right.resources.map(\.dialect)
                && left.resources.map(\.base) == right.resources.map(\.base)
        }
}
