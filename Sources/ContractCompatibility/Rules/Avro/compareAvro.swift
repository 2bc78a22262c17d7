import ContractModel

/// What stops a program that has the schema `reader` from reading data that was written with `writer`, and what it would
/// read otherwise than it was meant. Empty when all is well.
///
///     compareAvro(reader: new, writer: old)   // backward
///     compareAvro(reader: old, writer: new)   // forward: the ranges come the other way round, too
///
/// The rules are those of Apache Avro 1.12 ("Schema Resolution"), as the Java library's `SchemaCompatibility` applies them:
/// unqualified names and the reader's aliases, the reader's defaults, the reader's enum defaults; documentation, order,
/// logical types and the writer's aliases and defaults do not count for the verdict. Paths are places in the reader's
/// schema (`/fields/2/type/items`), but for `union-branch-missing`, which ends with the number of the writer's branch.
///
/// - Parameter effort: how many pairs of types may be looked at. Beyond it, the last difference is `comparison-given-up`.
/// - Returns: `oldRange` is in the writer's schema, `newRange` in the reader's. Those nearest the root come first.
package func compareAvro(reader: AvroSchema, writer: AvroSchema, effort: Int = 500_000) -> [Difference] {
    var comparison = AvroComparison(reader: reader, writer: writer, effort: effort)
    let differences = comparison.run()
    // Which field an alias means is in doubt only where it could be another than the writer's own: the same schema reads itself.
    guard differences.contains(where: { $0.rule == AvroRule.ambiguousAlias.rawValue }),
        reader.parsingCanonicalForm == writer.parsingCanonicalForm
    else { return differences }
    return differences.filter { $0.rule != AvroRule.ambiguousAlias.rawValue }
}
