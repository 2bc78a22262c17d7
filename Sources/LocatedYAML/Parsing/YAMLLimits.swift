/// How much of a file is read before it counts as an attack or an accident. Each bound ends in a diagnostic.
package struct YAMLLimits: Sendable, Hashable {
    /// Of one file.
    package var maximumBytes = 16 << 20
    /// Collections inside collections, those reached through aliases included.
    package var maximumDepth = 100
    package var maximumDocuments = 100_000
    /// Bytes of one scalar, after unescaping.
    package var maximumScalarBytes = 4 << 20
    /// Keys, values and collections of one file: a node takes some hundred bytes of memory, and may be two of the file.
    package var maximumNodes = 2_000_000
    /// Nodes that a file's aliases would come to, were each written out.
    package var maximumAliasedNodes = 200_000
    /// `%TAG` lines of one file: libyaml compares each with all others.
    package var maximumTagDirectives = 1_000
    /// Further errors of the same file are counted, not shown.
    package var maximumDiagnostics = 100

    package init() {}
}
